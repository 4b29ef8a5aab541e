"""The code of the course: one package per topic, each named by its slug."""

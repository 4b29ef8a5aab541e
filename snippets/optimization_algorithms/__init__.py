"""Topic 10: optimization algorithms, from plain descent to those of today."""

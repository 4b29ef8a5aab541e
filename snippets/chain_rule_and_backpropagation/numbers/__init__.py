"""The numbers that topic 02 states, each with the computation that it must agree with, in the order of its pages."""

"""The numbers that topic 03 states, each with the computation that it must agree with, in the order of the lessons."""

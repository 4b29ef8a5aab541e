"""Checks that an author wrote as a function: compared at random inputs, and with the claim's own code changed."""

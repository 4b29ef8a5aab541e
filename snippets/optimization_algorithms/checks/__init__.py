r"""Checks of the formulas on the pages of topic 10, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where the route is a search or a sample, how far the two may differ, relative to the larger).
"""

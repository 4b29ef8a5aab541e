r"""Checks of the formulas on the page of topic 08, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where the formula says "approximately" or the route is a search, how far the two may differ, relative to the larger).
"""

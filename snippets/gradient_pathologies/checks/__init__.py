r"""Checks of the formulas on the pages of topic 09, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way. Means over
random draws are no samples here: small discrete distributions, of which every outcome is visited.
"""

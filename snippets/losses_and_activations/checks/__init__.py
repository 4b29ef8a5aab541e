r"""Checks of the formulas on the page of topic 06, each against an independent route.

Each function draws its inputs from `random`, and returns what the formula claims and what was measured another way (and,
where needed, how far the two may differ, relative to the larger of them). Derivatives are measured by mpmath with 30
digits.
"""

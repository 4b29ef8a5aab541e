"""Inequalities: idle and active constraints, the four conditions, a cusp, the dual."""

import numpy as np

from snippets.constrained_optimization.kkt import CONDITIONS, kkt_failures, kkt_violations, solve_by_cases
from snippets.constrained_optimization.qualification import leftmost
from snippets.constrained_optimization.target import closest, dual, miss, miss_gradient


# --8<-- [start:idle_or_active]
def idle_or_active():
    """Print the best point with x + y ≤ b, and what the constraint costs."""
    print("  b    best point    f     g     multiplier")
    for b in (2, 2.5, 3, 4):
        point, price = closest(b)
        x, y = point
        f, g = miss(point), x + y - b
        print(f"{b:4}   ({x:.2f}, {y:.2f})  {f:.3f}  {g:5.2f}   {price:.2f}")


# --8<-- [end:idle_or_active]


# --8<-- [start:four_candidates]
def four_candidates():
    """Print, for four candidates under x + y ≤ 2, what fails."""
    points = [1.5, 0.5], [2, 1], [0, 0], [1, 1], [1, 0]
    for point, mu in zip(points, (1, 0, 0, 1, -2), strict=True):
        g = [sum(point) - 2]
        failed = kkt_failures(miss_gradient(point), g, [[1, 1]], [mu])
        print(f"{point} μ ={mu:2}:", ", ".join(failed) or "all four hold")


# --8<-- [end:four_candidates]


# --8<-- [start:by_cases]
def by_cases():
    """Print the point nearest to (-1, 3) with x + y ≤ 1 and x ≥ 0."""
    rows, bounds = np.array([[1, 1], [-1, 0]]), np.array([1, 0])
    point, mu = solve_by_cases(2 * np.eye(2), [2, -6], rows, bounds)
    print("point", point.round(4).tolist(), "multipliers", mu.round(4).tolist())
    gradient = 2 * point + [2, -6]
    sizes = kkt_violations(gradient, rows @ point - bounds, rows, mu)
    print("violations", [round(sizes[name], 9) for name in CONDITIONS])


# --8<-- [end:by_cases]


# --8<-- [start:infinite_price]
def infinite_price():
    """Print how far left y² - x³ ≤ c lets us go, and the price."""
    print("   c       least x   gained per unit of c")
    for c in (1e-3, 1e-6, 1e-9):
        print(f"{c:.0e}   {leftmost(c):8.4f}   {-leftmost(c) / c:12,.0f}")


# --8<-- [end:infinite_price]


# --8<-- [start:lower_bounds]
def lower_bounds():
    """Print the dual function for x + y ≤ 2; the optimum is 0.5."""
    for price in (0, 0.5, 1, 1.5, 2):
        print(f"μ = {price:3}   least value of L = {dual(price, 2):.3f}")


# --8<-- [end:lower_bounds]

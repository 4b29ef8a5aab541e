"""Equalities: the budget, the circle, two constraints at once."""

import numpy as np

from snippets.constrained_optimization.budget import (
    best_split,
    error,
    error_gradient,
    least_error,
    overspent,
    price_of_a_day,
)
from snippets.constrained_optimization.lagrange import lagrange_system, newton_root, solve_lagrange


# --8<-- [start:slide]
def slide():
    """Print the error and its gradient along x + y = 6."""
    print("  x    y   error   gradient of the error")
    for x in (1, 2, 3, 4, 5):
        days = np.array([x, 6 - x])
        in_x, in_y = error_gradient(days)
        print(f"{x:3}  {6 - x:3}   {error(days):.4f}  ({in_x:.4f}, {in_y:.4f})")


# --8<-- [end:slide]


# --8<-- [start:price_measured]
def price_measured():
    """Print the least error for three budgets, and what a day is worth."""
    print("budget   split            error")
    for budget in (5.99, 6, 6.01):
        x, y = best_split(budget)
        print(f"{budget:6.2f}   {x:.4f}, {y:.4f}   {least_error(budget):.6f}")
    slope = (least_error(6.01) - least_error(5.99)) / 0.02
    print(f"slope of the least error   {slope:.4f}")
    print(f"multiplier at budget 6     {price_of_a_day(6):.4f}")


# --8<-- [end:price_measured]


# --8<-- [start:budget_by_newton]
def budget_by_newton():
    """Print the budget problem solved from its Lagrange conditions."""
    days, (price,) = solve_lagrange(
        gradient=error_gradient,
        constraints=lambda days: np.array([overspent(days)]),
        jacobian=lambda days: np.array([[1.0, 1.0]]),
        start=[3, 3],
    )
    print("days", days.round(6).tolist(), "multiplier", round(price, 6))


# --8<-- [end:budget_by_newton]


# --8<-- [start:newton_on_circle]
def newton_on_circle():
    """Print Newton's walk for x + 2y on x² + y² = 5, unknowns (x, y, λ)."""
    system = lagrange_system(
        gradient=lambda p: np.array([1.0, 2.0]),
        constraints=lambda p: np.array([p @ p - 5]),
        jacobian=lambda p: 2 * p[None, :],
        n=2,
    )
    for start in ([-2, -1, 0.3], [2, 1, -0.3]):
        for step, z in enumerate(newton_root(system, start, steps=5)):
            numbers = " ".join(f"{number:8.5f}" for number in z)
            print(f"{step}  {numbers}   error {np.abs(system(z)).max():.0e}")
        print(f"   value of x + 2y: {z[0] + 2 * z[1]:.4f}")


# --8<-- [end:newton_on_circle]


# --8<-- [start:two_constraints]
def two_constraints():
    """Print the shortest (x, y, z) with x + y + z = 3 and x - z = 4."""
    rows = np.array([[1.0, 1.0, 1.0], [1.0, 0.0, -1.0]])

    def shortest(levels):
        return solve_lagrange(
            gradient=lambda p: 2 * p,
            constraints=lambda p: rows @ p - levels,
            jacobian=lambda p: rows,
            start=[1, 1, 1],
        )

    point, multipliers = shortest([3, 4])
    print("point", point.round(4).tolist(), " value", round(point @ point, 4))
    print("multipliers ", multipliers.round(4).tolist())
    for levels in ([3.01, 4], [3, 4.01]):
        moved, _ = shortest(levels)
        rise = moved @ moved - point @ point
        print(f"levels {levels}: value rises by {rise:.4f}")


# --8<-- [end:two_constraints]

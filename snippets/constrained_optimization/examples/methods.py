"""Methods: penalties, multipliers, barriers and projections at work."""

import numpy as np

from snippets.constrained_optimization.barrier import PROFIT, polygon_path
from snippets.constrained_optimization.budget import error_gradient, overspent
from snippets.constrained_optimization.lagrange import numerical_jacobian
from snippets.constrained_optimization.penalty import (
    condition_number,
    descent_steps,
    method_of_multipliers,
    penalty_gradient,
    penalty_path,
)
from snippets.constrained_optimization.projections import onto_ball, onto_box, onto_simplex, projected_descent
from snippets.constrained_optimization.projections import slanted, slanted_gradient

BOTH = np.ones(2)  # gradient of x + y - 6


# --8<-- [start:penalty_table]
def penalty_table():
    """Print the budget problem with a penalty, for growing weights."""
    rule = (overspent, lambda days: BOTH)
    print("weight   days  overspent  weight · g  condition  steps")
    for weight in (0.1, 1, 10, 100, 1000):
        (days,) = penalty_path(error_gradient, *rule, [weight], [4, 2])
        pull = penalty_gradient(error_gradient, *rule, weight)
        curvature = np.linalg.eigvalsh(numerical_jacobian(pull, days)).max()
        steps = descent_steps(pull, [3, 3], learning_rate=1 / curvature)
        g = overspent(days)
        row = f"{weight:6}  {days.sum():.4f}  {g:.5f}  {weight * g:9.5f}"
        print(f"{row}  {condition_number(pull, days):9,.0f}  {steps:6,}")


# --8<-- [end:penalty_table]


# --8<-- [start:multiplier_rounds]
def multiplier_rounds():
    """Print the method of multipliers on the budget, weight 1 throughout."""
    points, prices = method_of_multipliers(
        error_gradient, overspent, lambda days: BOTH, 1, [4, 2], rounds=5
    )
    for days, price in zip(points, prices, strict=True):
        print(f"overspent {overspent(days):9.6f}   multiplier {price:.6f}")


# --8<-- [end:multiplier_rounds]


# --8<-- [start:barrier_table]
def barrier_table():
    """Print the barrier path to the largest x + 2y in the polygon."""
    taus = (1, 0.1, 0.01, 0.001)
    points, prices = polygon_path(taus)
    print("  tau       point         gap    multipliers of the four walls")
    for tau, point, price in zip(taus, points, prices, strict=True):
        x, y = point
        row = f"{tau:5}  ({x:.4f}, {y:.4f})  {5 - PROFIT @ point:.4f}"
        print(row, " ", " ".join(f"{p:.4f}" for p in price))


# --8<-- [end:barrier_table]


# --8<-- [start:three_projections]
def three_projections():
    """Print where three sets send the same points."""
    for point in ([0.9, 0.5], [2.0, -1.0], [0.1, 0.2]):
        ball = onto_ball(point).round(4).tolist()
        box = onto_box(point, 0, 1).tolist()
        simplex = onto_simplex(point).round(4).tolist()
        print(f"{point}  disk {ball}  box {box}  simplex {simplex}")


# --8<-- [end:three_projections]


# --8<-- [start:projected_walk]
def projected_walk():
    """Print projected descent in the unit disk, from the origin."""
    path = projected_descent(slanted_gradient, onto_ball, [0, 0], 0.2, 20)
    for step in (0, 1, 2, 5, 10, 20):
        x, y = path[step]
        print(f"{step:3}  ({x:.4f}, {y:.4f})  f = {slanted(path[step]):.5f}")
    end = path[-1]
    pull = -slanted_gradient(end)
    print("multiplier at the end:", round(float(pull @ end), 4))


# --8<-- [end:projected_walk]

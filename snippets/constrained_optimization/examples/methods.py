"""Methods: penalties, multipliers, barriers and projections at work."""

import numpy as np

from snippets.constrained_optimization.attack import INPUT, attack, loss_gradient, score
from snippets.constrained_optimization.barrier import PROFIT, polygon_path
from snippets.constrained_optimization.budget import error_gradient, overspent
from snippets.constrained_optimization.penalty import (
    descent_steps,
    method_of_multipliers,
    penalty_gradient,
    penalty_path,
)
from snippets.constrained_optimization.projections import (
    onto_ball,
    onto_box,
    onto_simplex,
    projected_descent,
    slanted,
    slanted_gradient,
)
from snippets.hessian_and_critical_points.curvature import numerical_hessian
from snippets.hessian_and_critical_points.valleys import condition_number, rate_limit
from snippets.partial_derivatives_and_jacobians.layers import softmax, softmax_vjp

BOTH = np.ones(2)  # gradient of x + y - 6


# --8<-- [start:penalty_table]
def penalty_table():
    """Print the budget problem with a penalty, for growing weights."""
    constraint = (overspent, lambda days: BOTH)
    print("weight  overspent weight·g  condition  steps")
    for weight in (0.1, 1, 10, 100, 1000):
        (days,) = penalty_path(error_gradient, *constraint, [weight], [4, 2])
        pull = penalty_gradient(error_gradient, *constraint, weight)
        hessian = numerical_hessian(pull, days)
        steps = descent_steps(pull, [3, 3], rate_limit(hessian) / 2)
        g = overspent(days)
        row = f"{weight:6}    {g:.5f}  {weight * g:.5f}"
        print(f"{row}  {condition_number(hessian):9,.0f} {steps:6,}")


# --8<-- [end:penalty_table]


# --8<-- [start:multiplier_rounds]
def multiplier_rounds():
    """Print the method of multipliers on the budget, weight 1 throughout."""
    constraint = (overspent, lambda days: BOTH)
    found = method_of_multipliers(error_gradient, *constraint, 1, [4, 2], rounds=5)
    for days, price in zip(*found, strict=True):
        print(f"overspent {overspent(days):9.6f}   multiplier {price:.6f}")


# --8<-- [end:multiplier_rounds]


# --8<-- [start:barrier_table]
def barrier_table():
    """Print the barrier path to the largest x + 2y in the polygon."""
    taus = (1, 0.1, 0.01, 0.001)
    points, prices = polygon_path(taus)
    print("  tau   point              gap")
    for tau, (x, y) in zip(taus, points, strict=True):
        print(f"{tau:5}   ({x:.4f}, {y:.4f})   {5 - PROFIT @ [x, y]:.4f}")
    print("  tau   multipliers of the four walls")
    for tau, price in zip(taus, prices, strict=True):
        print(f"{tau:5}  ", " ".join(f"{p:.4f}" for p in price))


# --8<-- [end:barrier_table]


# --8<-- [start:three_projections]
def three_projections():
    """Print where three sets send the same points."""
    for point in ([0.9, 0.5], [2.0, -1.0], [0.1, 0.2]):
        print(point)
        print("  disk   ", onto_ball(point).round(4).tolist())
        print("  box    ", onto_box(point, 0, 1).tolist())
        print("  simplex", onto_simplex(point).round(4).tolist())


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


# --8<-- [start:attacked]
def attacked():
    """Print an input that is moved within a box until the score falls."""
    path = attack(loss_gradient, INPUT, radius=0.4, learning_rate=0.5, steps=5)
    for step, x in enumerate(path):
        print(f"{step}  {x.round(4).tolist()}  score {score(x):.4f}")


# --8<-- [end:attacked]


# --8<-- [start:softmax_or_projection]
def softmax_or_projection():
    """Print p₂ of a softmax after growing numbers of steps down p₂."""
    z = np.zeros(2)
    for step in range(1, 10_001):
        z = z - softmax_vjp(softmax(z), np.array([0.0, 1.0]))
        if step in (1, 10, 100, 1000, 10_000):
            print(f"{step:6,} steps   p₂ = {softmax(z)[1]:.6f}")


# --8<-- [end:softmax_or_projection]

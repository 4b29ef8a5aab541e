"""Mistakes, each in a case in which it fails where everyone can see it."""

from functools import partial

import numpy as np

from snippets.constrained_optimization.budget import error_gradient, least_error, overspent, price_of_a_day
from snippets.constrained_optimization.kkt import kkt_failures
from snippets.constrained_optimization.lagrange import solve_lagrange
from snippets.constrained_optimization.margin import WITH_INTRUDER, soft_street
from snippets.constrained_optimization.projections import (
    onto_ball,
    onto_simplex,
    projected_descent,
    slanted,
    slanted_gradient,
)
from snippets.constrained_optimization.regularization import (
    FEATURES,
    OUTCOMES,
    fit_gradient,
    lasso,
    proximal_descent,
    soft_threshold,
)
from snippets.constrained_optimization.target import closest, miss, miss_gradient
from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.partial_derivatives_and_jacobians.layers import softmax


# --8<-- [start:descend_lagrangian]
def descend_lagrangian():
    """Print where descent on L = x² + y² + λ(x + y - 2) ends: λ down, λ up."""

    def slope(z, turn):
        x, y, lam = z
        return np.array([2 * x + lam, 2 * y + lam, turn * (x + y - 2)])

    for name, turn in (("λ descends", 1), ("λ ascends ", -1)):
        path = gradient_descent(partial(slope, turn=turn), [0, 0, 0], 0.1, 200)
        print(name, *(f"{number:10.4g}" for number in path[-1]))


# --8<-- [end:descend_lagrangian]


# --8<-- [start:forced_equality]
def forced_equality():
    """Print the best point on x + y = 4, and within x + y ≤ 4."""
    on_line, (lam,) = solve_lagrange(
        gradient=miss_gradient,
        constraints=lambda p: np.array([p.sum() - 4]),
        jacobian=lambda p: np.ones((1, 2)),
        start=[1, 1],
    )
    answers = {"x + y = 4": (on_line, lam), "x + y ≤ 4": closest(4)}
    for constraint, ((x, y), mu) in answers.items():
        f = miss([x, y])
        print(f"{constraint}: ({x:.2f}, {y:.2f})  f = {f:.2f}  μ = {mu:.2f}")
    failed = kkt_failures(miss_gradient(on_line), [0], [[1, 1]], [lam])
    print("the first, for ≤, fails:", failed)


# --8<-- [end:forced_equality]


# --8<-- [start:turned_inequality]
def turned_inequality():
    """Print the check at the optimum for x + y ≥ 4, written two ways."""
    point = np.array([2.5, 1.5])  # nearest to (2, 1) with x + y ≥ 4
    slope = miss_gradient(point)
    print("gradient of f:", slope.tolist())
    print("g = x + y - 4, μ = -1:", kkt_failures(slope, [0], [[1, 1]], [-1]))
    print("g = 4 - x - y, μ =  1:", kkt_failures(slope, [0], [[-1, -1]], [1]))


# --8<-- [end:turned_inequality]


# --8<-- [start:top_for_bottom]
def top_for_bottom():
    """Print what Newton finds for the least x + 2y on a circle."""
    print("start      found            x + 2y   2λ")
    for start in ([1, 1], [-1, -1]):
        point, (lam,) = solve_lagrange(
            lambda p: np.array([1.0, 2.0]),
            lambda p: np.array([p @ p - 5]),
            lambda p: 2 * p[None, :],
            start,
        )
        x, y = point
        found = f"({x:.2f}, {y:.2f})"
        print(f"{start!s:8}   {found:14}  {x + 2 * y:6.2f}  {2 * lam:5.2f}")


# --8<-- [end:top_for_bottom]


# --8<-- [start:project_at_the_end]
def project_at_the_end():
    """Print the slanted bowl in the unit disk, projected late and always."""
    free = np.array([7 / 3, 1 / 3])
    late = onto_ball(free)
    best = projected_descent(slanted_gradient, onto_ball, [0, 0], 0.2, 200)[-1]
    for name, (x, y) in (("at the end", late), ("every step", best)):
        f = slanted([x, y])
        print(f"{name}: ({x:.4f}, {y:.4f})  f = {f:.4f}")


# --8<-- [end:project_at_the_end]


# --8<-- [start:cut_and_divide]
def cut_and_divide():
    """Print two ways to make shares of three numbers, and their distance."""
    numbers = np.array([0.9, 0.5, -0.2])
    cut = np.maximum(numbers, 0)
    divided, nearest = cut / cut.sum(), onto_simplex(numbers)
    print("distance")
    for name, shares in (("cut, divide", divided), ("projection ", nearest)):
        distance = np.linalg.norm(shares - numbers)
        print(f"  {distance:.4f}", name, shares.round(4).tolist())


# --8<-- [end:cut_and_divide]


# --8<-- [start:huge_weight]
def huge_weight():
    """Print descent on 4/x + 1/y + ½·weight·(x + y - 6)² from (3, 3)."""
    print("weight    rate  steps point")
    runs = (10, 0.02, 1000), (1000, 0.02, 5), (1000, 0.0005, 1000)
    for weight, rate, steps in runs:

        def slope(days, weight=weight):
            return error_gradient(days) + weight * overspent(days)

        x, y = gradient_descent(slope, [3, 3], rate, steps)[-1]
        print(f"{weight:6} {rate:7}  {steps:5} ({x:.4g}, {y:.4g})")


# --8<-- [end:huge_weight]


# --8<-- [start:straight_price]
def straight_price():
    """Print what the price promises for more days, and what they bring."""
    print("more days   promised   true error")
    for more in (0.1, 1, 6):
        promised = least_error(6) - more * price_of_a_day(6)
        print(f"{more:9}   {promised:8.4f}   {least_error(6 + more):10.4f}")


# --8<-- [end:straight_price]


# --8<-- [start:whole_threshold]
def whole_threshold():
    """Print where steps end with the whole price as threshold, and right."""

    def gradient(w):
        return fit_gradient(FEATURES, OUTCOMES, w)

    w, rate, price = np.zeros(2), 0.2, 0.5
    for _ in range(200):
        w = soft_threshold(w - rate * gradient(w), price)
    right = proximal_descent(gradient, price, [0, 0], rate, 200)[-1]
    print("threshold 0.5      ", w.round(4).tolist())
    print("threshold 0.2 · 0.5", right.round(4).tolist())
    print("lasso at price 2.5 ", lasso(FEATURES, OUTCOMES, 2.5).round(4).tolist())


# --8<-- [end:whole_threshold]


# --8<-- [start:larger_c]
def larger_c():
    """Print the length of the weights for growing C."""
    for cost in (0.1, 1, 10):
        w, *_ = soft_street(*WITH_INTRUDER, cost)
        length = np.linalg.norm(w)
        print(f"C = {cost:3}   length of w {length:.3f}   width {2 / length:.2f}")


# --8<-- [end:larger_c]


# --8<-- [start:clip_inside]
def clip_inside():
    """Print where descent on (clip(w) - 0.5)² ends from 1.5, and with a projection."""

    def slope(w):
        return 2 * (w - 0.5)

    inside = gradient_descent(lambda w: slope(np.clip(w, 0, 1)) * (0 < w < 1), 1.5, 0.1, 50)[-1]
    after = projected_descent(slope, lambda w: np.clip(w, 0, 1), 1.5, 0.1, 50)[-1]
    print(f"clip in the loss    {inside:.4f}")
    print(f"clip after the step {after:.4f}")


# --8<-- [end:clip_inside]


# --8<-- [start:late_temperature]
def late_temperature():
    """Print a softmax at T = 0.5, three times: too late, right, by powers."""
    z, T = np.array([2.0, 1.0, 0.0]), 0.5
    late, power = softmax(z) / T, softmax(z) ** (1 / T)
    print("p / T   ", (late / late.sum()).round(4).tolist())
    print("z / T   ", softmax(z / T).round(4).tolist())
    print("p^(1/T) ", (power / power.sum()).round(4).tolist())


# --8<-- [end:late_temperature]

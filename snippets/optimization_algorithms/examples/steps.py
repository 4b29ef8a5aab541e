"""What the pages print about batches, the descent lemma and momentum."""

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, mse_gradient
from snippets.hessian_and_critical_points.valleys import best_rate
from snippets.optimization_algorithms.batches import N, gap, swarm_variance, train_in_batches
from snippets.optimization_algorithms.convergence import (
    log_cosh,
    log_cosh_slope,
    measured_power,
    power_bowl,
    power_bowl_slope,
    promised_drop,
)
from snippets.optimization_algorithms.momentum_settings import best_momentum, best_nesterov, with_a_bend
from snippets.optimization_algorithms.optimizers import momentum, nesterov, sgd


# --8<-- [start:after_epochs]
def after_epochs():
    """Print gaps after some epochs for four batch sizes, mean of ten runs."""
    print("batch  steps  epoch 1        2        5       10")
    for size in (1000, 100, 10, 1):
        runs = [train_in_batches(size, 0.1, 10, np.random.default_rng(seed)) for seed in range(10)]
        ends = [k * N // size for k in (1, 2, 5, 10)]
        gaps = np.mean([[gap(run[k]) for k in ends] for run in runs], axis=0)
        shown = "".join(f"{g:9.4f}" for g in gaps)
        print(f"{size:5} {N // size:6}{shown}")


# --8<-- [end:after_epochs]


# --8<-- [start:floors]
def floors():
    """Print the variance around a minimum: by the formula, and by walking."""
    rng = np.random.default_rng(0)
    print("rate  batch   formula  measured")
    for rate, size in ((0.1, 1), (0.1, 10), (0.01, 1), (0.01, 10)):
        spread = (4 / size) ** 0.5  # one example's slope has the variance 4

        def noisy(w, spread=spread):
            return 2 * w + spread * rng.normal(size=w.shape)

        end = sgd(noisy, np.zeros(20_000), rate, steps=600)[-1]
        formula = swarm_variance(2, rate, 4, size)
        print(f"{rate:4} {size:6} {formula:9.5f} {np.var(end):9.5f}")


# --8<-- [end:floors]


# --8<-- [start:averaged]
def averaged():
    """Print the gap of the last line and of the mean of the last half."""
    print("batch   last place   mean of the last half")
    for size in (10, 1):
        ends, means = [], []
        for seed in range(10):
            rng = np.random.default_rng(seed)
            path = train_in_batches(size, 0.1, 10, rng)
            ends.append(gap(path[-1]))
            means.append(gap(path[len(path) // 2 :].mean(axis=0)))
        print(f"{size:5} {np.mean(ends):12.4f} {np.mean(means):17.5f}")


# --8<-- [end:averaged]


# --8<-- [start:promise]
def promise():
    """Print what a step from 2 does on ln cosh x, and what was certain."""
    x, slope = 2.0, log_cosh_slope(2.0)
    print("rate   to x   the fall   certain, with M = 1")
    for rate in (0.5, 1.0, 1.5, 2.0, 4.0, 5.0):
        after = x - rate * slope
        fall = log_cosh(x) - log_cosh(after)
        sure = promised_drop(slope, rate, smoothness=1)
        print(f"{rate:4} {after:7.3f} {fall:8.4f} {sure + 0.0:10.4f}")


# --8<-- [end:promise]


# --8<-- [start:powers]
def powers():
    """Print how gaps fall in ever flatter bowls: measured, and by theory."""
    print(" p  gap at 10,000    bound  slope seen  -p/(p-2)")
    for p in (3, 4, 6, 10, 20):
        path = sgd(lambda x, p=p: power_bowl_slope(x, p), 1.0, 1.0, 10_000)
        gaps = power_bowl(path, p)
        slope, bound = measured_power(gaps), 1 / (4 * 10_000 + 2)
        print(f"{p:2} {gaps[-1]:14.1e} {bound:8.1e} {slope:11.3f} {-p / (p - 2):9.3f}")


# --8<-- [end:powers]


# --8<-- [start:contraction]
def contraction():
    """Print what a step leaves of the distance on the seedling's loss."""
    design = np.stack([WEEKS, np.ones(5)], axis=1)
    hessian = 2 / 5 * design.T @ design
    (m, M), least = np.linalg.eigvalsh(hessian), np.array([2.0, 1.0])
    print("rate              theory   measured")
    for name, rate in (("1/M", 1 / M), ("2/(m + M)", best_rate(hessian))):
        path = gradient_descent(lambda p: mse_gradient(*p, WEEKS, HEIGHTS), [0, 0], rate, 60)
        far = np.linalg.norm(path - least, axis=1)
        theory = max(abs(1 - rate * m), abs(1 - rate * M))
        left = (far[60] / far[40]) ** (1 / 20)
        print(f"{name:9} {rate:.4f} {theory:8.4f} {left:8.4f}")


# --8<-- [end:contraction]


# --8<-- [start:memory]
def memory():
    """Print the first velocities in a channel whose slope is always 1."""
    for beta in (0.5, 0.9, 0.99):
        path = momentum(lambda w: 1.0, 0, 1, steps=500, beta=beta)
        steps = -np.diff(path)[[0, 1, 2, 9, 99, 499]]
        print(f"{beta:<4}", "".join(f"{step:7.3f}" for step in steps))


# --8<-- [end:memory]


# --8<-- [start:price_of_kappa]
def price_of_kappa():
    """Print steps to 1/1000 in ten directions, each method at its best."""
    print("    κ   plain   heavy ball   Nesterov")
    table = []
    for kappa in (10, 100, 1000, 10_000):
        curvatures, start = np.geomspace(1, kappa, 10), np.ones(10)

        def slope(x, c=curvatures):
            return c * x

        short = 50 + int(20 * kappa**0.5)
        paths = (
            sgd(slope, start, 2 / (1 + kappa), 5 * kappa),
            momentum(slope, start, steps=short, **best_momentum(1, kappa)),
            nesterov(slope, start, steps=short, **best_nesterov(1, kappa)),
        )
        far = [np.linalg.norm(path, axis=1) > 1e-3 * 10**0.5 for path in paths]
        table.append([np.flatnonzero(one)[-1] + 1 for one in far])
        print(f"{kappa:5} {table[-1][0]:7} {table[-1][1]:12} {table[-1][2]:10}")
    slopes = np.polyfit(np.log([10, 100, 1000, 10_000]), np.log(table), 1)[0]
    print("slope  {:.2f} {:12.2f} {:10.2f}".format(*slopes))


# --8<-- [end:price_of_kappa]


# --8<-- [start:cycle]
def cycle():
    """Print where three methods are after 300 steps from 3.3."""
    heavy, ahead = best_momentum(1, 25), best_nesterov(1, 25)
    for name, path in (
        ("plain     ", sgd(with_a_bend, 3.3, 2 / 26, 300)),
        ("heavy ball", momentum(with_a_bend, 3.3, steps=300, **heavy)),
        ("Nesterov  ", nesterov(with_a_bend, 3.3, steps=300, **ahead)),
    ):
        print(name, *(f"{x:8.4f}" for x in path[-4:] + 0.0))


# --8<-- [end:cycle]

"""What the page prints about valleys, Newton's method, large models and saddles."""

from math import ceil, log

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.derivatives_and_gradients.gradients import saddle_gradient
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, mse_gradient
from snippets.hessian_and_critical_points.curvature import (
    folium,
    folium_gradient,
    folium_hessian,
)
from snippets.hessian_and_critical_points.newton import newton, newton_step, safe_newton
from snippets.hessian_and_critical_points.products import (
    bytes_of_hessian,
    hessian_vector_product,
    largest_curvature,
)
from snippets.hessian_and_critical_points.saddles import (
    mountain_pass,
    mountain_pass_gradient,
    mountain_pass_hessian,
    share_of_minima,
)
from snippets.hessian_and_critical_points.valleys import (
    best_rate,
    condition_number,
    heavy_ball,
    measured_factor,
    off_course,
    rate_limit,
    turned_valley,
    worst_factor,
)


# --8<-- [start:long_valley]
def long_valley():
    """Print descent on x² + 1000y² from (1, 1) with the best rate."""
    hessian = np.diag([2, 2000])
    path = gradient_descent(lambda p: hessian @ p, [1, 1], 2 / 2002, 1000)
    print("step       x         y        loss")
    for k in (0, 1, 2, 3, 100, 1000):
        x, y = path[k]
        print(f"{k:4}  {x:8.4f}  {y:8.4f}  {x**2 + 1000 * y**2:9.3f}")


# --8<-- [end:long_valley]


# --8<-- [start:seedling_curvature]
def seedling_curvature():
    """Print curvatures of the seedling loss: weeks as given, centered."""
    inputs = ("weeks   ", WEEKS), ("centered", WEEKS - WEEKS.mean())
    for name, x in inputs:
        design = np.stack([x, np.ones(len(x))], axis=1)  # a row a week
        hessian = 2 / len(x) * design.T @ design
        best = best_rate(hessian)
        print(name, "Hessian", (hessian.round(4) + 0.0).tolist())
        print(f"  condition number {condition_number(hessian):8.2f}")
        print(f"  rate limit       {rate_limit(hessian):8.4f}")
        print(f"  best factor      {worst_factor(hessian, best):8.4f}")


# --8<-- [end:seedling_curvature]


# --8<-- [start:three_regions]
def three_regions():
    """Print factors of descent for curvatures 1 and 9, by rule and measured."""
    hessian = [[5, 4], [4, 5]]
    print("rate    1 - rate·1   1 - rate·9   measured")
    for rate in (0.05, 0.1, 0.2, 0.22, 0.23):
        measured = measured_factor(hessian, rate, [1, 0], steps=200)
        flat, steep = 1 - rate, 1 - 9 * rate
        print(f"{rate:<5} {flat:9.2f} {steep:12.2f} {measured:12.4f}")


# --8<-- [end:three_regions]


# --8<-- [start:price_of_condition]
def price_of_condition():
    """Print the steps that valleys in 10 dimensions take at the best rate."""
    rng = np.random.default_rng(4)
    print("   κ (κ-1)/(κ+1) measured steps to 1/1000")
    for kappa in (1.5, 3, 10, 100, 1000):
        hessian = turned_valley(np.geomspace(1, kappa, 10), rng)
        start, steps = rng.normal(size=10), int(20 * kappa)
        measured = measured_factor(hessian, best_rate(hessian), start, steps)
        law, needed = (kappa - 1) / (kappa + 1), -log(1000) / log(measured)
        print(f"{kappa:5} {law:9.6f} {measured:9.6f} {ceil(needed):10}")


# --8<-- [end:price_of_condition]


# --8<-- [start:price_with_memory]
def price_with_memory():
    """Print steps to 1/1000 in ten directions, without and with momentum."""
    print("    κ   plain   momentum   by its factor alone")
    for kappa in (10, 100, 1000, 10_000):
        hessian, start = np.diag(np.geomspace(1, kappa, 10)), np.ones(10)
        root = (kappa**0.5 - 1) / (kappa**0.5 + 1)  # of the best memory
        rate = (1 + root) ** 2 / kappa
        path = heavy_ball(hessian, start, rate, root**2, 20 * int(kappa**0.5))
        far = np.linalg.norm(path, axis=1) > 1e-3 * np.linalg.norm(start)
        needed, alone = np.flatnonzero(far)[-1] + 1, -log(1000) / log(root)
        plain = heavy_ball(hessian, start, best_rate(hessian), 0, 4 * kappa)
        slow = np.linalg.norm(plain, axis=1) > 1e-3 * np.linalg.norm(start)
        print(f"{kappa:5} {slow.sum():7} {needed:10} {ceil(alone):10}")


# --8<-- [end:price_with_memory]


# --8<-- [start:angle_off_home]
def angle_off_home():
    """Print the largest angle between downhill and the way home."""
    print("   κ   angle   its sine   (κ-1)/(κ+1)")
    for kappa in (1, 3, 9, 100, 1000):
        hessian, turns = np.diag([1, kappa]), np.linspace(0, np.pi / 2, 9001)
        places = np.stack([np.cos(turns), np.sin(turns)], axis=1)
        worst = max(off_course(hessian, place) for place in places)
        sine, factor = np.sin(np.radians(worst)), (kappa - 1) / (kappa + 1)
        print(f"{kappa:4}   {worst:5.2f}   {sine:8.6f}   {factor:8.6f}")


# --8<-- [end:angle_off_home]


# --8<-- [start:newton_in_the_valley]
def newton_in_the_valley():
    """Print Newton's step from (1, 1) on x² + 1000y²."""
    step = newton_step([2, 2000], [[2, 0], [0, 2000]])
    print("step", step.tolist(), "to", (np.array([1, 1]) + step).tolist())


# --8<-- [end:newton_in_the_valley]


# --8<-- [start:digits]
def digits():
    """Print how far Newton and descent are from the minimum (1, 1)."""
    jumps = newton(folium_gradient, folium_hessian, [2, 1.5], 5)
    walk = gradient_descent(folium_gradient, [2, 1.5], 0.1, 5)
    print("step   Newton     gradient descent, rate 0.1")
    for k, (jump, place) in enumerate(zip(jumps, walk, strict=True)):
        far, away = np.linalg.norm(jump - 1), np.linalg.norm(place - 1)
        print(f"{k:4}   {far:.1e}    {away:.1e}")


# --8<-- [end:digits]


# --8<-- [start:into_the_saddle]
def into_the_saddle():
    """Print Newton and descent on x³ + y³ - 3xy from (0.4, 0.2)."""
    start = [0.4, 0.2]
    curvatures = np.linalg.eigvalsh(folium_hessian(start))
    print("curvatures", curvatures.round(2).tolist())
    jumps = newton(folium_gradient, folium_hessian, start, 5)
    walk = gradient_descent(folium_gradient, start, 0.1, 60)
    for name, path in (("Newton ", jumps), ("descent", walk)):
        x, y = path[-1].round(4) + 0.0
        losses = [f"{folium(place):z.3f}" for place in path[[0, 1, 2, -1]]]
        print(name, "ends at", (float(x), float(y)))
        print("  values", *losses)


# --8<-- [end:into_the_saddle]


# --8<-- [start:safe_walks]
def safe_walks():
    """Print where Newton and its repaired form end on the mountain pass."""
    slopes, bends = mountain_pass_gradient, mountain_pass_hessian
    print("start    Newton       repaired    steps")
    for start in ((1, 0.3), (1, 0), (0, 0), (2, -3)):
        plain = newton(slopes, bends, start, 20)[-1].round(3) + 0.0
        path = safe_newton(mountain_pass, slopes, bends, start)
        end = path[-1].round(3) + 0.0
        print(f"{start!s:8} {tuple(map(float, plain))!s:12}", end=" ")
        print(f"{tuple(map(float, end))!s:11} {len(path) - 1}")


# --8<-- [end:safe_walks]


# --8<-- [start:memory]
def memory():
    """Print the bytes of a gradient and of a Hessian in single precision."""
    print("parameters       gradient   Hessian")
    sizes = (10**3, "kB", "MB"), (10**6, "MB", "TB"), (10**9, "GB", "EB")
    for n, unit, square in sizes:
        gradient, hessian = 4 * n, bytes_of_hessian(n)
        small, large = gradient // n, hessian // n**2
        print(f"{n:13,} {small:5} {unit} {large:6} {square}")
    print("16 GB hold the Hessian of", int((16e9 / 4) ** 0.5), "parameters")


# --8<-- [end:memory]


# --8<-- [start:limit_from_gradients]
def limit_from_gradients():
    """Print the rate limit of the seedling loss, from gradients alone."""

    def gradient(w_and_b):
        return mse_gradient(*w_and_b, WEEKS, HEIGHTS)

    def product(v):
        return hessian_vector_product(gradient, [0, 0], v)

    print("H times (1, 0)   ", product(np.array([1, 0])).round(4).tolist())
    largest = largest_curvature(product, size=2, steps=20)
    print("largest curvature", f"{largest:.4f}, limit {2 / largest:.4f}")


# --8<-- [end:limit_from_gradients]


# --8<-- [start:coins_and_matrices]
def coins_and_matrices():
    """Print how seldom all n curvatures are positive."""
    rng = np.random.default_rng(2014)
    print("n   coins     400,000 random symmetric matrices")
    for size in (1, 2, 3, 4):
        share = share_of_minima(size, 400_000, rng)
        print(f"{size}   {0.5**size:.4f}    {share:.4f}")


# --8<-- [end:coins_and_matrices]


# --8<-- [start:leaving_a_saddle]
def leaving_a_saddle():
    """Print how long descent on x² - y² needs to get from y = ε to 1."""
    print("start y   steps   ln(1/ε) / ln(1 + 0.1·2)")
    for epsilon in (1e-1, 1e-3, 1e-6, 1e-12):
        path = gradient_descent(saddle_gradient, [1, epsilon], 0.1, 200)
        steps = int(np.argmax(path[:, 1] >= 1))
        law = log(1 / epsilon) / log(1.2)
        print(f"{epsilon:.0e}     {steps:5}   {law:8.1f}")


# --8<-- [end:leaving_a_saddle]

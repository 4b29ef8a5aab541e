"""What the pages print about random directions, kinks and other traps."""

import numpy as np

from snippets.gradient_checking.directions import (
    along,
    chance_to_pass,
    direction_error,
    layer_sizes_count,
    measured_along,
    random_direction,
)
from snippets.gradient_checking.kinks import bias_errors, chance_of_a_kink, relu_case, relu_secant
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss
from snippets.gradient_checking.suspects import missing_path


# --8<-- [start:five_directions]
def five_directions():
    """Print the disagreement along five random directions."""
    x, labels = spiral_batch()
    parameters, rng = random_parameters(), np.random.default_rng(1)
    for name, program in (("right", spiral_gradient), ("no penalty on W2", missing_path)):
        claimed = program(parameters, x, labels)
        print(name)
        found = [direction_error(lambda p: spiral_loss(p, x, labels), claimed, parameters, rng) for _ in range(5)]
        print(" ", *(f"{error:.0e} " for error in found))


# --8<-- [end:five_directions]


# --8<-- [start:price_of_a_check]
def price_of_a_check():
    """Print how many losses a check takes, by coordinates and directions."""
    print("network           parameters  coordinates  5 ways")
    for sizes in ((2, 5, 3), (784, 300, 10), (3072, 4096, 4096, 10)):
        n = layer_sizes_count(sizes)
        name = "-".join(map(str, sizes))
        print(f"{name:17} {n:10,} {2 * n:12,} {2 * 5:7}")


# --8<-- [end:price_of_a_check]


# --8<-- [start:chances]
def chances():
    """Print the chance that a wrong gradient passes at the tolerance 1e-6."""
    print("error 1 direction 3 directions  1 direction, tried")
    rng = np.random.default_rng(8)
    for error in (1e-2, 1e-4, 1e-5, 3e-6, 1e-6):
        passed = np.mean(np.abs(error * rng.normal(size=400_000)) < 1e-6)
        one, three = (chance_to_pass(error, 1e-6, k) for k in (1, 3))
        print(f"{error:.0e} {one:11.5f} {three:12.0e} {passed:19.5f}")


# --8<-- [end:chances]


# --8<-- [start:two_wrong_entries]
def two_wrong_entries():
    """Print how often signs, and normal numbers, miss two wrong entries."""
    rng, off = np.random.default_rng(8), np.array([0.001, 0.001])
    signs = rng.choice([-1.0, 1.0], size=(100_000, 2))
    normal = rng.normal(size=(100_000, 2))
    for name, directions in (("signs ", signs), ("normal", normal)):
        print(name, f"{np.mean(np.abs(directions @ off) < 1e-6):.4f}")


# --8<-- [end:two_wrong_entries]


# --8<-- [start:length_by_directions]
def length_by_directions():
    """Print the length of the gradient from slopes along directions."""
    x, labels = spiral_batch()
    parameters, rng = random_parameters(), np.random.default_rng(8)
    exact = spiral_gradient(parameters, x, labels)
    slopes = [
        measured_along(lambda p: spiral_loss(p, x, labels), parameters, random_direction(parameters, rng))
        for _ in range(1000)
    ]
    print(f"by the gradient   {along(exact, exact) ** 0.5:.3f}")
    for k in (10, 100, 1000):
        print(f"{k:4} directions   {np.mean(np.square(slopes[:k])) ** 0.5:.3f}")


# --8<-- [end:length_by_directions]


# --8<-- [start:near_a_kink]
def near_a_kink():
    """Print ReLU's slope as a central difference with h = 0.00001 sees it."""
    print("z          slope   seen")
    for z in (-2e-5, -5e-6, 0.0, 2e-6, 2e-5):
        print(f"{z:+.0e}     {int(z > 0)}       {relu_secant(z, 1e-5):.2f}")


# --8<-- [end:near_a_kink]


# --8<-- [start:kinks_by_step]
def kinks_by_step():
    """Print the errors of 100 bias slopes in a ReLU network, against h."""
    case = relu_case()
    print("h      near a kink  bias 39  bias 80  worst of rest")
    for h in (1e-2, 3e-3, 1e-3, 1e-4, 1e-5):
        errors, crossed = bias_errors(h, case)
        followed, rest = (f"{errors[39]:.0e}", f"{errors[80]:.0e}"), errors[crossed == 0].max()
        print(f"{h:.0e} {np.count_nonzero(crossed):12} ", *(f"{error:8}" for error in followed), f"{rest:.0e}")


# --8<-- [end:kinks_by_step]


# --8<-- [start:crossings]
def crossings():
    """Print the chance that a check meets a kink, density 0.4 at 0."""
    print("units       h = 1e-3    1e-5    1e-7")
    for units in (100, 10_000, 1_000_000):
        row = [chance_of_a_kink(h, 0.4, units) for h in (1e-3, 1e-5, 1e-7)]
        print(f"{units:9,}  ", *(f"{chance:7.5f}" for chance in row))


# --8<-- [end:crossings]

"""What the pages print about two ways to one number, about steps, and about number types."""

import numpy as np

from snippets.gradient_checking.checker import check_gradient, measured_gradient, noise_floor
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss
from snippets.gradient_checking.precision import STORES, stored_errors, survivors
from snippets.gradient_checking.steps import complex_step_gradient, errors_by_step, flat, observed_order
from snippets.gradient_checking.suspects import missing_path


# --8<-- [start:two_entries]
def two_entries():
    """Print two entries of the gradient, by hand and by differences."""
    x, labels = spiral_batch()
    parameters = random_parameters()
    claimed = spiral_gradient(parameters, x, labels)
    forgetful = missing_path(parameters, x, labels)
    measured = measured_gradient(lambda p: spiral_loss(p, x, labels), parameters)
    shown = ("W1", (0, 0), claimed), ("W2", (0, 1), forgetful)
    print("          by hand         by differences  off by")
    for name, place, slopes in shown:
        a, m = slopes[name][place], measured[name][place]
        print(f"{name}[{place[0]},{place[1]}]   {a:+.12f} {m:+.12f} {abs(a - m):.0e}")


# --8<-- [end:two_entries]


# --8<-- [start:first_check]
def first_check():
    """Print the relative error of each parameter's gradient."""
    x, labels = spiral_batch()
    parameters = random_parameters()
    for name, program in (("right", spiral_gradient), ("no penalty on W2", missing_path)):
        errors = check_gradient(
            lambda p: spiral_loss(p, x, labels),
            lambda p, program=program: program(p, x, labels),
            parameters,
        )
        print(name)
        print(" ", *(f"{name} {error:.0e} " for name, error in errors.items()))


# --8<-- [end:first_check]


# --8<-- [start:floors]
def floors():
    """Print what rounding alone can do to entries of different size."""
    print("size of the entry   rounding, h = 1e-5")
    for slope in (1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10):
        print(f"{slope:17.0e}   {noise_floor(value=1, slope=slope):.0e}")


# --8<-- [end:floors]


# --8<-- [start:error_by_step]
def error_by_step():
    """Print the relative error against h: a right gradient, a wrong one."""
    x, labels = spiral_batch()
    parameters = random_parameters()
    steps = 10.0 ** -np.arange(1, 13)
    right, wrong = (
        errors_by_step(lambda p: spiral_loss(p, x, labels), program(parameters, x, labels), parameters, steps)
        for program in (spiral_gradient, missing_path)
    )
    print("h       right     no penalty on W2")
    for h, good, bad in zip(steps, right, wrong, strict=True):
        print(f"{h:.0e}   {good:.0e}     {bad:.1e}")


# --8<-- [end:error_by_step]


# --8<-- [start:halved]
def halved():
    """Print the order with which the error falls when h is halved."""
    x, labels = spiral_batch()
    parameters = random_parameters()
    steps = [0.02, 0.01, 0.005, 0.0025]
    print("from h      right   no penalty on W2")
    columns = [
        errors_by_step(lambda p: spiral_loss(p, x, labels), program(parameters, x, labels), parameters, steps)
        for program in (spiral_gradient, missing_path)
    ]
    for i, h in enumerate(steps[:-1]):
        orders = [observed_order(column[i], column[i + 1]) for column in columns]
        print(f"{h:<9} {orders[0]:7.3f} {orders[1]:9.3f}")


# --8<-- [end:halved]


# --8<-- [start:complex_steps]
def complex_steps():
    """Print how far central differences and complex steps are off."""
    x, labels = spiral_batch()
    parameters = random_parameters()

    def loss(p):
        return spiral_loss(p, x, labels)

    exact = spiral_gradient(parameters, x, labels)
    print("h       central   complex")
    for h in (1e-2, 1e-4, 1e-8, 1e-12, 1e-30):
        central = errors_by_step(loss, exact, parameters, [h])[0]
        slopes = complex_step_gradient(loss, parameters, h)
        off = np.linalg.norm(flat(slopes) - flat(exact)) / np.linalg.norm(flat(exact))
        print(f"{h:.0e}   {central:.0e}     {off:.0e}")


# --8<-- [end:complex_steps]


# --8<-- [start:formats]
def formats():
    """Print for each number type what a central difference can reach."""
    print("type       u         u^(2/3)   best seen   near h")
    steps = 2.0 ** -np.arange(1, 40, 0.25)
    for name, (bits, _) in STORES.items():
        errors = stored_errors(name, steps)
        around = [errors[max(i - 4, 0) : i + 5].max() for i in range(len(steps))]
        best = int(np.nanargmin(around))
        unit = 2.0**-bits
        print(f"{name:9}  {unit:.1e}   {unit ** (2 / 3):.0e}     {around[best]:.0e}       {steps[best]:.0e}")


# --8<-- [end:formats]


# --8<-- [start:network_in_types]
def network_in_types():
    """Print the check of the network, its parameters in three types."""
    x, labels = spiral_batch()
    print("type    h = 1e-1   1e-2    1e-3    1e-5    by hand")
    for number in (np.float64, np.float32, np.float16):
        stored = {name: w.astype(number) for name, w in random_parameters().items()}
        points, wide = x.astype(number), {name: w.astype(float) for name, w in stored.items()}
        exact = spiral_gradient(wide, points.astype(float), labels)
        steps = [number(h) for h in (1e-1, 1e-2, 1e-3, 1e-5)]
        errors = errors_by_step(lambda p, x=points: spiral_loss(p, x, labels), exact, stored, steps)
        own = spiral_gradient(stored, points, labels)
        off = np.linalg.norm(flat(own) - flat(exact)) / np.linalg.norm(flat(exact))
        print(f"{number.__name__} ", *(f"{error:.0e}  " for error in errors), f"{off:.0e}")


# --8<-- [end:network_in_types]


# --8<-- [start:long_sum]
def long_sum():
    """Print the sum of 10,000 tenths in float16, added in two ways."""
    tenths = np.full(10_000, 0.1, dtype=np.float16)
    total = np.float16(0)
    for tenth in tenths:
        total += tenth
    print("one by one", float(total))
    print("by NumPy  ", float(tenths.sum()))


# --8<-- [end:long_sum]


# --8<-- [start:loss_scales]
def loss_scales():
    """Print which share of gradients float16 keeps, for some scales."""
    gradients = 10 ** np.random.default_rng(8).normal(-6, 1.5, size=100_000)
    print("scale      kept in float16")
    for power in (0, 5, 10, 15, 20):
        print(f"2^{power:<7}  {survivors(gradients, 2.0**power):8.1%}")


# --8<-- [end:loss_scales]

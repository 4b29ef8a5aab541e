"""What the pages print about schedules, accumulation, the race and the methods of today."""

import numpy as np

from snippets.hessian_and_critical_points.products import hessian_vector_product, largest_curvature
from snippets.optimization_algorithms.landscapes import course
from snippets.optimization_algorithms.newer import factored, orthogonalized
from snippets.optimization_algorithms.optimizers import adam, momentum, sgd
from snippets.optimization_algorithms.race import METHODS, arrival, tuned
from snippets.optimization_algorithms.schedules import cosine, range_test, stepped
from snippets.optimization_algorithms.wave import wave_gradient, wave_loss, wave_start


# --8<-- [start:quiet_ends]
def quiet_ends():
    """Print the mean gap of 2000 noisy walks after 1000 steps."""
    curvatures = np.array([1, 10])
    for name, rates in (
        ("constant 0.1", np.full(1000, 0.1)),
        ("constant 0.01", np.full(1000, 0.01)),
        ("stepped", stepped(0.1, 1000, every=500)),
        ("cosine", cosine(0.1, 1000)),
    ):
        rng = np.random.default_rng(0)

        def noisy(x, rng=rng):
            return curvatures * x + rng.normal(size=x.shape)

        end = sgd(noisy, np.full((2000, 2), 5), rates, 1000)[-1]
        print(f"{name:14} {(end**2 @ curvatures / 2).mean():.5f}")


# --8<-- [end:quiet_ends]


# --8<-- [start:range_of_rates]
def range_of_rates():
    """Print a range test of plain descent on the wave, and what then holds."""
    start = wave_start()

    def product(v):
        return hessian_vector_product(wave_gradient, start, v)

    rates, losses = range_test(wave_loss, wave_gradient, start, 1e-4, 10, 120)
    best = int(losses.argmin())
    print(f"lowest loss at rate    {rates[best]:.3f}")
    print(f"2/largest curvature    {2 / largest_curvature(product, 49):.3f}")
    for rate in (rates[best], rates[best] / 3, rates[best] / 10):
        with np.errstate(all="ignore"):
            end = sgd(wave_gradient, start, rate, 300)[-1]
            print(f"300 steps with {rate:.3f}   loss {wave_loss(end):.3g}")


# --8<-- [end:range_of_rates]


# --8<-- [start:accumulate]
def accumulate():
    """Print a gradient of 64 points: at once, and from four parts of 16."""
    theta, parts = wave_start(), np.arange(64).reshape(4, 16)
    whole = wave_gradient(theta)
    gathered = sum(wave_gradient(theta, part) / 4 for part in parts)
    print("length", np.linalg.norm(whole).round(4))
    print("off by", f"{np.abs(gathered - whole).max():.0e}")
    uneven = [np.arange(48), np.arange(48, 64)]
    means = [wave_gradient(theta, part) for part in uneven]
    plain, weighted = sum(means) / 2, (48 * means[0] + 16 * means[1]) / 64
    print("48 and 16, plain mean off by   ", f"{np.abs(plain - whole).max():.4f}")
    print("48 and 16, weighted mean off by", f"{np.abs(weighted - whole).max():.0e}")


# --8<-- [end:accumulate]


# --8<-- [start:sum_of_parts]
def sum_of_parts():
    """Print losses of training with four parts, averaged and summed."""
    theta, parts = wave_start(), np.arange(64).reshape(4, 16)

    def added(theta):
        return sum(wave_gradient(theta, part) for part in parts)

    with np.errstate(all="ignore"):
        for name, slope in (("mean", wave_gradient), ("sum", added)):
            path = sgd(slope, theta, 0.1, 100)
            print(name, *(f"{wave_loss(path[k]):.3g}" for k in (1, 5, 20, 100)))


# --8<-- [end:sum_of_parts]


# --8<-- [start:period_in_epochs]
def period_in_epochs():
    """Print rates of a cosine over 10 epochs of 100 steps, twice."""
    right = cosine(0.1, 1000)
    step = np.arange(1000)
    wrong = 0.1 * (1 + np.cos(np.pi * step / 10)) / 2  # period in epochs
    print("step        0     10     20    500    990")
    for name, rates in (("right", right), ("wrong", wrong)):
        shown = "".join(f"{rates[k]:7.4f}" for k in (0, 10, 20, 500, 990))
        print(f"{name}   {shown}")


# --8<-- [end:period_in_epochs]


# --8<-- [start:the_race]
def the_race():
    """Print for each method its tuned rate and the steps to a thousandth."""
    courses = (("valley", 30, 300), ("bent valley", 0, 1500), ("saddle", 0, 200))
    print("              valley    bent valley        saddle")
    for name, method in METHODS.items():
        line = f"{name:9}"
        for where, turned_by, steps in courses:
            rate, gaps = tuned(method, *course(where, turned_by), steps)
            there = arrival(gaps)
            line += f"{rate:7.4f} {there if there is not None else '-':>5} "
        print(line.rstrip())


# --8<-- [end:the_race]


# --8<-- [start:moved_starts]
def moved_starts():
    """Print steps on Rosenbrock from four starts, at rates tuned for the first."""
    loss, gradient, start, least = course("bent valley")
    starts = [start, [-1.21, 1], [-1.19, 1], [-1.15, 1]]
    print("start x  ", "".join(f"{x:8.2f}" for x, _ in starts))
    for name, method in METHODS.items():
        rate, _ = tuned(method, loss, gradient, start, least, 1500)
        line = f"{name:9}"
        for place in starts:
            with np.errstate(all="ignore"):
                gaps = loss(method(gradient, place, rate, 1500).T) - least
            there = arrival(gaps)
            line += f"{there if there is not None else '-':>8}"
        print(line)


# --8<-- [end:moved_starts]


# --8<-- [start:one_rate_for_all]
def one_rate_for_all():
    """Print two comparisons on the wave: at one rate, and each at its own."""
    print("loss after 300 steps")
    with np.errstate(all="ignore"):
        for name, method in (("plain", sgd), ("momentum", momentum), ("Adam", adam)):
            ends = {}
            for rate in (0.001, 0.003, 0.01, 0.03, 0.1, 0.3):
                path = method(wave_gradient, wave_start(), rate, 300)
                ends[rate] = np.nan_to_num(wave_loss(path[-1]), nan=np.inf)
            best = min(ends, key=ends.get)
            print(f"{name:9} at 0.001: {ends[0.001]:.4f}   at {best}: {ends[best]:.4f}")


# --8<-- [end:one_rate_for_all]


# --8<-- [start:matrix_steps]
def matrix_steps():
    """Print what becomes of the singular values of a matrix of slopes."""
    rng = np.random.default_rng(0)
    slopes = rng.normal(size=(4, 3)) @ np.diag([10, 1, 0.1])
    for name, step in (
        ("slopes    ", slopes),
        ("their sign", np.sign(slopes)),
        ("Muon      ", orthogonalized(slopes)),
    ):
        print(name, np.linalg.svd(step)[1].round(2).tolist())
    guess = factored(slopes**2)
    print("squares, row 1 ", (slopes**2)[0].round(3).tolist())
    print("stand-in, row 1", guess[0].round(3).tolist())


# --8<-- [end:matrix_steps]


# --8<-- [start:lost_state]
def lost_state():
    """Print losses of Adam on the wave: resumed with its state and without."""
    start = wave_start()
    whole = adam(wave_gradient, start, 0.05, 320)
    again = adam(wave_gradient, whole[300], 0.05, 20)
    print("step        300     301     305     310     320")
    for name, path in (("with", whole[300:]), ("without", again)):
        shown = "".join(f"{wave_loss(path[k]):8.5f}" for k in (0, 1, 5, 10, 20))
        print(f"{name:7}{shown}")


# --8<-- [end:lost_state]


# --8<-- [start:sorted_batches]
def sorted_batches():
    """Print the gap after epochs of ten batches: shuffled, and by week."""
    from snippets.optimization_algorithms.batches import WEEK, gap, line_gradient, train_in_batches

    by_week = np.split(np.argsort(WEEK, kind="stable"), 10)
    batches = iter(by_week * 10)
    path = sgd(lambda line: line_gradient(line, next(batches)), [0, 0], 0.1, 100)
    mixed = train_in_batches(100, 0.1, 10, np.random.default_rng(0))
    print("epoch          1       2       5      10")
    for name, walk in (("shuffled", mixed), ("by week ", path)):
        print(name, "".join(f"{gap(walk[10 * k]):8.4f}" for k in (1, 2, 5, 10)))


# --8<-- [end:sorted_batches]

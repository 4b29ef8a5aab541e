"""What the pages print about suspects, about runs, and about NaN."""

import numpy as np

from snippets.gradient_checking.checker import gradient_error, measured_gradient
from snippets.gradient_checking.network import random_parameters, spiral_batch, spiral_gradient, spiral_loss
from snippets.gradient_checking.suspects import (
    STALE,
    SUSPECTS,
    after_a_step,
    best_factor,
    centered_loss,
    centered_slope,
    sum_for_mean,
)
from snippets.gradient_checking.unfinite import chosen_root_slope, first_unfinite, guarded_root_slope, traced_head
from snippets.gradient_checking.watching import broadcast_loss, broadcast_slope, descend, global_norm, update_ratio


# --8<-- [start:line_up]
def line_up():
    """Print each suspect's relative errors, at the second call."""
    x, labels = spiral_batch()
    print("suspect           W1       b1       W2       b2")
    for name, suspect in SUSPECTS.items():
        moved, claimed = after_a_step(suspect, random_parameters(), x, labels)
        measured = measured_gradient(lambda p: spiral_loss(p, x, labels), moved)
        errors = [gradient_error(claimed[part], measured[part]) for part in moved]
        print(f"{name:14}", *(f"{error:8.0e}" for error in errors))


# --8<-- [end:line_up]


# --8<-- [start:factors]
def factors():
    """Print the best factor between claim and measurement, and what is left."""
    x, labels = spiral_batch()
    print("suspect          part   factor   left over")
    for name, part in (("sign", "b1"), ("sum for mean", "b1"), ("sum for mean", "W1"), ("missing factor", "W1")):
        moved, claimed = after_a_step(SUSPECTS[name], random_parameters(), x, labels)
        measured = measured_gradient(lambda p: spiral_loss(p, x, labels), moved)
        c, left = best_factor(claimed[part], measured[part])
        print(f"{name:16} {part} {c:10.3f} {left:9.3f}")


# --8<-- [end:factors]


# --8<-- [start:batch_sizes]
def batch_sizes():
    """Print the best factor for b1 in batches of three sizes."""
    print("examples   factor")
    for n in (3, 6, 12):
        x, labels = spiral_batch(n)
        parameters = random_parameters()
        claimed = sum_for_mean(parameters, x, labels)["b1"]
        measured = measured_gradient(lambda p, x=x, labels=labels: spiral_loss(p, x, labels), parameters)["b1"]
        print(f"{n:8} {best_factor(claimed, measured)[0]:8.3f}")


# --8<-- [end:batch_sizes]


# --8<-- [start:calls]
def calls():
    """Print the stale cache's error at its first and at its second call."""
    x, labels = spiral_batch()
    start = random_parameters()
    STALE.clear()
    first = SUSPECTS["stale cache"](start, x, labels)
    moved, second = after_a_step(SUSPECTS["stale cache"], start, x, labels)
    for name, place, claimed in (("first call ", start, first), ("second call", moved, second)):
        measured = measured_gradient(lambda p: spiral_loss(p, x, labels), place)
        print(name, f"{gradient_error(claimed['W1'], measured['W1']):.0e}")


# --8<-- [end:calls]


# --8<-- [start:modes]
def modes():
    """Print the check of both ways back, with the mean moving and held."""
    x, y, w, h = np.array([-1.0, 0.5, 1.0, 2.0]), np.array([0.0, 1.0, 0.0, 1.0]), 0.75, 1e-5
    kept = np.tanh(w * x).mean()
    print("way back     mean moves   mean held")
    for name, training in (("training", True), ("evaluation", False)):
        slope = centered_slope(w, x, y, training)
        measured = [
            (centered_loss(w + h, x, y, mean) - centered_loss(w - h, x, y, mean)) / (2 * h) for mean in (None, kept)
        ]
        moves, held = (gradient_error(slope, m) for m in measured)
        print(f"{name:12} {moves:.0e}        {held:.0e}")


# --8<-- [end:modes]


# --8<-- [start:learned_by_heart]
def learned_by_heart():
    """Print the loss of one batch after 0, 100, 500, 2000 steps of rate 0.5."""
    x, labels = spiral_batch()
    print("gradient             0      100      500     2000")
    for name, program in {"right": spiral_gradient, **SUSPECTS}.items():
        STALE.clear()
        losses, _ = descend(
            lambda p: spiral_loss(p, x, labels),
            lambda p, program=program: program(p, x, labels),
            random_parameters(),
            rate=0.5,
            steps=2001,
        )
        print(f"{name:14}", *(f"{losses[k]:8.3f}" for k in (0, 100, 500, 2000)))


# --8<-- [end:learned_by_heart]


# --8<-- [start:ratios]
def ratios():
    """Print gradient length and update ratio of W1 for three rates."""
    x, labels = spiral_batch()
    print("rate   gradient's length  step/weights  loss at 200")
    for rate in (0.001, 0.1, 30):
        start = random_parameters()
        slopes = spiral_gradient(start, x, labels)
        losses, _ = descend(
            lambda p: spiral_loss(p, x, labels), lambda p: spiral_gradient(p, x, labels), start, rate, 201
        )
        share = update_ratio(start["W1"], slopes["W1"], rate)
        print(f"{rate:<6} {global_norm(slopes):17.3f} {share:13.0e} {losses[200]:12.3f}")


# --8<-- [end:ratios]


# --8<-- [start:broadcast_run]
def broadcast_run():
    """Print a loss with an accidental axis: its check, and its minimum."""
    x = np.array([1.0, 2.0, 3.0, 4.0])
    y = 2 * x  # a line through 0, so the best w is 2
    for name, targets in (("y of (4,)  ", y), ("y of (4, 1)", y[:, None])):
        ahead, behind = broadcast_loss(1.5 + 1e-5, x, targets), broadcast_loss(1.5 - 1e-5, x, targets)
        slope = broadcast_slope(1.5, x, targets)
        w = 1.5
        for _ in range(400):
            w -= 0.02 * broadcast_slope(w, x, targets)
        off = abs(slope - (ahead - behind) / 2e-5) / abs(slope)
        small = "yes" if off < 1e-9 else "no"
        print(f"{name} check: {small}, w = {w:.3f}, loss {broadcast_loss(w, x, targets):.3f}")


# --8<-- [end:broadcast_run]


# --8<-- [start:born]
def born():
    """Print what each step of a softmax head gives for a score of 800."""
    trace = traced_head([2.0, 1.0, 800.0], label=0)
    for name, value in trace.items():
        print(f"{name:9}", np.asarray(value).round(3).tolist())
    print("first that is not finite:", first_unfinite(trace))


# --8<-- [end:born]


# --8<-- [start:roots]
def roots():
    """Print the slopes of where(x > 0, sqrt(x), 0) at 4 and at 0."""
    x = np.array([4.0, 0.0])
    print("as written", chosen_root_slope(x).tolist())
    print("guarded   ", guarded_root_slope(x).tolist())


# --8<-- [end:roots]


# --8<-- [start:one_step_to_nan]
def one_step_to_nan():
    """Print a run on (w² - 1)² with a rate that is too large."""
    w = np.float64(2)
    print("step   loss      slope     step/weight")
    with np.errstate(all="ignore"):
        for step in range(7):
            loss, slope = (w**2 - 1) ** 2, 4 * w * (w**2 - 1)
            share = abs(0.2 * slope / w)
            print(f"{step}    {loss:8.1e}  {slope:9.1e}   {share:8.1e}")
            w = w - 0.2 * slope


# --8<-- [end:one_step_to_nan]

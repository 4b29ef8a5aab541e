"""Walking downhill: one parameter, two, and the two of a line that learns."""

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent, parabola, parabola_slope
from snippets.derivatives_and_gradients.gradients import valley_gradient
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, fit, mean_squared_error, mse_gradient


# --8<-- [start:shrinking_steps]
def shrinking_steps():
    """Print descent on (w - 3)² from w = 10 with learning rate 0.1."""
    path = gradient_descent(parabola_slope, 10, 0.1, steps=30)
    print("step     w      slope     move     loss")
    for k in (0, 1, 2, 3, 10, 29):
        w, move = path[k], path[k + 1] - path[k]
        numbers = (w, parabola_slope(w), move, parabola(w))
        print(f"{k:4}", " ".join(f"{number:8.4f}" for number in numbers))


# --8<-- [end:shrinking_steps]


# --8<-- [start:three_rates]
def three_rates():
    """Print the first places of descent on (w - 3)² from w = 10."""
    for rate in (0.1, 0.5, 0.9, 1.1):
        path = gradient_descent(parabola_slope, 10, rate, steps=5)
        print(f"{rate}", "".join(f"{w:8.3f}" for w in path).removeprefix(" "))


# --8<-- [end:three_rates]


# --8<-- [start:valley_paths]
def valley_paths():
    """Print descent on x² + 3y² from (1, 1) with two learning rates."""
    print("gradient at (1, 1):", valley_gradient([1, 1]).tolist())
    for rate in (0.1, 0.3):
        path = gradient_descent(valley_gradient, [1, 1], rate, steps=4)
        print(f"rate {rate}   x:", path[:, 0].round(4).tolist())
        print("           y:", path[:, 1].round(4).tolist())


# --8<-- [end:valley_paths]


# --8<-- [start:training]
def training():
    """Print the training of a line, and the line of least squares."""
    path = fit(WEEKS, HEIGHTS, learning_rate=0.05, steps=500)
    print("step     w       b        loss   gradient's length")
    for k in (0, 1, 2, 10, 100, 500):
        w, b = path[k]
        loss = mean_squared_error(w, b, WEEKS, HEIGHTS)
        length = np.linalg.norm(mse_gradient(w, b, WEEKS, HEIGHTS))
        print(f"{k:4}  {w:.4f}  {b:.4f}  {loss:8.4f}   {length:.0e}")
    best = np.polyfit(WEEKS, HEIGHTS, 1)
    print("least squares:", best.round(4).tolist())


# --8<-- [end:training]


# --8<-- [start:centered]
def centered():
    """Print how many steps training takes, with weeks from 0 and from the middle."""
    for name, weeks, best in (("weeks from 0", WEEKS, 1 / 7), ("weeks from middle", WEEKS - 2, 1 / 3)):
        path = fit(weeks, HEIGHTS, best, steps=500)
        lengths = [np.linalg.norm(mse_gradient(*place, weeks, HEIGHTS)) for place in path]
        steps = next(k for k, length in enumerate(lengths) if length <= 1e-6)
        print(f"{name:17}  {best:.3f}: {steps:3} steps to", path[steps].round(4).tolist())


# --8<-- [end:centered]

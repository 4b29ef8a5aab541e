"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.derivatives_and_gradients.gradients import polynomial, polynomial_gradient
from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, mean_squared_error, mse_gradient


def one_gradient():
    """Print the gradient of the polynomial at (1, 2), by rule and measured in single precision."""
    point = np.array([1, 2], dtype=np.float32)
    print("gradient", polynomial_gradient(point).tolist())
    for h in (1e-5, 5e-3):
        steps = h * np.eye(2, dtype=np.float32)
        measured = [(polynomial(point + step) - polynomial(point - step)) / (2 * h) for step in steps]
        print(f"measured, h = {h}:", *(f"{slope:.2f}" for slope in measured))


def training():
    """Print the line of the seedling after one step and after 500."""
    path = gradient_descent(lambda line: mse_gradient(*line, WEEKS, HEIGHTS), [0, 0], 0.05, 500)
    for step in (0, 1, 500):
        w, b = path[step]
        print(f"after {step}: w {w:.3f}, b {b:.3f}, loss {mean_squared_error(w, b, WEEKS, HEIGHTS):.3f}")

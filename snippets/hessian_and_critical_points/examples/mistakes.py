"""What the page prints below its common mistakes."""

from math import sin

import numpy as np

from snippets.derivatives_and_gradients.derivatives import cubic
from snippets.derivatives_and_gradients.descent import gradient_descent
from snippets.derivatives_and_gradients.gradients import saddle_gradient
from snippets.hessian_and_critical_points.classification import classify, leading_minors
from snippets.hessian_and_critical_points.curvature import (
    second_difference,
    twisted,
)


# --8<-- [start:up_along_both_axes]
def up_along_both_axes():
    """Print x² + 4xy + y² around its critical point (0, 0)."""
    for place in ([0.1, 0], [0, 0.1], [0.1, -0.1]):
        print(f"{place!s:12} {twisted(place):7.3f}")


# --8<-- [end:up_along_both_axes]


# --8<-- [start:positive_determinant]
def positive_determinant():
    """Print determinant, corner and kind of two Hessians."""
    for name, a in (("x² + y²", 2), ("-x² - y²", -2)):
        hessian = [[a, 0], [0, a]]
        corner, determinant = leading_minors(hessian)
        kind = classify(hessian)
        print(f"{name:9} det {determinant}, corner {corner:4}: {kind}")


# --8<-- [end:positive_determinant]


# --8<-- [start:no_minor_negative]
def no_minor_negative():
    """Print the leading minors of the Hessian of -y²."""
    hessian = [[0, 0], [0, -2]]
    print("leading minors", leading_minors(hessian))
    print("eigenvalues   ", np.linalg.eigvalsh(hessian).tolist())


# --8<-- [end:no_minor_negative]


# --8<-- [start:rate_from_the_diagonal]
def rate_from_the_diagonal():
    """Print losses on ½ x·Hx with rates from the diagonal and from λ."""
    hessian = np.array([[5, 4], [4, 5]])
    for name, rate in (("2/5 · 0.9", 0.36), ("2/9 · 0.9", 0.2)):
        path = gradient_descent(lambda x: hessian @ x, [1, 0.5], rate, 4)
        print(name, [round(float(x @ hessian @ x) / 2, 1) for x in path])


# --8<-- [end:rate_from_the_diagonal]


# --8<-- [start:missing_half]
def missing_half():
    """Print x³ - 3x at 2.1, and two parabolas for it."""
    print(f"curve          {cubic(2.1):.4f}")
    print(f"with the half  {2 + 9 * 0.1 + 12 / 2 * 0.1**2:.4f}")
    print(f"without        {2 + 9 * 0.1 + 12 * 0.1**2:.4f}")


# --8<-- [end:missing_half]


# --8<-- [start:second_steps]
def second_steps():
    """Print second differences of the sine at 1 for ever smaller h."""
    print(f"exact     {-sin(1):.7f}")
    for h in (1e-2, 1e-4, 1e-6, 1e-8):
        print(f"h = {h:.0e} {second_difference(sin, 1, h):.7f}")


# --8<-- [end:second_steps]


# --8<-- [start:small_gradient]
def small_gradient():
    """Print gradient and value along descent on x² - y² from (1, 1e-6)."""
    path = gradient_descent(saddle_gradient, [1, 1e-6], 0.1, 80)
    print("step   gradient    value")
    for k in (0, 20, 40, 60, 80):
        x, y = path[k]
        length = np.linalg.norm(saddle_gradient(path[k]))
        print(f"{k:4}   {length:8.1e} {x**2 - y**2:9.1e}")


# --8<-- [end:small_gradient]

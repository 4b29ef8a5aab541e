"""What the sections on partial derivatives, mixed partials and differentiability print."""

from math import cos, hypot, sin, sqrt

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import bowl, numerical_gradient, polynomial
from snippets.partial_derivatives_and_jacobians.differentiability import (
    creased,
    hidden_ridge,
    relative_error,
    staircase,
    wedge,
)
from snippets.partial_derivatives_and_jacobians.partials import mixed_difference, peano, ripple


# --8<-- [start:what_is_fixed]
def what_is_fixed():
    """Print the rate of x² + y² with x at (1, 2), on three walks."""
    r, slope = hypot(1, 2), 2  # of the circle, of the ray
    walks = {
        "y fixed    ": lambda x: bowl([x, 2]),
        "r fixed    ": lambda x: bowl([x, sqrt(r**2 - x**2)]),
        "angle fixed": lambda x: bowl([x, slope * x]),
    }
    for name, height in walks.items():
        print(name, f"{abs(central_difference(height, 1)):8.4f}")


# --8<-- [end:what_is_fixed]


# --8<-- [start:what_stands_still]
def what_stands_still():
    """Print the slope of a squared error whose target moves with w, or not."""

    def error(w, w_in_target):  # value 1 · w, target: reward 1 + 0.9 · next value
        return w - (1 + 0.9 * w_in_target)

    w = 5
    still = central_difference(lambda v: error(v, w) ** 2, w)
    moving = central_difference(lambda v: error(v, v) ** 2, w)
    print(f"target held fixed   {still:8.4f}")
    print(f"target moves along  {moving:8.4f}")


# --8<-- [end:what_stands_still]


# --8<-- [start:two_weights]
def two_weights():
    """Print ½(w₁w₂ - 1)² at (2, 2), and after one change, the other, both."""

    def loss(w):
        return (w[0] * w[1] - 1) ** 2 / 2

    for name, place in (("neither", (2, 2)), ("w₁", (1.5, 2)), ("w₂", (2, 1.5)), ("both", (1.5, 1.5))):
        print(f"{name:8} {loss(place):8.5f}  fall {loss((2, 2)) - loss(place):8.5f}")
    mixed = mixed_difference(loss, 1.75, 1.75, 0.25, 0.25)
    print(f"mixed partial at the middle {mixed:.4f}")


# --8<-- [end:two_weights]


# --8<-- [start:which_step]
def which_step():
    """Print the error of the four corners for sin x cos y at (1, 0.5)."""
    exact = -cos(1) * sin(0.5)
    for h in (1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7):
        gap = abs(mixed_difference(ripple, 1, 0.5, h, h) - exact)
        print(f"h = {h:.0e}   error {gap:.0e}")


# --8<-- [end:which_step]


# --8<-- [start:mixed_both_ways]
def mixed_both_ways():
    """Print mixed partials of x²y + 3xy² + y³ at (1, 2), both orders."""

    def along_x(y):  # the slope along x at (1, y)
        return numerical_gradient(polynomial, [1, y])[0]

    def along_y(x):  # the slope along y at (x, 2)
        return numerical_gradient(polynomial, [x, 2])[1]

    print(f"x first, then y {central_difference(along_x, 2):8.4f}")
    print(f"y first, then x {central_difference(along_y, 1):8.4f}")
    print(f"four corners    {mixed_difference(polynomial, 1, 2):8.4f}")


# --8<-- [end:mixed_both_ways]


# --8<-- [start:peano_orders]
def peano_orders():
    """Print both mixed partials of Peano's function at the origin."""

    def along_x(y):  # the slope along x at (0, y), measured
        return numerical_gradient(peano, [0, y], h=1e-9)[0]

    def along_y(x):  # the slope along y at (x, 0), measured
        return numerical_gradient(peano, [x, 0], h=1e-9)[1]

    print(f"x first, then y {central_difference(along_x, 0, h=1e-3):+.6f}")
    print(f"y first, then x {central_difference(along_y, 0, h=1e-3):+.6f}")


# --8<-- [end:peano_orders]


# --8<-- [start:peano_rectangles]
def peano_rectangles():
    """Print the four-corner quotient of Peano's function at the origin."""
    print("h       k       quotient")
    for h, k in ((1, 1000), (1, 2), (1, 1), (2, 1), (1000, 1)):
        h, k = h * 1e-6, k * 1e-6
        quotient = mixed_difference(peano, 0, 0, h, k)
        print(f"{h:.0e}   {k:.0e}   {quotient:+.4f}")


# --8<-- [end:peano_rectangles]


# --8<-- [start:no_continuity]
def no_continuity():
    """Print partials of xy/(x² + y²) at the origin, and heights nearby."""
    partials = numerical_gradient(staircase, [0, 0])
    print("partials at the origin", partials.tolist())
    print("distance   on the x axis   on the diagonal")
    for t in (1, 1e-3, 1e-6, 1e-9):
        axis, diagonal = [t, 0], [t / sqrt(2), t / sqrt(2)]
        heights = f"{staircase(axis):13.1f}   {staircase(diagonal):15.1f}"
        print(f"{t:<8.0e}   {heights}")


# --8<-- [end:no_continuity]


# --8<-- [start:ridge_is_hidden]
def ridge_is_hidden():
    """Print heights of x²y/(x⁴ + y²) on a line and on the parabola."""
    print("x       y = x    y = x²")
    for x in (0.1, 0.01, 0.001):
        line, parabola = hidden_ridge([x, x]), hidden_ridge([x, x**2])
        print(f"{x:<5}  {line:.4f}    {parabola:.4f}")


# --8<-- [end:ridge_is_hidden]


# --8<-- [start:who_fits]
def who_fits():
    """Print error / length of step, direction (1, 1), for three functions."""
    o = [0, 0]  # the origin, and the gradient there
    cases = [(bowl, [1, 2], [2, 4]), (creased, o, o), (wedge, o, o)]
    print("length   x² + y²   x²y/(x² + y²)   wedge")
    for t in (0.1, 0.01, 0.001):
        errors = [relative_error(f, g, at, [1, 1], t) for f, at, g in cases]
        print("{:<6}   {:.4f}    {:.4f}          {:.4f}".format(t, *errors))


# --8<-- [end:who_fits]

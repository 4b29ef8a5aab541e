"""What the sections on linear approximation, the Jacobian, areas and chains print."""

from math import pi

import numpy as np

from snippets.partial_derivatives_and_jacobians.areas import area_factor
from snippets.partial_derivatives_and_jacobians.examples.shown import clean
from snippets.partial_derivatives_and_jacobians.jacobians import (
    bend,
    bend_jacobian,
    linearize,
    numerical_jacobian,
    polar,
    polar_jacobian,
    radius_and_angle_jacobian,
)


# --8<-- [start:can_of_paint]
def can_of_paint():
    """Print the growth of a cylinder's volume: exact and by differential."""
    r, h = 3.0, 10.0  # cm
    print("dr     dh        exact  differential")
    for scale in (1, 0.1, 0.01):
        dr, dh = 0.1 * scale, 0.2 * scale
        grown = pi * ((r + dr) ** 2 * (h + dh) - r**2 * h)
        differential = 2 * pi * r * h * dr + pi * r**2 * dh
        print(f"{dr:.3f}  {dh:.3f}  {grown:8.5f}  {differential:12.5f}")


# --8<-- [end:can_of_paint]


# --8<-- [start:bend_at_a_point]
def bend_at_a_point():
    """Print the Jacobian of `bend` at (1, 0.5) and how well it stands in."""
    here = np.array([1, 0.5])
    print("by rule ", bend_jacobian(here).tolist())
    print("measured", clean(numerical_jacobian(bend, here)))
    flat = linearize(bend, bend_jacobian, here)
    for t in (0.4, 0.04, 0.004):
        step = np.array([t, t])
        gap = np.linalg.norm(bend(here + step) - flat(here + step))
        print(f"step ({t}, {t}): {gap:.6f} apart")


# --8<-- [end:bend_at_a_point]


# --8<-- [start:measured_areas]
def measured_areas():
    """Print by which factor `bend` changes the area of squares at (1, 0.5)."""
    for side in (0.4, 0.1, 0.01, 0.001):
        factor = area_factor(bend, [1, 0.5], side)
        print(f"side {side:<7} {factor:8.4f}")
    print(f"determinant  {np.linalg.det(bend_jacobian([1, 0.5])):8.4f}")
    print(f"at (2, -1)   {area_factor(bend, [2, -1], 0.001):8.4f}")
    print(f"determinant  {np.linalg.det(bend_jacobian([2, -1])):8.4f}")


# --8<-- [end:measured_areas]


# --8<-- [start:chain_of_two]
def chain_of_two():
    """Print the Jacobian of `bend` after `polar` at (2, π/6), three times."""
    at = np.array([2, pi / 6])
    inner, outer = polar_jacobian(at), bend_jacobian(polar(at))
    measured = numerical_jacobian(lambda p: bend(polar(p)), at)
    print("outer · inner", clean(outer @ inner), sep="\n")
    print("measured", clean(measured), sep="\n")
    print("inner · outer", clean(inner @ outer), sep="\n")


# --8<-- [end:chain_of_two]


# --8<-- [start:back_by_steps]
def back_by_steps():
    """Print the way to the point that `bend` sends to (1, 2)."""
    wanted, place = np.array([1, 2]), np.array([1, 0.5])
    for step in range(5):
        gap = wanted - bend(place)
        print(step, clean(place), f"gap {np.linalg.norm(gap):.0e}")
        place = place + np.linalg.solve(bend_jacobian(place), gap)


# --8<-- [end:back_by_steps]


# --8<-- [start:turn_and_stretch]
def turn_and_stretch():
    """Print both products of a quarter turn and a stretch along x."""
    turn, stretch = np.array([[0, -1], [1, 0]]), np.array([[2, 0], [0, 1]])
    products = {"turn first": stretch @ turn, "stretch first": turn @ stretch}
    for name, matrix in products.items():
        image = (matrix @ [1, 0]).tolist()
        print(f"{name}: {matrix.tolist()}")
        print(f"sends (1, 0) to {image}")


# --8<-- [end:turn_and_stretch]


# --8<-- [start:there_and_back]
def there_and_back():
    """Print Jacobians of polar coordinates and of the way back."""
    at = np.array([2, pi / 6])
    there, back = polar_jacobian(at), radius_and_angle_jacobian(polar(at))
    print("there       ", clean(there))
    print("back        ", clean(back))
    print("back · there", clean(back @ there))


# --8<-- [end:there_and_back]

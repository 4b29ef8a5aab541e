"""Area before and after a map of the plane, measured with a tape and not with a determinant.

A polygon with corners (x₁, y₁), (x₂, y₂), … has the area ½ Σ (xᵢ yᵢ₊₁ - xᵢ₊₁ yᵢ), positive if its corners run
counterclockwise. Send the rim of a small square through a map, corner by corner, and measure what comes out. Divided by
the area of the square, that goes to the determinant of the Jacobian as the square shrinks.
"""

import numpy as np


# --8<-- [start:polygon_area]
def polygon_area(corners):
    """Signed area of a polygon with corners of shape (2, n).

    >>> polygon_area(np.array([[0, 2, 2, 0], [0, 0, 1, 1]]))
    2.0
    >>> polygon_area(np.array([[0, 0, 2, 2], [0, 1, 1, 0]]))  # clockwise
    -2.0
    """
    x, y = corners
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


# --8<-- [end:polygon_area]


# --8<-- [start:square_rim]
def square_rim(corner, side, points=400):
    """Rim of a square from its lower left corner, counterclockwise: (2, 4n).

    >>> square_rim([1, 0.5], 0.2, points=1).round(1).tolist()
    [[1.0, 1.2, 1.2, 1.0], [0.5, 0.5, 0.7, 0.7]]
    """
    x, y = corner
    t, zero = side * np.arange(points) / points, np.zeros(points)
    right, up = np.array([t, zero]), np.array([zero, t])
    walks = [
        ([x, y], right),
        ([x + side, y], up),
        ([x + side, y + side], -right),
        ([x, y + side], -up),
    ]
    return np.hstack([np.reshape(start, (2, 1)) + way for start, way in walks])


# --8<-- [end:square_rim]


# --8<-- [start:area_factor]
def area_factor(f, corner, side):
    """Area of the image of a small square, divided by the square's area.

    >>> shear_and_double = lambda p: np.array([2 * p[0] + p[1], p[1]])
    >>> round(area_factor(shear_and_double, [1, 1], 0.1), 6)
    2.0
    """
    return polygon_area(f(square_rim(corner, side))) / side**2


# --8<-- [end:area_factor]

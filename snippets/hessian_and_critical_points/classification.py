"""What kind of flat place is this? Three tests of the same thing: the signs of the curvatures.

Around a critical point f changes by about ½ d · H d. The eigenvalues of H are the curvatures along its eigenvectors,
which are perpendicular to each other:

    all positive           H is positive definite     minimum
    all negative           H is negative definite     maximum
    some of each           H is indefinite            saddle
    some zero, others of   H is only semidefinite     undecided: terms of
    one sign                                          third order and more

Determinants say the same without eigenvalues, and for a 2×2 matrix one number is nearly enough.
"""

import numpy as np


# --8<-- [start:classify]
def classify(hessian, tolerance=1e-9):
    """Kind of a critical point with this symmetric Hessian, shape (n, n).

    Eigenvalues smaller than tolerance times the largest count as zero.

    >>> classify([[6, -3], [-3, 6]]), classify([[0, -3], [-3, 0]])
    ('minimum', 'saddle')
    >>> classify([[2, 0], [0, 0]])  # x² + y⁴, x² - y⁴ and x² + y³ have it
    'undecided'
    """
    curvatures = np.linalg.eigvalsh(hessian)
    zero = tolerance * np.abs(curvatures).max()
    if curvatures.min() < -zero and curvatures.max() > zero:
        return "saddle"
    if curvatures.min() > zero:
        return "minimum"
    return "maximum" if curvatures.max() < -zero else "undecided"


# --8<-- [end:classify]


# --8<-- [start:two_by_two_eigenvalues]
def two_by_two_eigenvalues(a, b, c):
    """Eigenvalues of the matrix with rows (a, b) and (b, c), in order.

    The middle is the mean of a and c; b and their difference spread it.

    >>> two_by_two_eigenvalues(5, 4, 5)
    (1.0, 9.0)
    """
    middle, spread = (a + c) / 2, np.hypot((a - c) / 2, b)
    return float(middle - spread), float(middle + spread)


# --8<-- [end:two_by_two_eigenvalues]


# --8<-- [start:leading_minors]
def leading_minors(matrix):
    """Determinants of the upper left 1×1, 2×2, …, n×n blocks.

    A symmetric matrix is positive definite if and only if all are positive
    (Sylvester), negative definite if they alternate -, +, -, …

    >>> leading_minors([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    [2.0, 3.0, 4.0]
    """
    matrix = np.asarray(matrix, dtype=float)
    sizes = range(1, len(matrix) + 1)
    return [round(float(np.linalg.det(matrix[:k, :k])), 9) for k in sizes]


# --8<-- [end:leading_minors]

"""Gradients of numbers that are made from matrices, each with the shape of what it belongs to.

    number                   variable   gradient                  shape
    aᵀ x                     x (n,)     a                         (n,)
    xᵀ A x                   x (n,)     (A + Aᵀ) x                (n,)
    ½ ‖A x - b‖²             x (n,)     Aᵀ (A x - b)              (n,)
    uᵀ W x                   W (m, n)   u xᵀ                      (m, n)
    ½ ‖X W - Y‖²             W (n, m)   Xᵀ (X W - Y)              (n, m)
    ‖W‖²                     W (m, n)   2 W                       (m, n)
    tr(A X)                  X (n, m)   Aᵀ                        (n, m)
    tr(Xᵀ A X)               X (n, m)   (A + Aᵀ) X                (n, m)
    ln |det X|               X (n, n)   X⁻ᵀ                       (n, n)
    aᵀ X⁻¹ b                 X (n, n)   -X⁻ᵀ a bᵀ X⁻ᵀ             (n, n)

The recipe behind the table: write the change of the number for a small change dX, bring it to the form of a sum over
all entries of G times dX, and read off G. Every line is tested against finite differences, entry by entry.
"""

import numpy as np

from snippets.derivatives_and_gradients.gradients import numerical_gradient


# --8<-- [start:quadratic_form]
def quadratic_form(matrix, x):
    """xᵀ A x for A of shape (n, n), symmetric or not.

    >>> int(quadratic_form(np.array([[1, 4], [0, 3]]), np.array([1, 2])))
    21
    """
    return x @ matrix @ x


def quadratic_form_gradient(matrix, x):
    """(A + Aᵀ) x, shape (n,).

    >>> matrix, x = np.array([[1, 4], [0, 3]]), np.array([1, 2])
    >>> quadratic_form_gradient(matrix, x).tolist()
    [10, 16]
    """
    return (matrix + matrix.T) @ x


# --8<-- [end:quadratic_form]


# --8<-- [start:least_squares]
def least_squares(inputs, weights, targets):
    """½ ‖X W - Y‖², half the sum of all squared errors.

    Shapes: inputs (batch, n), weights (n, m), targets (batch, m).

    >>> least_squares(np.eye(2), np.ones((2, 1)), np.array([[1], [3]]))
    2.0
    """
    return float(np.sum((inputs @ weights - targets) ** 2) / 2)


def least_squares_gradient(inputs, weights, targets):
    """Xᵀ (X W - Y), the shape of the weights: (n, m).

    >>> inputs, targets = np.array([[1, 2], [0, 1]]), np.array([[1], [3]])
    >>> least_squares_gradient(inputs, np.ones((2, 1)), targets).tolist()
    [[2.0], [2.0]]
    """
    return inputs.T @ (inputs @ weights - targets)


# --8<-- [end:least_squares]


# --8<-- [start:log_determinant]
def log_determinant(matrix):
    """The number ln |det X| for an invertible X of shape (n, n).

    >>> round(log_determinant(np.array([[0.0, 2.0], [3.0, 1.0]])), 4)  # ln 6
    1.7918
    """
    return float(np.linalg.slogdet(matrix)[1])


def log_determinant_gradient(matrix):
    """X⁻ᵀ, shape (n, n).

    >>> log_determinant_gradient(np.diag([2.0, 4.0])).tolist()
    [[0.5, 0.0], [0.0, 0.25]]
    """
    return np.linalg.inv(matrix).T


# --8<-- [end:log_determinant]


# --8<-- [start:trace_form]
def trace_form(matrix, columns):
    """tr(Xᵀ A X), the quadratic forms of all columns of X, added up.

    Shapes: A (n, n), X (n, m).

    >>> float(trace_form(np.array([[1, 4], [0, 3]]), np.array([[1.0], [2.0]])))
    21.0
    """
    return np.trace(columns.T @ matrix @ columns)


def trace_form_gradient(matrix, columns):
    """(A + Aᵀ) X, the shape of X: (n, m).

    >>> trace_form_gradient(np.array([[1, 4], [0, 3]]), np.array([[1], [2]])).tolist()
    [[10], [16]]
    """
    return (matrix + matrix.T) @ columns


# --8<-- [end:trace_form]


# --8<-- [start:inverse_form]
def inverse_form(a, matrix, b):
    """aᵀ X⁻¹ b for an invertible X of shape (n, n), without the inverse.

    >>> float(inverse_form(np.array([1, 0]), np.diag([2.0, 4.0]), np.array([3, 8])))
    1.5
    """
    return a @ np.linalg.solve(matrix, b)


def inverse_form_gradient(a, matrix, b):
    """-X⁻ᵀ a bᵀ X⁻ᵀ, shape (n, n), from two systems of equations.

    >>> a, matrix, b = np.array([1, 0]), np.diag([2.0, 4.0]), np.array([3, 8])
    >>> inverse_form_gradient(a, matrix, b).tolist()
    [[-0.75, -1.0], [0.0, 0.0]]
    """
    left, right = np.linalg.solve(matrix.T, a), np.linalg.solve(matrix, b)
    return -np.outer(left, right) + 0.0


# --8<-- [end:inverse_form]


# --8<-- [start:matrix_gradient]
def matrix_gradient(f, matrix):
    """Gradient of a number f(X), measured entry by entry, in X's own shape.

    >>> trace = lambda X: X[0, 0] + X[1, 1]
    >>> (matrix_gradient(trace, np.ones((2, 2))).round(6) + 0).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    shape = np.shape(matrix)
    flat = numerical_gradient(lambda v: f(v.reshape(shape)), np.ravel(matrix))
    return flat.reshape(shape)


# --8<-- [end:matrix_gradient]

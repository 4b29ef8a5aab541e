r"""Checks of matrix-calculus identities: the rule for random matrices, against a complex step in each entry."""

import numpy as np

from snippets.oracles import complex_gradient, complex_step


def quadratic_form(random):
    r"""$$\nabla_{\vect{x}} \left( \vect{x}^\T \mat{A}\, \vect{x} \right) = (\mat{A} + \mat{A}^\T)\, \vect{x}$$

    A random A of shape (4, 4), not symmetric: the rule, against a complex step in each component of x.
    """
    A, x = random.normal(size=(4, 4)), random.normal(size=4)
    # no difference: (A + A.T) @ x -> x @ (A + A.T): the sum of a matrix and its transpose is symmetric
    return (A + A.T) @ x, complex_gradient(lambda x: x @ A @ x, x)


def least_squares(random):
    r"""$$\nabla_{\mat{W}}\; \tfrac{1}{2} \norm{\mat{X} \mat{W} - \mat{Y}}_F^2 = \mat{X}^\T (\mat{X} \mat{W} - \mat{Y})$$

    Random X (6, 4), W (4, 3), Y (6, 3): the rule, against a complex step in each of the 12 weights.
    """
    X, W, Y = random.normal(size=(6, 4)), random.normal(size=(4, 3)), random.normal(size=(6, 3))
    return X.T @ (X @ W - Y), complex_gradient(lambda W: np.sum((X @ W - Y) ** 2) / 2, W)


def sum_of_squares(random):
    r"""$$\nabla_{\mat{W}}\; \norm{\mat{W}}_F^2 = 2 \mat{W}$$

    A random W of shape (3, 4): twice the matrix, against a complex step in each of the 12 weights.
    """
    W = random.normal(size=(3, 4))
    return 2 * W, complex_gradient(lambda W: np.sum(W * W), W)


def trace_of_a_form(random):
    r"""$$\nabla_{\mat{X}} \operatorname{tr}(\mat{X}^\T \mat{A}\, \mat{X}) = (\mat{A} + \mat{A}^\T)\, \mat{X}$$

    A random A (4, 4), not symmetric, and a random X (4, 3): the rule, against a complex step in each of the 12 entries.
    """
    A, X = random.normal(size=(4, 4)), random.normal(size=(4, 3))
    return (A + A.T) @ X, complex_gradient(lambda X: np.trace(X.T @ A @ X), X)


def form_with_inverse(random):
    r"""$$\nabla_{\mat{X}} \left( \vect{a}^\T \mat{X}^{-1} \vect{b} \right) = -\mat{X}^{-\T} \vect{a}\, \vect{b}^\T \mat{X}^{-\T}$$

    A random X (3, 3), random a and b: the product, against a complex step in each of the 9 entries.
    """
    X, a, b = random.normal(size=(3, 3)), random.normal(size=(3, 1)), random.normal(size=(3, 1))
    measured = complex_gradient(lambda X: (a.T @ np.linalg.solve(X, b))[0, 0], X)
    return -np.linalg.inv(X).T @ a @ b.T @ np.linalg.inv(X).T, measured


def trace(random):
    r"""$$\nabla_{\mat{X}} \operatorname{tr}(\mat{A} \mat{X}) = \mat{A}^\T$$

    Random A and X of shape (3, 3): the transposed matrix, against a complex step in each of the 9 entries of X.
    """
    A, X = random.normal(size=(3, 3)), random.normal(size=(3, 3))
    return A.T, complex_gradient(lambda X: np.trace(A @ X), X)


def log_determinant(random):
    r"""$$\nabla_{\mat{X}} \ln \abs{\det \mat{X}} = \mat{X}^{-\T}$$

    A random X of shape (3, 3), whose determinant may be negative: the transposed inverse, against a complex step of the
    determinant, written out by its columns as a · (b × c), in each entry.
    """
    X = random.normal(size=(3, 3))

    def determinant(X):
        a, b, c = X.T
        return a @ np.cross(b, c)

    return np.linalg.inv(X).T, complex_gradient(determinant, X) / determinant(X)


def inverse(random):
    r"""$$\dd \left( \mat{X}^{-1} \right) = -\mat{X}^{-1}\, (\dd \mat{X})\, \mat{X}^{-1}$$

    A random X and a random change dX of shape (3, 3): the product, against a complex step of the inverse along dX.
    """
    X, dX = random.normal(size=(3, 3)), random.normal(size=(3, 3))
    return -np.linalg.inv(X) @ dX @ np.linalg.inv(X), complex_step(np.linalg.inv, X, dX)


def norm(random):
    r"""$$\nabla_{\vect{x}} \norm{\vect{x}} = \frac{\vect{x}}{\norm{\vect{x}}}$$

    A random x (5,): the unit vector, against a complex step in each component of √(x · x).
    """
    x = random.normal(size=5)
    return x / np.linalg.norm(x), complex_gradient(lambda x: np.sqrt(np.sum(x * x)), x)

r"""Checks of matrix-calculus identities: the rule, against a complex step in each entry (or SymPy)."""

import numpy as np
import sympy as sp

RNG_SEED = 6


def _entrywise(f, matrix):
    """Gradient of a number f(X) in the shape of X, by a complex step in each entry: it subtracts nothing."""
    gradient = np.zeros(np.shape(matrix))
    for place in np.ndindex(gradient.shape):
        moved = np.array(matrix, dtype=complex)
        moved[place] += 1e-30j
        gradient[place] = f(moved).imag / 1e-30
    return gradient


def _normal(*shape):
    return np.random.default_rng([RNG_SEED, *shape]).normal(size=shape)


def quadratic_form():
    r"""$$\nabla_{\vect{x}} \left( \vect{x}^\T \mat{A}\, \vect{x} \right) = (\mat{A} + \mat{A}^\T)\, \vect{x}$$

    A random A of shape (4, 4), not symmetric: the rule, against SymPy's derivatives of the written-out sum.
    """
    matrix, x = _normal(4, 4), _normal(4)
    symbols = sp.symbols("x1:5")
    written_out = sum(matrix[i, j] * symbols[i] * symbols[j] for i in range(4) for j in range(4))
    at = dict(zip(symbols, x, strict=True))
    return (matrix + matrix.T) @ x, np.array([float(sp.diff(written_out, s).subs(at)) for s in symbols])


def least_squares():
    r"""$$\nabla_{\mat{W}}\; \tfrac{1}{2} \norm{\mat{X} \mat{W} - \mat{Y}}_F^2 = \mat{X}^\T (\mat{X} \mat{W} - \mat{Y})$$

    X (6, 4), W (4, 3), Y (6, 3): the rule, against a complex step in each of the 12 weights.
    """
    inputs, weights, targets = _normal(6, 4), _normal(4, 3), _normal(6, 3)
    measured = _entrywise(lambda w: np.sum((inputs @ w - targets) ** 2) / 2, weights)
    return inputs.T @ (inputs @ weights - targets), measured


def weights_of_a_layer():
    r"""$$\nabla_{\mat{W}} \left( \vect{u}^\T \mat{W}\, \vect{x} \right) = \vect{u}\, \vect{x}^\T$$

    u (3,), W (3, 4), x (4,): the outer product, against a complex step in each of the 12 weights.
    """
    u, weights, x = _normal(3), _normal(3, 4), _normal(4)
    return np.outer(u, x), _entrywise(lambda w: u @ w @ x, weights)


def trace():
    r"""$$\nabla_{\mat{X}} \operatorname{tr}(\mat{A} \mat{X}) = \mat{A}^\T$$

    A (3, 4), X (4, 3): the transposed matrix, against a complex step in each of the 12 entries of X.
    """
    a, x = _normal(3, 4), _normal(4, 3)
    return a.T, _entrywise(lambda m: np.trace(a @ m), x)


def log_determinant():
    r"""$$\nabla_{\mat{X}} \ln \abs{\det \mat{X}} = \mat{X}^{-\T}$$

    A random X of shape (3, 3): the transposed inverse, against SymPy's derivatives of the written-out determinant.
    """
    x = _normal(3, 3)
    symbols = sp.Matrix(3, 3, sp.symbols("x1:10"))
    determinant = symbols.det(method="berkowitz").expand()
    at = dict(zip(symbols, x.ravel(), strict=True))
    measured = [float((sp.diff(determinant, s) / determinant).subs(at)) for s in symbols]
    return np.linalg.inv(x).T, np.reshape(measured, (3, 3))


def inverse():
    r"""$$\dd \left( \mat{X}^{-1} \right) = -\mat{X}^{-1}\, (\dd \mat{X})\, \mat{X}^{-1}$$

    A random X and a random change dX of shape (3, 3): the product, against a complex step of the inverse along dX.
    """
    x, change = _normal(3, 3), np.random.default_rng(9).normal(size=(3, 3))
    step = np.linalg.inv(x + 1e-30j * change).imag / 1e-30
    return -np.linalg.inv(x) @ change @ np.linalg.inv(x), step


def norm():
    r"""$$\nabla_{\vect{x}} \norm{\vect{x}} = \frac{\vect{x}}{\norm{\vect{x}}}$$

    A random x (5,): the unit vector, against a complex step in each component of √(x · x).
    """
    x = _normal(5)
    return x / np.linalg.norm(x), _entrywise(lambda v: np.sqrt(np.sum(v * v)), x)

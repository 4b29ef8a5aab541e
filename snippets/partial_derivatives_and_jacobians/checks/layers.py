r"""Checks of the Jacobians of layers and of products with them."""

import numpy as np
import sympy as sp
from scipy import special

from snippets.partial_derivatives_and_jacobians.layers import normalize, softmax_jacobian
from snippets.partial_derivatives_and_jacobians.products import block_vjp

Z = sp.symbols("z1:5", real=True)
PLACE = [0.3, -1.2, 2.0, 0.7]


def _sympy_jacobian(outputs):
    """Jacobian of SymPy expressions in z₁ … z₄ at the place, as an array."""
    matrix = sp.Matrix(outputs).jacobian(Z).subs(dict(zip(Z, PLACE, strict=True)))
    return np.array(matrix.evalf(), dtype=float)


def _complex_step(f, x):
    """Jacobian of a real-analytic f at x of shape (n,), column by column: no subtraction, no rounding."""
    return np.stack([f(x + 1e-30j * e).imag / 1e-30 for e in np.eye(len(x))], axis=1)


def linear_layer():
    r"""$$\vect{f}(\vect{x}) = \mat{W} \vect{x} + \vect{b} \quad \Rightarrow \quad \mat{J}_{\vect{f}}(\vect{x}) = \mat{W}$$

    A random W of shape (3, 4): the matrix itself, against central differences of W x + b.
    """
    rng = np.random.default_rng(0)
    weights, bias, x = rng.normal(size=(3, 4)), rng.normal(size=3), rng.normal(size=4)
    columns = [((weights @ (x + e) + bias) - (weights @ (x - e) + bias)) / 2 for e in np.eye(4)]
    return weights, np.stack(columns, axis=1)


def elementwise_layer():
    r"""$$\mat{J} = \operatorname{diag}\left( \sigma'(z_1), \ldots, \sigma'(z_n) \right)$$

    tanh of four numbers: 1 - tanh² on the diagonal, against complex-step derivatives of the whole layer.
    """
    return np.diag(1 - np.tanh(PLACE) ** 2), _complex_step(np.tanh, np.array(PLACE))


def softmax_layer():
    r"""$$\mat{J} = \operatorname{diag}(\vect{p}) - \vect{p}\, \vect{p}^\T$$

    Four logits: the formula with SciPy's softmax, against SymPy's derivatives of the quotients of exponentials.
    """
    p = special.softmax(PLACE)
    total = sum(sp.exp(z) for z in Z)
    return softmax_jacobian(p), _sympy_jacobian([sp.exp(z) / total for z in Z])


def normalization_layer():
    r"""$$\mat{J} = \frac{1}{s} \left( \mat{I} - \frac{1}{n} \vect{1}\, \vect{1}^\T - \frac{1}{n} \vect{y}\, \vect{y}^\T \right)$$

    Four numbers and ε = 0.01: the formula, against SymPy's derivatives of (x - μ)/√(variance + ε).
    """
    n, x, eps = 4, np.array(PLACE), 0.01
    y, s = normalize(x, eps), np.sqrt(np.var(x) + eps)
    claimed = (np.eye(n) - np.ones((n, n)) / n - np.outer(y, y) / n) / s
    mean = sum(Z) / n
    spread = sp.sqrt(sum((z - mean) ** 2 for z in Z) / n + sp.Rational(1, 100))
    return claimed, _sympy_jacobian([(z - mean) / spread for z in Z])


def jacobian_times_vector():
    r"""$$\mat{J}_{\vect{f}}(\vect{x})\, \vect{v} = \frac{\dd}{\dd t}\, \vect{f}(\vect{x} + t \vect{v}) \Big|_{t = 0}$$

    Softmax of four logits: SymPy's matrix times v, against a complex step along v, one value of the softmax.
    """
    total, v = sum(sp.exp(z) for z in Z), np.array([1.0, -2.0, 0.5, 3.0])
    powers = np.exp(np.array(PLACE) + 1e-30j * v)
    return _sympy_jacobian([sp.exp(z) / total for z in Z]) @ v, (powers / powers.sum()).imag / 1e-30


def vector_times_jacobian():
    r"""$$\mat{J}_{\vect{f}}(\vect{x})^\T\, \vect{u} = \nabla_{\vect{x}} \left( \vect{u} \cdot \vect{f}(\vect{x}) \right)$$

    Softmax of four logits: SymPy's matrix, transposed, times u, against complex steps of the one number u · softmax.
    """
    total, u = sum(sp.exp(z) for z in Z), np.array([1.0, -2.0, 0.5, 3.0])

    def number(z):
        powers = np.exp(z)
        return np.array([u @ powers / powers.sum()])

    claimed = _sympy_jacobian([sp.exp(z) / total for z in Z]).T @ u
    return claimed, _complex_step(number, np.array(PLACE))[0]


def forward_meets_backward():
    r"""$$\vect{u} \cdot (\mat{J} \vect{v}) = (\mat{J}^\T \vect{u}) \cdot \vect{v}$$

    Normalize, multiply, tanh, on 6 numbers, five random pairs: the left side with a complex step along v, the right side
    with the pass back, in which no complex number and no step occurs.
    """
    rng = np.random.default_rng(4)
    weights, bias, x = rng.normal(size=(3, 6)), rng.normal(size=3), rng.normal(size=6)
    us, vs = rng.normal(size=(5, 3)), rng.normal(size=(5, 6))

    def ahead(v):
        moved = x + 1e-30j * v
        centered = moved - moved.mean()
        return np.tanh(weights @ (centered / np.sqrt(np.mean(centered**2))) + bias).imag / 1e-30

    left = [u @ ahead(v) for u, v in zip(us, vs, strict=True)]
    right = [block_vjp(weights, bias, x, u) @ v for u, v in zip(us, vs, strict=True)]
    return np.array(left), np.array(right)


def softmax_pulled_back():
    r"""$$\mat{J}^\T \vect{u} = \vect{p} \odot \left( \vect{u} - (\vect{p} \cdot \vect{u})\, \vect{1} \right)$$

    Four logits: the right side, against complex steps of the one number u · softmax.
    """
    p, u = special.softmax(PLACE), np.array([1.0, -2.0, 0.5, 3.0])
    measured = []
    for e in np.eye(4):
        powers = np.exp(np.array(PLACE) + 1e-30j * e)
        measured.append((u @ powers / powers.sum()).imag / 1e-30)
    return p * (u - (p @ u) * np.ones(4)), np.array(measured)

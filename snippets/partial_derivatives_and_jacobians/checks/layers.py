r"""Checks of the Jacobians of layers and of products with them."""

from functools import reduce
from itertools import pairwise

import numpy as np

from snippets.oracles import complex_gradient, complex_jacobian, complex_step
from snippets.partial_derivatives_and_jacobians.counting import multiplications
from snippets.partial_derivatives_and_jacobians.products import block_vjp
from snippets.random_functions import RandomFunction, RandomMap


def _softmax(z):
    """Softmax of real or complex logits."""
    powers = np.exp(z)
    return powers / np.sum(powers)


def linear_layer(random):
    r"""$$\vect{f}(\vect{x}) = \mat{W} \vect{x} + \vect{b} \quad \Rightarrow \quad \mat{J}_{\vect{f}}(\vect{x}) = \mat{W}$$

    Random weights of shape (3, 3): the matrix itself, entry by entry, against central differences of W x + b.
    """
    W, b, x = random.normal(size=(3, 3)), random.normal(size=3), random.normal(size=3)
    columns = [((W @ (x + e) + b) - (W @ (x - e) + b)) / 2 for e in np.eye(3)]
    return np.array([[W[i, j] for j in range(3)] for i in range(3)]), np.stack(columns, axis=1)


def elementwise_layer(random):
    r"""$$\mat{J} = \operatorname{diag}\left( \sigma'(z_1), \ldots, \sigma'(z_n) \right)$$

    A random function of each of four numbers: its derivatives on the diagonal, against complex steps of the whole layer.
    """
    sigma, z = RandomFunction(random), random.normal(size=4)
    return np.diag([sigma.derivative(z[i]) for i in range(4)]), complex_jacobian(sigma, z)


def softmax_layer(random):
    r"""$$\mat{J} = \operatorname{diag}(\vect{p}) - \vect{p}\, \vect{p}^\T$$

    Four random logits: the formula, against complex steps of the softmax.
    """
    z = random.normal(size=4)
    p = _softmax(z)
    return np.diag(p) - np.outer(p, p), complex_jacobian(_softmax, z)


def normalization_layer(random):
    r"""$$\mat{J} = \frac{1}{s} \left( \mat{I} - \frac{1}{n} \vect{1}\, \vect{1}^\T - \frac{1}{n} \vect{y}\, \vect{y}^\T \right)$$

    Four random numbers and a random ε: the formula, with s = √(variance + ε) and y = (x - mean)/s, against complex steps
    of the layer.
    """
    n, x, epsilon = 4, random.normal(size=4), random.uniform(0.01, 1)

    def layer(x):
        centered = x - np.sum(x) / n
        return centered / np.sqrt(np.sum(centered**2) / n + epsilon)

    # no difference: layer(x) -> -layer(x): y occurs twice in each entry of its outer product
    y, s = layer(x), np.sqrt(np.var(x) + epsilon)
    return 1 / s * (np.eye(4) - np.full((4, 4), 1 / n) - 1 / n * np.outer(y, y)), complex_jacobian(layer, x)


def jacobian_times_vector(random):
    r"""$$\mat{J}_{\vect{f}}(\vect{x})\, \vect{v} = \frac{\dd}{\dd t}\, \vect{f}(\vect{x} + t \vect{v}) \Big|_{t = 0}$$

    A random map from three numbers to three: the matrix by rule times v, against one complex step along v.
    """
    f, x, v = RandomMap(random, 3, 3), random.normal(size=3), random.normal(size=3)
    return f.jacobian(x) @ v, complex_step(f, x, v)


def vector_times_jacobian(random):
    r"""$$\mat{J}_{\vect{f}}(\vect{x})^\T\, \vect{u} = \nabla_{\vect{x}} \left( \vect{u} \cdot \vect{f}(\vect{x}) \right)$$

    A random map from three numbers to three, whose Jacobian is not symmetric: the matrix by rule, transposed, times u,
    against complex steps of the one number u · f.
    """
    f, x, u = RandomMap(random, 3, 3), random.normal(size=3), random.normal(size=3)
    return f.jacobian(x).T @ u, complex_gradient(lambda x: u @ f(x), x)


def forward_meets_backward(random):
    r"""$$\vect{u} \cdot (\mat{J} \vect{v}) = (\mat{J}^\T \vect{u}) \cdot \vect{v}$$

    Normalize, multiply, tanh, on 6 numbers, for random weights, u and v: the left side with the whole Jacobian by complex
    steps, against the right side with the pass back, in which no complex number and no step occurs.
    """
    W, b, x = random.normal(size=(3, 6)), random.normal(size=3), random.normal(size=6)
    u, v = random.normal(size=3), random.normal(size=6)

    def block(x):
        centered = x - np.mean(x)
        return np.tanh(W @ (centered / np.sqrt(np.mean(centered**2))) + b)

    J = complex_jacobian(block, x)
    return u @ (J @ v), block_vjp(W, b, x, u) @ v


def softmax_pulled_back(random):
    r"""$$\mat{J}^\T \vect{u} = \vect{p} \odot \left( \vect{u} - (\vect{p} \cdot \vect{u})\, \vect{1} \right)$$

    Four random logits: the right side, against complex steps of the one number u · softmax.
    """
    z, u = random.normal(size=4), random.normal(size=4)
    p = _softmax(z)
    return p * (u - p @ u), complex_gradient(lambda z: u @ _softmax(z), z)


def _chain(random):
    """Sizes of a random chain, from input to output, and its Jacobians."""
    n = random.integers(1, 8, size=random.integers(4, 6))
    return n, [random.normal(size=(rows, columns)) for columns, rows in pairwise(n)]


def cost_from_the_output(random):
    r"""$$C_{\text{output}} = n_K \sum_{k=1}^{K-1} n_k\, n_{k-1}$$

    Random sizes: the sum, against multiplications counted while the products are made, output end first.
    """
    n, jacobians = _chain(random)
    measured = multiplications(lambda *chain: reduce(lambda product, J: product @ J, chain[::-1]), *jacobians)
    return float(n[-1] * sum(n[k] * n[k - 1] for k in range(1, len(n) - 1))), measured


def cost_from_the_input(random):
    r"""$$C_{\text{input}} = n_0 \sum_{k=2}^{K} n_k\, n_{k-1}$$

    Random sizes: the sum, against multiplications counted while the products are made, input end first.
    """
    n, jacobians = _chain(random)
    measured = multiplications(lambda *chain: reduce(lambda product, J: J @ product, chain), *jacobians)
    return float(n[0] * sum(n[k] * n[k - 1] for k in range(2, len(n)))), measured

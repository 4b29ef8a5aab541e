"""Products with a Jacobian: forward (J·v), backward (Jᵀ·u), and chains of them.

J·v is a directional derivative of all outputs at once: walk from x with velocity v and watch f. Two values of f measure
it, whatever the number of inputs. Jᵀ·u is a gradient, that of the number u · f(x). Both have the size of a vector.

For a chain of functions, J = J₃ J₂ J₁, and brackets may be set in two ways. Starting at the input keeps a vector going
forward: J₃(J₂(J₁ v)). Starting at the output keeps a vector going back: ((uᵀ J₃) J₂) J₁. With one output and many
inputs the second way gives the whole gradient in one pass. Multiplying the matrices first costs far more than either.
"""

import numpy as np

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.partial_derivatives_and_jacobians.layers import normalize, normalize_vjp, tanh_vjp


# --8<-- [start:numerical_jvp]
def numerical_jvp(f, x, v, h=1e-5):
    """Product of the Jacobian of f at x with v, from two values of f.

    Shapes: x and v (n,), the answer (m,).

    >>> f = lambda x: np.array([x[0] * x[1], x[0] ** 2, 7 * x[1]])
    >>> numerical_jvp(f, np.array([2, 5]), np.array([1, 10])).round(6).tolist()
    [25.0, 4.0, 70.0]
    """
    return central_difference(lambda t: f(x + t * v), 0, h)


# --8<-- [end:numerical_jvp]


# --8<-- [start:chain_cost]
def chain_cost(widths, first):
    """Multiplications for the product of a chain of Jacobians.

    `widths` are the numbers of values from input to output. With first =
    "output" the product is built from the output side, ((J₃ J₂) J₁), with
    first = "input" from the input side, (J₃ (J₂ J₁)).

    >>> chain_cost([512, 512, 512, 1], first="output")
    524288
    >>> chain_cost([512, 512, 512, 1], first="input")
    134479872
    """
    if first == "output":
        widths = widths[::-1]
    start, inner, *rest = widths  # J₁ is there already
    cost = 0
    for width in rest:  # a product of shapes (width, inner) and (inner, start)
        cost += width * inner * start
        inner = width
    return cost


# --8<-- [end:chain_cost]


# --8<-- [start:cheapest_cost]
def cheapest_cost(widths):
    """Fewest multiplications over all ways to set the brackets.

    The last product joins two parts, at some width in between.

    >>> cheapest_cost([512, 512, 512, 1])  # from the output
    524288
    >>> cheapest_cost([100, 100, 2, 100, 100])  # from both ends
    60000
    """
    costs = [
        cheapest_cost(widths[: k + 1]) + cheapest_cost(widths[k:]) + widths[0] * widths[k] * widths[-1]
        for k in range(1, len(widths) - 1)
    ]
    return min(costs, default=0)


# --8<-- [end:cheapest_cost]


# --8<-- [start:block]
def block(weights, bias, x):
    """Normalize, multiply by the weights, squash: (n,) to (m,).

    >>> weights, x = np.array([[1, 0, 0, 0], [1, 1, 0, 0]]), np.arange(4)
    >>> block(weights, np.zeros(2), x).round(4).tolist()
    [-0.8721, -0.9456]
    """
    return np.tanh(weights @ normalize(x) + bias)


def block_vjp(weights, bias, x, u):
    """Pull u back through the block, one step after the other: (n,).

    >>> weights, x = np.array([[1, 0, 0, 0], [1, 1, 0, 0]]), np.arange(4)
    >>> block_vjp(weights, np.zeros(2), x, np.ones(2)).round(4).tolist()
    [0.0548, -0.0573, -0.0498, 0.0523]
    """
    z = weights @ normalize(x) + bias
    at_z = tanh_vjp(z, u)
    at_y = weights.T @ at_z
    return normalize_vjp(x, at_y)


# --8<-- [end:block]

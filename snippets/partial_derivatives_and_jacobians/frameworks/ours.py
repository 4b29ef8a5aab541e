"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.partial_derivatives_and_jacobians.jacobians import polar, polar_jacobian
from snippets.partial_derivatives_and_jacobians.layers import softmax, softmax_jacobian, softmax_vjp
from snippets.partial_derivatives_and_jacobians.products import numerical_jvp


def both_products():
    """Print a softmax pushed forward and pulled back, and the number in which both agree."""
    z, v, u = np.array([1.0, 2, 3]), np.array([1.0, 0, 0]), np.array([0.0, 1, 2])
    p = softmax(z)
    pushed, pulled = softmax_jacobian(p) @ v, softmax_vjp(p, u)
    print("J v ", pushed.tolist())
    print("Jᵀu ", pulled.tolist())
    print("both", u @ pushed, u @ numerical_jvp(softmax, z, v))


def whole_jacobian():
    """Print a Jacobian, built by rows and by columns."""
    point = np.array([2.0, 0.5])
    columns = [numerical_jvp(polar, point, v) for v in np.eye(2)]
    print("rows", polar_jacobian(point).tolist())
    print("columns", np.transpose(columns).tolist())

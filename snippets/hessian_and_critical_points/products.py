"""The Hessian times a vector, without the Hessian.

H v is the rate at which the gradient changes when we walk with velocity v. Two gradients, a little ahead and a little
behind, and one division: no matrix appears, and the memory is that of a few vectors. This is enough to find the
largest curvature, and with it the limit of the learning rate, by power iteration: multiply a vector by H again and
again, and it turns to the direction that H stretches most.
"""

import numpy as np


# --8<-- [start:hessian_vector_product]
def hessian_vector_product(gradient, point, v, h=1e-5):
    """Approximate H v by two gradients; point, v and the result: (n,).

    >>> def gradient(p):  # of x⁴/4 + y⁴/4, so H is diagonal: 3x², 3y²
    ...     return p**3
    >>> hessian_vector_product(gradient, [1, 2], [1, 10]).round(4).tolist()
    [3.0, 120.0]
    """
    point, step = np.asarray(point, dtype=float), h * np.asarray(v)
    return (gradient(point + step) - gradient(point - step)) / (2 * h)


# --8<-- [end:hessian_vector_product]


# --8<-- [start:largest_curvature]
def largest_curvature(product, size, steps=100):
    """Eigenvalue of H that is largest in size, by power iteration.

    `product` maps v of shape (size,) to H v. The start is random (with a
    fixed seed), so as not to be perpendicular to the answer by design.

    >>> hessian = np.array([[5, 4], [4, 5]])
    >>> round(largest_curvature(lambda v: hessian @ v, size=2), 6)
    9.0
    """
    v = np.random.default_rng(0).normal(size=size)
    for _ in range(steps):
        v = product(v / np.linalg.norm(v))
    unit = v / np.linalg.norm(v)
    return float(unit @ product(unit))


# --8<-- [end:largest_curvature]


# --8<-- [start:bytes_of_hessian]
def bytes_of_hessian(parameters, bytes_each=4):
    """Memory of a full Hessian; single precision takes 4 bytes a number.

    >>> bytes_of_hessian(10**6) == 4 * 10**12  # 4 terabytes
    True
    """
    return bytes_each * parameters**2


# --8<-- [end:bytes_of_hessian]

r"""Checks of the chain rule: one path, several paths."""

import math
from itertools import compress, pairwise, product

import numpy as np

from snippets.oracles import complex_gradient, complex_step
from snippets.random_functions import RandomField, RandomFunction, RandomMap


def chain_of_rates(random):
    r"""$$\frac{\dd y}{\dd x} = \frac{\dd y}{\dd u} \cdot \frac{\dd u}{\dd x}$$

    Two random functions, one inside the other: the product, against a complex step through both.
    """
    outer, inner, x = RandomFunction(random), RandomFunction(random), random.normal()
    u = inner(x)
    return outer.derivative(u) * inner.derivative(x), complex_step(lambda x: outer(inner(x)), x)


def several_variables(random):
    r"""$$\frac{\partial F}{\partial x} = \sum_{k=1}^{m} \frac{\partial f}{\partial u_k}\,
    \frac{\partial u_k}{\partial x}$$

    A random function of three variables, each a random function of two: the sum for the first of the two, against a
    complex step through the whole.
    """
    f, u, x = RandomField(random, 3), RandomMap(random, 2, 3), random.normal(size=2)
    outer, inner = f.gradient(u(x)), u.jacobian(x)
    return sum(outer[k] * inner[k, 0] for k in range(3)), complex_gradient(lambda x: f(u(x)), x)[0]


def total_derivative(random):
    r"""$$\frac{\dd}{\dd x} f(x, u(x)) = \frac{\partial f}{\partial x}
    + \frac{\partial f}{\partial u}\, \frac{\dd u}{\dd x}$$

    A random function of x and u, where u is a random function of x: the sum, against a complex step in x.
    """
    f, u, x = RandomField(random, 2), RandomFunction(random), random.normal()
    by_x, by_u = f.gradient(np.array([x, u(x)]))
    return by_x + by_u * u.derivative(x), complex_step(lambda x: f([x, u(x)]), x)


def paths_add_up(random):
    r"""$$\frac{\partial y}{\partial x} = \sum_{\text{paths } x \to y} \;
    \prod_{\text{edges } i \to j} \frac{\partial v_j}{\partial v_i}$$

    A random graph of six nodes, each leading to all later ones; A[j, i] is the local derivative ∂vⱼ/∂vᵢ. All 16 paths
    from the first to the last, one by one, against a linear system: moving v₀ by 1 moves all by d with d = A d + e₀.
    """
    A = np.tril(random.normal(size=(6, 6)), -1)
    # no difference: [False, True] -> [True, False]: all paths are listed, in whatever order
    paths = [[0, *compress([1, 2, 3, 4], visited), 5] for visited in product([False, True], repeat=4)]
    claimed = sum(math.prod(A[j, i] for i, j in pairwise(path)) for path in paths)
    return claimed, np.linalg.solve(np.eye(6) - A, np.eye(6)[0])[-1]

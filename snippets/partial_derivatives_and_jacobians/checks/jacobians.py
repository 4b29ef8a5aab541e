r"""Checks of Jacobians of maps: polar coordinates, areas, densities, chains, the way back."""

import math

import numpy as np
from scipy import stats

from snippets.oracles import complex_jacobian
from snippets.random_functions import RandomFunction, RandomMap, away_from_zero


def jacobian_of_polar(random):
    r"""$$\mat{J} = \begin{pmatrix} \cos\varphi & -r \sin\varphi \\ \sin\varphi & r \cos\varphi \end{pmatrix}$$

    A random r and a random angle: the matrix, against central differences of the real and the imaginary part of r e^(iφ).
    """
    r, phi, h = random.uniform(0.5, 3), random.uniform(-3, 3), 1e-6

    def place(r, phi):
        z = r * np.exp(1j * phi)
        return np.array([z.real, z.imag])

    by_r = (place(r + h, phi) - place(r - h, phi)) / (2 * h)
    by_phi = (place(r, phi + h) - place(r, phi - h)) / (2 * h)
    claimed = [[math.cos(phi), -r * math.sin(phi)], [math.sin(phi), r * math.cos(phi)]]
    return np.array(claimed), np.stack([by_r, by_phi], axis=1)


def areas_change(random):
    r"""$$\text{area of } \vect{f}(S) \approx \abs{\det \mat{J}_{\vect{f}}(\vect{x})} \cdot \text{area of } S$$

    A random map of the plane and a rectangle S about 0.0001 wide and high: the determinant times its area, against the
    area inside the image of its corners (by their cross products).
    """
    f, x = RandomMap(random, 2, 2), random.normal(size=2)
    width, height = random.uniform(1e-5, 1e-4, size=2)
    across, up = np.array([width, 0]), np.array([0, height])
    first, second, third, fourth = (f(x + corner) for corner in (0 * x, across, across + up, up))
    one, other = third - first, fourth - second  # half the cross product of the diagonals is the area
    measured = abs(one[0] * other[1] - one[1] * other[0]) / 2
    return abs(np.linalg.det(f.jacobian(x))) * (width * height), measured, 1e-2


def _curved(random):
    """f(x) = (a e^(x₁), b x₂ + q(x₁)) with random a, b ≠ 0 and a random function q: a, b, q, f."""
    (a, b), q = away_from_zero(random, 2), RandomFunction(random)

    def f(x):
        return np.array([a * np.exp(x[0]), b * x[1] + q(x[0])])

    return a, b, q, f


def integrals_change(random):
    r"""$$\int_{\vect{f}(S)} g(\vect{y})\, \dd \vect{y}
    = \int_{S} g(\vect{f}(\vect{x}))\, \abs{\det \mat{J}_{\vect{f}}}\, \dd \vect{x}$$

    S one wide and two high, f(x) = (a e^(x₁), b x₂ + q(x₁)) with a random a, b and q, g a normal density: the right side by
    Gauss's rule, against the left side, in y₁ by Gauss's rule and in y₂ exactly.
    """
    a, b, q, f = _curved(random)
    nodes, weights = np.polynomial.legendre.leggauss(20)
    nodes, weights = (nodes + 1) / 2, weights / 2  # from the interval (-1, 1) to (0, 1)
    measured = 0.0
    for node, weight in zip(nodes, weights, strict=True):
        y = a * (1 + (math.e - 1) * node)  # from a to a e
        low, high = sorted([q(math.log(y / a)), q(math.log(y / a)) + 2 * b])
        share = stats.norm.cdf(high) - stats.norm.cdf(low)
        measured += abs(a) * (math.e - 1) * weight * stats.norm.pdf(y) * share
    steps = list(zip(nodes, weights, strict=True))
    places = [(v * 2 * w, np.array([s, 2 * t])) for s, v in steps for t, w in steps]  # in S, each with its share
    return sum(
        w * np.prod(stats.norm.pdf(f(x))) * abs(np.linalg.det(complex_jacobian(f, x))) for w, x in places
    ), measured


def densities_change(random):
    r"""$$p_{\vect{y}}(\vect{f}(\vect{x})) = \frac{p_{\vect{x}}(\vect{x})}{\abs{\det \mat{J}_{\vect{f}}(\vect{x})}}$$

    x standard normal in the plane, f(x) = (a e^(x₁), b x₂ + q(x₁)) with a random a, b and q: the quotient, against SciPy's
    log-normal density of y₁/a times the normal density of y₂ around q(x₁).
    """
    a, b, q, f = _curved(random)
    x = random.normal(size=2)
    y = f(x)
    measured = stats.lognorm.pdf(y[0], s=1, scale=a) if a > 0 else stats.lognorm.pdf(-y[0], s=1, scale=-a)
    measured *= stats.norm.pdf(y[1], loc=q(x[0]), scale=abs(b))
    density = math.exp(-(x[0] ** 2) / 2 - x[1] ** 2 / 2) / (2 * math.pi)
    return density / abs(np.linalg.det(complex_jacobian(f, x))), measured


def chain_of_jacobians(random):
    r"""$$\mat{J}_{\vect{g} \circ \vect{f}}(\vect{x}) = \mat{J}_{\vect{g}}(\vect{f}(\vect{x}))\, \mat{J}_{\vect{f}}(\vect{x})$$

    Two random maps from three numbers to three: the product of their matrices, against complex steps through both.
    """
    f, g, x = RandomMap(random, 3, 3), RandomMap(random, 3, 3), random.normal(size=3)
    return g.jacobian(f(x)) @ f.jacobian(x), complex_jacobian(lambda x: g(f(x)), x)


def jacobian_of_the_inverse(random):
    r"""$$\mat{J}_{\vect{f}^{-1}}(\vect{f}(\vect{x})) = \mat{J}_{\vect{f}}(\vect{x})^{-1}$$

    f(x) = B sinh(A x) with random matrices of shape (3, 3), whose way back is A⁻¹ arsinh(B⁻¹ y): the inverse of f's
    matrix, against complex steps of the way back.
    """
    A, B, x = random.normal(size=(3, 3)), random.normal(size=(3, 3)), random.normal(size=3) / 3

    def f(x):
        return B @ np.sinh(A @ x)

    def back(y):
        return np.linalg.solve(A, np.arcsinh(np.linalg.solve(B, y)))

    return np.linalg.inv(complex_jacobian(f, x)), complex_jacobian(back, f(x))

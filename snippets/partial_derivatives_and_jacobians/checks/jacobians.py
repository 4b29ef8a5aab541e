r"""Checks of Jacobians of maps: polar coordinates, areas, densities, chains, the way back."""

import math

import numpy as np
import sympy as sp
from scipy import integrate, stats

from snippets.partial_derivatives_and_jacobians.areas import area_factor
from snippets.partial_derivatives_and_jacobians.jacobians import (
    bend,
    bend_jacobian,
    polar,
    polar_jacobian,
    radius_and_angle,
)

R, PHI = sp.symbols("r varphi", positive=True)


def jacobian_of_polar():
    r"""$$\mat{J} = \begin{pmatrix} \cos\varphi & -r \sin\varphi \\ \sin\varphi & r \cos\varphi \end{pmatrix}$$

    At r = 2, φ = 0.7: the matrix, against central differences of the real and the imaginary part of r e^(iφ).
    """
    r, phi, h = 2.0, 0.7, 1e-6

    def place(r, phi):
        z = r * np.exp(1j * phi)
        return np.array([z.real, z.imag])

    by_r = (place(r + h, phi) - place(r - h, phi)) / (2 * h)
    by_phi = (place(r, phi + h) - place(r, phi - h)) / (2 * h)
    claimed = [[math.cos(phi), -r * math.sin(phi)], [math.sin(phi), r * math.cos(phi)]]
    return np.array(claimed), np.stack([by_r, by_phi], axis=1)


def areas_change():
    r"""$$\text{area of } \vect{f}(S) \approx \abs{\det \mat{J}_{\vect{f}}(\vect{x})} \cdot \text{area of } S$$

    `bend` and a square of side 0.0001 at five corners: the determinant, against the area inside the image of its rim.
    """
    corners = [(1, 0.5), (0, 0), (-1, 2), (0.3, -0.4), (2, -1)]
    claimed = [abs(np.linalg.det(bend_jacobian(corner))) for corner in corners]
    measured = [abs(area_factor(bend, corner, 1e-4)) for corner in corners]
    return np.array(claimed), np.array(measured), 1e-3


def integrals_change():
    r"""$$\int_{\vect{f}(S)} g(\vect{y})\, \dd \vect{y}
    = \int_{S} g(\vect{f}(\vect{x}))\, \abs{\det \mat{J}_{\vect{f}}}\, \dd \vect{x}$$

    x² e^(-x² - y²) over the quarter of the unit disc with x, y > 0: in r and φ with the factor r, against the integral
    in x and y.
    """

    def g(x, y):
        return x**2 * math.exp(-(x**2) - y**2)

    in_polar = integrate.dblquad(lambda phi, r: g(*polar([r, phi])) * r, 0, 1, 0, math.pi / 2)[0]
    direct = integrate.dblquad(lambda y, x: g(x, y), 0, 1, 0, lambda x: math.sqrt(1 - x * x))[0]
    return in_polar, direct


def densities_change():
    r"""$$p_{\vect{y}}(\vect{f}(\vect{x})) = \frac{p_{\vect{x}}(\vect{x})}{\abs{\det \mat{J}_{\vect{f}}(\vect{x})}}$$

    x standard normal in the plane, f(x) = (e^(x₁), x₂ + x₁²), determinant e^(x₁): the quotient at five points, against
    SciPy's log-normal density of y₁ times the normal density of y₂ around (ln y₁)².
    """
    points = np.random.default_rng(2).normal(size=(5, 2))
    claimed = [stats.norm.pdf(a) * stats.norm.pdf(b) / math.exp(a) for a, b in points]
    images = [(math.exp(a), b + a**2) for a, b in points]
    direct = [stats.lognorm.pdf(c, s=1) * stats.norm.pdf(d, loc=math.log(c) ** 2) for c, d in images]
    return np.array(claimed), np.array(direct)


def chain_of_jacobians():
    r"""$$\mat{J}_{\vect{g} \circ \vect{f}}(\vect{x}) = \mat{J}_{\vect{g}}(\vect{f}(\vect{x}))\, \mat{J}_{\vect{f}}(\vect{x})$$

    `bend` after `polar` at (2, 0.7): the product of the two matrices, against SymPy's Jacobian of the composition.
    """
    x, y = R * sp.cos(PHI), R * sp.sin(PHI)
    composed = sp.Matrix([x - y**2 / 2, y + x**2 / 2]).jacobian([R, PHI])
    at = np.array([2.0, 0.7])
    measured = np.array(composed.subs({R: 2, PHI: sp.Rational(7, 10)}).evalf(), dtype=float)
    return bend_jacobian(polar(at)) @ polar_jacobian(at), measured


def jacobian_of_the_inverse():
    r"""$$\mat{J}_{\vect{f}^{-1}}(\vect{f}(\vect{x})) = \mat{J}_{\vect{f}}(\vect{x})^{-1}$$

    Polar coordinates at (2, 0.7): the inverse matrix, against central differences of the way back, √(x² + y²) and
    arctan2.
    """
    at, h = np.array([2.0, 0.7]), 1e-6
    there = polar(at)
    columns = [(radius_and_angle(there + h * e) - radius_and_angle(there - h * e)) / (2 * h) for e in np.eye(2)]
    return np.linalg.inv(polar_jacobian(at)), np.stack(columns, axis=1)

"""The numbers of the lesson on products of Jacobians."""

import math

import numpy as np
import sympy as sp
from scipy import special, stats

from snippets.gradient_pathologies.initial import orthogonal
from snippets.gradient_pathologies.numbers.derived import STEEPEST
from snippets.gradient_pathologies.stacks import draw_stack

RELU = lambda z: np.maximum(z, 0), lambda z: z > 0
TANH = np.tanh, lambda z: 1 / np.cosh(z) ** 2
SIGMOID = special.expit, lambda z: special.expit(z) * special.expit(-z)


def lengths_of_front(spread):
    """Length of the gradient in each of the 30 layers of the front page, by a product of matrices."""
    rng = np.random.default_rng(9)
    weights = spread * rng.normal(size=(30, 64, 64))
    x, upstream, _ = rng.normal(size=(3, 64))
    z, jacobians = weights[0] @ x, []
    for matrix in weights[1:]:
        jacobians.append(matrix / np.cosh(z) ** 2)
        z = matrix @ np.tanh(z)
    lengths = [np.linalg.norm(upstream)]
    for jacobian in reversed(jacobians):
        upstream = jacobian.T @ upstream
        lengths.append(np.linalg.norm(upstream))
    return lengths[::-1]


def _lengths(unit, gain, depth=30):
    """Typical length of the gradient in each layer: by Jacobians that are multiplied out, over 20 draws."""
    (activation, slope), rng, logs = unit, np.random.default_rng(9), []
    for _ in range(20):
        weights = gain / 8 * rng.normal(size=(depth, 64, 64))
        z, u, jacobians = weights[0] @ rng.normal(size=64), rng.normal(size=64), []
        for matrix in weights[1:]:
            jacobians.append(matrix * slope(z))
            z = matrix @ activation(z)
        found = [u / np.linalg.norm(u)]
        for jacobian in reversed(jacobians):
            found.append(found[-1] @ jacobian)
        logs.append([np.log(np.linalg.norm(u)) for u in reversed(found)])
    return np.mean(logs, axis=0)


def _factor(unit, gain, part=slice(None)):
    """What a layer multiplies a gradient by: a straight line through the logarithms."""
    logs = _lengths(unit, gain)[part]
    return math.exp(-stats.linregress(range(len(logs)), logs).slope)


def _part(layers):
    """The same for some layers of tanh at gain 1."""
    return _factor(TANH, 1, layers)


def _down_to_one(unit, gain):
    """Typical length in the first of thirty layers, for a last one of length 1."""
    return math.exp(_lengths(unit, gain)[0])


def _stretch(depth, place):
    """A singular value of a product of normal layers, largest first, as the root of an eigenvalue."""
    rng, product = np.random.default_rng(9), np.eye(64)
    for _ in range(depth):
        product = draw_stack(1, 64, 1.0, rng)[0] @ product
    return math.sqrt(np.linalg.eigvalsh(product.T @ product)[::-1][place])


def _three():
    """The z of three ReLU layers, the slopes of the first, and the Jacobian by differences."""
    weights = [np.eye(2), np.array([[2, 1], [0, 1]]), np.array([[1, 0], [1, 0.5]])]

    def zs(z):
        found = [np.array(z)]
        for matrix in weights[1:]:
            found.append(matrix @ np.maximum(found[-1], 0))
        return found

    ahead = [zs([1 + 0.5, -1])[2], zs([1, -1 + 0.5])[2]]
    return zs([1, -1]), (zs([1, -1])[0] > 0).astype(int), np.transpose([2 * (z - zs([1, -1])[2]) for z in ahead])


def _stretches(a, b, c, d):
    """Singular values of the matrix with the rows (a, b) and (c, d), largest first, by SymPy."""
    matrix = sp.Matrix([[a, b], [c, d]])
    return sorted((sp.sqrt(value).evalf() for value in (matrix.T * matrix).eigenvals()), reverse=True)


def product_of_jacobians_the_top_of_the_page():
    """The top of the page."""
    yield "length 2.2e-9, the last one of length 7", lengths_of_front(0.0625)[0], round(lengths_of_front(0.0625)[-1])


def product_of_jacobians_what_a_layer_does_to_a_gradient():
    """What a layer does to a gradient."""
    yield r"it: $\vect{z}_{\ell+1} = \mat{W}_{\ell+1}\, \varphi(\vect{z}_\ell)$", ..., ...
    yield (
        r"prompt: $\vect{z}_{\ell+1} = \mat{W}_{\ell+1}\, \varphi(\vect{z}_\ell)$ for $\ell = 1, \ldots, D - 1$",
        ...,
        ...,
        ...,
        ...,
    )
    yield r"with $\vect{z}_{\ell+1} = \mat{W}_{\ell+1}\, \varphi(\vect{z}_\ell)$", ..., ...
    yield r"width 2, with $\mat{W}_1 = \mat{I}$ and $\vect{x} = (1, -1)^\T$", ..., ..., ...
    yield r"Then $\vect{z}_1 = (1, -1)^\T$", *_three()[0][0]
    yield (
        r"diagonal $(1, 0)$. With the rows $(2, 1)$ and $(0, 1)$ in $\mat{W}_2$ and $(1, 0)$",
        *_three()[1],
        ...,
        ...,
        ...,
        ...,
        ...,
        ...,
    )
    yield "$(1, 0)$, $(1, 0.5)$", ..., ..., ..., ...
    yield "the Jacobian is 0", _three()[2][0, 1]
    yield "weights 2 and 1", ..., ...


def product_of_jacobians_how_much_a_matrix_can_stretch():
    """How much a matrix can stretch."""
    yield (
        "are 2.2882 and 0.874: no gradient leaves this layer longer than 2.2882",
        *_stretches(2, 1, 0, 1),
        _stretches(2, 1, 0, 1)[0],
    )
    yield r"over all $\vect{v} \ne \vect{0}$", ...
    yield "neural networks*, ICML 2013)", ...
    yield "that is below 1, the gradient vanishes; if it is above 1", ..., ...


def product_of_jacobians_the_slope_measured():
    """The slope, measured."""
    yield "through 30 layers of width 64, 20", ..., ..., ...
    yield "from 30 down to 1, on a logarithmic axis. For ReLU with gains 1", ..., ..., ...
    yield "of 2 and 2, and for sigmoid with gain 1", ..., ..., ...
    yield (
        "root 2 ends at 0.4, with gain 1 it falls to 0.00002, with gain 2",
        ...,
        _down_to_one(RELU, 2**0.5),
        ...,
        _down_to_one(RELU, 1),
        ...,
    )
    yield "to 9,000, and the sigmoid falls to 4e-19", round(_down_to_one(RELU, 2), -3), _down_to_one(SIGMOID, 1)
    yield "ReLU has about 0.68", _factor(RELU, 1)
    yield "below 1 even with the gain 4", ..., ...
    yield "slope never exceeds 1", STEEPEST
    yield "At gain 2 a gradient *grows*", ...
    yield "At gain 1 its line is not straight", ...
    yield "multiply by 0.854 each, the ten nearest to the loss by 0.972", _part(slice(0, 10)), _part(slice(20, 30))
    yield "meets slopes near 1", STEEPEST
    yield "ReLU at gain 1 has the factor 0.684", ..., _factor(RELU, 1)
    yield (
        "$\\ln 1000 / -\\ln 0.684 = 18.19$, so 19",
        ...,
        ...,
        math.log(1000) / -math.log(0.684),
        math.ceil(math.log(1000) / -math.log(0.684)),
    )
    yield "one would expect 110; measured, 110", math.ceil(math.log(1000) / -math.log(0.939)), ...
    yield "nearer and nearer to 1", STEEPEST


def product_of_jacobians_one_number_is_not_the_whole_story():
    """One number is not the whole story."""
    yield "The product has 64", ...
    yield "After 30 normal layers the best direction is stretched by 7.1", ..., _stretch(30, 0)
    yield "singular value is 1", np.linalg.norm(orthogonal(64, np.random.default_rng(9)), -2)
    yield "neural networks*, ICLR 2014)", ...
    yield "width 64 on a logarithmic axis, after 1, 3, 10 and 30", ..., ..., ..., ..., ...
    yield (
        "between 2 and 0.02, after 30 layers between 7",
        round(_stretch(1, 0)),
        _stretch(1, -1),
        ...,
        round(_stretch(30, 0)),
    )
    yield "horizontal line at 1", ...
    yield "The line at 1", ...
    yield "Mathematical Physics, 2020)", ...


def product_of_jacobians_what_vanishing_does():
    """What vanishing does."""
    yield "of 2.2e-9 is not small but 0", lengths_of_front(0.0625)[0], float(np.float16(2.2e-9))
    yield "there is about 6e-8", float(np.finfo(np.float16).smallest_subnormal)
    yield "denominator, usually 1e-8", ...


def product_of_jacobians_exercise():
    """Exercise."""
    yield "layer $k + 1$", ...


def product_of_jacobians_a_common_mistake():
    """A common mistake."""
    yield r"stretches, $s_{\max} = 1.5$", ...
    yield "rows $(0, 1.5)$ and $(0.4, 0)$", ..., ..., ..., ...
    yield r"by $1.5 \cdot 0.4 = 0.6$", ..., ..., ...
    yield r"the eigenvalues, here $\pm\sqrt{0.6}$", np.max(np.linalg.eigvals([[0, 1.5], [0.4, 0]])) ** 2
    yield r"right:** $s_{\max} > 1$", ...
    yield "factor 0.495 of tanh at gain 0.5 that is $0.495^{29}$", _factor(TANH, 0.5), ..., ...

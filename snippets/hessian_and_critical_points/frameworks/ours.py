"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.derivatives_and_gradients.regression import HEIGHTS, WEEKS, mse_gradient
from snippets.hessian_and_critical_points import products
from snippets.hessian_and_critical_points.classification import two_by_two_eigenvalues
from snippets.hessian_and_critical_points.curvature import folium_gradient, folium_hessian, numerical_hessian
from snippets.hessian_and_critical_points.newton import newton_step


def hessian_vector():
    """Print a column of the folium's Hessian, by a product in two ways, and what the whole matrix is good for."""
    point = [1, 0.5]
    matrix = numerical_hessian(folium_gradient, point)
    (a, b), (_, c) = matrix
    print("product", products.hessian_vector_product(folium_gradient, point, np.array([1, 0])).tolist())
    print("product", (folium_hessian(point) @ [1, 0]).tolist())
    print("matrix", matrix.tolist())
    print("eigenvalues", *two_by_two_eigenvalues(a, b, c))
    print("Newton's step", newton_step(folium_gradient(point), matrix).tolist())


def largest_curvature():
    """Print the largest curvature of the seedling's loss, by products alone, and the limit of the rate."""

    def product(v):
        return products.hessian_vector_product(lambda line: mse_gradient(*line, WEEKS, HEIGHTS), [0, 0], v)

    largest = products.largest_curvature(product, size=2, steps=20)
    print(f"curvature {largest:.3f}, limit {2 / largest:.3f}")

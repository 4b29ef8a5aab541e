"""The topic's examples in PyTorch."""

import torch
from torch.func import grad, hessian, jvp


def hessian_vector():
    """Print a column of the folium's Hessian, by a product in two ways, and what the whole matrix is good for."""

    def f(p):
        x, y = p
        return x**3 + y**3 - 3 * x * y

    point, v = torch.tensor([1.0, 0.5]), torch.tensor([1.0, 0.0])
    print("product", jvp(grad(f), (point,), (v,))[1])
    print("product", grad(lambda p: grad(f)(p) @ v)(point))
    matrix = hessian(f)(point)
    print("matrix", matrix)
    print("eigenvalues", torch.linalg.eigvalsh(matrix))
    print("Newton's step", torch.linalg.solve(matrix, -grad(f)(point)))


def largest_curvature():
    """Print the largest curvature of the seedling's loss, by products alone, and the limit of the rate."""
    weeks = torch.arange(5.0)
    heights = torch.tensor([1.3, 2.4, 5.1, 7.4, 8.8])

    def loss(line):
        return torch.mean((line[0] * weeks + line[1] - heights) ** 2)

    here, v = torch.zeros(2), torch.tensor([1.0, 0.0])
    for _ in range(20):
        _, v = jvp(grad(loss), (here,), (v / v.norm(),))
    largest = v.norm()
    print(f"curvature {largest:.3f}, limit {2 / largest:.3f}")

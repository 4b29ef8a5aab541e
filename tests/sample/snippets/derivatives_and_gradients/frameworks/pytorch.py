"""The slope of the square, by PyTorch."""

import torch


def slope_of_the_square():
    """Differentiate the square at 3."""
    x = torch.tensor(3.0, requires_grad=True)
    (x * x).backward()
    print(x.grad)


def slope_of_the_cube():
    """Differentiate the cube at 2. What it prints is not recorded."""
    x = torch.tensor(2.0, requires_grad=True)
    (x**3).backward()
    print(x.grad)

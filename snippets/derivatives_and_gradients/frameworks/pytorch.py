"""The topic's examples in PyTorch."""

import torch


def one_gradient():
    """Print the gradient of the polynomial at (1, 2), computed and measured."""

    def f(p):
        x, y = p
        return x**2 * y + 3 * x * y**2 + y**3

    point = torch.tensor([1.0, 2.0])
    print("gradient", torch.func.grad(f)(point))
    for h in (1e-5, 5e-3):
        steps = h * torch.eye(2)
        rises = [f(point + step) - f(point - step) for step in steps]
        slopes = (f"{rise / (2 * h):.2f}" for rise in rises)
        print(f"measured, h = {h}:", *slopes)


def training():
    """Print the line of the seedling after one step and after 500."""
    weeks = torch.arange(5.0)
    heights = torch.tensor([1.3, 2.4, 5.1, 7.4, 8.8])
    w = torch.tensor(0.0, requires_grad=True)
    b = torch.tensor(0.0, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=0.05)
    for step in range(501):
        loss = torch.mean((w * weeks + b - heights) ** 2)
        if step in (0, 1, 500):
            print(f"after {step}: w {w:.3f}, b {b:.3f}, loss {loss:.3f}")
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

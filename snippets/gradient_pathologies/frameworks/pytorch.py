"""The topic's examples in PyTorch."""

import torch
from torch import nn


def starts():
    """Print the variance of several starts, times the fan-in, for 400 inputs and 100 outputs."""
    torch.manual_seed(0)
    w = torch.empty(100, 400)
    print(f"xavier  {400 * nn.init.xavier_normal_(w).var():.1f}")
    print(f"uniform {400 * nn.init.xavier_uniform_(w).var():.1f}")
    he = nn.init.kaiming_normal_(w, nonlinearity="relu")
    print(f"he      {400 * he.var():.1f}")
    lecun = nn.init.kaiming_normal_(w, nonlinearity="linear")
    print(f"lecun   {400 * lecun.var():.1f}")
    q = nn.init.orthogonal_(torch.empty(100, 100))
    print(f"orthogonal {torch.linalg.svdvals(q).min():.2f}")


def default_start():
    """Print the variance of the default weights of a layer, times the fan-in."""
    torch.manual_seed(0)
    print(f"{400 * nn.Linear(400, 100).weight.var():.2f}")


def lies():
    """Print a gradient clipped in two ways, one cut off by detach, and one that goes straight through a rounding."""
    g = nn.Parameter(torch.zeros(2))
    g.grad = torch.tensor([3.0, 100.0])
    before = nn.utils.clip_grad_norm_([g], 1.0)
    print(f"before {before:.2f}, after {g.grad[0]:.4f} {g.grad[1]:.4f}")
    g.grad = torch.tensor([3.0, 100.0])
    nn.utils.clip_grad_value_([g], 1.0)
    print("by value", g.grad.tolist())

    for kept in (3, 1):
        w, h = torch.tensor(0.5, requires_grad=True), torch.tensor(0.0)
        for k, x in enumerate((4.0, 1.0, 0.0)):
            h = w * (h if k > 3 - kept else h.detach()) + x
        ((h - 1) ** 2 / 2).backward()
        print(f"uses {kept}: {w.grad.item()}")

    z = torch.tensor(1.3, requires_grad=True)
    rounded = z + (z.round() - z).detach()
    (rounded**2).backward()
    print(f"straight through: value {rounded.item()}, slope {z.grad.item()}")

"""The topic's examples in PyTorch."""

import torch
from torch.func import jacfwd, jacrev, jvp, vjp


def both_products():
    """Print a softmax pushed forward and pulled back, and the number in which both agree."""
    z = torch.tensor([1.0, 2.0, 3.0])
    v, u = torch.tensor([1.0, 0.0, 0.0]), torch.tensor([0.0, 1.0, 2.0])

    def f(z):
        return torch.softmax(z, dim=0)

    _, pushed = jvp(f, (z,), (v,))
    _, pull_back = vjp(f, z)
    (pulled,) = pull_back(u)
    print("J v ", pushed)
    print("Jᵀu ", pulled)
    print("both", (u @ pushed).item(), (pulled @ v).item())


def whole_jacobian():
    """Print a Jacobian, built by rows and by columns."""

    def polar(point):
        r, angle = point
        return torch.stack([r * torch.cos(angle), r * torch.sin(angle)])

    point = torch.tensor([2.0, 0.5])
    print("rows, by VJPs", jacrev(polar)(point), sep="\n")
    print("columns, by JVPs", jacfwd(polar)(point), sep="\n")


def checked():
    """Print what a check says of a pull-back that is right, and of one without its factor."""

    class Square(torch.autograd.Function):
        factor = 2

        @staticmethod
        def forward(context, x):
            context.save_for_backward(x)
            return x * x

        @staticmethod
        def backward(context, u):
            (x,) = context.saved_tensors
            return Square.factor * x * u

    x = torch.tensor([1.0, 3.0], dtype=torch.float64, requires_grad=True)
    print(torch.autograd.gradcheck(Square.apply, (x,)))
    Square.factor = 1
    print(torch.autograd.gradcheck(Square.apply, (x,), raise_exception=False))

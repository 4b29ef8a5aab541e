"""The topic's examples in PyTorch."""

import inspect
import warnings

import torch
from torch.autograd import gradcheck


def checked_tanh():
    """Print what gradcheck says of a tanh with a right pull-back, and of one that forgot a square."""

    class Tanh(torch.autograd.Function):
        power = 2

        @staticmethod
        def forward(context, z):
            a = torch.tanh(z)
            context.save_for_backward(a)
            return a

        @staticmethod
        def backward(context, u):
            (a,) = context.saved_tensors
            return u * (1 - a**Tanh.power)

    z = torch.tensor([0.3, -0.7], dtype=torch.float64, requires_grad=True)
    print(gradcheck(Tanh.apply, (z,)))
    Tanh.power = 1
    try:
        gradcheck(Tanh.apply, (z,))
    except RuntimeError as error:
        print(str(error).split(",")[0])


def tiny_gradients():
    """Print what a check says of a pull-back that is 0, where the slope is a millionth."""

    class Flat(torch.autograd.Function):
        scale = 1e-6

        @staticmethod
        def forward(context, z):
            return Flat.scale * torch.tanh(z)

        @staticmethod
        def backward(context, u):
            return 0 * u

    z = torch.tensor([0.3], dtype=torch.float64, requires_grad=True)
    for Flat.scale in (1e-6, 1.0):
        passed = gradcheck(Flat.apply, (z,), raise_exception=False)
        print(Flat.scale, "passes" if passed else "fails")


def defaults():
    """Print the step and the tolerances of gradcheck."""
    given = inspect.signature(gradcheck).parameters
    for name in ("eps", "atol", "rtol"):
        print(name, given[name].default)


def single_precision():
    """Print what gradcheck says of the right slope of tanh in single precision."""
    z = torch.tensor([0.3, -0.7], requires_grad=True)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        print(gradcheck(torch.tanh, (z,), raise_exception=False))
    print("warned:", any("double precision" in str(one.message) for one in said))
    print(gradcheck(torch.tanh, (z.detach().double().requires_grad_(),)))


def at_a_kink():
    """Print what a check says of ReLU, away from its kink and on it."""
    for place in (0.5, 0.0):
        z = torch.tensor([place], dtype=torch.float64, requires_grad=True)
        print(place, gradcheck(torch.relu, (z,), raise_exception=False))


def lengths():
    """Print the length of each gradient as it arrives, and of all of them."""
    w = torch.tensor([[1.0, -1.0], [0.5, 2.0]], requires_grad=True)
    b = torch.tensor([0.1, -0.2], requires_grad=True)
    for name, parameter in {"w": w, "b": b}.items():
        parameter.register_hook(lambda slopes, name=name: print(name, f"{slopes.norm():.4f}"))
    x = torch.tensor([[1.0, 2.0], [0.5, -1.0], [-2.0, 0.0]])
    loss = (torch.tanh(x @ w.T + b) ** 2).mean()
    loss.backward()
    whole = torch.nn.utils.get_total_norm([w.grad, b.grad])
    print("all", f"{whole:.4f}")


def roots():
    """Print the slopes of a guarded result and of a guarded input."""
    x = torch.tensor([4.0, 0.0], requires_grad=True)
    torch.where(x > 0, torch.sqrt(x), 0.0).sum().backward()
    print(x.grad)
    x.grad = None
    safe = torch.where(x > 0, x, 1.0)
    torch.where(x > 0, torch.sqrt(safe), 0.0).sum().backward()
    print(x.grad)


def where_born():
    """Print what the mode that looks for NaN says of the guarded result."""
    x = torch.tensor([4.0, 0.0], requires_grad=True)
    with torch.autograd.detect_anomaly():
        try:
            torch.where(x > 0, torch.sqrt(x), 0.0).sum().backward()
        except RuntimeError as error:
            print(error)


def cut_off():
    """Print the length of each parameter's gradient, where one branch is detached."""
    w = {name: torch.ones(2, requires_grad=True) for name in ("scores", "values")}
    x = torch.tensor([1.0, -2.0])
    scores = (w["scores"] * x).softmax(dim=0).detach()
    (scores * w["values"] * x).sum().backward()
    for name, parameter in w.items():
        slopes = parameter.grad
        print(name, None if slopes is None else f"{slopes.norm():.4f}")


def edited_in_place():
    """Print what happens when a value that the way back needs is overwritten."""
    x = torch.tensor([0.3, -0.7], requires_grad=True)
    a = torch.tanh(x)
    a.mul_(a)
    try:
        a.sum().backward()
    except RuntimeError as error:
        print(str(error).split(":")[0])
    a = torch.tanh(x)
    a.data.mul_(a.data)  # behind its back
    a.sum().backward()
    print("claimed", x.grad)
    print("right  ", 1 - torch.tanh(x.detach()) ** 2)

"""The topic's examples in PyTorch."""

import warnings

import torch
from torch import nn
from torch.nn import functional
from torch.utils.checkpoint import checkpoint
from torch.utils.flop_counter import FlopCounterMode


def one_step():
    """Print loss and gradients of a network with two inputs, two hidden units and one logit, for a batch of three."""
    x = torch.tensor([[1.0, 0.0], [0.0, 2.0], [-1.0, 1.0]])
    y = torch.tensor([[1.0], [0.0], [1.0]])
    network = nn.Sequential(nn.Linear(2, 2), nn.Tanh(), nn.Linear(2, 1))
    start = [[1.0, -0.5], [0.5, 1.0]], [0.0, 0.5], [[2.0, -1.0]], [0.25]
    for p, values in zip(network.parameters(), start, strict=True):
        p.data = torch.tensor(values)
    loss = functional.binary_cross_entropy_with_logits(network(x), y)
    loss.backward()
    print(f"loss {loss.item():.4f}")
    for p in network.parameters():
        print(*(f"{g:.4f}" for g in p.grad.flatten()))


def own_layer():
    """Print a tanh with a backward pass of our own: its value, and what it hands down."""

    class Tanh(torch.autograd.Function):
        @staticmethod
        def forward(ctx, z):
            a = torch.tanh(z)
            ctx.save_for_backward(a)
            return a

        @staticmethod
        def backward(ctx, u):
            (a,) = ctx.saved_tensors
            return u * (1 - a**2)

    z = torch.tensor([0.0, 1.0], requires_grad=True)
    a = Tanh.apply(z)
    a.backward(torch.tensor([5.0, 5.0]))
    print(*(f"{value:.4f}" for value in a))
    print(*(f"{value:.4f}" for value in z.grad))


def one_object():
    """Print the gradient through one tanh object that stands in two places."""
    tanh = nn.Tanh()
    x = torch.tensor(0.5, requires_grad=True)
    tanh(tanh(x)).backward()
    print(f"{x.grad:.4f}")


def normalized():
    """Print batch norm's gradients for one feature of four examples, in training and in evaluation."""
    layer = nn.BatchNorm1d(1, eps=1e-9)
    u = torch.tensor([[1.0], [2.0], [0.0], [1.0]])
    for mode in ("training", "evaluation"):
        layer.train(mode == "training")
        x = torch.tensor([[1.0], [7.0], [9.0], [15.0]], requires_grad=True)
        layer(x).backward(u)
        print(mode, *(f"{value:.4f}" for value in x.grad.flatten()))
    mean, variance = layer.running_mean.item(), layer.running_var.item()
    print(f"collected {mean:.4f} {variance:.4f}")


def operations():
    """Print the operations of both passes of three linear layers, for a batch of eight."""
    sizes = (20, 30), (30, 30), (30, 10)
    layers = nn.Sequential(*(nn.Linear(n, m) for n, m in sizes))
    for wanted in (True, False):
        x = torch.ones(8, 20, requires_grad=wanted)
        with FlopCounterMode(display=False) as forward:
            y = layers(x)
        with FlopCounterMode(display=False) as backward:
            y.sum().backward()
        counts = forward.get_total_flops(), backward.get_total_flops()
        print(f"gradient of the data {wanted}:", *counts)


def branch():
    """Print the slope at 2 of a function with a branch."""

    def bent(x):
        return x * x if x > 0 else -x

    x = torch.tensor(2.0, requires_grad=True)
    bent(x).backward()
    print(f"slope {x.grad:.1f}")


def labels_in_a_row():
    """Print what becomes of scores in a column and labels in a row."""
    scores, labels = torch.zeros(4, 1), torch.tensor([1.0, 0.0, 1.0, 0.0])
    print("scores - labels", tuple((scores - labels).shape))
    with warnings.catch_warnings(record=True, action="always") as said:
        functional.mse_loss(scores, labels)
    print("mse_loss:", "a warning" if said else "not a word")
    try:
        functional.binary_cross_entropy_with_logits(scores, labels)
    except ValueError:
        print("binary_cross_entropy_with_logits: refused")


def drawn_again():
    """Print whether dropout has the same mask when a checkpoint runs it again."""
    layer, x = nn.Dropout(0.5), torch.ones(6, requires_grad=True)
    for restored in (True, False):
        torch.manual_seed(0)
        how = {"use_reentrant": False, "preserve_rng_state": restored}
        y = checkpoint(layer, x, **how)
        (to_x,) = torch.autograd.grad(y.sum(), x)
        print(f"state restored {restored}: same mask {torch.equal(y, to_x)}")


def segments():
    """Print the gradient of four tanh layers in two segments, and how many layers have run."""
    runs = []

    def layer(x):
        runs.append(1)
        return torch.tanh(x)

    def segment(x):
        return layer(layer(x))

    def again(x):
        return checkpoint(segment, x, use_reentrant=False)

    for step in (segment, again):
        runs.clear()
        x = torch.tensor(0.5, requires_grad=True)
        step(step(x)).backward()
        print(f"gradient {x.grad:.4f}, layers run {len(runs)}")

"""The topic's examples in PyTorch."""

import torch
from torch.nn import functional


def kinks():
    """Print the slope at 0 of functions that have a kink there."""
    zero = torch.tensor(0.0)
    functions = {
        "relu": torch.relu,
        "where": lambda t: torch.where(t > 0, t, zero),
        "maximum": lambda t: torch.maximum(t, zero),
        "clamp": lambda t: torch.clamp(t, min=0),
        "half of t + abs": lambda t: (t + torch.abs(t)) / 2,
        "leaky_relu": functional.leaky_relu,
        "abs": torch.abs,
    }
    for name, f in functions.items():
        print(f"{name}: {torch.func.grad(f)(zero):g}")


def gelu():
    """Print GELU at 2.7, exactly and by its approximation, and which of them is the default."""
    z = torch.tensor(2.7)
    exact = functional.gelu(z, approximate="none")
    by_tanh = functional.gelu(z, approximate="tanh")
    print(f"exact {exact:.5f}, tanh {by_tanh:.5f}")
    is_exact = functional.gelu(z) == exact
    print("the default is", "exact" if is_exact else "tanh")


def huber():
    """Print two losses of the error 3 with the threshold 2, each with its slope."""
    target = torch.tensor(0.0)
    for loss in (
        lambda e: functional.huber_loss(e, target, delta=2.0),
        lambda e: functional.smooth_l1_loss(e, target, beta=2.0),
    ):
        slope, value = torch.func.grad_and_value(loss)(torch.tensor(3.0))
        print(value.item(), slope.item())


def p_minus_y():
    """Print the cross-entropy of three scores, of which the second is right, and its gradient."""
    scores = torch.tensor([2.0, 1.0, -1.0], requires_grad=True)
    loss = functional.cross_entropy(scores, torch.tensor(1))
    loss.backward()
    print(f"loss {loss:.4f}")
    print("gradient", *(f"{slope:.4f}" for slope in scores.grad))


def safe_sums():
    """Print log-sum-exp of two large scores, and softplus far to the left."""
    scores = torch.tensor([710.0, 709.0])
    print(f"log-sum-exp {torch.logsumexp(scores, dim=0):.4f}")
    print(f"softplus {functional.softplus(torch.tensor(-20.0)):.4e}")


def certain_and_wrong():
    """Print loss and slope of the score 17 with the label 0, through its probability and on the logit."""
    label = torch.tensor(0.0)
    for loss in (
        lambda z: functional.binary_cross_entropy(torch.sigmoid(z), label),
        lambda z: functional.binary_cross_entropy_with_logits(z, label),
    ):
        slope, value = torch.func.grad_and_value(loss)(torch.tensor(17.0))
        print(f"loss {value:.4f}, slope {slope:.4f}")


def borders():
    """Print the score from which the sigmoid is rounded to one, in three number types."""
    scores = torch.arange(0, 20, 0.01)
    for number in (torch.float16, torch.bfloat16, torch.float32):
        certain = torch.sigmoid(scores.to(number)) == 1
        print(number, f"{scores[certain].min():.2f}")

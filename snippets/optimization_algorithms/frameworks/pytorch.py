"""The topic's examples in PyTorch."""

import inspect

import torch
from torch.optim import SGD, Adam, AdamW


def three_steps():
    """Print where each optimizer is after three steps on w² + 10u² from (1, 1)."""
    makers = {
        "SGD": lambda p: SGD(p, lr=0.03),
        "momentum": lambda p: SGD(p, lr=0.03, momentum=0.9),
        "Nesterov": lambda p: SGD(p, lr=0.03, momentum=0.9, nesterov=True),
        "Adam": lambda p: Adam(p, lr=0.03),
        "AdamW": lambda p: AdamW(p, lr=0.03, weight_decay=0.1),
    }
    for name, make in makers.items():
        place = torch.tensor([1.0, 1.0], requires_grad=True)
        optimizer = make([place])
        for _ in range(3):
            optimizer.zero_grad()
            (place[0] ** 2 + 10 * place[1] ** 2).backward()
            optimizer.step()
        print(name, *(f"{x:.4f}" for x in place.tolist()))


def defaults():
    """Print the settings that are taken if none are given."""
    for maker, names in (
        (torch.optim.SGD, ("momentum", "dampening", "nesterov")),
        (torch.optim.RMSprop, ("alpha", "eps", "momentum")),
        (torch.optim.Adagrad, ("initial_accumulator_value", "eps")),
        (torch.optim.Adam, ("betas", "eps", "weight_decay")),
        (torch.optim.AdamW, ("betas", "eps", "weight_decay")),
    ):
        settings = inspect.signature(maker).parameters
        shown = (f"{name} {settings[name].default}" for name in names)
        print(f"{maker.__name__}:", ", ".join(shown))


def details():
    """Print what becomes of four things that are easily taken for the same everywhere."""
    weights = torch.zeros(2, requires_grad=True)
    weights.grad = torch.tensor([3.0, 4.0])
    torch.nn.utils.clip_grad_norm_([weights], 1.0)
    print("clipped:", *(f"{x:.4f}" for x in weights.grad.tolist()))
    optimizer = torch.optim.SGD([weights], lr=1.0)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=4)
    rates = []
    for _ in range(9):
        rates.append(schedule.get_last_lr()[0])
        optimizer.step()
        schedule.step()
    print("cosine of 4 steps:", *(f"{abs(rate):.2f}" for rate in rates[::2]))
    place = torch.zeros(1, requires_grad=True)
    betas = (0.0, 0.5)
    optimizer = torch.optim.Adam([place], lr=1.0, betas=betas, amsgrad=True)
    path = []
    for slope in (10.0, -1.0, -1.0):
        place.grad = torch.tensor([slope])
        optimizer.step()
        path.append(place.item())
    print("AMSGrad:", *(f"{x:.4f}" for x in path))
    place = torch.zeros(1, dtype=torch.float16, requires_grad=True)
    place.grad = torch.zeros(1, dtype=torch.float16)
    torch.optim.Adam([place]).step()
    print("Adam, float16, slope 0:", place.item())


def reference_paths():
    """Print ten steps of each optimizer on a slope that is not linear, to 15 digits, for the tests of ours."""
    makers = {
        "sgd": lambda p: torch.optim.SGD(p, lr=0.02),
        "momentum": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8),
        "nesterov": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8, nesterov=True),
        "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.2),
        "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.02, alpha=0.9),
        "adam": lambda p: torch.optim.Adam(p, lr=0.05, betas=(0.8, 0.95), eps=1e-3),
        "adamw": lambda p: torch.optim.AdamW(p, lr=0.05, weight_decay=0.3),
        "adam with L2": lambda p: torch.optim.Adam(p, lr=0.05, weight_decay=0.3),
    }
    for name, make in makers.items():
        place = torch.tensor([1.5, -0.5], dtype=torch.float64, requires_grad=True)
        optimizer = make([place])
        for _ in range(10):
            optimizer.zero_grad()
            (3 * place[0] ** 2 + torch.sin(2 * place[0] * place[1]) + place[1] ** 4).backward()
            optimizer.step()
            print(name, *(f"{x:.15e}" for x in place.tolist()))


def reference_matrices():
    """Print three steps of Muon for a matrix of 2 rows and 3 columns, in the precision in which PyTorch computes it."""
    target = torch.tensor([[1.0, 0.0, -1.0], [0.5, 2.0, 0.0]])
    place = torch.zeros(2, 3, requires_grad=True)
    optimizer = torch.optim.Muon([place], lr=0.1, momentum=0.95, weight_decay=0.0)
    for _ in range(3):
        optimizer.zero_grad()
        ((place - target) ** 2).sum().backward()
        optimizer.step()
        print(*(f"{x:.4f}" for x in place.flatten().tolist()))

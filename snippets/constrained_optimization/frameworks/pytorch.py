"""The topic's examples in PyTorch."""

import torch


def project_after_step():
    """Print the end of projected descent in the unit disk, and the multiplier."""
    w = torch.zeros(2, requires_grad=True)
    for _ in range(100):
        loss = w[0] ** 2 + w[0] * w[1] + w[1] ** 2 - 5 * w[0] - 3 * w[1]
        (slope,) = torch.autograd.grad(loss, w)
        with torch.no_grad():
            w -= 0.2 * slope
            w /= w.norm().clamp(min=1)
    print("w ", w.detach())
    print("mu", -(slope @ w).item())


def clipped_inside():
    """Print the slope of (clip(w) - 0.5)² for a w inside the box from 0 to 1, on its edge, and outside."""
    w = torch.tensor([0.75, 1.0, 1.5], requires_grad=True)
    torch.sum((w.clamp(0, 1) - 0.5) ** 2).backward()
    print(w.grad)


def lasso_by_both():
    """Print lasso's weights by proximal steps, and by steps along the slope of the L1 term."""
    proximal = torch.zeros(2)
    w = torch.zeros(2, requires_grad=True)
    X = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    y = torch.tensor([3.0, 1.0, 2.0])
    for _ in range(100):
        stepped = proximal - 0.3 * X.T @ (X @ proximal - y)
        proximal = torch.nn.functional.softshrink(stepped, 0.3 * 3)
        loss = torch.sum((X @ w - y) ** 2) / 2 + 3 * w.abs().sum()
        (slope,) = torch.autograd.grad(loss, w)
        with torch.no_grad():
            w -= 0.3 * slope
    print("proximal", proximal)
    print("slopes  ", w.detach())


def decay_or_penalty():
    """Print where three optimizers take the weights, for a weight decay of 1."""
    X = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    y = torch.tensor([3.0, 1.0, 2.0])
    for optimizer in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW):
        w = torch.zeros(2, requires_grad=True)
        steps = optimizer([w], lr=0.01, weight_decay=1.0)
        for _ in range(1000):
            steps.zero_grad()
            (torch.sum((X @ w - y) ** 2) / 2).backward()
            steps.step()
        print(optimizer.__name__, w.detach())


def descend_and_ascend():
    """Print the best split of six days, and its price: descent in the days, ascent in the multiplier."""
    days = torch.tensor([3.0, 3.0], requires_grad=True)
    lam = torch.tensor(0.0, requires_grad=True)
    down = torch.optim.SGD([days], lr=0.2)
    up = torch.optim.SGD([lam], lr=0.2, maximize=True)
    for _ in range(1000):
        h = days.sum() - 6
        loss = 4 / days[0] + 1 / days[1] + lam * h + h**2 / 2
        down.zero_grad()
        up.zero_grad()
        loss.backward()
        down.step()
        up.step()
    print("days  ", days.detach())
    print("lambda", lam.item())


def price_by_backward():
    """Print the slope of the least error in the budget, through every step of the search."""
    budget = torch.tensor(6.0, requires_grad=True)

    def error(x):
        return 4 / x + 1 / (budget - x)

    x = budget / 2
    for _ in range(100):
        (slope,) = torch.autograd.grad(error(x), x, create_graph=True)
        x = x - 1.0 * slope
    through, held = error(x), error(x.detach())
    for least in (through, held):
        print(torch.autograd.grad(least, budget, retain_graph=True)[0].item())

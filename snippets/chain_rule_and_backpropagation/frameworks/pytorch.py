"""The topic's examples in PyTorch."""

import torch


def one_neuron():
    """Print the loss of the neuron, and its rates with respect to weight, bias and input."""
    w = torch.tensor(0.5, requires_grad=True)
    b = torch.tensor(-1.0, requires_grad=True)
    x = torch.tensor(2.0, requires_grad=True)
    loss = 0.5 * (torch.sigmoid(w * x + b) - 1) ** 2
    loss.backward()
    print("loss", loss.item())
    print("rates", w.grad.item(), b.grad.item(), x.grad.item())


def layer_backward():
    """Print what comes of a sensitivity that is sent back through a layer."""
    rows = [[1.0, 2.0, 0.0], [3.0, -1.0, 1.0]]
    weights = torch.tensor(rows, requires_grad=True)
    a = torch.tensor([1.0, 0.0, 2.0], requires_grad=True)
    z = weights @ a
    try:
        z.backward()
    except RuntimeError as error:
        print(error)
    z.backward(torch.tensor([1.0, 2.0]))
    print("weights", weights.grad.tolist())
    print("inputs", a.grad.tolist())


def twice():
    """Print what a second backward pass does, with a new graph and with the same, and a factor that is detached."""
    w = torch.tensor(3.0, requires_grad=True)
    for _ in range(2):
        (w * w).backward()
        print("gradient", w.grad.item())
    w.grad = None
    (w * w.detach()).backward()
    print("one factor detached", w.grad.item())
    square = w * w
    for keep in (True, False, False):
        try:
            square.backward(retain_graph=keep)
            print("the same graph, kept:", keep)
        except RuntimeError as error:
            print(str(error).partition(" (")[0])

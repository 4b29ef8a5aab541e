"""What the pages print about the run on two moons."""

import numpy as np

from snippets.backpropagation_algorithm.data import EPOCHS, RATE, page_data, page_network
from snippets.backpropagation_algorithm.moons import accuracy
from snippets.backpropagation_algorithm.network import mean_log_loss, perceptron, train
from snippets.hessian_and_critical_points.curvature import numerical_hessian


# --8<-- [start:learning_moons]
def learning_moons():
    """Print loss and accuracy on the way, on the data and on fresh points."""
    x, y, fresh, fresh_y = page_data()
    network, done = page_network(), 0
    print("epoch     loss   right   right among fresh ones")
    for epoch in (0, 10, 100, 200, 300, 500, EPOCHS):
        train(network, x, y, RATE, epoch - done)
        done = epoch
        loss, _ = mean_log_loss(network.forward(x), y)
        right = accuracy(network.forward(x), y)
        fresh_right = accuracy(network.forward(fresh), fresh_y)
        print(f"{epoch:5}   {loss:.4f}   {right:.3f}   {fresh_right:.3f}")


# --8<-- [end:learning_moons]


# --8<-- [start:straight_line]
def straight_line():
    """Print where a network without a hidden layer ends: a straight line."""
    x, y, fresh, fresh_y = page_data()
    line = perceptron([2, 1], np.random.default_rng(1))
    train(line, x, y, RATE, EPOCHS)
    loss, _ = mean_log_loss(line.forward(x), y)
    right = accuracy(line.forward(fresh), fresh_y)
    print(f"loss {loss:.4f}, right among fresh ones {right:.3f}")


# --8<-- [end:straight_line]


# --8<-- [start:plateau]
def plateau():
    """Print slope and curvatures of the loss before, on and after the plateau."""
    x, y, *_ = page_data()
    network, done = page_network(), 0

    def gradient(flat):  # of the loss, for all 33 parameters in a row
        sizes = np.cumsum([p.size for p in network.parameters])[:-1]
        for p, part in zip(network.parameters, np.split(flat, sizes), strict=True):
            p[...] = part.reshape(p.shape)
        network.backward(mean_log_loss(network.forward(x), y)[1])
        return np.concatenate([g.ravel() for g in network.gradients])

    print("epoch    slope  lowest curvature  ways down")
    for epoch in (10, 60, 300):
        train(network, x, y, RATE, epoch - done)
        done = epoch
        here = np.concatenate([p.ravel() for p in network.parameters])
        slope = np.linalg.norm(gradient(here))
        bends = np.linalg.eigvalsh(numerical_hessian(gradient, here))
        gradient(here)  # back in place
        down = np.sum(bends < -0.001)
        print(f"{epoch:5} {slope:8.4f} {bends[0]:17.4f} {down:10}")


# --8<-- [end:plateau]

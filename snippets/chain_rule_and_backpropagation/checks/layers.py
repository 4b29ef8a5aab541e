r"""Checks of backpropagation through a neuron and through layers."""

import numpy as np

from snippets.oracles import complex_gradient, complex_step
from snippets.random_functions import RandomField, RandomFunction, RandomMap


def sigma(z):
    """The sigmoid for real and complex numbers, so that it can take a complex step."""
    return 1 / (1 + np.exp(-z))


def neuron_weight(random):
    r"""$$\frac{\partial L}{\partial w} = \frac{\partial L}{\partial y} \cdot \frac{\partial y}{\partial z} \cdot
    \frac{\partial z}{\partial w}$$

    A neuron z = wx + b, y = f(z) with a random activation f and a random loss of y: the three local rates, against a
    complex step in w.
    """
    w, b, x = random.normal(size=3)
    loss, f = RandomFunction(random), RandomFunction(random)
    z = w * x + b
    measured = complex_step(lambda w: loss(f(w * x + b)), w)
    return loss.derivative(f(z)) * f.derivative(z) * x, measured


def _layer(random):
    """A layer with three inputs and two neurons under a random loss of z = Wa + b: W, a, b, loss."""
    return random.normal(size=(2, 3)), random.normal(size=3), random.normal(size=2), RandomField(random, 2)


def weight_gradient(random):
    r"""$$\frac{\partial L}{\partial \mat{W}} = \vect{\delta}\, \vect{a}^\T$$

    A random layer of shape (2, 3) under a random loss: δ aᵀ, against complex steps in all six weights.
    """
    W, a, b, loss = _layer(random)
    delta = loss.gradient(W @ a + b)
    measured = complex_gradient(lambda W: loss(W @ a + b), W)
    return np.outer(delta, a), measured


def bias_gradient(random):
    r"""$$\frac{\partial L}{\partial \vect{b}} = \vect{\delta}$$

    A random layer under a random loss: δ = ∂L/∂z by rule, against complex steps in both biases.
    """
    W, a, b, loss = _layer(random)
    delta = loss.gradient(W @ a + b)
    return delta, complex_gradient(lambda b: loss(W @ a + b), b)


def input_gradient(random):
    r"""$$\frac{\partial L}{\partial \vect{a}} = \mat{W}^\T \vect{\delta}$$

    A random layer under a random loss: Wᵀδ, against complex steps in all three inputs.
    """
    W, a, b, loss = _layer(random)
    delta = loss.gradient(W @ a + b)
    return W.T @ delta, complex_gradient(lambda a: loss(W @ a + b), a)


def delta_recursion(random):
    r"""$$\vect{\delta} = \left( \mat{W}_{\text{next}}^\T\, \vect{\delta}_{\text{next}} \right) \odot \sigma'(\vect{z})$$

    A sigmoid layer of three neurons that feeds two, under a random loss: δ of the three, against complex steps in z.
    """
    W, _, b, loss = _layer(random)
    z = random.normal(size=3)
    delta_next = loss.gradient(W @ sigma(z) + b)
    slope = sigma(z) * (1 - sigma(z))
    return (W.T @ delta_next) * slope, complex_gradient(lambda z: loss(W @ sigma(z) + b), z)


def output_delta(random):
    r"""$$\vect{\delta}_{\text{out}} = \frac{\partial L}{\partial \vect{y}} \odot \sigma'(\vect{z}_{\text{out}})$$

    A sigmoid output layer of three neurons under a random loss: the product, against complex steps in z.
    """
    loss, z = RandomField(random, 3), random.normal(size=3)
    slope = sigma(z) * (1 - sigma(z))
    return loss.gradient(sigma(z)) * slope, complex_gradient(lambda z: loss(sigma(z)), z)


def residual_backward(random):
    r"""$$\frac{\partial L}{\partial \vect{a}} = \vect{u} + \mat{J}_{\vect{f}}(\vect{a})^\T\, \vect{u}$$

    A random map f from three numbers to three, with a random loss of a + f(a): u + Jᵀu, against complex steps in a.
    """
    f, loss, a = RandomMap(random, 3, 3), RandomField(random, 3), random.normal(size=3)
    u = loss.gradient(a + f(a))
    return u + f.jacobian(a).T @ u, complex_gradient(lambda a: loss(a + f(a)), a)


def shared_weight(random):
    r"""$$\frac{\dd L}{\dd w} = \sum_{k=1}^{T} \frac{\partial L}{\partial w_k}$$

    A random function of four weights, all equal to w: the sum of its partial derivatives, against a complex step in w.
    """
    loss, w = RandomField(random, 4), random.normal()
    # no difference: partial[k] -> partial[k - 1]: all four are added, in whatever order
    partial = loss.gradient(np.full(4, w))
    return sum(partial[k] for k in range(4)), complex_step(lambda w: loss(w * np.ones(4)), w)


def through_time(random):
    r"""$$\frac{\partial L}{\partial \mat{W}} = \sum_{k=1}^{T} \vect{\delta}_k\, \vect{h}_{k-1}^\T$$

    Four steps of a recurrent network with two states and tanh, under a random loss of the last state: the sum of outer
    products, with δ from step to step, against complex steps in all entries of W.
    """
    W, x, loss = random.normal(size=(2, 2)), random.normal(size=(4, 2)), RandomField(random, 2)

    def states(W):
        h = [np.zeros(2)]
        for k in range(4):
            h.append(np.tanh(W @ h[k] + x[k]))
        return h

    h = states(W)
    delta = loss.gradient(h[4]) * (1 - h[4] ** 2)
    claimed = np.outer(delta, h[3])
    for k in (3, 2, 1):
        delta = (W.T @ delta) * (1 - h[k] ** 2)
        claimed = claimed + np.outer(delta, h[k - 1])
    return claimed, complex_gradient(lambda W: loss(states(W)[4]), W)

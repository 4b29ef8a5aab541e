r"""Checks of gradient descent and of the gradient of the mean squared error."""

import numpy as np
from scipy import optimize

from snippets.derivatives_and_gradients.regression import mean_squared_error
from snippets.oracles import complex_gradient
from snippets.random_functions import RandomField


def update_rule(random):
    r"""$$\vect{\theta}_{k+1} = \vect{\theta}_k - \eta\, \nabla L(\vect{\theta}_k)$$

    One step on a random loss, against a search for the point that makes the local linear model of L plus a price for the
    distance, ‖θ - θₖ‖²/(2η), smallest: that is what the step is the answer to.
    """
    L, theta, rate = RandomField(random, 3), random.normal(size=3), random.uniform(0.05, 0.5)
    slopes = complex_gradient(L, theta)

    def model(point):
        move = point - theta
        return slopes @ move + move @ move / (2 * rate)

    found = optimize.minimize(model, theta, method="BFGS", options={"gtol": 1e-9})
    return theta - rate * L.gradient(theta), found.x, 1e-5


def first_order_decrease(random):
    r"""$$L(\vect{\theta} - \eta\, \nabla L(\vect{\theta})) - L(\vect{\theta})
    \approx -\eta\, \norm{\nabla L(\vect{\theta})}^2$$

    A random loss and a learning rate near 0.00001: the claimed change of the loss, against the true one.
    """
    L, theta, rate = RandomField(random, 3), random.normal(size=3), random.uniform(1e-6, 1e-5)
    gradient = L.gradient(theta)
    return -rate * np.linalg.norm(gradient) ** 2, L(theta - rate * gradient) - L(theta), 1e-3


def _some_data(random):
    """A number n of points, a random line w, b, and random data x, y that do not lie on it."""
    n = int(random.integers(5, 13))
    return n, random.normal(), random.normal(), random.normal(size=n), random.normal(size=n)


def mse_partial_w(random):
    r"""$$\frac{\partial L}{\partial w} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)\, x_i$$

    Random data and a random line: the sum, against a numerical derivative of the mean squared error in w.
    """
    n, w, b, xs, ys = _some_data(random)
    claimed = 2 / n * sum((w * x + b - y) * x for x, y in zip(xs, ys, strict=True))
    ahead, behind = (mean_squared_error(w + h, b, xs, ys) for h in (1e-4, -1e-4))
    return claimed, (ahead - behind) / 2e-4


def mse_partial_b(random):
    r"""$$\frac{\partial L}{\partial b} = \frac{2}{n} \sum_{i=1}^{n} (w x_i + b - y_i)$$

    Random data and a random line: the sum, against a numerical derivative of the mean squared error in b.
    """
    n, w, b, xs, ys = _some_data(random)
    claimed = 2 / n * sum(w * x + b - y for x, y in zip(xs, ys, strict=True))
    ahead, behind = (mean_squared_error(w, b + h, xs, ys) for h in (1e-4, -1e-4))
    return claimed, (ahead - behind) / 2e-4

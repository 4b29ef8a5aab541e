"""Linear regression by gradient descent: the smallest model that learns.

A seedling is measured once a week for five weeks. We believe in a straight line: height ≈ w · week + b. The two
parameters are a growth rate w in cm per week and a height b in cm at the start. The loss is the *mean* of the squared
errors (a mean, not a sum: with it the same learning rate works for 5 points and for 5 million).

The data are made so that we can check the end: the line of least squares is exactly w = 2, b = 1, and the loss there is
0.132, not 0, because no line goes through all five points.
"""

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent

# --8<-- [start:data]
WEEKS = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
HEIGHTS = np.array([1.3, 2.4, 5.1, 7.4, 8.8])  # in cm
# --8<-- [end:data]


# --8<-- [start:mean_squared_error]
def mean_squared_error(w, b, x, y):
    """Mean of the squared errors of w·x + b on data x, y of shape (n,).

    >>> round(mean_squared_error(0, 0, WEEKS, HEIGHTS), 3)
    33.132
    """
    error = w * x + b - y
    return float(np.mean(error**2))


# --8<-- [end:mean_squared_error]


# --8<-- [start:mse_gradient]
def mse_gradient(w, b, x, y):
    """Gradient of the mean squared error with respect to (w, b): (2,).

    >>> mse_gradient(0, 0, WEEKS, HEIGHTS).round(3).tolist()
    [-28.0, -10.0]
    """
    error = w * x + b - y
    return np.array([2 * np.mean(error * x), 2 * np.mean(error)])


# --8<-- [end:mse_gradient]


# --8<-- [start:fit]
def fit(x, y, learning_rate, steps):
    """Gradient descent from w = b = 0: all (w, b), shape (steps + 1, 2).

    >>> path = fit(WEEKS, HEIGHTS, learning_rate=0.05, steps=500)
    >>> path[[0, 1, 500]].round(3).tolist()
    [[0.0, 0.0], [1.4, 0.5], [2.0, 1.0]]
    """

    def gradient(w_and_b):
        return mse_gradient(*w_and_b, x, y)

    return gradient_descent(gradient, [0, 0], learning_rate, steps)


# --8<-- [end:fit]

"""Batch normalization: each feature gets mean 0 and spread 1 over the batch, then a learned scale and shift.

For one feature with the values x_1, …, x_B in the batch,

    μ = mean of x      s = √(mean of (x - μ)² + ε)      x̂_i = (x_i - μ)/s      y_i = γ x̂_i + β

Example i reaches the outputs in three ways: directly, through μ and through s. Both of the latter touch *all* examples.
Put together (the page derives it in three steps):

    ∂L/∂x_i = γ/s · (u_i - mean(u) - x̂_i mean(u x̂))        ∂L/∂γ = Σ u_i x̂_i        ∂L/∂β = Σ u_i

After training μ and s are fixed numbers, collected on the way, and only the direct way is left: ∂L/∂x_i = γ/s · u_i.
"""

import numpy as np


# --8<-- [start:batch_norm]
class BatchNorm:
    """Layer that normalizes each of n features over a batch (B, n).

    >>> layer = BatchNorm(1, eps=0.0)
    >>> layer.forward(np.array([[1.0], [7], [9], [15]])).ravel().tolist()
    [-1.4, -0.2, 0.2, 1.4]
    >>> back = layer.backward(np.array([[1.0], [2], [0], [1]]))
    >>> back.ravel().round(3).tolist()
    [-0.028, 0.196, -0.196, 0.028]
    """

    def __init__(self, n, eps=1e-5, momentum=0.1):
        self.parameters = [np.ones(n), np.zeros(n)]  # γ and β
        self.mean, self.variance = np.zeros(n), np.ones(n)  # collected
        self.eps, self.momentum, self.training = eps, momentum, True

    def forward(self, x):
        """(B, n) to (B, n). Keeps the normalized batch and the spread."""
        mean, variance = self.mean, self.variance
        if self.training:
            mean, variance = x.mean(axis=0), x.var(axis=0)
            unbiased = variance * len(x) / (len(x) - 1)
            self.mean += self.momentum * (mean - self.mean)
            self.variance += self.momentum * (unbiased - self.variance)
        s = np.sqrt(variance + self.eps)
        normal = (x - mean) / s
        self.cache = normal, s
        gain, shift = self.parameters
        return gain * normal + shift

    def backward(self, u):
        """(B, n) to (B, n). Leaves the gradients of γ and β."""
        normal, s = self.cache
        gain, _ = self.parameters
        self.gradients = [(u * normal).sum(axis=0), u.sum(axis=0)]
        if not self.training:
            return gain / s * u
        along = (u * normal).mean(axis=0)
        return gain / s * (u - u.mean(axis=0) - normal * along)


# --8<-- [end:batch_norm]

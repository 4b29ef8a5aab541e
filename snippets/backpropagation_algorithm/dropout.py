"""Dropout: in training, each number is set to 0 with probability p, and the others are divided by 1 - p.

    forward    y = m ⊙ x / (1 - p)      with a mask m of zeros and ones, drawn anew for each forward pass
    backward   ∂L/∂x = m ⊙ u / (1 - p)  with the same mask

The division keeps the mean: E[y] = x. After training nothing is dropped, and nothing has to be scaled.
"""


# --8<-- [start:dropout]
class Dropout:
    """Layer that drops numbers with probability `drop`; (B, n) both ways.

    >>> import numpy as np
    >>> layer = Dropout(0.5, np.random.default_rng(0))
    >>> layer.forward(np.ones((1, 6))).tolist()
    [[2.0, 0.0, 0.0, 0.0, 2.0, 2.0]]
    >>> layer.backward(np.array([[1.0, 2, 3, 4, 5, 6]])).tolist()
    [[2.0, 0.0, 0.0, 0.0, 10.0, 12.0]]
    >>> layer.training = False
    >>> layer.forward(np.ones((1, 6))).tolist()
    [[1.0, 1.0, 1.0, 1.0, 1.0, 1.0]]
    """

    parameters = gradients = ()

    def __init__(self, drop, rng):
        self.drop, self.rng, self.training = drop, rng, True

    def forward(self, x):
        """Draws a mask, scales it, and keeps it."""
        if not self.training:
            self.cache = 1.0
        else:
            kept = self.rng.random(x.shape) >= self.drop
            self.cache = kept / (1 - self.drop)
        return x * self.cache

    def backward(self, u):
        """The mask of the forward pass, not a new one."""
        return u * self.cache


# --8<-- [end:dropout]

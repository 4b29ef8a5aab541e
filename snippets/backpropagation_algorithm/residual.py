"""A residual connection: the input goes into a block of layers, and past it.

    forward    y = x + f(x)            the value is copied to two places
    backward   ∂L/∂x = u + Jᵀu         what comes back from both places is added

It is a layer like any other, made of layers: its parameters are those of the block. Input and output of the block have
the same shape (B, n).
"""

from snippets.backpropagation_algorithm.network import Network


# --8<-- [start:residual]
class Residual(Network):
    """x + f(x), where f is a list of layers that keeps the shape (B, n).

    >>> import numpy as np
    >>> from snippets.backpropagation_algorithm.network import Linear
    >>> turn = Linear(np.array([[0.0, -1], [1, 0]]), np.zeros(2))
    >>> block = Residual([turn])
    >>> block.forward(np.array([[1.0, 2]])).tolist()
    [[-1.0, 3.0]]
    >>> block.backward(np.array([[1.0, 0]])).tolist()
    [[1.0, -1.0]]
    """

    def forward(self, x):
        """(B, n) to (B, n)."""
        return x + super().forward(x)

    def backward(self, u):
        """(B, n) to (B, n): past the block, and through it."""
        return u + super().backward(u)


# --8<-- [end:residual]

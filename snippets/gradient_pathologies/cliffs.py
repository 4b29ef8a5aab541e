"""Plateau and cliff in one curve: the loss of a weight that is used many times over.

h_k = w h_{k-1} with h_0 = 1 ends at w^T. The loss is half the square of what is missing to 1:

    L(w) = ½ (w^T - 1)²            L′(w) = (w^T - 1) T w^(T-1)

Left of 1 the power is next to 0: a plateau, with a gradient next to 0. Right of 1 it shoots up: a cliff. Clipping
limits the length of a step and leaves its direction.
"""

import numpy as np

USES = 20


# --8<-- [start:power_loss]
def power_loss(w, uses=USES):
    """½ (w^T - 1)², the loss of a weight that is used T times.

    >>> power_loss(0.0), power_loss(1.0)
    (0.5, 0.0)
    """
    return 0.5 * (w**uses - 1) ** 2


def power_loss_slope(w, uses=USES):
    """Its slope, (w^T - 1) T w^(T-1).

    >>> f"{power_loss_slope(0.5):.1e}", f"{power_loss_slope(1.3):.1e}"
    ('-3.8e-05', '5.5e+05')
    """
    return (w**uses - 1) * uses * w ** (uses - 1)


# --8<-- [end:power_loss]


# --8<-- [start:clipped]
def clipped(gradient, longest):
    """The gradient, shortened to the length `longest` if it is longer.

    >>> clipped(np.array([3.0, 4.0]), 1.0).round(4).tolist()
    [0.6, 0.8]
    >>> clipped(np.array([0.3, 0.4]), 1.0).tolist()
    [0.3, 0.4]
    """
    length = np.linalg.norm(gradient)
    return gradient * min(1.0, longest / length) if length > 0 else gradient


# --8<-- [end:clipped]


# --8<-- [start:walk_to]
def walk_to(w, learning_rate, longest, steps):
    """Weights visited by descent on the power loss with clipping: (steps + 1,).

    >>> walk_to(1.3, 0.01, 1.0, 2).round(4).tolist()
    [1.3, 1.29, 1.28]
    """
    path = [w]
    for _ in range(steps):
        slope = power_loss_slope(path[-1])
        path.append(path[-1] - learning_rate * float(np.clip(slope, -longest, longest)))
    return np.array(path)


# --8<-- [end:walk_to]

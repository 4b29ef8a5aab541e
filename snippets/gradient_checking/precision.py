"""The same check in four number types, and gradients that are too small for one of them.

A type with the unit roundoff u leaves about u^(2/3) of a central difference in doubt:

    type        significant bits   u          u^(2/3)    smallest number above 0
    float64     53                 1.1e-16    2e-11      5e-324
    float32     24                 6.0e-8     2e-5       1e-45
    bfloat16     8                 3.9e-3     2e-2       9e-41
    float16     11                 4.9e-4     6e-3       6.0e-8

NumPy has no bfloat16, so a number is rounded to it by its significant bits (its exponents are those of float32, and
nothing here comes near their ends).
"""

import numpy as np


def to_bits(value, bits):
    """The nearest numbers with so many significant bits, ties to the even one; an array or a number.

    >>> to_bits(np.array([1.0, 1.003, 1.005]), 8).tolist()
    [1.0, 1.0, 1.0078125]
    """
    part, exponent = np.frexp(value)
    return np.ldexp(np.rint(np.ldexp(part, bits)), exponent - bits)


# Each type: its significant bits, and a function that rounds to it.
STORES = {
    "float64": (53, np.float64),
    "float32": (24, lambda value: np.float64(np.float32(value))),
    "float16": (11, lambda value: np.float64(np.float16(value))),
    "bfloat16": (8, lambda value: to_bits(np.float64(value), 8)),
}


# --8<-- [start:stored_loss]
def stored_loss(w, store):
    """Squared error of a tanh neuron, each result rounded by `store`.

    Its input is 1.5, its bias -0.5, its target 1: exact in every type.

    >>> float(stored_loss(0.6875, np.float64).round(4))
    0.2639
    """
    z = store(store(1.5 * w) - 0.5)
    miss = store(store(np.tanh(z)) - 1)
    return store(miss**2)


# --8<-- [end:stored_loss]


def neuron_slope(w):
    """The derivative of the neuron's loss: 2(a - 1)(1 - a²) · 1.5.

    >>> round(float(neuron_slope(0.6875)), 4)
    -1.1765
    """
    a = np.tanh(1.5 * w - 0.5)
    return 2 * (a - 1) * (1 - a**2) * 1.5


def stored_errors(name, steps, w=0.6875):
    """Relative error of the central difference in a number type, at each step: shape of steps.

    >>> f"{stored_errors('float64', np.array([1e-2]))[0]:.0e}"
    '1e-04'
    """
    _, store = STORES[name]
    ahead, behind = stored_loss(store(w + steps), store), stored_loss(store(w - steps), store)
    with np.errstate(invalid="ignore", divide="ignore"):  # a step below the smallest number is 0
        measured = store(store(ahead - behind) / store(2 * steps))
    return np.abs(measured / neuron_slope(w) - 1)


# --8<-- [start:scaled_gradients]
def survivors(gradients, scale, store=np.float16):
    """Share of gradients that are neither 0 nor infinite when stored scaled.

    >>> survivors(np.array([1e-9, 1e-6, 1.0]), 1), survivors(np.array([1e-9, 1.0]), 2**10)
    (0.6666666666666666, 1.0)
    """
    with np.errstate(over="ignore"):
        stored = store(scale * gradients)
    return float(np.mean((stored != 0) & np.isfinite(stored)))


# --8<-- [end:scaled_gradients]

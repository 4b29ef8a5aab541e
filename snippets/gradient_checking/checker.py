"""The checker: a gradient by a program, one by differences, and a number for each parameter that compares them.

Differences know nothing of the chain rule, so they do not repeat its mistakes. Their own mistake is known: about h²
from the secant and about u|L|/h from rounding, together some 1e-10 of a gradient of ordinary size in double precision.
Whatever is wrong by more than that is not rounding.
"""

import numpy as np


# --8<-- [start:measured_gradient]
def measured_gradient(loss, parameters, h=1e-5):
    """Central differences of a loss in every entry of every parameter.

    `parameters` is a dictionary of arrays; they are as before afterwards.

    >>> def loss(p):
    ...     return p["w"] @ p["w"] + 3 * p["b"][0]
    >>> slopes = measured_gradient(loss, {"w": np.array([1.0, 2.0]), "b": np.zeros(1)})
    >>> slopes["w"].round(6).tolist(), slopes["b"].round(6).tolist()
    ([2.0, 4.0], [3.0])
    """
    slopes = {name: np.zeros(value.shape) for name, value in parameters.items()}
    for name, value in parameters.items():
        for place in np.ndindex(value.shape):
            kept = value[place]
            value[place] = kept + h
            ahead = loss(parameters)
            value[place] = kept - h
            behind = loss(parameters)
            value[place] = kept  # put back what was there, to the last bit
            slopes[name][place] = (ahead - behind) / (2 * h)
    return slopes


# --8<-- [end:measured_gradient]


# --8<-- [start:gradient_error]
def gradient_error(claimed, measured):
    """Length of the difference, divided by the longer of the two gradients.

    >>> round(float(gradient_error(np.array([3.0, 4.0]), np.array([3.0, 4.5]))), 4)
    0.0925
    """
    size = max(np.linalg.norm(claimed), np.linalg.norm(measured))
    return np.linalg.norm(claimed - measured) / size if size else 0.0


def check_gradient(loss, gradient, parameters, h=1e-5):
    """Relative error of each parameter's gradient, by name."""
    claimed = gradient(parameters)
    measured = measured_gradient(loss, parameters, h)
    pairs = {name: (claimed[name], measured[name]) for name in parameters}
    return {name: float(gradient_error(*pair)) for name, pair in pairs.items()}


# --8<-- [end:gradient_error]


# --8<-- [start:least_difference_error]
def least_difference_error(value, slope, third_derivative, unit=2.0**-53):
    """Smallest sum of a central difference's two bounds, over all steps h.

    `value` is |f|, `slope` is |x f'|: what rounding acts on.

    >>> f"{least_difference_error(1, 0, 1):.1e}", f"{least_difference_error(1, 0, 1, 2.0**-24):.1e}"
    ('2.4e-11', '1.6e-05')
    """
    rounded = unit * (abs(value) + abs(slope))
    return (9 / 8 * abs(third_derivative) * rounded**2) ** (1 / 3)


def noise_floor(value, slope, h=1e-5, unit=2.0**-53):
    """Relative error that rounding of the loss alone can make in one entry.

    >>> f"{noise_floor(value=1, slope=1e-8):.0e}"
    '1e-03'
    """
    return unit * abs(value) / (h * abs(slope))


# --8<-- [end:least_difference_error]

"""Which step h? The error against h tells a wrong gradient from a bad step.

A gradient that is right: the disagreement falls like h² until rounding takes over and it rises like 1/h, a V. A
gradient that is wrong by d: the disagreement stays at the size of d, whatever h is, a plateau. So one does not ask
for *the* step. One halves it, and looks whether the disagreement falls to a quarter.

The complex step has no subtraction, and so no left branch: Im f(x + ih)/h is off by h²/6 · f'''(x), which is 0 in
floating point for h = 1e-30. It needs a program that takes complex numbers and is analytic in each of its steps: no
absolute value, no comparison of complex numbers, no complex conjugate.
"""

import numpy as np

from snippets.gradient_checking.checker import gradient_error, measured_gradient


# --8<-- [start:errors_by_step]
def flat(parameters):
    """All entries of all parameters in one array.

    >>> flat({"w": np.array([[1.0, 2.0]]), "b": np.array([3.0])}).tolist()
    [1.0, 2.0, 3.0]
    """
    return np.concatenate([value.ravel() for value in parameters.values()])


def errors_by_step(loss, claimed, parameters, steps):
    """Relative error of a claimed gradient at each of the steps: a list.

    >>> def loss(p):
    ...     return (p["w"] ** 3).sum()
    >>> place = {"w": np.array([1.0])}
    >>> errors = errors_by_step(loss, {"w": np.array([3.0])}, place, [0.1, 0.05])
    >>> [round(error, 4) for error in errors]
    [0.0033, 0.0008]
    """
    errors = []
    for h in steps:
        measured = flat(measured_gradient(loss, parameters, h))
        errors.append(float(gradient_error(flat(claimed), measured)))
    return errors


# --8<-- [end:errors_by_step]


# --8<-- [start:observed_order]
def observed_order(error, error_at_half):
    """Power of h with which an error falls when the step is halved.

    >>> observed_order(0.04, 0.01), observed_order(0.04, 0.04)
    (2.0, 0.0)
    """
    return float(np.log2(error / error_at_half))


# --8<-- [end:observed_order]


# --8<-- [start:complex_step_gradient]
def complex_step_gradient(loss, parameters, h=1e-30):
    """Gradient of a loss that takes complex numbers, an entry at a time.

    >>> def loss(p):
    ...     return (p["w"] ** 3).sum()
    >>> complex_step_gradient(loss, {"w": np.array([1.0, 2.0])})["w"].tolist()
    [3.0, 12.0]
    """
    slopes = {name: np.zeros(value.shape) for name, value in parameters.items()}
    for name, value in parameters.items():
        for place in np.ndindex(value.shape):
            moved = {**parameters, name: value.astype(complex)}
            moved[name][place] += 1j * h
            slopes[name][place] = loss(moved).imag / h
    return slopes


# --8<-- [end:complex_step_gradient]

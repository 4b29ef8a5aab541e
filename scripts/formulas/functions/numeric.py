"""The comparison for `check: <function>`: what the formula claims against what was measured."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True)
class Comparison:
    """Whether two results agree; `error` is the largest relative difference; `nothing`: all numbers are zero."""

    ok: bool
    error: float
    message: str = ""
    nothing: bool = False

    @property
    def agrees(self) -> bool:
        """Whether nothing speaks against the claim: among many inputs, some may give zero on both sides."""
        return self.ok or self.nothing


def check_numeric(claimed: ArrayLike, measured: ArrayLike, tolerance: float = 1e-6) -> Comparison:
    """Compare numbers or arrays of one shape, relative to the larger size of each pair of numbers.

    Numbers near zero are measured against the largest number of the arrays: a gradient that vanishes in one component
    is as exact there as the others are.
    """
    left, right = np.asarray(claimed), np.asarray(measured)
    if left.shape != right.shape:
        return Comparison(False, float("inf"), f"The shapes differ: {left.shape} claimed, {right.shape} measured.")
    if left.size == 0:
        return Comparison(False, float("inf"), "There is nothing to compare.")
    if not (np.issubdtype(left.dtype, np.number) and np.issubdtype(right.dtype, np.number)):
        return Comparison(False, float("inf"), "Numbers are needed, or arrays of numbers.")
    if not (np.isfinite(left).all() and np.isfinite(right).all()):
        return Comparison(False, float("inf"), "A number is not finite.")
    if not 0 < tolerance <= 0.1:
        return Comparison(False, float("inf"), f"The tolerance {tolerance} is not between 0 and 0.1.")
    return _compared(left, right, tolerance)


def _compared(left: np.ndarray, right: np.ndarray, tolerance: float) -> Comparison:
    """Return the comparison of two finite arrays of one shape."""
    scale = max(float(np.abs(left).max()), float(np.abs(right).max()))
    if scale == 0:
        message = "All numbers are zero, which shows nothing. Take a place where they are not."
        return Comparison(False, 0.0, message, nothing=True)
    size = np.maximum(np.maximum(np.abs(left), np.abs(right)), 1e-3 * scale)
    errors = np.abs(left - right) / size
    worst = int(np.argmax(errors))
    error = float(errors.ravel()[worst])
    if error <= tolerance:
        return Comparison(True, error)
    place = "" if left.size == 1 else f" at index {tuple(int(k) for k in np.unravel_index(worst, left.shape))}"
    message = (
        f"The claim is {left.ravel()[worst]:.10g}{place}, measured was {right.ravel()[worst]:.10g}: "
        f"a relative error of {error:.2g}, more than {tolerance:g}."
    )
    return Comparison(False, error, message)

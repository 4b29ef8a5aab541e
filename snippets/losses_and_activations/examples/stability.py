"""Overflow and rounding: where formulas fail as written, and what the repaired ones return."""

import numpy as np

from snippets.losses_and_activations.precision import (
    BFLOAT16,
    exact_softplus,
    overflow_border,
    relative_errors,
    rounding_border,
)
from snippets.losses_and_activations.softmax import naive_softmax, softmax
from snippets.losses_and_activations.stable import (
    log_loss,
    log_loss_of_probability,
    log_sum_exp,
    naive_log_sum_exp,
    naive_softplus,
    softplus,
)


# --8<-- [start:overflow]
def overflow():
    """Print softmax and ln Σ e^z, as written and repaired."""
    for scores in ([2.0, 1.0], [710.0, 709.0], [-750.0, -751.0]):
        print("scores", scores)
        with np.errstate(all="ignore"):
            written = naive_softmax(scores).round(4).tolist()
            print("  as written", written, f"{naive_log_sum_exp(scores):.4f}")
        print("  repaired  ", softmax(scores).round(4).tolist(), f"{log_sum_exp(scores):.4f}")


# --8<-- [end:overflow]


# --8<-- [start:borders_table]
def borders_table():
    """Print where e^z overflows, and from where on 1 + e^-z is 1."""
    print("type       e^z overflows   1 + e^-z is 1")
    types = {"float16": np.float16, "bfloat16": BFLOAT16, "float32": np.float32, "float64": np.float64}
    for name, number in types.items():
        print(f"{name:8} {overflow_border(number):12.2f} {rounding_border(number):15.2f}")


# --8<-- [end:borders_table]


# --8<-- [start:repaired]
def repaired():
    """Print relative errors of ln(1 + e^z), as written and repaired."""
    places = [-100.0, -40.0, -20.0, -10.0, 0.0, 50.0, 800.0]
    print("             float64             float32")
    print("     z   written repaired   written repaired")
    columns = [
        relative_errors(f, exact_softplus, places, number)
        for number in (np.float64, np.float32)
        for f in (naive_softplus, softplus)
    ]
    for z, *errors in zip(places, *columns, strict=True):
        a, b, c, d = (f"{error:.0e}" for error in errors)
        print(f"{z:6}   {a:7} {b:8}   {c:7} {d:8}".rstrip())


# --8<-- [end:repaired]


# --8<-- [start:two_routes]
def two_routes():
    """Print the cross-entropy for the label 0, through p and on the logit."""
    print("   z     through p   on the logit")
    for z in (2.0, 20.0, 36.0, 37.0, 1000.0):
        with np.errstate(divide="ignore"):
            print(f"{z:6}   {log_loss_of_probability(z, 0):9.4f}   {log_loss(z, 0):9.4f}")


# --8<-- [end:two_routes]

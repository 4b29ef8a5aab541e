"""What is named after a function's derivative is its derivative, in every topic."""

import inspect

import numpy as np
import pytest

from snippets.derivatives_and_gradients.derivatives import central_difference
from snippets.derivatives_and_gradients.gradients import numerical_gradient
from snippets.partial_derivatives_and_jacobians.jacobians import numerical_jacobian
from tests.snippets.mathematics import functions, modules

MEASURED = {
    "slope": central_difference,
    "gradient": numerical_gradient,
    "partials": numerical_gradient,
    "jacobian": numerical_jacobian,
}


def named():
    """Return each function of one number or point, its derivative and the kind of that: cubic, cubic_slope, slope."""
    found = []
    for _, module in modules():
        for name, derivative in functions(module).items():
            of, _, kind = name.rpartition("_")
            function = getattr(module, of, None)
            if kind in MEASURED and inspect.isfunction(function) and argument(function) == argument(derivative) != "":
                found.append((function, derivative, kind))
    return found


def argument(function):
    """Return the name of the only argument that is required and is no matrix."""
    required = [p.name for p in inspect.signature(function).parameters.values() if p.default is p.empty]
    return required[0] if len(required) == 1 and required[0] != "matrix" else ""


@pytest.mark.parametrize(("function", "derivative", "kind"), named(), ids=lambda one: getattr(one, "__name__", ""))
def test_a_derivative_is_that_of_the_function_it_is_named_after(function, derivative, kind):
    places = np.random.default_rng(0).uniform(0.3, 2.3, size=(4, 2))  # some functions divide by what they are given
    for point in places:
        place = point[0] if kind == "slope" else point
        assert derivative(place) == pytest.approx(MEASURED[kind](function, place), rel=1e-6, abs=1e-7)

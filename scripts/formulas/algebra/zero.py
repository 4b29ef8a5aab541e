"""Whether SymPy simplifies the difference of two sides to zero.

A search that does not end is stopped and the formula refused, not marked as "verified to 30 digits": the mark would
then depend on the machine. The limit is far away; the slowest formula of the course needs a hundredth of it.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import sympy
from sympy.core.cache import clear_cache

from scripts.formulas.algebra.carried_out import CarriedOut
from scripts.formulas.grammar.nodes import Node
from scripts.formulas.meaning.problem import Problem
from scripts.formulas.meaning.unroll import configurations, families, unroll
from scripts.mutants.deadline import within_seconds

PATIENCE = 30.0
"""The seconds after which a search for zero counts as endless."""

STRATEGIES: tuple[Callable[[Any], Any], ...] = (
    lambda difference: difference,
    sympy.expand,
    lambda difference: sympy.cancel(sympy.together(difference)),
    sympy.simplify,
    lambda difference: sympy.simplify(difference.rewrite(sympy.exp)),
    lambda difference: sympy.simplify(difference.replace(sympy.sign, lambda of: of / sympy.Abs(of))),
    lambda difference: sympy.simplify(sympy.expand_log(difference)),
)


def shown_equal(problem: Problem, left: Node, right: Node) -> bool:
    """Tell whether SymPy shows that left minus right is zero, for any number of terms. Raises `Endless`."""
    if families(problem):
        return False
    clear_cache()  # so that the search does not depend on what was verified before
    if configurations(problem) == [{}]:  # no sum has a number of terms that is open
        left, right = unroll(Problem((left, right)), {}).sides
        problem = unroll(problem, {})
    translator = CarriedOut(problem)

    def search() -> bool:
        difference = _attempt(lambda: translator.convert(left, {}) - translator.convert(right, {}))
        return difference is not None and any(_attempt(partial(step, difference)) == 0 for step in STRATEGIES)

    return within_seconds(PATIENCE, search)


def _attempt(search: Callable[[], Any]) -> Any:
    """Return `search()`, or None if SymPy gives up, in whichever of its ways."""
    try:
        return search()
    except Exception:
        return None

"""Whether SymPy simplifies the difference of two sides to zero.

A search that does not end is stopped and the formula refused, not marked as "verified to 30 digits": the mark would
then depend on the machine. The limit is far away; the slowest formula of the course needs a hundredth of it.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import sympy
from sympy.core.cache import clear_cache

from scripts.formulas.algebra.carried_out import CarriedOut
from scripts.formulas.grammar.nodes import Node
from scripts.formulas.meaning.problem import Problem
from scripts.formulas.meaning.unroll import configurations, families, unroll
from scripts.mutants.deadline import within_seconds

Result = TypeVar("Result")
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
    chosen = configurations(problem)
    written = problem if chosen != [{}] else unroll(problem, {})
    pair = (left, right) if chosen != [{}] else (unroll(Problem((left, right)), {}).sides)
    translator = CarriedOut(written)

    def difference() -> Any:
        return translator.convert(pair[0], {}) - translator.convert(pair[1], {})

    def search() -> bool:
        start = attempt(difference, None)
        return start is not None and any(attempt(partial(vanishes, step, start), False) for step in STRATEGIES)

    return within_seconds(PATIENCE, search)


def attempt(search: Callable[[], Result], otherwise: Result) -> Result:
    """Return `search()`, or `otherwise` if SymPy gives up, in whichever of its ways."""
    try:
        return search()
    except Exception:
        return otherwise


def vanishes(step: Callable[[Any], Any], difference: Any) -> bool:
    """Tell whether `step` turns `difference` into zero."""
    return bool(step(difference) == 0)

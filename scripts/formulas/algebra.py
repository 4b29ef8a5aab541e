"""Whether SymPy simplifies the difference of its sides to zero."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import sympy
from sympy.core.cache import clear_cache

from scripts.formulas.budget import within
from scripts.formulas.grammar.nodes import Node
from scripts.formulas.problem import Problem
from scripts.formulas.symbolic import Translator
from scripts.formulas.unroll import configurations, families, unroll

Result = TypeVar("Result")
CALLS = 400_000
"""How many calls one step of a search for zero may make: some tenths of a second."""

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
    """Tell whether SymPy shows that left minus right is zero, for any number of terms."""
    if families(problem):
        return False
    clear_cache()  # so that the number of calls does not depend on what was verified before
    chosen = configurations(problem)
    written = problem if chosen != [{}] else unroll(problem, {})
    pair = (left, right) if chosen != [{}] else (unroll(Problem((left, right)), {}).sides)
    translator = Translator(written)

    def difference() -> Any:
        return translator.convert(pair[0], {}) - translator.convert(pair[1], {})

    start = attempt(difference, None)
    if start is None:
        return False
    return any(attempt(partial(vanishes, step, start), False) for step in STRATEGIES)


def attempt(search: Callable[[], Result], otherwise: Result) -> Result:
    """Return `search()`, or `otherwise` if it is too long or SymPy gives up, in whichever of its ways."""
    try:
        return within(CALLS, search, otherwise)
    except Exception:
        return otherwise


def vanishes(step: Callable[[Any], Any], difference: Any) -> bool:
    """Tell whether `step` turns `difference` into zero."""
    return bool(step(difference) == 0)

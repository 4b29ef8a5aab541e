"""Whether a formula is true: agreement in numbers first, then a proof, then disturbances that must be noticed."""

from collections.abc import Callable
from functools import partial
from typing import Any

import sympy

from scripts.formulas.budget import within
from scripts.formulas.nodes import Node
from scripts.formulas.problem import Problem
from scripts.formulas.symbolic import NoProof, Translator
from scripts.formulas.unroll import configurations, families, unroll

CALLS = 200_000
"""How many calls one step of a search for a proof may make: some tenths of a second."""

STRATEGIES: tuple[Callable[[Any], Any], ...] = (
    lambda difference: difference,
    sympy.expand,
    lambda difference: sympy.cancel(sympy.together(difference)),
    sympy.simplify,
    lambda difference: sympy.simplify(difference.rewrite(sympy.exp)),
    lambda difference: sympy.simplify(sympy.expand_log(difference)),
)


def proved(problem: Problem, left: Node, right: Node) -> bool:
    """Tell whether SymPy shows that left minus right is zero, for any number of terms."""
    if families(problem):
        return False
    chosen = configurations(problem)
    written = problem if chosen != [{}] else unroll(problem, {})
    pair = (left, right) if chosen != [{}] else (unroll(Problem((left, right)), {}).sides)
    translator = Translator(written)

    def difference() -> Any:
        try:
            return translator.convert(pair[0], {}) - translator.convert(pair[1], {})
        except (NoProof, NotImplementedError, ValueError, TypeError, AttributeError):
            return None

    start = within(CALLS, difference, None)
    if start is None:
        return False
    return any(within(CALLS, partial(vanishes, step, start), False) for step in STRATEGIES)


def vanishes(step: Callable[[Any], Any], difference: Any) -> bool:
    """Tell whether `step` turns `difference` into zero."""
    return bool(step(difference) == 0)

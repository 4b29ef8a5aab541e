"""Options that say nothing: conditions that exclude nothing or stand twice, names that are not used."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

from scripts.formulas.algebra.as_written import understood
from scripts.formulas.grammar.errors import NotUnderstood
from scripts.formulas.grammar.nodes import ZERO, Item, Mul, Node, used_names, walk
from scripts.formulas.meaning.problem import Condition, Problem
from scripts.formulas.values.domain import Point, holds, meanings
from scripts.formulas.values.evaluate import Evaluator, Unknown, ctx

_TRIED = 150
_SPECIAL = tuple(Fraction(number, 2) for number in range(-8, 9))
"""Numbers at which conditions fail that hold almost everywhere, such as x ≠ 0."""
_FARTHEST = 12
"""Numbers up to 10 to this power are tried."""


def refuse_vacuous(problem: Problem) -> None:
    """Refuse what the author wrote into an option and what has no meaning for the formula."""
    _unused_names(problem)
    for condition, times in Counter(problem.conditions).items():
        if times > 1:
            raise NotUnderstood(f"In `assume`: {_written(condition)} stands twice. Write it once.")
        if not problem.symbols(condition.left, condition.right):
            raise NotUnderstood(f"In `assume`: {_written(condition)} is about no symbol of the formula. Leave it out.")
        if any(_is_zero_product(node) for side in (condition.left, condition.right) for node in walk(side)):
            raise NotUnderstood(f"In `assume`: {_written(condition)} has a product with 0. Separate conditions by `;`.")
        if _always_holds(problem, condition):
            raise NotUnderstood(f"In `assume`: {_written(condition)} holds for all numbers, so it excludes nothing.")


def _unused_names(problem: Problem) -> None:
    """Refuse definitions and functions that the formula does not use."""
    reached: set[str] = set()
    pending = [*problem.sides, *(side for c in problem.conditions for side in (c.left, c.right))]
    while pending:
        names = used_names(pending.pop()) - reached
        reached |= names
        pending += [problem.definitions[name].body for name in names & problem.definitions.keys()]
    for option, names_there in (("where", problem.definitions), ("functions", problem.functions)):
        for name in names_there:
            if name not in reached:
                raise NotUnderstood(f"In `{option}`: the formula does not use `{name}`. Leave it out.")
    for name, params in problem.functions.items():
        if name in params:
            raise NotUnderstood(f"In `functions`: `{name}` is its own parameter. Take another letter for one of them.")


def _is_zero_product(node: Node) -> bool:
    """Tell whether a node is a product with the number 0: two conditions that have run into each other."""
    return isinstance(node, Mul) and ZERO in node.factors


def _always_holds(problem: Problem, condition: Condition) -> bool:
    """Tell whether a condition holds at every point tried, special ones and far ones included."""
    if any(isinstance(node, Item) for side in (condition.left, condition.right) for node in walk(side)):
        return False  # an element of a family has no value until the sums are written out
    points = _trial_points(problem, condition)
    if condition.relation != "!=":
        return all(holds(condition, point) for point in points)
    # A difference that is never zero at these points may be so between them, where its sign changes.
    return {_difference(condition, point) for point in points} in ({1}, {-1})


def _difference(condition: Condition, point: Point) -> Any:
    """Return the sign of left minus right at a point, or None where it has no value."""
    try:
        left, right = point.value(condition.left), point.value(condition.right)
    except Unknown:
        return None
    return None if left is None or right is None else ctx.sign(left - right)


def _trial_points(problem: Problem, condition: Condition) -> Iterator[Point]:
    """Yield points of the symbols of a condition, drawn at random (but the same every time)."""
    rng = Random("conditions")  # noqa: S311 - has to be the same every time, not secret
    names = sorted(problem.symbols(condition.left, condition.right))
    for attempt in range(_TRIED):
        values = {name: _drawn(rng) for name in names}
        yield Point(values, Evaluator(problem.definitions, meanings(problem.functions, attempt % 4)))


def _drawn(rng: Random) -> Fraction:
    """Return a small special number, or one of any size."""
    if rng.random() < 0.5:
        return rng.choice(_SPECIAL)
    return rng.choice([-1, 1]) * Fraction(rng.randint(1, 999), 100) * Fraction(10) ** rng.randint(-3, _FARTHEST)


def _written(condition: Condition) -> str:
    """Return a condition as it was understood."""
    return f"`{understood(condition.left)[0]} {condition.relation} {understood(condition.right)[0]}`"

"""Points to try: numbers with few digits, drawn at random (but the same every time) where the conditions hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from operator import ge, gt, le, lt, ne
from random import Random
from typing import Any

from scripts.formulas.grammar.nodes import Name, Node, exact
from scripts.formulas.meaning.problem import Condition, Problem, has_integral
from scripts.formulas.values.evaluate import DIGITS, Evaluator, Function, Undefined, Unknown, builtin, ctx

_REACHES = (3, 3, 30)
"""How far from its bound, or from 0, a symbol is drawn, in turns."""
_STEPS = 10**5
_RELATIONS = {"<": lt, ">": gt, "<=": le, ">=": ge, "!=": ne}
_TRIES = 200


@dataclass(frozen=True)
class Point:
    """Values of the symbols, and a meaning for every arbitrary function."""

    values: Mapping[str, Fraction]
    evaluator: Evaluator

    def value(self, node: Node, digits: int = DIGITS) -> Any:
        """Return the value of `node` here, or None where it is not a real number; raise `Unknown` if in doubt."""
        with ctx.workdps(digits):
            env = {name: ctx.mpf(value.numerator) / value.denominator for name, value in self.values.items()}
            try:
                return self.evaluator.value(node, env)
            except Undefined:
                return None

    def __str__(self) -> str:
        return ", ".join(f"{name} = {_decimal(value)}" for name, value in sorted(self.values.items()))


def _decimal(value: Fraction) -> str:
    """Write a drawn number as a reader would."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"


def points(problem: Problem, seed: str) -> Iterator[Point]:
    """Yield points where all conditions hold; without symbols, as many as there are meanings of the functions."""
    rng = Random(seed)  # noqa: S311 - has to be the same every time, not secret
    names = sorted(problem.symbols().union(*(problem.symbols(c.left, c.right) for c in problem.conditions)))
    reaches = _REACHES[:1] if has_integral(problem) else _REACHES
    seen: set[object] = set()
    for attempt in range(_TRIES):
        bounds = {name: _limits(problem, name, reaches[attempt % len(reaches)]) for name in names}
        evaluator = Evaluator(problem.definitions, meanings(problem.functions, attempt % 4))
        values = {name: draw(rng, *bounds[name], whole=name in problem.integers) for name in names}
        if any(value is None for value in values.values()):
            return
        point = Point({name: value for name, value in values.items() if value is not None}, evaluator)
        key = (tuple(point.values.items()), attempt % 4 if problem.functions else 0)
        if key not in seen and all(holds(condition, point) for condition in problem.conditions):
            seen.add(key)
            yield point


def _limits(problem: Problem, name: str, reach: int) -> tuple[Fraction, Fraction]:
    """Return the range to draw a symbol from."""
    lows: list[Fraction] = []
    highs: list[Fraction] = []
    for condition in problem.conditions:
        if condition.relation != "!=" and Name(name) in (condition.left, condition.right):
            left = condition.left == Name(name)
            bound = exact(condition.right if left else condition.left)
            if bound is not None:
                (highs if condition.relation.startswith("<") == left else lows).append(bound)
    if not lows:
        return (min(highs) - reach, min(highs)) if highs else (Fraction(-reach), Fraction(reach))
    return max(lows), min(highs) if highs else max(lows) + reach


def draw(rng: Random, low: Fraction, high: Fraction, *, whole: bool) -> Fraction | None:
    """Draw a number strictly between the bounds and not 0, or a whole number between them."""
    if whole:
        first, last = -(-low // 1), high // 1
        return Fraction(rng.randint(int(first), int(last))) if first <= last else None
    if low >= high:
        return None
    drawn = low + (high - low) * rng.randint(1, _STEPS - 1) / _STEPS
    return drawn or low + (high - low) / 7


def holds(condition: Condition, point: Point) -> bool:
    """Tell whether a condition holds at a point."""
    try:
        left, right = point.value(condition.left), point.value(condition.right)
    except Unknown:
        return False
    if left is None or right is None:
        return False
    return bool(_RELATIONS[condition.relation](left, right))


def meanings(functions: Mapping[str, tuple[str, ...]], turn: int) -> dict[str, Function]:
    """Give each arbitrary function a meaning: distinct, smooth, transcendental, another one each turn."""
    return {name: _smooth(Random(f"{name} {turn}"), len(params)) for name, params in functions.items()}  # noqa: S311


def _smooth(rng: Random, arity: int) -> Function:
    """Return two waves in different directions and a linear form, with coefficients drawn at random.

    They grow no faster than their arguments, so that functions of functions keep their digits, and have no poles
    anywhere, so that integrals of them are found soon.
    """

    def some(count: int) -> list[Fraction]:
        return [Fraction(rng.choice([-1, 1]) * rng.randint(20, 90), 100) for _ in range(count)]

    wave, other, slope, (height, shift) = some(arity), some(arity), some(arity), some(2)

    def form(weights: list[Fraction], values: tuple[Any, ...]) -> Any:
        return sum((w.numerator * v / w.denominator for w, v in zip(weights, values, strict=True)), ctx.zero)

    def function(*values: Any) -> Any:
        shifted = form(other, values) + ctx.mpf(shift.numerator) / shift.denominator
        waves = 2 * builtin("sin", form(wave, values)) + height.numerator * builtin("cos", shifted) / height.denominator
        return waves + form(slope, values) + 1

    return function

"""Two sides in numbers: whether they agree to 30 digits at 20 points or more."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import zip_longest
from typing import Any

from scripts.formulas.grammar.nodes import Node
from scripts.formulas.meaning.problem import Problem, has_integral
from scripts.formulas.meaning.unroll import configurations, families, free_indices, sizes, unroll
from scripts.formulas.values.domain import Point, points
from scripts.formulas.values.evaluate import DIGITS, Unknown, ctx

_ENOUGH = 20
_LEVELS = (DIGITS, 3 * DIGITS, 9 * DIGITS)
"""The digits to work with. More are taken if the sides seem to differ: it may be the loss of digits in a difference."""
AGREED = ctx.mpf(10) ** -30
_SETTLED = ctx.mpf(10) ** -10
_ZERO = ctx.mpf(10) ** -70

Value = Callable[[int], Any]


@dataclass(frozen=True)
class Place:
    """A point, and the numbers of terms for which sums are written out there."""

    point: Point
    chosen: dict[str, int]

    def value(self, node: Node, digits: int = DIGITS) -> Any:
        """Return the value of a side here, or None where it is not real; raise `Unknown` if in doubt."""
        return self.point.value(unroll(Problem((node,)), self.chosen).sides[0], digits)

    def __str__(self) -> str:
        numbers = [f"{name} = {number}" for name, number in sorted(self.chosen.items())]
        return ", ".join([*numbers, str(self.point)] if str(self.point) else numbers)


@dataclass(frozen=True)
class Agreement:
    """What a comparison found: `points` agreed; `message` says what went wrong, or is empty."""

    points: int
    message: str = ""


def places(problem: Problem, seed: str) -> Iterator[Place]:
    """Yield places to compare at, taking turns between the numbers of terms."""

    def of(chosen: dict[str, int]) -> Iterator[Place]:
        found = points(unroll(problem, chosen), f"{seed} {sorted(chosen.items())}")
        return (Place(point, chosen) for point in found)

    for turn in zip_longest(*map(of, configurations(problem))):
        yield from filter(None, turn)


def _agree(left: Value, right: Value, levels: tuple[int, ...] = _LEVELS) -> bool | None:
    """Tell whether two sides agree at a place; None says that the place tells nothing."""
    earlier: tuple[Any, Any] | None = None
    try:
        for digits in levels:
            pair = left(digits), right(digits)
            if None in pair:
                if pair == (None, None):
                    return None
                if digits == levels[-1]:
                    return False
                continue
            if _close(*pair, AGREED):
                return True
            apart = len(levels) == 1 and not _close(*pair, _SETTLED)
            if apart or (earlier and all(_close(*both, _SETTLED) for both in zip(earlier, pair, strict=True))):
                return False
            earlier = pair
    except Unknown:
        return None
    return None


def _close(one: Any, other: Any, share: Any) -> bool:
    """Tell whether two numbers differ by at most a share of their size, or are both as good as zero."""
    size = max(abs(one), abs(other))
    return bool(size < _ZERO or abs(one - other) <= share * size)


class Sampled:
    """A left side with its values where the right one agreed, so that disturbed sides can be held against them."""

    def __init__(self, problem: Problem, left: Node, right: Node, seed: str) -> None:
        self.problem, self.left, self.right = problem, left, right
        self.levels = _LEVELS[:1] if has_integral(problem) else _LEVELS
        self.found: list[tuple[Place, Value]] = []
        self.agreement = self.compare(seed)

    def compare(self, seed: str) -> Agreement:
        """Compare the sides at enough places."""
        tried, wanted = 0, len(configurations(self.problem))
        for place in places(self.problem, seed):
            tried += 1
            left = cache(partial(place.value, self.left))
            verdict = _agree(left, partial(place.value, self.right), self.levels)
            if verdict is False:
                return Agreement(len(self.found), _counterexample(place, left(DIGITS), place.value(self.right)))
            if verdict:
                self.found.append((place, left))
            if len(self.found) >= max(_ENOUGH, wanted):
                break
        if not tried and self.problem.conditions:
            return Agreement(0, "No point was found where all conditions of `assume` hold. Give some that can.")
        if len(self.found) < (_ENOUGH if self.real_symbols() else max(1, tried)):
            return Agreement(
                len(self.found),
                f"Only {len(self.found)} of {tried} points in the domain had a value on both sides, and "
                f"{_ENOUGH} are needed. Give the domain with `assume`.",
            )
        return Agreement(len(self.found))

    def real_symbols(self) -> bool:
        """Tell whether there is no end of points to try."""
        counted = sizes(self.problem) | free_indices(self.problem) | self.problem.integers
        return bool(families(self.problem) or self.problem.symbols() - counted)

    def notices(self, other: Node) -> bool:
        """Tell whether `other`, in place of the right side, fails against the left one."""
        return any(_agree(left, partial(place.value, other), self.levels) is False for place, left in self.found)


def _counterexample(place: Place, left: Any, right: Any) -> str:
    """Say where the sides differ."""
    shown = [("not a real number" if value is None else ctx.nstr(value, 10)) for value in (left, right)]
    where = f"At {place} the" if str(place) else "The"
    message = f"{where} left side is {shown[0]} and the right side is {shown[1]}."
    return message if left is not None and right is not None else f"{message} Give the domain with `assume`."

"""Two sides in numbers: whether they agree to 30 digits at 20 points or more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scripts.formulas.domain import Point, points
from scripts.formulas.evaluate import ctx
from scripts.formulas.nodes import Node
from scripts.formulas.problem import Problem
from scripts.formulas.unroll import configurations, families, free_indices, sizes, unroll

ENOUGH = 20
RELATIVE = ctx.mpf(10) ** -30
ALMOST_ZERO = ctx.mpf(10) ** -36


@dataclass(frozen=True)
class Place:
    """A point, and the problem written out for it."""

    point: Point
    chosen: dict[str, int]

    def value(self, node: Node) -> Any:
        """Return the value of a side here, or None."""
        alone = unroll(Problem((node,)), self.chosen)
        return self.point.value(alone.sides[0])

    def __str__(self) -> str:
        numbers = [f"{name} = {number}" for name, number in sorted(self.chosen.items())]
        return ", ".join([*numbers, str(self.point)] if str(self.point) else numbers) or "all symbols"


@dataclass(frozen=True)
class Agreement:
    """What a comparison found: `points` agreed; `message` says what went wrong, or is empty."""

    points: int
    message: str = ""

    @property
    def ok(self) -> bool:
        """Whether the sides agree."""
        return not self.message


def places(problem: Problem, seed: str) -> Iterator[Place]:
    """Yield places to compare at, taking turns between the numbers of terms."""
    streams = []
    for chosen in configurations(problem):
        written = unroll(problem, chosen)
        streams.append((chosen, points(written, written.sides, f"{seed} {sorted(chosen.items())}")))
    while streams:
        for stream in list(streams):
            point = next(stream[1], None)
            if point is None:
                streams.remove(stream)
            else:
                yield Place(point, stream[0])


def same(left: Any, right: Any) -> bool:
    """Tell whether two numbers agree to 30 digits, or are both as good as zero."""
    size = max(abs(left), abs(right))
    return bool(size < ALMOST_ZERO or abs(left - right) <= RELATIVE * size)


class Sampled:
    """A side with its values at the places where it was compared, so that disturbed sides can be held against them."""

    def __init__(self, problem: Problem, left: Node, right: Node, seed: str) -> None:
        self.problem, self.left, self.right = problem, left, right
        self.found: list[tuple[Place, Any]] = []
        self.agreement = self.compare(seed)

    def compare(self, seed: str) -> Agreement:
        """Compare the sides at enough places."""
        tried = 0
        for place in places(self.problem, seed):
            tried += 1
            left, right = place.value(self.left), place.value(self.right)
            if left is None and right is None:
                continue
            if left is None or right is None or not same(left, right):
                return Agreement(len(self.found), counterexample(place, left, right))
            self.found.append((place, left))
            if len(self.found) >= ENOUGH and len({str(p.chosen) for p, _ in self.found}) == self.wanted():
                break
        if len(self.found) < (ENOUGH if self.real_symbols() else max(1, tried)):
            return Agreement(
                len(self.found),
                f"Only {len(self.found)} of {tried} points in the domain had a value on both sides, and "
                f"{ENOUGH} are needed. Give the domain with `assume`.",
            )
        return Agreement(len(self.found))

    def real_symbols(self) -> bool:
        """Tell whether there is no end of points to try."""
        counted = sizes(self.problem) | free_indices(self.problem) | self.problem.integers
        return bool(families(self.problem) or self.problem.symbols() - counted)

    def wanted(self) -> int:
        """Return how many numbers of terms have to be seen."""
        return len(configurations(self.problem))

    def differs(self, other: Node) -> bool:
        """Tell whether `other`, in place of the right side, fails against the left one."""
        for place, left in self.found:
            value = place.value(other)
            if value is None or not same(left, value):
                return True
        return False


def counterexample(place: Place, left: Any, right: Any) -> str:
    """Say where the sides differ."""
    shown = [("not a real number" if value is None else ctx.nstr(value, 10)) for value in (left, right)]
    message = f"At {place} the left side is {shown[0]} and the right side is {shown[1]}."
    return message if left is not None and right is not None else f"{message} Give the domain with `assume`."

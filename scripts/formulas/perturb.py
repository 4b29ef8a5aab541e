"""Disturbances of a side: a check that passes on one of them too shows nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from itertools import islice
from typing import Any

from scripts.formulas.grammar.nodes import ONE, ZERO, Add, Call, Deriv, Div, Item, Mul, Name, Neg, Node, Num, Pow
from scripts.formulas.meaning.problem import Problem
from scripts.formulas.values.compare import Place, Sampled, places
from scripts.formulas.values.evaluate import Unknown
from scripts.mutants.engine import without_one

_MOST = 60
_LOOKS = 4
_SEVENTH = Num(Fraction(1, 7))
_SCALE = Num(Fraction(101, 100))
_NEIGHBORS = {
    **{"sin": "cos", "cos": "sin", "tan": "sin", "sinh": "cosh", "cosh": "sinh", "tanh": "tan", "exp": "ln"},
    **{"ln": "exp", "log": "exp", "arctan": "tan", "arcsin": "arccos", "arccos": "arcsin", "max": "min", "min": "max"},
}
_UNTOUCHED = {"by", "to", "first", "last", "low", "high", "indices"}

Disturbance = tuple[str, Node]


def disturbances(problem: Problem, side: Node) -> list[Disturbance]:
    """Return disturbed versions of `side`: the whole of it, and some places inside, evenly chosen."""
    whole: list[Disturbance] = [("1/7 added", Add((side, _SEVENTH)))]
    whole += [
        (f"1/7 of {name} added", Add((side, Mul((_SEVENTH, Name(name)))))) for name in sorted(problem.symbols(side))[:1]
    ]
    if side != ZERO:
        whole += [("the sign turned", Neg(side)), ("101/100 times as much", Mul((_SCALE, side)))]
    inside = list(variants(side))
    if len(inside) > _MOST:
        inside = [inside[k * len(inside) // _MOST] for k in range(_MOST)]
    return whole + inside


def variants(node: Node) -> Iterator[Disturbance]:
    """Yield `node` with one thing changed somewhere in it."""
    yield from _slips(node)
    if isinstance(node, Item):
        return
    for entry in fields(node):
        value = getattr(node, entry.name)
        if entry.name in _UNTOUCHED:
            continue
        if isinstance(value, Node):
            for name, part in variants(value):
                yield name, replace(node, **{entry.name: part})
        elif isinstance(value, tuple):
            for index, old in enumerate(value):
                for name, part in variants(old):
                    yield name, replace(node, **{entry.name: (*value[:index], part, *value[index + 1 :])})


def _slips(node: Node) -> Iterator[Disturbance]:
    """Yield the slips of the pen that can happen at `node` itself."""
    match node:
        case Add(terms):
            for number, (term, others) in enumerate(zip(terms, without_one(terms), strict=True), start=1):
                flipped = term.of if isinstance(term, Neg) else Neg(term)
                yield f"the sign of term {number} flipped", Add((*terms[: number - 1], flipped, *terms[number:]))
                yield f"term {number} left out", Add(tuple(others))
        case Mul(factors):
            for number, (factor, others) in enumerate(zip(factors, without_one(factors), strict=True), start=1):
                yield f"factor {number} left out", Mul(tuple(others))
                yield f"factor {number} in the denominator", Div(Mul(tuple(others)), factor)
        case Div(top, bottom):
            yield "a fraction turned upside down", Div(bottom, top)
            yield "a denominator left out", top
            yield "a numerator left out", Div(ONE, bottom)
        case Pow(base, exponent):
            yield "an exponent raised by 1", Pow(base, Add((exponent, ONE)))
            yield "an exponent lowered by 1", Pow(base, Add((exponent, Neg(ONE))))
            yield "an exponent left out", base
        case Num(value):
            yield "a number raised by 1", Num(value + 1)
            yield "a number lowered by 1", Num(value - 1)
            yield "a number doubled", Num(2 * value)
        case Call(name, args, primes):
            if name in _NEIGHBORS:
                yield f"{_NEIGHBORS[name]} for {name}", Call(_NEIGHBORS[name], args, primes)
            if len(args) == 1:
                yield f"{name} left out", args[0]
            if primes:
                yield "a prime left out", Call(name, args, primes - 1)
        case Deriv(body):
            yield "a derivative left out", body
        case Neg(of):
            yield "a minus sign left out", of


@dataclass(frozen=True)
class Disturbed:
    """What disturbing a side came to: the disturbances that were refused; `message` says what was not."""

    refused: tuple[str, ...]
    message: str = ""


def disturb(problem: Problem, sampled: Sampled, side: Node, seed: str) -> Disturbed:
    """Disturb `side` in every way that changes its value, and see the comparison refuse it each time."""
    looks = list(islice(places(problem, f"{seed} disturbed"), _LOOKS))
    values = [_known_value(place, side) for place in looks]
    refused: list[str] = []
    for name, other in disturbances(problem, side):
        changed = any(
            value is not None and (moved := _known_value(place, other)) is not None and _clearly_apart(value, moved)
            for place, value in zip(looks, values, strict=True)
        )
        if not changed:
            continue
        if not sampled.notices(other):
            return Disturbed((), f"The check does not notice the right side with {name}, so it shows nothing.")
        refused.append(name)
    if len(refused) < 2:
        return Disturbed((), "No disturbance of the right side changes anything, so the check shows nothing.")
    return Disturbed(tuple(refused))


def _known_value(place: Place, node: Node) -> Any:
    """Return the value of `node`, or None where it has none or it cannot be found."""
    try:
        return place.value(node)
    except Unknown:
        return None


def _clearly_apart(one: Any, other: Any) -> bool:
    """Tell whether two numbers differ by far more than any error of rounding."""
    return bool(abs(one - other) > 1e-12 * max(1, abs(one), abs(other)))

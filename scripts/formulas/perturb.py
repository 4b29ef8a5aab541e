"""Disturbances of a side: a check that passes on one of them too shows nothing."""

from collections.abc import Iterator
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from scripts.formulas.compare import Place, Sampled, places
from scripts.formulas.evaluate import Unknown
from scripts.formulas.nodes import ONE, ZERO, Add, Item, Mul, Name, Neg, Node, Num, Pow
from scripts.formulas.problem import Problem

MOST = 10
LOOKS = 4
SEVENTH = Num(Fraction(1, 7))
SCALE = Num(Fraction(101, 100))
UNTOUCHED = {"by", "to", "first", "last", "low", "high", "indices"}

Disturbance = tuple[str, Node]


def disturbances(problem: Problem, side: Node) -> list[Disturbance]:
    """Return disturbed versions of `side`: the whole of it, and some places inside, evenly chosen."""
    whole: list[Disturbance] = [("1/7 added", Add((side, SEVENTH)))]
    whole += [
        (f"1/7 of {name} added", Add((side, Mul((SEVENTH, Name(name)))))) for name in sorted(problem.symbols(side))[:1]
    ]
    if side != ZERO:
        whole += [("the sign turned", Neg(side)), ("101/100 times as much", Mul((SCALE, side)))]
    inside = list(variants(side))
    if len(inside) > MOST:
        inside = [inside[k * len(inside) // MOST] for k in range(MOST)]
    return whole + inside


def variants(node: Node) -> Iterator[Disturbance]:
    """Yield `node` with one thing changed somewhere in it."""
    yield from changed_here(node)
    if isinstance(node, Item):
        return
    for entry in fields(node):
        value = getattr(node, entry.name)
        if entry.name in UNTOUCHED:
            continue
        if isinstance(value, Node):
            for name, part in variants(value):
                yield name, replace(node, **{entry.name: part})
        elif isinstance(value, tuple):
            for index, old in enumerate(value):
                for name, part in variants(old):
                    yield name, replace(node, **{entry.name: (*value[:index], part, *value[index + 1 :])})


def changed_here(node: Node) -> Iterator[Disturbance]:
    """Yield the slips of the pen that can happen at `node` itself."""
    if isinstance(node, Add):
        for index, term in enumerate(node.terms):
            flipped = term.of if isinstance(term, Neg) else Neg(term)
            yield f"the sign of term {index + 1} flipped", Add((*node.terms[:index], flipped, *node.terms[index + 1 :]))
    elif isinstance(node, Neg):
        yield "a minus sign left out", node.of
    elif isinstance(node, Pow):
        yield "an exponent raised by 1", Pow(node.base, Add((node.exponent, ONE)))
    elif isinstance(node, Num):
        yield "a number raised by 1", Num(node.value + 1)


def undetected(problem: Problem, sampled: Sampled, side: Node, seed: str) -> str:
    """Disturb `side` and return what the comparison did not notice, or an empty string."""
    looks = [place for place, _ in zip(places(problem, f"{seed} disturbed"), range(LOOKS), strict=False)]
    values = [known_value(place, side) for place in looks]
    noticed = 0
    for name, other in disturbances(problem, side):
        changed = any(
            value is not None and (moved := known_value(place, other)) is not None and clearly_apart(value, moved)
            for place, value in zip(looks, values, strict=True)
        )
        if not changed:
            continue
        if not sampled.notices(other):
            return f"The check does not notice the right side with {name}, so it shows nothing."
        noticed += 1
    return "" if noticed >= 2 else "No disturbance of the right side changes anything, so the check shows nothing."


def known_value(place: Place, node: Node) -> Any:
    """Return the value of `node`, or None where it has none or it cannot be found."""
    try:
        return place.value(node)
    except Unknown:
        return None


def clearly_apart(one: Any, other: Any) -> bool:
    """Tell whether two numbers differ by far more than any error of rounding."""
    return bool(abs(one - other) > 1e-12 * max(1, abs(one), abs(other)))

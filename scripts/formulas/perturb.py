"""Disturbances of a side: a check that passes on one of them too shows nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import Any

from scripts.formulas.grammar.nodes import ONE, ZERO, Add, Call, Deriv, Div, Item, Mul, Name, Neg, Node, Num, Pow
from scripts.formulas.meaning.problem import Problem
from scripts.formulas.values.compare import Place, Sampled, places
from scripts.formulas.values.evaluate import Unknown

MOST = 60
LOOKS = 4
SEVENTH = Num(Fraction(1, 7))
SCALE = Num(Fraction(101, 100))
NEIGHBORS = {
    **{"sin": "cos", "cos": "sin", "tan": "sin", "sinh": "cosh", "cosh": "sinh", "tanh": "tan", "exp": "ln"},
    **{"ln": "exp", "log": "exp", "arctan": "tan", "arcsin": "arccos", "arccos": "arcsin", "max": "min", "min": "max"},
}
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
    for change in SLIPS.get(type(node), ()):
        yield from change(node)


def in_sum(node: Add) -> Iterator[Disturbance]:
    """Flip the sign of a term, or leave it out."""
    for index, term in enumerate(node.terms):
        flipped = term.of if isinstance(term, Neg) else Neg(term)
        before, after = node.terms[:index], node.terms[index + 1 :]
        yield f"the sign of term {index + 1} flipped", Add((*before, flipped, *after))
        yield f"term {index + 1} left out", Add((*before, *after))


def in_product(node: Mul) -> Iterator[Disturbance]:
    """Leave out a factor, or divide by it."""
    for index, factor in enumerate(node.factors):
        before, after = node.factors[:index], node.factors[index + 1 :]
        yield f"factor {index + 1} left out", Mul((*before, *after))
        yield f"factor {index + 1} in the denominator", Div(Mul((*before, *after)), factor)


def in_fraction(node: Div) -> Iterator[Disturbance]:
    """Leave out the numerator or the denominator, or exchange them."""
    yield "a fraction turned upside down", Div(node.bottom, node.top)
    yield "a denominator left out", node.top
    yield "a numerator left out", Div(ONE, node.bottom)


def in_power(node: Pow) -> Iterator[Disturbance]:
    """Raise or lower an exponent by one, or leave it out."""
    yield "an exponent raised by 1", Pow(node.base, Add((node.exponent, ONE)))
    yield "an exponent lowered by 1", Pow(node.base, Add((node.exponent, Neg(ONE))))
    yield "an exponent left out", node.base


def in_number(node: Num) -> Iterator[Disturbance]:
    """Raise a number by one, lower it, double it."""
    yield "a number raised by 1", Num(node.value + 1)
    yield "a number lowered by 1", Num(node.value - 1)
    yield "a number doubled", Num(2 * node.value)


def in_function(node: Call) -> Iterator[Disturbance]:
    """Take the neighbor of a function, leave the function out, leave out a prime or add one."""
    if node.name in NEIGHBORS:
        yield f"{NEIGHBORS[node.name]} for {node.name}", replace(node, name=NEIGHBORS[node.name])
    if len(node.args) == 1:
        yield f"{node.name} left out", node.args[0]
    if node.primes:
        yield "a prime left out", replace(node, primes=node.primes - 1)


def in_derivative(node: Deriv) -> Iterator[Disturbance]:
    """Leave out the derivative."""
    yield "a derivative left out", node.body


def without_minus(node: Neg) -> Iterator[Disturbance]:
    """Leave out a minus sign."""
    yield "a minus sign left out", node.of


SLIPS: dict[type[Node], tuple[Callable[[Any], Iterator[Disturbance]], ...]] = {
    Add: (in_sum,),
    Mul: (in_product,),
    Div: (in_fraction,),
    Pow: (in_power,),
    Num: (in_number,),
    Call: (in_function,),
    Deriv: (in_derivative,),
    Neg: (without_minus,),
}


@dataclass(frozen=True)
class Disturbed:
    """What disturbing a side came to: the disturbances that were refused; `message` says what was not."""

    refused: tuple[str, ...]
    message: str = ""


def disturb(problem: Problem, sampled: Sampled, side: Node, seed: str) -> Disturbed:
    """Disturb `side` in every way that changes its value, and see the comparison refuse it each time."""
    looks = [place for place, _ in zip(places(problem, f"{seed} disturbed"), range(LOOKS), strict=False)]
    values = [known_value(place, side) for place in looks]
    refused: list[str] = []
    for name, other in disturbances(problem, side):
        changed = any(
            value is not None and (moved := known_value(place, other)) is not None and clearly_apart(value, moved)
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


def known_value(place: Place, node: Node) -> Any:
    """Return the value of `node`, or None where it has none or it cannot be found."""
    try:
        return place.value(node)
    except Unknown:
        return None


def clearly_apart(one: Any, other: Any) -> bool:
    """Tell whether two numbers differ by far more than any error of rounding."""
    return bool(abs(one - other) > 1e-12 * max(1, abs(one), abs(other)))

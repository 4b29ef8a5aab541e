"""The formula as it was written: a tree of small immutable nodes, with no algebra done to it.

SymPy rearranges what it is given (`x + x` becomes `2*x`), so it cannot tell what the author wrote. This tree can:
the algebra, the evaluation in numbers and the disturbances all start from it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from math import prod
from typing import TypeVar


@dataclass(frozen=True)
class Node:
    """Any part of a formula."""


N = TypeVar("N", bound=Node)


@dataclass(frozen=True)
class Num(Node):
    """An exact number: digits, or a decimal fraction."""

    value: Fraction


@dataclass(frozen=True)
class Const(Node):
    """One of `e`, `pi`, `oo`."""

    name: str


@dataclass(frozen=True)
class Name(Node):
    """A symbol: a real number unless something else was assumed, or an abbreviation defined by `where`."""

    text: str


@dataclass(frozen=True)
class Item(Node):
    """A symbol with a subscript; an element of a family if some sum runs over its index."""

    base: str
    indices: tuple[Node, ...]
    text: str = field(compare=False)


@dataclass(frozen=True)
class Add(Node):
    """A sum of terms; a subtracted one is a `Neg`."""

    terms: tuple[Node, ...]


@dataclass(frozen=True)
class Neg(Node):
    """Minus something."""

    of: Node


@dataclass(frozen=True)
class Mul(Node):
    """A product."""

    factors: tuple[Node, ...]


@dataclass(frozen=True)
class Div(Node):
    """A fraction."""

    top: Node
    bottom: Node


@dataclass(frozen=True)
class Pow(Node):
    """A power; a root is a power with a fraction."""

    base: Node
    exponent: Node


@dataclass(frozen=True)
class Call(Node):
    """A function at its arguments, differentiated `primes` times first."""

    name: str
    args: tuple[Node, ...]
    primes: int = 0


@dataclass(frozen=True)
class Deriv(Node):
    """The derivative of `body` by each of `by` in turn, where they stand; `partial` if written with a curly d.

    `bare` quotes the TeX of an operand that is a product without brackets: it must have one reading only.
    """

    body: Node
    by: tuple[Node, ...]
    partial: bool = field(default=False, compare=False)
    bare: str = field(default="", compare=False)


@dataclass(frozen=True)
class Binder(Node):
    """What gives the letter `var` a meaning of its own in `body`."""

    body: Node
    var: str


@dataclass(frozen=True)
class Lim(Binder):
    """The limit of `body` as `var` goes to `to`, from both sides (0), from above (1) or from below (-1)."""

    to: Node
    side: int = 0


@dataclass(frozen=True)
class Sum(Binder):
    """The sum of `body` for `var` from `first` to `last`."""

    first: Node
    last: Node


@dataclass(frozen=True)
class Integral(Binder):
    """The integral of `body` over `var` from `low` to `high`."""

    low: Node
    high: Node


ZERO, ONE = Num(Fraction(0)), Num(Fraction(1))


def _children(node: Node) -> Iterator[Node]:
    """Yield the parts that `node` is made of, in the order they were written."""
    for entry in fields(node):
        value = getattr(node, entry.name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Node))


def rebuild(node: N, change: Callable[[Node], Node]) -> N:
    """Return `node` with each of its parts replaced by `change(part)`."""
    changed: dict[str, object] = {}
    for entry in fields(node):
        value = getattr(node, entry.name)
        if isinstance(value, Node):
            changed[entry.name] = change(value)
        elif isinstance(value, tuple):
            changed[entry.name] = tuple(change(part) if isinstance(part, Node) else part for part in value)
    return replace(node, **changed) if changed else node


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and everything inside it."""
    yield node
    for part in _children(node):
        yield from walk(part)


def free_names(node: Node) -> set[str]:
    """Return the symbols of `node` that are not bound by a limit, a sum or an integral inside it."""
    if isinstance(node, Name):
        return {node.text}
    if isinstance(node, Binder):
        body, *bounds = _children(node)
        return (free_names(body) - {node.var}).union(*map(free_names, bounds))
    return {name for part in _children(node) for name in free_names(part)}


def bound_names(node: Node) -> set[str]:
    """Return the variables that a limit, a sum or an integral inside `node` binds."""
    return {part.var for part in walk(node) if isinstance(part, Binder)}


def used_names(node: Node) -> set[str]:
    """Return the names of the symbols and functions in `node`."""
    symbols = {part.text for part in walk(node) if isinstance(part, Name | Item)}
    return symbols | {part.name for part in walk(node) if isinstance(part, Call)}


def exact(node: Node) -> Fraction | None:
    """Return the value of numbers joined by signs, without rounding; None if there is more to it, or no value."""
    if isinstance(node, Num):
        return node.value
    known = [value for part in _children(node) if (value := exact(part)) is not None]
    match node, known:
        case Neg(), [of]:
            return -of
        case Add(terms), _ if len(known) == len(terms):
            return sum(known, Fraction(0))
        case Mul(factors), _ if len(known) == len(factors):
            return prod(known, start=Fraction(1))
        case Div(), [top, bottom] if bottom:
            return top / bottom
        case Pow(), [base, exponent] if exponent.denominator == 1 and abs(exponent) < 1000 and (base or exponent > 0):
            return base**exponent.numerator
    return None

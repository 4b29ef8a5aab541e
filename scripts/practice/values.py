"""Comparing what an answer gives with what was expected, by value: -0.0 is 0, a list is as good as a tuple.

Both come as Python shows them. What does not read as a value is compared as text. Like the checker this file travels
and uses nothing but the standard library.
"""

import ast
import math
import re
import sys
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

RELATIVE = 1e-9
# What is 0 on paper is seldom 0 in floating point: so much is allowed besides, and, relative to the largest number
# beside it, where a rounding error is.
ABSOLUTE = 1e-12
BESIDE = 1e-14
LONGEST = 100_000
_DECIMALS = re.compile(r"\.(\d{3,})(?:[eE]([-+]?\d+))?$")


class _Text(Exception):
    """What is shown is not a value."""


@dataclass(frozen=True)
class _Number:
    """A number, and half a unit of its last place where at least three decimals are shown, otherwise 0."""

    value: float
    half: float = 0.0


@dataclass(frozen=True)
class _Unordered:
    """The elements of a set, or the pairs of a dictionary."""

    kind: str
    elements: tuple[Any, ...]


def same(want: str, got: str, *, written: bool = False) -> bool:
    """Return whether `got` shows the value that `want` shows.

    Numbers agree to nine digits. A `written` value, that of an example, may be rounded: it counts to the places that it
    shows, where these are at least three, and a small number in it is meant, while a computed one may be an error of
    rounding.
    """
    try:
        expected, found = _read(want), _read(got)
    except _Text:
        wanted, given = want.strip().split("\n"), got.strip().split("\n")
        if len(wanted) == len(given) > 1:
            return all(same(a, b, written=written) for a, b in zip(wanted, given, strict=True))
        return want.split() == got.split()
    return _equal(expected, found, max(_sizes(expected), default=0.0) * BESIDE, written)


def is_value(text: str) -> bool:
    """Return whether a text reads as a value."""
    try:
        _read(text)
    except _Text:
        return False
    return True


def shortened(text: str) -> str:
    """Return a shown value with its numbers to twelve digits: more than is compared, and less to fetch."""
    if not is_value(text):
        return text
    tree = ast.parse(text.strip(), mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float) and math.isfinite(node.value):
            node.value = float(f"{node.value:.12g}")
    return ast.unparse(tree)


@lru_cache(maxsize=4096)
def _read(text: str) -> Any:
    text = text.strip()
    if len(text) > LONGEST:
        raise _Text
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of escapes in a text that only looks like Python
            return _value(ast.parse(text, mode="eval").body, text)
    except (SyntaxError, ValueError, OverflowError, MemoryError, RecursionError):
        raise _Text from None


def _value(node: ast.expr, text: str) -> Any:
    if isinstance(node, ast.Constant):
        return _constant(node, text)
    if isinstance(node, ast.Name) and node.id in ("inf", "nan"):
        return _Number(float(node.id))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        operand = _value(node.operand, text)
        if isinstance(operand, _Number):
            return _Number(-operand.value, operand.half)
    if isinstance(node, ast.List | ast.Tuple):
        return tuple(_value(element, text) for element in node.elts)
    if isinstance(node, ast.Set):
        return _Unordered("set", tuple(_value(element, text) for element in node.elts))
    if isinstance(node, ast.Dict) and None not in node.keys:
        pairs = zip(node.keys, node.values, strict=True)
        return _Unordered("dict", tuple((_value(key, text), _value(value, text)) for key, value in pairs if key))
    if isinstance(node, ast.Call) and ast.unparse(node) == "set()":
        return _Unordered("set", ())
    raise _Text


def _constant(node: ast.Constant, text: str) -> Any:
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        if isinstance(value, complex):
            raise _Text
        return value
    shown = _DECIMALS.search(ast.get_source_segment(text, node) or "")
    return _Number(value, 0.5 * 10.0 ** (int(shown[2] or 0) - len(shown[1])) if shown else 0.0)


def _sizes(value: Any) -> list[float]:
    """Return how large the finite numbers in a value are."""
    if isinstance(value, _Number):
        return [abs(value.value)] if _is_finite(value.value) else []
    elements = value.elements if isinstance(value, _Unordered) else value if isinstance(value, tuple) else ()
    return [size for element in elements for size in _sizes(element)]


def _is_finite(value: float) -> bool:
    """Return whether a number is finite as a float; a whole number may be too large for one."""
    return abs(value) <= sys.float_info.max


def _equal(want: Any, got: Any, error: float, written: bool) -> bool:
    if isinstance(want, _Number) and isinstance(got, _Number):
        return _close(want, got.value, error, written)
    if isinstance(want, tuple) and isinstance(got, tuple):
        return len(want) == len(got) and all(_equal(a, b, error, written) for a, b in zip(want, got, strict=True))
    if isinstance(want, _Unordered) and isinstance(got, _Unordered):
        return want.kind == got.kind and _matched(list(want.elements), list(got.elements), error, written)
    return type(want) is type(got) and bool(want == got)


def _matched(want: list[Any], got: list[Any], error: float, written: bool) -> bool:
    """Return whether each element of `want` finds an equal one of its own in `got`, and none is left."""
    for element in want:
        partner = next((i for i, other in enumerate(got) if _equal(element, other, error, written)), None)
        if partner is None:
            return False
        del got[partner]
    return not got


def _close(want: _Number, got: float, error: float, written: bool) -> bool:
    expected, whole = want.value, isinstance(want.value, int) and isinstance(got, int)
    if whole or not (_is_finite(expected) and _is_finite(got)):
        return expected == got or (expected != expected and got != got)  # only nan is not itself
    floor = ABSOLUTE if expected == 0 or not written else 0.0
    places = want.half if written else 0.0
    return abs(expected - got) <= max(RELATIVE * abs(expected), error, floor, places)

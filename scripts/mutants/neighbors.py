"""Operators that confuse functions, known by their names: `sin(x)`, `np.sin(x)`, `x.sum()`."""

import ast
from collections.abc import Iterator

from scripts.foundation.texts import words
from scripts.mutants.engine import Place, neighbors_swapped, on

_PAIRS = (
    "sin cos",
    "sinh cosh",
    "exp log",
    "log1p expm1",
    "arcsin arccos",
    "asin acos",
    "max min",
    "maximum minimum",
    "argmax argmin",
    "amax amin",
    "fmax fmin",
    "sum mean",
    "cumsum cumprod",
    "det trace",
    "floor ceil",
    "zeros ones",
    "zeros_like ones_like",
    "any all",
    "append extend",
    "startswith endswith",
    "lower upper",
    "permutations combinations",
)
_ALSO = {"sum": "prod", "prod": "sum", "tan": "sin", "tanh": "tan", "atan": "tan", "arctan": "tan", "log10": "log"}
_BARE = {"sum": "max", "max": "min", "min": "max", "any": "all", "all": "any"}
"""Neighbors of Python's own functions, where `mean` does not exist."""
_DROPPED = words(
    "sqrt abs fabs absolute square cbrt sign inv reversed sorted set round transpose conj conjugate "
    "log log2 exp tanh sigmoid cumsum diff sort int"
)
"""Functions whose argument may be left standing alone."""
_SYMMETRIC = words("max min maximum minimum fmax fmin hypot add multiply isclose inner vdot gcd")
"""Functions to which the order of two arguments means nothing."""


def _neighbors() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair in _PAIRS:
        one, other = pair.split()
        found[one], found[other] = (other,), (one,)
    for one, other in _ALSO.items():
        found[one] = (*found.get(one, ()), other)
    return found


_NEIGHBORS = _neighbors()


def called(node: ast.Call) -> str:
    """Return the last name of the function that is called."""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


@on("function", ast.Call)
def another_function(place: Place) -> Iterator[ast.AST | None]:
    """Take the neighbor: the cosine for the sine, the mean for the sum."""
    node, func = place.node, place.node.func
    if isinstance(func, ast.Name):
        others = (_BARE[func.id],) if func.id in _BARE else _NEIGHBORS.get(func.id, ())
        functions: list[ast.expr] = [ast.Name(other, ast.Load()) for other in others]
    else:
        others = _NEIGHBORS.get(called(node), ())
        functions = [ast.Attribute(func.value, other, ast.Load()) for other in others]
    for function in functions:
        yield ast.Call(function, node.args, node.keywords)


@on("function dropped", ast.Call)
def function_dropped(place: Place) -> Iterator[ast.AST | None]:
    """Leave out a root, an absolute value, an inverse, a transpose; square a norm; multiply instead of solving."""
    node, name = place.node, called(place.node)
    if name in _DROPPED and node.args:
        yield node.args[0]
    elif name in _DROPPED and isinstance(node.func, ast.Attribute):
        yield node.func.value
    elif name == "norm":
        yield ast.BinOp(node, ast.Pow(), ast.Constant(2))
    elif name == "solve" and len(node.args) == 2:
        yield ast.BinOp(node.args[0], ast.MatMult(), node.args[1])


@on("arguments swapped", ast.Call)
def arguments_swapped(place: Place) -> Iterator[ast.AST | None]:
    """Swap two arguments that stand side by side."""
    node = place.node
    if called(node) in _SYMMETRIC or any(isinstance(arg, ast.Starred) for arg in node.args):
        return
    for args in neighbors_swapped(node.args):
        yield ast.Call(node.func, args, node.keywords)


@on("attribute", ast.Attribute)
def attribute(place: Place) -> Iterator[ast.AST | None]:
    """Leave out a transpose; take the imaginary part for the real one."""
    node = place.node
    if node.attr == "T":
        yield node.value
    other = {"real": "imag", "imag": "real"}.get(node.attr)
    if other is not None:
        yield ast.Attribute(node.value, other, ast.Load())

"""Operators that make slips in a program, besides those in its formulas: boundaries, conditions, statements, labels."""

import ast
from collections.abc import Iterator

from scripts.mutants.engine import Place, on, operators_in, without_one
from scripts.mutants.mathematics import MATHEMATICS, Comparisons, compared_otherwise
from scripts.mutants.neighbors import called

_BOUNDARY: Comparisons = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_LEFT_ALONE = frozenset({"strict", "key"})
"""Keywords whose True and False change no result."""


@on("boundary", ast.Compare)
def boundary(place: Place) -> Iterator[ast.AST | None]:
    """Count the boundary in, or out."""
    yield from compared_otherwise(place.node, _BOUNDARY)


@on("condition", ast.If, ast.While, ast.IfExp)
def condition_turned(place: Place) -> Iterator[ast.AST | None]:
    """Turn a condition that is no comparison (those have operators of their own)."""
    node = place.node
    if isinstance(node.test, ast.Compare) and len(node.test.ops) == 1:
        return
    yield type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


@on("and, or", ast.BoolOp)
def another_connective(place: Place) -> Iterator[ast.AST | None]:
    """Exchange `and` and `or`; leave out one of the conditions."""
    node = place.node
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    for rest in without_one(node.values):
        yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)


@on("statement dropped", ast.Assign, ast.Expr, ast.If, ast.For, ast.While, ast.Raise, ast.Return)
def statement_dropped(place: Place) -> Iterator[ast.AST | None]:
    """Leave a statement out."""
    yield None


@on("loop control", ast.Break, ast.Continue)
def loop_control(place: Place) -> Iterator[ast.AST | None]:
    """Leave out `break` or `continue`, or exchange them."""
    yield None
    yield ast.Continue() if isinstance(place.node, ast.Break) else ast.Break()


@on("filter dropped", ast.comprehension)
def filter_dropped(place: Place) -> Iterator[ast.AST | None]:
    """Leave out the condition of a comprehension."""
    node = place.node
    for rest in without_one(node.ifs):
        yield ast.comprehension(node.target, node.iter, rest, node.is_async)


@on("truth", ast.Constant)
def truth(place: Place) -> Iterator[ast.AST | None]:
    """Exchange True and False."""
    keyword = getattr(place.parent, "arg", None) if isinstance(place.parent, ast.keyword) else None
    if isinstance(place.node.value, bool) and keyword not in _LEFT_ALONE:
        yield ast.Constant(not place.node.value)


@on("label", ast.Constant)
def another_label(place: Place) -> Iterator[ast.AST | None]:
    """Return the next word of the function, or one that it does not have."""
    word, labels = place.node.value, place.region.labels
    if isinstance(word, str) and word in labels:
        following = labels[(labels.index(word) + 1) % len(labels)]
        yield ast.Constant(following if following != word else f"{word}?")


@on("keyword dropped", ast.Call)
def keyword_dropped(place: Place) -> Iterator[ast.AST | None]:
    """Leave out a keyword argument: the key of a sort, the default of a maximum."""
    node = place.node
    for keyword, rest in zip(node.keywords, without_one(node.keywords), strict=True):
        if keyword.arg not in (None, "strict"):
            yield ast.Call(node.func, node.args, rest)


@on("argument shortened", ast.Call)
def argument_shortened(place: Place) -> Iterator[ast.AST | None]:
    """Leave out the first or the last thing of what is summed, sorted, or gone through in pairs."""
    node = place.node
    if called(node) in ("reversed", "sorted", "enumerate") and len(node.args) == 1:
        for cut in (ast.Slice(ast.Constant(1), None, None), ast.Slice(None, ast.UnaryOp(ast.USub(), ast.Constant(1)))):
            yield ast.Call(node.func, [ast.Subscript(node.args[0], cut, ast.Load())], node.keywords)


PROGRAMS = (*MATHEMATICS, *operators_in(globals()))

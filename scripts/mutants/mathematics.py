"""Operators that make slips of the pen in a formula: signs, factors, exponents, terms, indices, functions, names."""

import ast
from collections.abc import Iterator
from typing import Any

from scripts.foundation.texts import words
from scripts.mutants import neighbors
from scripts.mutants.engine import Place, neighbors_swapped, on, operators_in
from scripts.mutants.neighbors import called

_EXCHANGED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
}
_ODD = words("sin tan sinh tanh exp expm1 arctan atan sigmoid log1p")
"""Functions of one argument that notice its sign."""
_EVEN = words("abs fabs absolute square norm cos cosh")
"""Functions of one argument that do not."""
Comparisons = dict[type[ast.cmpop], type[ast.cmpop]]
_OPPOSITE: Comparisons = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def _negative(node: ast.expr) -> ast.expr:
    """Return minus the node."""
    return ast.UnaryOp(ast.USub(), node)


def _is_number(node: ast.AST) -> bool:
    """Tell whether a node is a number written out (`True` is none)."""
    return isinstance(node, ast.Constant) and type(node.value) in (int, float, complex)


@on("operator", ast.BinOp, ast.AugAssign)
def another_operator(place: Place) -> Iterator[ast.AST | None]:
    """Turn plus into minus, times into divided by, and back."""
    node = place.node
    other = _EXCHANGED.get(type(node.op))
    if other is None:
        return
    if isinstance(node, ast.BinOp):
        yield ast.BinOp(node.left, other(), node.right)
    else:
        yield ast.AugAssign(node.target, other(), node.value)


@on("operands swapped", ast.BinOp)
def operands_swapped(place: Place) -> Iterator[ast.AST | None]:
    """Swap the sides where their order counts: of a difference that is squared next it does not."""
    node = place.node
    if isinstance(node.op, ast.Sub) and _made_even(place):
        return
    if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult | ast.FloorDiv):
        yield ast.BinOp(node.right, node.op, node.left)


def _made_even(place: Place) -> bool:
    """Tell whether the sign of a node is lost in the next step."""
    parent = place.parent
    if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow) and isinstance(parent.right, ast.Constant):
        return place.field == "left" and parent.right.value in (2, 4)
    return isinstance(parent, ast.Call) and called(parent) in _EVEN


@on("side dropped", ast.BinOp)
def side_dropped(place: Place) -> Iterator[ast.AST | None]:
    """Leave out a term or a factor."""
    node = place.node
    if isinstance(node.op, ast.Add | ast.Sub | ast.Mult | ast.Div | ast.MatMult):
        yield node.left
        if isinstance(node.op, ast.Sub):
            yield _negative(node.right)
        elif isinstance(node.op, ast.Div):
            yield ast.BinOp(ast.Constant(1), ast.Div(), node.right)
        else:
            yield node.right


@on("exponent", ast.BinOp)
def exponent(place: Place) -> Iterator[ast.AST | None]:
    """Raise or lower an exponent by one, or leave it out."""
    node = place.node
    if not isinstance(node.op, ast.Pow):
        return
    for operator in (ast.Add(), ast.Sub()):
        yield ast.BinOp(node.left, node.op, ast.BinOp(node.right, operator, ast.Constant(1)))
    yield node.left


@on("minus dropped", ast.UnaryOp)
def minus_dropped(place: Place) -> Iterator[ast.AST | None]:
    """Leave out a minus sign, or a `not`."""
    if isinstance(place.node.op, ast.USub | ast.Not):
        yield place.node.operand


@on("minus put on", ast.BinOp, ast.Call, ast.Name, ast.Subscript, ast.Attribute)
def minus_put_on(place: Place) -> Iterator[ast.AST | None]:
    """Put a minus before a whole value, before a component, before the argument of a function that notices it."""
    parent = place.parent
    component = isinstance(parent, ast.List | ast.Tuple) and place.field == "elts"
    whole = isinstance(parent, ast.Assign | ast.Return | ast.AugAssign | ast.ListComp | ast.GeneratorExp | ast.Lambda)
    argument = isinstance(parent, ast.Call) and called(parent) in _ODD and place.field == "args"
    if (component or (whole and place.field in ("value", "elt", "body")) or argument) and not _stored(place.node):
        yield _negative(place.node)


def _stored(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", None), ast.Store | ast.Del)


def _is_exponent(place: Place) -> bool:
    return isinstance(place.parent, ast.BinOp) and isinstance(place.parent.op, ast.Pow) and place.field == "right"


@on("constant", ast.Constant)
def another_constant(place: Place) -> Iterator[ast.AST | None]:
    """Add 1 to a number, take 1 away, double it."""
    value: Any = place.node.value
    if _is_number(place.node) and not _is_exponent(place) and not isinstance(place.parent, ast.Subscript | ast.Slice):
        if not isinstance(value, complex):
            yield _number(value + 1)
            yield _number(value - 1)
        yield _number(2 * value)


@on("exponent", ast.Constant)
def another_exponent(place: Place) -> Iterator[ast.AST | None]:
    """Add 1 to a number that is an exponent, take 1 away, double it."""
    if _is_number(place.node) and _is_exponent(place):
        for value in (place.node.value + 1, place.node.value - 1, 2 * place.node.value):
            yield _number(value)


def _number(value: Any) -> ast.expr:
    """Return a number as code: a negative one is a minus and a constant."""
    return ast.Constant(value) if isinstance(value, complex) or value >= 0 else _negative(ast.Constant(-value))


@on("index", ast.Subscript)
def another_index(place: Place) -> Iterator[ast.AST | None]:
    """Go one further, or one back; exchange row and column."""
    node = place.node
    if isinstance(node.slice, ast.Tuple):
        for elements in neighbors_swapped(node.slice.elts):
            yield ast.Subscript(node.value, ast.Tuple(elements, ast.Load()), node.ctx)
    for changed in _moved(node.slice):
        yield ast.Subscript(node.value, changed, node.ctx)


def _moved(index: ast.expr) -> Iterator[ast.expr]:
    """Yield an index with one of its parts one further or one back."""
    if isinstance(index, ast.Tuple):
        for k, part in enumerate(index.elts):
            for moved in _moved(part):
                yield ast.Tuple([*index.elts[:k], moved, *index.elts[k + 1 :]], ast.Load())
    elif isinstance(index, ast.Slice):
        for name in ("lower", "upper"):
            edge = getattr(index, name)
            for moved in _moved(edge) if edge is not None else ():
                lower, upper = (moved, index.upper) if name == "lower" else (index.lower, moved)
                yield ast.Slice(lower, upper, index.step)
    elif isinstance(index, ast.Constant) and type(index.value) is int:
        yield from (_number(index.value + 1), _number(index.value - 1))
    elif isinstance(index, ast.UnaryOp) and isinstance(index.operand, ast.Constant) and _is_number(index.operand):
        value: Any = index.operand.value
        yield from (_number(1 - value), _number(-1 - value))
    elif isinstance(index, ast.Name):
        yield from (ast.BinOp(index, operator, ast.Constant(1)) for operator in (ast.Add(), ast.Sub()))


@on("elements swapped", ast.Tuple, ast.List)
def elements_swapped(place: Place) -> Iterator[ast.AST | None]:
    """Swap two neighbors of a list, of a row, of a pair."""
    node = place.node
    if _stored(node) or (isinstance(place.parent, ast.Subscript) and place.field == "slice"):
        return
    for elements in neighbors_swapped(node.elts):
        yield type(node)(elements, node.ctx)


@on("name", ast.Name)
def another_name(place: Place) -> Iterator[ast.AST | None]:
    """Take another name of the same region: the ones used right before and after it."""
    node, names = place.node, place.region.values
    if _stored(node) or node.id not in names:
        return
    known = [name for name in names if name == node.id or place.region.known(name, place)]
    here = known.index(node.id)
    for step in (1, -1):
        yield ast.Name(known[(here + step) % len(known)], ast.Load())


@on("case", ast.IfExp)
def one_case(place: Place) -> Iterator[ast.AST | None]:
    """Take one case always, or exchange the cases."""
    node = place.node
    yield from (node.body, node.orelse, ast.IfExp(node.test, node.orelse, node.body))


@on("comparison turned", ast.Compare)
def comparison_turned(place: Place) -> Iterator[ast.AST | None]:
    """Turn a comparison into its opposite."""
    yield from compared_otherwise(place.node, _OPPOSITE)


def compared_otherwise(node: ast.Compare, others: Comparisons) -> Iterator[ast.Compare]:
    """Yield a comparison with each of its signs in turn exchanged for its other one."""
    for index, op in enumerate(node.ops):
        if other := others.get(type(op)):
            yield ast.Compare(node.left, [*node.ops[:index], other(), *node.ops[index + 1 :]], node.comparators)


@on("range", ast.Call)
def another_range(place: Place) -> Iterator[ast.AST | None]:
    """Begin or end a range one further, or one back."""
    node = place.node
    if called(node) not in ("range", "arange"):
        return
    for index, edge in enumerate(node.args[:2]):
        for operator in () if _is_number(edge) else (ast.Add(), ast.Sub()):
            moved = ast.BinOp(edge, operator, ast.Constant(1))
            yield ast.Call(node.func, [*node.args[:index], moved, *node.args[index + 1 :]], node.keywords)


@on("accumulation", ast.AugAssign)
def accumulation(place: Place) -> Iterator[ast.AST | None]:
    """Set what should be added to; leave the addition out."""
    node = place.node
    yield ast.Assign([node.target], node.value)
    yield None


MATHEMATICS = (*operators_in(vars(neighbors)), *operators_in(globals()))
WRAPPING = frozenset({"minus put on", "arguments swapped", "name"})
"""What can be done to any call: a formula in which nothing else can be changed is not written out."""

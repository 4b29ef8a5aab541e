"""Makes the mutants of a Python function: each operator at each place, no result twice, in the order of the text."""

import ast
import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

Node = TypeVar("Node", bound=ast.AST)
Item = TypeVar("Item")
Step = tuple[str, int | None]
_SKIPPED = {"annotation", "returns", "decorator_list", "type_params", "msg", "func"}
"""Fields in which nothing is changed: types, decorators, messages, and the name that is called."""
_SHORT = 60
"""The longest text of an expression around a changed name or constant that is shown with it."""


@dataclass(frozen=True)
class Mutant:
    """A function with one change: the operator that made it, where, and what stands there before and after."""

    operator: str
    line: int
    old: str
    new: str
    node: ast.AST
    path: tuple[Step, ...]
    tree: ast.FunctionDef

    @property
    def source(self) -> str:
        """The changed function as text (comments are lost)."""
        return ast.unparse(self.tree)

    def __str__(self) -> str:
        return f"{self.old} -> {self.new}"


@dataclass(frozen=True)
class Region:
    """The part of a function that is changed, with what operators ask of it."""

    tree: ast.FunctionDef
    where: Callable[[ast.AST], bool]

    @cached_property
    def _loads(self) -> list[ast.Name]:
        found = [n for n in ast.walk(self.tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
        return sorted((n for n in found if self.where(n)), key=lambda n: (n.lineno, n.col_offset))

    @cached_property
    def called(self) -> set[str]:
        """Names that are called."""
        calls = (n.func for n in ast.walk(self.tree) if isinstance(n, ast.Call))
        return {func.id for func in calls if isinstance(func, ast.Name)}

    @cached_property
    def bound(self) -> dict[str, list[tuple[ast.AST, int]]]:
        """Local names, each with the scopes that bind it and the line from which on it has a value."""
        return dict(_bindings(self.tree))

    def known(self, name: str, place: "Place") -> bool:
        """Tell whether a name has a value at a place."""
        scopes = (*place.around, place.node)
        return any(scope in scopes and line <= place.line for scope, line in self.bound.get(name, []))

    @cached_property
    def values(self) -> list[str]:
        """Local names whose values the region uses, in the order of their first use."""
        names = dict.fromkeys(n.id for n in self._loads)
        return [name for name in names if name in self.bound and name not in self.called and name[0] != "_"]

    @cached_property
    def labels(self) -> list[str]:
        """Words that the region has as constants."""
        found = (n for n in ast.walk(self.tree) if isinstance(n, ast.Constant) and self.where(n))
        return list(dict.fromkeys(n.value for n in found if isinstance(n.value, str)))


def _bindings(tree: ast.FunctionDef) -> dict[str, list[tuple[ast.AST, int]]]:
    """Return the names that a function and the scopes inside it bind."""
    found: dict[str, list[tuple[ast.AST, int]]] = {}

    def visit(node: ast.AST, scope: ast.AST, line: int) -> None:
        if isinstance(node, ast.arg):
            found.setdefault(node.arg, []).append((scope, line))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.setdefault(node.id, []).append((scope, line))
        if isinstance(
            node, ast.FunctionDef | ast.Lambda | ast.ListComp | ast.GeneratorExp | ast.SetComp | ast.DictComp
        ):
            scope, line = node, 0
        elif isinstance(node, ast.Assign):
            line = (node.end_lineno or node.lineno) + 1
        elif isinstance(node, ast.stmt):
            line = node.lineno
        for child in ast.iter_child_nodes(node):
            visit(child, scope, line)

    visit(tree, tree, 0)
    return found


@dataclass(frozen=True)
class Place:
    """A node of the region with the nodes around it, from the outside in."""

    node: Any
    around: tuple[ast.AST, ...]
    path: tuple[Step, ...]
    region: Region

    @property
    def parent(self) -> ast.AST:
        """The node right around this one."""
        return self.around[-1]

    @property
    def line(self) -> int:
        """The line in which the node begins."""
        lines = (getattr(node, "lineno", 0) for node in (self.node, *reversed(self.around)))
        return next(line for line in lines if line)

    @property
    def field(self) -> str:
        """The field of the parent in which this node stands."""
        return self.path[-1][0]


Change = Callable[[Place], Iterator[ast.AST | None]]
"""What an operator yields at a place: nodes to put there, or None for a statement that is left out."""


@dataclass(frozen=True)
class Operator:
    """A kind of slip: its name, the nodes at which it can happen, and what it makes of one."""

    name: str
    nodes: tuple[type[ast.AST], ...]
    change: Change


def on(name: str, *nodes: type[ast.AST]) -> Callable[[Change], Operator]:
    """Make an operator of the function below it."""
    return lambda change: Operator(name, nodes, change)


def operators_in(names: Mapping[str, object]) -> tuple[Operator, ...]:
    """Return the operators among the names of a module, in the order of its text."""
    return tuple(one for one in names.values() if isinstance(one, Operator))


def function_tree(source: str, function: str) -> ast.FunctionDef:
    """Return the function named `function` of a module's source, with the line numbers of the module."""
    found = [n for n in ast.parse(source).body if isinstance(n, ast.FunctionDef) and n.name == function]
    if not found:
        raise KeyError(function)
    return found[-1]


def mutants(
    tree: ast.FunctionDef, operators: Sequence[Operator], *, where: Callable[[ast.AST], bool] = lambda node: True
) -> Iterator[Mutant]:
    """Yield the mutants of a function whose changed node fulfills `where`, without two that read the same."""
    region = Region(tree, where)
    seen: set[tuple[tuple[Step, ...], str]] = set()
    for place in _places(tree, region):
        if not where(place.node):
            continue
        for operator in operators:
            if isinstance(place.node, operator.nodes):
                for new in operator.change(place):
                    mutant = _mutant(operator, place, new, seen)
                    if mutant is not None:
                        yield mutant


def without_one(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield what is left without each of the items in turn."""
    return ([*items[:index], *items[index + 1 :]] for index in range(len(items)))


def neighbors_swapped(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield the items with each two that stand side by side swapped."""
    for index, (one, other) in enumerate(pairwise(items)):
        yield [*items[:index], other, one, *items[index + 2 :]]


def _places(tree: ast.FunctionDef, region: Region) -> Iterator[Place]:
    """Yield what may be changed, in the order of the text: no docstrings, annotations or messages."""

    def inside(node: ast.AST, around: tuple[ast.AST, ...], path: tuple[Step, ...]) -> Iterator[Place]:
        if path:
            yield Place(node, around, path, region)
        if isinstance(node, ast.Raise | ast.JoinedStr):
            return
        for name, value in ast.iter_fields(node):
            if name in _SKIPPED and not (name == "func" and isinstance(value, ast.Attribute | ast.Call)):
                continue
            for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
                if isinstance(child, ast.AST) and not _is_text(child):
                    yield from inside(child, (*around, node), (*path, (name, index)))

    yield from inside(tree, (), ())


def _is_text(node: ast.AST) -> bool:
    """Tell whether a statement is a docstring."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _mutant(
    operator: Operator, place: Place, new: ast.AST | None, seen: set[tuple[tuple[Step, ...], str]]
) -> Mutant | None:
    """Return the mutant with `new` at `place`, unless one that reads the same was there before."""
    if new is not None:
        _located(new, place.node)
    tree = replaced(place.region.tree, place.path, new)
    depth = max(k for k, node in enumerate((*place.around, place.node)) if isinstance(node, ast.stmt))
    depth -= new is None  # a statement left out is a change of what is around it
    steps = place.path[:depth]
    text = ast.unparse(_found(tree, steps))
    if text == ast.unparse(_found(place.region.tree, steps)) or (steps, text) in seen:
        return None
    seen.add((steps, text))
    old, after = _shown(place, tree, new)
    return Mutant(operator.name, place.line, old, after, place.node, place.path, tree)


def _shown(place: Place, tree: ast.FunctionDef, new: ast.AST | None) -> tuple[str, str]:
    """Return the change as two short texts; a name or a constant is shown with the expression around it."""
    if new is None:
        return _first_line(ast.unparse(place.node)), "nothing"
    path = place.path
    if isinstance(place.node, ast.Name | ast.Constant | ast.comprehension):
        for cut in range(len(path) - 1, 0, -1):
            outer = _found(place.region.tree, path[:cut])
            if isinstance(outer, ast.expr | ast.keyword) and not isinstance(outer, ast.Tuple):
                path = path[:cut] if len(ast.unparse(outer)) <= _SHORT else path
                break
            if isinstance(outer, ast.stmt):
                break
    old, after = _found(place.region.tree, path), _found(tree, path)
    return _first_line(ast.unparse(old)), _first_line(ast.unparse(after))


def _first_line(code: str) -> str:
    """Return the first line of a statement's text."""
    head, *rest = code.split("\n")
    return f"{head} …" if rest else head


def _found(tree: ast.AST, path: Sequence[Step]) -> ast.AST:
    """Return the node at the end of `path`."""
    node: Any = tree
    for name, index in path:
        node = getattr(node, name)
        node = node if index is None else node[index]
    assert isinstance(node, ast.AST)
    return node


def replaced(tree: Node, path: Sequence[Step], new: ast.AST | None) -> Node:
    """Return `tree` with `new` at the end of `path`; what is not on the path is shared."""
    (name, index), *rest = path
    changed = copy.copy(tree)
    value = getattr(tree, name)
    if index is None:
        setattr(changed, name, replaced(value, rest, new) if rest else new)
        return changed
    inner = [replaced(value[index], rest, new)] if rest else [] if new is None else [new]
    whole = [*value[:index], *inner, *value[index + 1 :]]
    if not whole and isinstance(value[index], ast.stmt):
        whole = [ast.copy_location(ast.Pass(), value[index])]
    setattr(changed, name, whole)
    return changed


def _located(new: ast.AST, old: ast.AST) -> None:
    """Give new nodes the place of the old one."""
    for node in ast.walk(new) if hasattr(old, "lineno") else ():
        if getattr(node, "lineno", None) is None:
            ast.copy_location(node, old)

"""The claim's own code in a check: the program slice of the first returned value, found by following the names."""

import ast
import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Names = frozenset[str]


class NotAClaim(Exception):
    """A function that cannot be read as a check; the message says what is missing."""


@dataclass(frozen=True)
class Unit:
    """A piece of a check that sets names: a statement, one pair of `a, b = x, y`, the head of a loop."""

    parts: tuple[ast.AST, ...]
    sets: Names
    uses: Names
    statement: ast.stmt
    draws: bool  # from `random`: what is drawn is an input


@dataclass(frozen=True)
class Claim:
    """A check without what only its measured value needs, and the nodes that only its claimed value needs."""

    tree: ast.FunctionDef
    own: frozenset[ast.AST]


def claim_of(function: ast.FunctionDef) -> Claim:
    """Split a check `def name(random): … return claimed, measured[, tolerance]`. Raises `NotAClaim`."""
    returned = _returned(function)
    assert isinstance(returned.value, ast.Tuple)
    claimed, *others = returned.value.elts
    random = function.args.args[0].arg
    units = list(_units(function.body, frozenset(), frozenset(), random))
    for_claim = _closure(units, _free(claimed))
    for_others = _closure(units, _union(map(_free, others)))
    own = [u for u in units if not u.draws and u.sets & for_claim and not u.sets & for_others]
    unneeded = [u for u in units if not u.draws and u.sets & for_others and not u.sets & for_claim]
    dropped = _whole(units, unneeded)
    nodes = {node for part in (claimed, *(p for u in own for p in u.parts)) for node in ast.walk(part)}
    heads = _heads(function.body, _whole(units, own))
    nodes |= {node for head in heads if random not in _free(head) for node in ast.walk(head)}
    sliced = copy.copy(function)
    sliced.body = _without(function.body, dropped, returned, ast.copy_location(ast.Return(claimed), returned))
    return Claim(sliced, frozenset(nodes))


def _union(names: Iterable[Names]) -> Names:
    """Return all names of several sets."""
    return frozenset(name for some in names for name in some)


def _returned(function: ast.FunctionDef) -> ast.Return:
    """Return the only `return` of a check."""
    found = [node for node in _statements(function.body) if isinstance(node, ast.Return)]
    if len(found) != 1 or not isinstance(found[0].value, ast.Tuple) or len(found[0].value.elts) not in (2, 3):
        raise NotAClaim(f"'{function.name}' must end with one `return claimed, measured` or, after them, a tolerance")
    return found[0]


def _statements(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements with those inside them, but not those of functions defined there."""
    for statement in body:
        yield statement
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            for inner in _bodies(statement):
                yield from _statements(inner)


def _bodies(statement: ast.stmt) -> list[list[ast.stmt]]:
    """Return the blocks of a compound statement."""
    blocks = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
    return [block for block in blocks if block] + [handler.body for handler in getattr(statement, "handlers", [])]


def _units(body: Sequence[ast.stmt], control: Names, moved: Names, random: str) -> Iterator[Unit]:
    """Yield the units of a block; `control` are names that decide whether it runs, `moved` those a loop sets."""
    for statement in body:
        if isinstance(statement, ast.Return):
            continue
        if isinstance(statement, ast.FunctionDef) or not _bodies(statement):
            for unit in _simple(statement, random):
                yield replace(unit, uses=unit.uses | control | moved)
            continue
        head = _head(statement)
        sets = _union(map(_stored, head))
        uses = _union(map(_free, head))
        if sets:
            yield Unit(tuple(head), sets, uses | control, statement, random in uses)
        for block in _bodies(statement):
            yield from _units(block, control | uses, moved | sets, random)


def _simple(statement: ast.stmt, random: str) -> Iterator[Unit]:
    """Yield the units of a statement without blocks; a function defined in it is one."""
    if isinstance(statement, ast.FunctionDef):
        uses = _free(statement)
        yield Unit((statement,), frozenset({statement.name}), uses, statement, random in uses)
        return
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target, value = statement.targets[0], statement.value
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            for name, part in zip(target.elts, value.elts, strict=True):
                uses = _free(part) | _free(name)
                yield Unit((part,), _stored(name), uses, statement, random in uses)
            return
    uses = _free(statement)
    sets = _stored(statement)
    if isinstance(statement, ast.AugAssign):
        uses |= sets
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        sets |= _touched(statement.value)
    yield Unit((statement,), sets, uses, statement, random in uses)


def _head(statement: ast.stmt) -> list[ast.AST]:
    """Return what stands before the blocks of a compound statement."""
    names = ("test", "iter", "target", "items")
    found = [getattr(statement, name) for name in names if hasattr(statement, name)]
    return [node for entry in found for node in (entry if isinstance(entry, list) else [entry])]


def _touched(call: ast.Call) -> Names:
    """Return the names that a call standing alone may change: `rows.append(x)`, `np.fill_diagonal(A, 0)`."""
    base = call.func.value if isinstance(call.func, ast.Attribute) else None
    return frozenset(node.id for node in (base, *call.args) if isinstance(node, ast.Name))


def _stored(node: ast.AST) -> Names:
    """Return the names that a node sets, those included whose components it sets."""
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        return frozenset()
    if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
        return _free(node.value)
    if isinstance(node, ast.Name):
        return frozenset({node.id}) if isinstance(node.ctx, ast.Store) else frozenset()
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        return frozenset()
    return _union(map(_stored, ast.iter_child_nodes(node)))


def _free(node: ast.AST) -> Names:
    """Return the names whose values a node uses, those bound inside it left out."""
    if isinstance(node, ast.Name):
        return frozenset({node.id}) if isinstance(node.ctx, ast.Load) else frozenset()
    used = _union(map(_free, ast.iter_child_nodes(node)))
    if isinstance(node, ast.Lambda | ast.FunctionDef):
        bound = {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}
        inner = node.body if isinstance(node.body, list) else []
        return used - bound - _union(map(_stored, inner))
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        return used - _union(_stored(generator.target) for generator in node.generators)
    return used


def _closure(units: Sequence[Unit], names: Names) -> Names:
    """Return the names that `names` depend on, themselves included."""
    while True:
        wider = names.union(*(unit.uses for unit in units if unit.sets & names))
        if wider == names:
            return names
        names = wider


def _whole(units: Sequence[Unit], chosen: Sequence[Unit]) -> set[ast.stmt]:
    """Return the statements of which every unit is chosen."""
    left = {unit.statement for unit in units if unit not in chosen}
    return {unit.statement for unit in chosen} - left


def _heads(body: Sequence[ast.stmt], own: set[ast.stmt]) -> Iterator[ast.AST]:
    """Yield the heads of loops and branches in which everything is in `own`."""
    for statement in body:
        if isinstance(statement, ast.FunctionDef):
            continue
        for block in _bodies(statement):
            yield from _heads(block, own)
        inside = [inner for block in _bodies(statement) for inner in _statements(block)]
        if isinstance(statement, ast.For | ast.While | ast.If) and all(
            inner in own for inner in inside if not _bodies(inner)
        ):
            yield from _head(statement)


def _without(body: Sequence[ast.stmt], dropped: set[ast.stmt], old: ast.Return, new: ast.Return) -> list[ast.stmt]:
    """Return a block without some statements, and with another `return`."""
    kept: list[ast.stmt] = []
    for statement in body:
        if statement is old:
            kept.append(new)
        elif isinstance(statement, ast.FunctionDef) or not _bodies(statement):
            kept += [] if statement in dropped else [statement]
        else:
            changed = copy.copy(statement)
            for name in ("body", "orelse", "finalbody"):
                if getattr(statement, name, []):
                    setattr(changed, name, _without(getattr(statement, name), dropped, old, new))
            if getattr(changed, "body", True):
                kept.append(changed)
    return kept

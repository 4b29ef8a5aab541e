"""Programs for readers: a section of a snippets file with the imports it needs, so that it runs when it is copied."""

import ast
import builtins
import re
import symtable
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.course.snippets import Function, module_name
from scripts.foundation.paths import shown

_MARK = re.compile(r"^.*--8<--.*\n?", re.MULTILINE)
_START = r"^.*--8<-- +\[start: *{name} *\].*\n"
_END = r"^.*--8<-- +\[end: *{name} *\]"
# The widest line that a laptop shows without scrolling.
_WIDTH = 79


@dataclass(frozen=True)
class Program:
    """A part of a snippets file: its source, the line at which it stands there, and the call that runs it, if any."""

    path: Path
    line: int
    source: str
    call: str = ""

    @property
    def place(self) -> str:
        """Its file, relative to the root of the course."""
        return shown(self.path)

    @cached_property
    def names(self) -> list[str]:
        """The public names that it defines, in the order of the text."""
        return [name for name in _bound(self._body) if not name.startswith("_")]

    @property
    def module(self) -> str:
        """The dotted name of its file."""
        return module_name(self.path)

    @property
    def text(self) -> str:
        """What can be copied and run: its imports, the source and the call."""
        parts = (self.needs, self.source.rstrip("\n"), self.call)
        return "\n\n".join(part for part in parts if part) + "\n"

    @cached_property
    def needs(self) -> str:
        """The imports, one a line, of what it uses and does not define: as its file has them, or from its file."""
        free = _free_names(self.source) - set(_bound(self._body)) - set(vars(builtins))
        whole = ast.parse(self.path.read_text(encoding="utf-8")).body
        lines = [line for node in whole for line in _as_needed(node, free)]
        own = [name for name in _bound(node for node in whole if not _is_import(node)) if name in free]
        return "\n".join([*lines, *([_import(self.module, own)] if own else [])])

    @property
    def _body(self) -> list[ast.stmt]:
        return ast.parse(self.source).body


def example_of(function: Function) -> Program:
    """Return an example as a program: it is called, and prints."""
    return Program(function.path, function.line, function.source, f"{function.name}()")


def figure_program(function: Function) -> Program:
    """Return what draws a figure as a program: the figure is saved."""
    return Program(function.path, function.line, function.source, f'{function.name}().savefig("{function.name}.svg")')


def section(path: Path, name: str) -> Program | None:
    """Return a section of a file, all of it without a name; None if there is none that can be read by itself.

    A section of the topic's `examples` that is one function is called.
    """
    text = path.read_text(encoding="utf-8")
    start = re.search(_START.format(name=re.escape(name)), text, re.MULTILINE) if name else None
    end = re.search(_END.format(name=re.escape(name)), text, re.MULTILINE) if name else None
    if name and not (start and end):
        return None
    first, last = (start.end() if start else 0), (end.start() if end else len(text))
    source = _MARK.sub("", text[first:last])
    line = text.count("\n", 0, first) + 1 + len(source) - len(source.lstrip("\n"))
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return None
    example = body[0] if "examples" in (path.stem, path.parent.name) and len(body) == 1 else None
    call = f"{example.name}()" if isinstance(example, ast.FunctionDef) else ""
    return Program(path, line, source.strip("\n"), call)


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _as_needed(node: ast.stmt, free: set[str]) -> Iterator[str]:
    """Yield an import with those of its names that are free, if there are any."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        aliases = [alias for alias in node.names if (alias.asname or alias.name.split(".")[0]) in free]
        if aliases and isinstance(node, ast.Import):
            yield ast.unparse(ast.Import(aliases))
        elif aliases and isinstance(node, ast.ImportFrom):
            names = [ast.unparse(alias) for alias in aliases]
            yield _import("." * node.level + (node.module or ""), names)


def _bound(body: Iterator[ast.stmt] | list[ast.stmt]) -> list[str]:
    """Return the names that statements bind at the top of a module, in their order."""
    found: list[str] = []
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found += [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return list(dict.fromkeys(found))


def _free_names(source: str) -> set[str]:
    """Return the names that a text uses and that no function in it binds."""
    waiting, free = [symtable.symtable(source, "", "exec")], set[str]()
    while waiting:
        table = waiting.pop()
        waiting += table.get_children()
        top = table.get_type() == "module"
        free |= {one.get_name() for one in table.get_symbols() if one.is_referenced() and (top or one.is_global())}
    return free

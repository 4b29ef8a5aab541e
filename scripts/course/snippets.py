"""The snippets as text: where a function is, what it says, and what it depends on. Nothing is imported here."""

import ast
import hashlib
import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scripts.course.page import Block
from scripts.foundation.paths import shown
from scripts.foundation.steady import once

# A line of a page that includes a file, or a section of it, and the folders in which files are found (mkdocs.yml).
INCLUDE = re.compile(r"^ *--8<-- +[\"'](?P<path>[^\"':\n]+)(?::(?P<section>[\w-]+))?[\"'] *$", re.MULTILINE)
INCLUDED_FROM = ("snippets", "docs/assets", "docs/theme")

_SNIPPETS = "snippets"


@dataclass(frozen=True)
class Function:
    """A function of a snippets module: where it stands and its source."""

    name: str
    path: Path
    line: int
    source: str
    signature: str
    docstring: str
    body: str

    @property
    def module(self) -> str:
        """The dotted name of the very module that defines it."""
        return module_name(self.path)

    @property
    def blank(self) -> str:
        """The function as an exercise gives it: signature, docstring, and nothing done."""
        quoted = '"""' + self.docstring + '"""'
        indented = "\n".join(f"    {line}".rstrip() for line in quoted.split("\n"))
        return f"{self.signature}\n{indented}\n    raise NotImplementedError\n"


def module_name(path: Path) -> str:
    """Return the dotted name of a file of the snippets, as an import says it."""
    return ".".join(path.relative_to(_above(path)).with_suffix("").parts).removesuffix(".__init__")


@once
def module_files(package: Path, module: str) -> list[Path]:
    """Return the files of a module of the package in a folder; the module may be a file or a package itself."""
    return [path for path in [package / f"{module}.py", *sorted((package / module).glob("*.py"))] if path.is_file()]


@once
def functions(package: Path, module: str) -> dict[str, Function]:
    """Return the public functions of a module of the package in a folder, by name, in the order of the text.

    The module may be a package: then those of all its files.
    """
    return {function.name: function for path in module_files(package, module) for function in functions_in(path)}


def functions_in(path: Path) -> list[Function]:
    """Return the public functions of a file, in the order of the text."""
    return [function for function in _functions_of(path, path.stat().st_mtime_ns) if not function.name.startswith("_")]


def function_of(block: Block, module: str) -> Function:
    """Return the function that a block's argument names, in `module` of its topic. Raises KeyError."""
    return functions(block.package, module)[block.argument]


def syntax_error(path: Path) -> tuple[int, str] | None:
    """Return line and words of what makes a file no Python, None if it is fine."""
    return _parsed(path, path.stat().st_mtime_ns)[2]


@lru_cache(maxsize=512)
def _parsed(path: Path, _changed: int) -> tuple[str, ast.Module, tuple[int, str] | None]:
    """Return a file's text and syntax tree, both empty if it is no Python, and then what is wrong with it."""
    try:
        text = path.read_text(encoding="utf-8")
        return text, ast.parse(text), None
    except SyntaxError as error:
        wrong = (error.lineno or 1, f"SyntaxError: {error.msg}")
    except UnicodeDecodeError as error:
        wrong = (1, f"the file is not UTF-8 ({error.reason} at byte {error.start})")
    except ValueError as error:  # a null character, in Python 3.11
        wrong = (1, str(error))
    return "", ast.Module([], []), wrong


@lru_cache(maxsize=512)
def _functions_of(path: Path, _changed: int) -> tuple[Function, ...]:
    text, tree, _ = _parsed(path, _changed)
    lines = text.split("\n")
    return tuple(_function(node, lines, path) for node in tree.body if isinstance(node, ast.FunctionDef))


def _function(node: ast.FunctionDef, lines: list[str], path: Path) -> Function:
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    source = "\n".join(line for line in lines[first - 1 : node.end_lineno] if "--8<--" not in line)
    statement = node.body[0]
    documented = ast.get_docstring(node) is not None
    rest = (statement.end_lineno or statement.lineno) if documented else statement.lineno - 1
    return Function(
        name=node.name,
        path=path,
        line=node.lineno,
        source=source,
        signature="\n".join(lines[node.lineno - 1 : statement.lineno - 1]),
        docstring=ast.get_docstring(node) or "",
        body="\n".join(lines[rest : node.end_lineno]),
    )


@once
def imported_files(path: Path) -> frozenset[Path]:
    """Return `path` and every file of `snippets` it imports, directly or not."""
    found: set[Path] = set()
    waiting = [path]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting.extend(_imports(current))
    return frozenset(found)


@once
def _imports(path: Path) -> list[Path]:
    targets = (_above(path).joinpath(*name.split(".")) for name in _imported_names(path, path.stat().st_mtime_ns))
    files = (file for target in targets for file in (target.with_suffix(".py"), target / "__init__.py"))
    return [file for file in files if file.is_file()]


@lru_cache(maxsize=2048)
def _imported_names(path: Path, _changed: int) -> tuple[str, ...]:
    """Return the names that a file imports from snippets: of modules, and of what may be one."""
    _, tree, _ = _parsed(path, _changed)
    package = list(path.relative_to(_above(path)).parent.parts)
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *(node.module.split(".") if node.module else [])])
            names += [stem, *(f"{stem}.{alias.name}" for alias in node.names)]
    return tuple(dict.fromkeys(name for name in names if name.split(".")[0] == _SNIPPETS))


def _above(path: Path) -> Path:
    """Return the folder from which `snippets`, where a file stands, is imported."""
    return next(folder.parent for folder in path.parents if folder.name == _SNIPPETS)


def fingerprint(files: Set[Path], *extra: str) -> str:
    """Return a hash of the contents of `files` and of the `extra` words."""
    return _fingerprint(frozenset(files), *extra)


@once
def _fingerprint(files: frozenset[Path], *extra: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(_named_content(path))
    for word in extra:
        digest.update(word.encode() + b"\0")
    return digest.hexdigest()[:20]


@once
def _named_content(path: Path) -> bytes:
    return shown(path).encode() + b"\0" + path.read_bytes() + b"\0"


def sections(path: Path) -> set[str]:
    """Return the names of the sections marked in a snippet file."""
    text = _parsed(path, path.stat().st_mtime_ns)[0]
    starts = set(re.findall(r"--8<-- +\[start: *([\w-]+) *\]", text))
    ends = set(re.findall(r"--8<-- +\[end: *([\w-]+) *\]", text))
    return starts & ends

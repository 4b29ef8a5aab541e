"""The house keeps its plan: rooms in one order, no circles, small files, tests in the room of what they test."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import scripts
from scripts.foundation.paths import ROOT
from scripts.tools.habits import project_files

ROOMS = re.findall(r"^(\w+) {2,}\S", scripts.__doc__ or "", re.MULTILINE)
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
OTHER_TESTS = {
    "snippets": "what is run is code of the course, not of a room",
    "explorables": "what happens on a page belongs to frontend/",
    "pictures": "what readers see comes from several rooms",
    "project": "what the repository promises of itself",
    "build": "tests that spoil a whole small course",
    "sample": "that small course",
}


def python_files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield the Python files of the project below a folder."""
    return (path for path in project_files() if path.suffix == ".py" and path.is_relative_to(folder))


def module_name(path: Path, root: Path = ROOT) -> str:
    """Return the dotted name of a module, that of its folder for an `__init__`."""
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.AST, package: str, *, at_import_time: bool = False) -> Iterator[str]:
    """Yield what a module of `package` imports, as `module.name`; or leave out what its functions import."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            yield from (".".join([*above, *filter(None, [node.module]), alias.name]) for alias in node.names)
        if not (at_import_time and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)):
            yield from imports(node, package, at_import_time=at_import_time)


def modules(root: Path = ROOT) -> dict[str, Path]:
    """Return the modules of `scripts` by name."""
    return {module_name(path, root): path for path in sorted((root / "scripts").rglob("*.py"))}


def floor(name: str) -> int:
    """Return the number of the room that a module is in, -1 for what is in none."""
    first, *rest = name.split(".")
    return ROOMS.index(rest[0]) if first == "scripts" and rest and rest[0] in ROOMS else -1


def package_of(path: Path, root: Path) -> str:
    """Return the package that a module is in, itself for an `__init__`."""
    return ".".join(path.parent.relative_to(root).parts)


def back_doors(root: Path = ROOT) -> list[str]:
    """Return the imports that lead from a room to a later one."""
    found = []
    for name, path in modules(root).items():
        here = floor(name)
        for imported in imports(tree_of(path), package_of(path, root)):
            if floor(imported) > here >= 0:
                found.append(f"{name} imports {imported}")
    return found


def circle(root: Path = ROOT) -> list[str]:
    """Return modules that import each other in a circle, under `TYPE_CHECKING` too; empty if there is none."""
    known = modules(root)
    graph = {}
    for name, path in known.items():
        wanted = imports(tree_of(path), package_of(path, root), at_import_time=True)
        graph[name] = {one if one in known else one.rpartition(".")[0] for one in wanted} & known.keys() - {name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def too_long(paths: Iterator[Path] | list[Path]) -> list[str]:
    """Return the files and functions that have grown over the house's lengths."""
    found = []
    for path in paths:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        found += [f"{path.name}: {lines} lines"] * (lines > LONGEST_FILE)
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                found += [f"{node.name} ({path.name}:{node.lineno}): {length} lines"] * (length > LONGEST_FUNCTION)
    return found


def public(tree: ast.Module) -> list[str]:
    """Return the names that a module defines for others."""
    names = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.append(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names += [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return [name for name in names if not name.startswith("_")]


def named_twice(paths: Iterator[Path] | list[Path]) -> list[str]:
    """Return the modules whose one public object has the module's own name."""
    return [path.name for path in paths if public(tree_of(path)) == [path.stem]]


def used_by_nobody_else(paths: list[Path]) -> list[str]:
    """Return the public functions that no other file names, and that stand in no table of their module."""
    texts = {path: set(re.findall(r"\w+", path.read_text(encoding="utf-8"))) for path in {*python_files(), *paths}}
    named = Counter(word for words in texts.values() for word in words)
    found = []
    for path in paths:
        functions = [node for node in tree_of(path).body if isinstance(node, ast.FunctionDef)]
        rest = [node for node in tree_of(path).body if not isinstance(node, ast.FunctionDef)]
        tables = {name.id for node in rest for name in ast.walk(node) if isinstance(name, ast.Name)}
        alone = [one.name for one in functions if named[one.name] == 1 and not one.decorator_list]
        found += [f"{name} ({path.name})" for name in alone if name[0] != "_" and name not in tables]
    return found


def test_the_rooms_are_those_that_the_package_tells_of() -> None:
    folders = {path.relative_to(ROOT / "scripts").parts[0] for path in python_files(ROOT / "scripts")}
    assert {name for name in folders if not name.endswith(".py")} == set(ROOMS)
    assert {name for name in folders if name.endswith(".py")} == {"__init__.py", "__main__.py"}
    assert all(ast.get_docstring(tree_of(ROOT / "scripts" / room / "__init__.py")) for room in ROOMS)


def untold(room: Path) -> set[str]:
    """Return the files and folders of a room of which its docstring does not tell, if it tells of three or more."""
    told = ast.get_docstring(tree_of(room / "__init__.py")) or ""
    lists = re.findall(r"^(\w+(?:, \w+)*) {2,}\S", told, re.MULTILINE)
    names = {*re.findall(r"`(\w+)[`.]", told), *", ".join(lists).split(", ")}
    there = {path.stem for path in python_files(room) if path.parent == room} - {"__init__"}
    there |= {path.parent.name for path in room.glob("*/__init__.py")}
    return there - names if len(there & names) > 2 else set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_that_tells_of_its_files_tells_of_all(room: str) -> None:
    assert untold(ROOT / "scripts" / room) == set()


def test_a_room_imports_only_rooms_before_it() -> None:
    assert back_doors() == []


def test_snippets_know_nothing_of_the_rooms_and_are_known_by_name_alone() -> None:
    """They read like a textbook; what runs them finds them through the page that asks."""
    for folder, others in (("snippets", {"scripts", "tests"}), ("scripts", {"snippets", "tests"})):
        for path in python_files(ROOT / folder):
            roots = {name.partition(".")[0] for name in imports(tree_of(path), package_of(path, ROOT))}
            assert not roots & others, path


def test_no_module_imports_itself_through_others() -> None:
    assert circle() == []


def test_files_and_functions_are_short() -> None:
    answers = ROOT / "tests/practice/right_answers"  # lists of small programs, three for each exercise
    tests = [path for path in python_files(ROOT / "tests") if not path.is_relative_to(answers)]
    assert too_long([*python_files(ROOT / "scripts"), *tests]) == []


def reached(*names: str) -> set[str]:
    """Return the modules of ours that are imported when some are, themselves included."""
    known, found, waiting = modules(), set[str](), list(names)
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found.add(name)
            for one in imports(tree_of(known[name]), package_of(known[name], ROOT), at_import_time=True):
                waiting += [one, one.rpartition(".")[0]]
    return found


def test_an_older_python_gets_as_far_as_being_told_that_it_is_too_old() -> None:
    """What the set-up imports has no newer syntax, and no annotation that an older Python could not evaluate."""
    for name in reached("scripts.__main__", "scripts.tools.setup_environment"):
        text = modules()[name].read_text(encoding="utf-8")
        tree = ast.parse(text, feature_version=(3, 9))
        annotated = [one.returns for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
        annotated += [one.annotation for one in ast.walk(tree) if isinstance(one, ast.arg | ast.AnnAssign)]
        unions = [one for part in annotated if part for one in ast.walk(part) if isinstance(one, ast.BinOp)]
        assert not unions or "from __future__ import annotations" in text, name


def test_no_module_has_the_name_of_its_one_object() -> None:
    assert named_twice(python_files(ROOT / "scripts")) == []


def test_a_function_that_its_own_module_alone_uses_begins_with_an_underscore() -> None:
    """`makeExtension` is for Python-Markdown, and used in so far as it is named here."""
    assert used_by_nobody_else(list(python_files(ROOT / "scripts"))) == []


def test_tests_stand_in_the_room_of_what_they_test() -> None:
    files = [path.relative_to(ROOT / "tests") for path in python_files(ROOT / "tests")]
    folders = {path.parts[0] for path in files if len(path.parts) > 1}
    assert folders <= set(ROOMS) | set(OTHER_TESTS)
    assert set(OTHER_TESTS) <= folders
    assert [path.name for path in files if len(path.parts) == 1 and path.name.startswith("test_")] == []


FAULTS = {
    "a back door": (back_doors, "course/a.py", "def f():\n    from scripts.site import build\n"),
    "a circle": (circle, "course/a.py", "from scripts.course import a\nfrom scripts.course.b import x\n"),
    "a circle of types": (
        circle,
        "course/a.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from scripts.course import b\n",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_leads_back_is_found(fault: str, tmp_path: Path) -> None:
    judge, name, text = FAULTS[fault]
    for file, content in {name: text, "course/b.py": "import scripts.course.a\n"}.items():
        path = tmp_path / "scripts" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert judge(tmp_path)


def test_what_nobody_uses_is_found(tmp_path: Path) -> None:
    path = tmp_path / "alone.py"
    path.write_text(f"def {'of' + '_no_use'}():\n    pass\n", encoding="utf-8")
    assert len(used_by_nobody_else([path])) == 1


def test_what_has_grown_is_found(tmp_path: Path) -> None:
    path = tmp_path / "grown.py"
    path.write_text("def grown():\n" + "    x = 1\n" * 40, encoding="utf-8")
    assert len(too_long([path])) == 1 and named_twice([path]) == ["grown.py"]
    other = tmp_path / "long.py"
    other.write_text("x = 1\n" * 301, encoding="utf-8")
    assert len(too_long([other])) == 1

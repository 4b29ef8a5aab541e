"""Whatever looks like a test is one: each test file, test function and doctest of the project is collected."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.foundation.paths import ROOT
from scripts.tools.habits import project_files

SOURCES = [path.relative_to(ROOT) for path in project_files() if path.suffix == ".py"]
TESTS = [path for path in SOURCES if path.name.startswith("test_")]
TAUGHT = [path for path in SOURCES if path.parts[0] in ("scripts", "snippets")]


@pytest.fixture
def collected(request: pytest.FixtureRequest) -> frozenset[str]:
    """Return what `make test` runs, each as `file::name`, without parameters."""
    names = [item.nodeid for item in request.session.items]
    # This is not a run of everything, or one that has missed a file: ask for what would be run.
    if not {path.as_posix() for path in TESTS} <= {name.partition("::")[0] for name in names}:
        names = asked()
    return frozenset(name.partition("[")[0] for name in names if "[NOTSET]" not in name)


def asked() -> list[str]:
    """Ask pytest for the names of all tests."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    return [line for line in done.stdout.splitlines() if "::" in line]


def documented(path: Path) -> Iterator[str]:
    """Yield the objects of a module whose docstring has an example, named as pytest names their doctests."""
    module = path.with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")

    def below(node: ast.AST, name: str) -> Iterator[str]:
        holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        if isinstance(node, holders) and ">>> " in (ast.get_docstring(node) or ""):
            yield name
        for child in ast.iter_child_nodes(node):
            yield from below(child, f"{name}.{child.name}" if isinstance(child, holders[1:]) else name)

    yield from below(ast.parse((ROOT / path).read_text(encoding="utf-8")), module)


def functions(path: Path) -> list[str]:
    """Return the test functions that stand in a file."""
    nodes = ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
    return [node.name for node in nodes if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def test_every_test_is_collected(collected: frozenset[str]) -> None:
    written = {f"{path.as_posix()}::{name}" for path in TESTS for name in functions(path)}
    assert len(written) > 300
    assert sorted(written - collected) == []
    assert [path for path in TESTS if not functions(path)] == []


def test_every_doctest_is_collected(collected: frozenset[str]) -> None:
    written = {f"{path.as_posix()}::{name}" for path in TAUGHT for name in documented(path)}
    assert len(written) > 250
    assert sorted(written - collected) == []


def test_nothing_is_left_out_by_a_mark() -> None:
    """A test that is always skipped, or may fail, and an example that is not compared, promise nothing."""
    marks = ("+SK" + "IP", "mark.sk" + "ip(", "pytest.sk" + "ip(", "xf" + "ail")
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path in TESTS + TAUGHT}
    assert [(path, mark) for path, text in texts.items() for mark in marks if mark in text] == []

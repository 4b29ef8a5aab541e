"""Snippets are read as text: what a function is, what it depends on, and when that has changed."""

from pathlib import Path

import pytest

from scripts.course.snippets import fingerprint, functions, imported_files, sections

SOURCE = '''"""Exercises."""

import functools

CONSTANT = 1


# --8<-- [start:one]
def one(x, y=2):
    """Return the sum.

    >>> one(1)
    3
    """
    # --8<-- [start:inner]
    total = x + y
    # --8<-- [end:inner]
    return total


# --8<-- [end:one]
@functools.cache
def two(
    x: int,
) -> int:
    """Return twice x."""
    return 2 * x


def bare(x):
    return x


def _hidden():
    """Do nothing."""


# --8<-- [start:open]
class Three:
    def method(self):
        """Not a function of the module."""
'''


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a checkout with two packages of snippets."""
    files = {
        "snippets/__init__.py": "",
        "snippets/style/__init__.py": "import math\n",
        "snippets/slopes/__init__.py": "",
        "snippets/slopes/exercises.py": SOURCE,
        "snippets/slopes/broken.py": "def f(:\n",
        "snippets/slopes/rules.py": "from snippets.slopes.base import add\nimport numpy, snippets.style\n",
        "snippets/slopes/base.py": "from . import exercises\nfrom .figures import plot\nfrom ..other import deep\n",
        "snippets/slopes/figures/__init__.py": "from snippets.slopes import rules\n",
        "snippets/slopes/figures/first.py": "def drawn():\n    pass\n",
        "snippets/slopes/figures/second.py": "def other():\n    pass\n",
        "snippets/other/__init__.py": "",
        "snippets/other/deep.py": "x = 1\n",
        "scripts/foundation/paths.py": "import snippets.slopes.rules\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_public_functions_of_a_module_are_found_in_order(house: Path) -> None:
    found = functions(house / "snippets/slopes", "exercises")
    assert list(found) == ["one", "two", "bare"]
    assert {function.module for function in found.values()} == {"snippets.slopes.exercises"}
    assert {function.path for function in found.values()} == {house / "snippets/slopes/exercises.py"}
    assert [SOURCE.split("\n")[function.line - 1] for function in found.values()] == [
        "def one(x, y=2):",
        "def two(",
        "def bare(x):",
    ]


def test_a_function_is_told_as_it_stands_without_the_marks_of_sections(house: Path) -> None:
    found = functions(house / "snippets/slopes", "exercises")
    assert found["one"].source.startswith("def one(x, y=2):\n")
    assert found["one"].source.endswith("    total = x + y\n    return total")
    assert found["two"].source.startswith("@functools.cache\ndef two(\n")
    assert found["one"].signature == "def one(x, y=2):"
    assert found["two"].signature == "def two(\n    x: int,\n) -> int:"
    assert found["one"].docstring == "Return the sum.\n\n>>> one(1)\n3"
    assert found["two"].body == "    return 2 * x"
    assert (found["bare"].docstring, found["bare"].body) == ("", "    return x")


def test_a_blank_is_the_function_with_nothing_done(house: Path) -> None:
    blank = functions(house / "snippets/slopes", "exercises")["one"].blank
    names: dict[str, object] = {}
    exec(blank, names)
    one = names["one"]
    assert one.__doc__.split() == functions(house / "snippets/slopes", "exercises")["one"].docstring.split()
    with pytest.raises(NotImplementedError):
        one(1)
    assert all(line == line.rstrip() for line in blank.split("\n"))


def test_a_module_may_be_a_package(house: Path) -> None:
    found = functions(house / "snippets/slopes", "figures")
    assert list(found) == ["drawn", "other"]
    assert found["other"].module == "snippets.slopes.figures.second"
    assert functions(house / "snippets/slopes", "missing") == {}


def test_what_is_no_python_has_no_functions(house: Path) -> None:
    assert functions(house / "snippets/slopes", "broken") == {}
    path = house / "snippets/slopes/broken.py"
    assert imported_files(path) == {path}


def test_a_change_is_seen_at_once(house: Path) -> None:
    functions(house / "snippets/slopes", "exercises")
    path = house / "snippets/slopes/exercises.py"
    path.write_text(SOURCE + "\n\ndef three():\n    pass\n", encoding="utf-8")
    assert "three" in functions(house / "snippets/slopes", "exercises")


def test_all_that_a_file_imports_of_snippets_is_found(house: Path) -> None:
    start = house / "snippets/slopes/rules.py"
    names = ("slopes/rules", "slopes/base", "slopes/exercises", "slopes/figures/__init__", "slopes/__init__")
    others = ("style/__init__", "__init__", "other/__init__", "other/deep")
    found = {path.relative_to(house / "snippets").with_suffix("").as_posix() for path in imported_files(start)}
    assert found >= {*names, *others} - {"__init__", "slopes/__init__"}
    assert found <= {*names, *others}


def test_a_fingerprint_changes_with_what_a_file_says_and_what_it_is_called(house: Path) -> None:
    one, other = house / "snippets/slopes/rules.py", house / "snippets/slopes/base.py"
    before = fingerprint({one, other}, "style")
    assert fingerprint({other, one}, "style") == before
    assert (
        len({before, fingerprint({one}, "style"), fingerprint({one, other}), fingerprint({one, other}, "st", "yle")})
        == 4
    )
    one.write_text(one.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    changed = fingerprint({one, other}, "style")
    assert changed != before
    one.rename(house / "snippets/slopes/renamed.py")
    assert fingerprint({house / "snippets/slopes/renamed.py", other}, "style") != changed


def test_a_section_has_a_start_and_an_end(house: Path) -> None:
    assert sections(house / "snippets/slopes/exercises.py") == {"one", "inner"}

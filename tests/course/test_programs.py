"""Programs for readers: what is copied from a page runs, wherever the snippets can be imported."""

import contextlib
import importlib
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.course.model import load_course
from scripts.course.programs import Program, example_of, figure_program, section
from scripts.course.snippets import functions_in
from scripts.foundation.paths import HERE

MODULE = '''"""Slopes."""

import math
from functools import cache, partial

import numpy as np

from snippets.other import first, second as other

SIZE = 3


# --8<-- [start:slope]
@cache
def slope(f, x):
    """Return the slope.

    >>> unused(f)
    """
    np = SIZE  # a name of its own
    return other(f, x) * np * len(x)


def _half(x):
    return slope(math.sin, x) / 2


# --8<-- [end:slope]
'''


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file of snippets."""
    path = tmp_path / "snippets" / "topic" / "slopes.py"
    path.parent.mkdir(parents=True)
    path.write_text(MODULE, encoding="utf-8")
    return path


def included() -> Iterator[Program]:
    """Yield the programs of all pages of the course."""
    for page in load_course().pages.values():
        for name, part in re.findall(r'^ *--8<-- "([^":]+\.py):([\w-]+)"', page.body, re.MULTILINE):
            program = section(HERE.snippets / name, part)
            assert program, f"{page.path}: {name}:{part}"
            yield program


def test_a_section_comes_with_what_it_uses_and_no_more(path: Path) -> None:
    program = section(path, "slope")
    assert program
    assert program.needs.split("\n") == [
        "import math",
        "from functools import cache",
        "from snippets.other import second as other",
        "from snippets.topic.slopes import SIZE",
    ]
    assert program.names == ["slope"]
    assert path.read_text(encoding="utf-8").split("\n")[program.line - 1] == "@cache"


def test_what_cannot_be_read_by_itself_is_no_program(path: Path) -> None:
    half = MODULE.replace("@cache", "@cache\n# --8<-- [start:half]\n@")
    path.write_text(half.replace("    return other", "    # --8<-- [end:half]\n    return other["), encoding="utf-8")
    assert section(path, "half") is None
    assert section(path, "nowhere") is None


def test_no_program_of_a_page_uses_a_name_it_does_not_have(tmp_path: Path) -> None:
    """Ruff, which knows nothing of ours, reads what readers copy."""
    for number, program in enumerate(included()):
        (tmp_path / f"{number}_{program.path.stem}.py").write_text(program.text, encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "F", "--output-format", "concise", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stdout


def test_a_copied_example_prints_what_the_page_shows() -> None:
    examples = HERE.snippets / "derivatives_and_gradients" / "examples"
    for function in functions_in(examples / "slopes.py"):
        text = example_of(function).text
        assert printed(lambda text=text: exec(text, {"__name__": "copied"})) == printed(
            getattr(importlib.import_module(function.module), function.name)
        )


def printed(run: object) -> str:
    """Return what a call prints."""
    with contextlib.redirect_stdout(io.StringIO()) as out:
        run()  # type: ignore[operator]
    return out.getvalue()


def test_a_copied_figure_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    function = functions_in(HERE.snippets / "derivatives_and_gradients" / "figures" / "slopes.py")[0]
    exec(figure_program(function).text, {"__name__": "copied"})
    assert (tmp_path / f"{function.name}.svg").is_file()

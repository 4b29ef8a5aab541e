"""Labs are run apart: a cell that fails, hangs, eats memory or ends Python is named with its line."""

import re
import shutil
from pathlib import Path

import matplotlib.pyplot as plt
import pytest

from scripts.course.labs import read_lab
from scripts.course.model import Course
from scripts.foundation.mistakes import collecting
from scripts.foundation.paths import HERE
from scripts.pages.rules.blocks import mistakes_in
from scripts.run.lab_runs import LABS, CellError, Job, run_lab
from scripts.run.pool import run_apart
from tests.courses import small_course

# Cells, and what is said of them; the place is the line that begins with "wrong".
CELLS = {
    "fails": ("wrong = 1 / 0", "failed: ZeroDivisionError: division by zero"),
    "hangs": ("wrong = True\nwhile wrong:\n    pass", "ran for more than 5 seconds"),
    "eats": (
        "import numpy\nkept = []\nfor _ in range(1000):\n    wrong = kept.append(numpy.ones(10**7))",
        "more than 0.6 GB",
    ),
    "ends": ("wrong = __import__('os')._exit(0)", "ended the Python process that ran it"),
    "prints": (
        "wrong = True\nwhile wrong:\n    print('x' * 10_000)",
        "ran for more than 5 seconds|ended the Python process",
    ),
    "works": ("right = 1", ""),
}
LAB = """# %% [markdown]
# # A lab
#
# With $x$ and code, `$HOME`.

# %%
x = 1
print("one")
print("two")

# %% alt="A line."
import matplotlib.pyplot as plt

plt.style.use("snippets.style.lab")
_ = plt.plot([0, 1])
"""
PAGE = "topics/01-derivatives-and-gradients/lab"


def test_a_cell_that_fails_is_named_with_its_line(tmp_path: Path) -> None:
    jobs = []
    for name, (cell, _) in CELLS.items():
        lab = tmp_path / name / "lab.py"
        lab.parent.mkdir()
        lab.write_text(f"# %% [markdown]\n# # A lab\n\n# %%\nx = 1\n\n# %%\n{cell}\n\n# %%\ny = 1\n", encoding="utf-8")
        jobs.append(Job(lab, lab.parent, seconds=5, memory=600_000_000))
    results = run_apart(run_lab, jobs, seconds=60, memory=600_000_000)
    for result, (name, (cell, words)) in zip(results, CELLS.items(), strict=True):
        line = 8 + next((n for n, text in enumerate(cell.split("\n")) if text.lstrip().startswith("wrong =")), 0)
        assert isinstance(result, CellError) == bool(words), name
        if words:
            assert result.line in (8, line)
            assert re.search(words, str(result)), result


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course with one lab."""
    lab = tmp_path / f"docs/{PAGE}.py"
    lab.parent.mkdir(parents=True)
    lab.write_text(LAB, encoding="utf-8")
    shutil.copytree(HERE.snippets / "style", tmp_path / "snippets/style")
    return small_course(tmp_path, {f"{PAGE}.md": "# A lab\n\n/// lab\n///\n"})


def test_what_a_lab_puts_out_is_kept(course: Course) -> None:
    [block] = [block for page in course.pages.values() for block in page.blocks]
    assert mistakes_in(course) == []
    assert LABS.run_all([block]) == 1
    assert LABS.run_all([block]) == 0
    printed, drawn = LABS.result(block)
    assert printed == [{"text": "one\ntwo\n"}]
    for theme in ("light", "dark"):
        picture = drawn[0][theme]
        path = course.places.generated / "labs/01-derivatives-and-gradients" / picture["file"]
        pixels = plt.imread(path)
        assert picture["width"] == pixels.shape[1] > picture["height"] > 100
        assert pixels[0, 0, 3] == 0, "it brings a paper of its own"
        brightest = pixels[pixels[..., 3] == 1][:, :3].mean(axis=1).max()
        assert (brightest > 0.7) == (theme == "dark"), "it has the ink of the other theme"


def changed(course: Course, old: str, new: str) -> list[tuple[int, str]]:
    """Return the line and the words of each mistake once `old` is `new` in the lab."""
    lab = course.places.docs / f"{PAGE}.py"
    assert old in LAB
    lab.write_text(LAB.replace(old, new), encoding="utf-8")
    return [(mistake.line, mistake.what) for mistake in mistakes_in(course) if mistake.path == lab]


def test_a_mistake_in_a_text_is_named_with_its_line(course: Course) -> None:
    assert changed(course, "$x$ and", "$x$ and a price of $y and") == [(4, "'$' begins or ends no formula")]
    assert changed(course, "With $x$", "# With $x$") == [(4, "mathematics in a heading")]


def test_a_page_has_the_title_of_its_lab(course: Course) -> None:
    changed(course, "# # A lab", "# # Another lab")
    assert [mistake.remedy for mistake in mistakes_in(course)] == ["begin it with '# Another lab'"]


def test_each_cell_knows_its_line(course: Course) -> None:
    cells = read_lab(course.places.docs / f"{PAGE}.py", course.places).cells
    assert [(cell.line, cell.is_code, cell.alt) for cell in cells] == [
        (2, False, ""),
        (7, True, ""),
        (12, True, "A line."),
    ]


def test_a_lab_that_fails_is_reported_once(course: Course) -> None:
    changed(course, "x = 1", "x = 1 / 0")
    [block] = [block for page in course.pages.values() for block in page.blocks]
    with collecting() as found:
        LABS.run_all([block])
        LABS.result(block)
    assert [(mistake.path.name, mistake.line) for mistake in found] == [("lab.py", 7)]

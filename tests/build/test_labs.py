"""Labs are run apart: a cell that fails, hangs, eats memory or ends Python is named with its line."""

import re
from pathlib import Path

from scripts.course.page import read_page
from scripts.foundation.mistakes import collecting
from scripts.site import labs
from tests.build.conftest import House

RUN = """
from scripts.run.lab_runs import run_labs
from scripts.foundation.mistakes import collecting

if __name__ == "__main__":
    with collecting() as found:
        print(run_labs(cell_seconds=5, memory=600_000_000)[0])
    print(*found, sep="\\n")
"""
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


def test_a_cell_that_fails_is_named_with_its_line(house: House) -> None:
    for name, (cell, _) in CELLS.items():
        lab = house.path(f"docs/{name}/lab.py")
        lab.parent.mkdir()
        lab.write_text(f"# %% [markdown]\n# # A lab\n\n# %%\nx = 1\n\n# %%\n{cell}\n\n# %%\ny = 1\n", encoding="utf-8")
    house.path("run.py").write_text(RUN, encoding="utf-8")
    result = house.python("run.py")
    assert "Traceback" not in result.stderr
    for name, (cell, words) in CELLS.items():
        line = 8 + next((n for n, text in enumerate(cell.split("\n")) if text.lstrip().startswith("wrong =")), 0)
        said = re.findall(rf"docs/{name}/lab\.py:(\d+): this cell of the lab (.*)", result.stdout)
        assert len(said) == bool(words), name
        for place, what in said:
            assert int(place) in (8, line)
            assert re.search(words, what), result.stdout
    # What passed is not run again; what failed is.
    assert house.python("run.py").stdout.startswith("5\n")


def test_a_formula_of_a_lab_that_is_not_closed_is_named_with_its_line(tmp_path: Path) -> None:
    lab = tmp_path / "lab.py"
    lab.write_text("# %% [markdown]\n# # A lab\n#\n# With $x$ and\n# a price of $y without an end.\n", encoding="utf-8")
    with collecting() as found:
        labs._mathematics("<p>With $x$ and\na price of $y without an end.</p>", read_page(lab))
    assert [mistake.line for mistake in found] == [5]
    with collecting() as found:
        labs._mathematics("<p>With $x$ and <code>$HOME</code>, $$y$$.</p>", read_page(lab))
    assert found == []

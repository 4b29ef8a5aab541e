"""A lab as its author writes it: a notebook as a Python file, in Jupytext's percent format, each cell with its line."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scripts.course.page import Page
from scripts.foundation.paths import HERE, Places

# The line by which a lab's plots get their look
STYLE = 'plt.style.use("snippets.style.lab")'

_MARK = re.compile(r"# %%")
_TITLE = re.compile(r"# +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class Cell:
    """A cell: its source, the line where that begins, and the description of the picture that its code draws."""

    source: str
    line: int
    is_code: bool
    alt: str


@dataclass(frozen=True)
class Lab:
    """A lab: its cells, and its texts as a page that has each line where the file has it."""

    path: Path
    cells: tuple[Cell, ...]
    page: Page

    @property
    def title(self) -> str:
        """The first heading."""
        title = _TITLE.search(self.page.text)
        return title[1] if title else ""


def lab_beside(path: Path) -> Path:
    """Return where the lab of the page at `path` stands."""
    return path.with_suffix(".py")


def read_lab(path: Path, places: Places = HERE) -> Lab:
    """Read the lab at `path`, of the course in `places`."""
    return _read(path, places, path.stat().st_mtime_ns)


@lru_cache(maxsize=32)
def _read(path: Path, places: Places, _changed: int) -> Lab:
    lines = path.read_text(encoding="utf-8").split("\n")
    marks = [number for number, line in enumerate(lines) if _MARK.match(line)]
    cells = []
    import jupytext  # late, since it takes as long as everything else together

    for mark, cell in zip(marks, jupytext.read(path).cells, strict=True):
        first = next((n for n in range(mark + 1, len(lines)) if lines[n].strip(" #")), mark + 1)
        is_code = cell.cell_type == "code"
        cells.append(Cell(cell.source, first + 1, is_code, str(cell.metadata.get("alt", ""))))
    texts = [""] * len(lines)
    for one in cells:
        for number, line in enumerate(one.source.split("\n") if not one.is_code else ()):
            texts[one.line - 1 + number] = line
    text = "\n".join(texts)
    return Lab(path, tuple(cells), Page(path, text, {}, text, 1, [], [], [], places=places))

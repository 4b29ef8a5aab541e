"""How long a page takes, computed from its text: reading, practice and lab, from one table of seconds."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from scripts.course.labs import lab_beside, read_lab
from scripts.course.model import Topic
from scripts.course.page import Block, Page
from scripts.course.programs import section
from scripts.course.snippets import INCLUDE
from scripts.pages.blocks.base import CourseBlock
from scripts.pages.recalled import recalled_from

SECONDS = {
    "word": 0.4,
    "displayed formula": 20,
    "line of code": 3,
    "printed output": 15,
    "figure": 30,
    "picture to move": 90,
    "check yourself": 60,
    "recalled card": 20,
    "easy exercise": 5 * 60,
    "medium exercise": 15 * 60,
    "hard exercise": 30 * 60,
    "problem by hand": 8 * 60,
    "interview question": 100,
    "line of code in a lab": 15,
    "picture in a lab": 120,
}
"""What each thing takes a reader who works through it: 150 words a minute is slow reading, pencil at hand."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FENCE = re.compile(r"^ *(`{3,}|~{3,}).*", re.MULTILINE)
_DISPLAYED = re.compile(r"^ *\$\$", re.MULTILINE)
_MATHEMATICS = re.compile(r"\$\$.*?\$\$", re.DOTALL)


@dataclass(frozen=True)
class Minutes:
    """Minutes of reading, practice and lab."""

    reading: float = 0.0
    practice: float = 0.0
    lab: float = 0.0

    def __add__(self, other: "Minutes") -> "Minutes":
        return Minutes(self.reading + other.reading, self.practice + other.practice, self.lab + other.lab)

    @property
    def said(self) -> "Minutes":
        """The same as pages say them: what is added up is what a reader can add up."""
        return Minutes(*map(rounded, (self.reading, self.practice, self.lab)))

    @property
    def total(self) -> float:
        """All of them, as they are said."""
        return sum(map(rounded, (self.reading, self.practice, self.lab)))

    @property
    def parts(self) -> dict[str, float]:
        """Those that there are, by name."""
        parts = {"reading": self.reading, "practice": self.practice, "lab": self.lab}
        return {name: minutes for name, minutes in parts.items() if minutes}

    @property
    def briefly(self) -> str:
        """All of them as a page says it of itself: what is read has no name."""
        parts = (f"{words_for(value)} {name}".removesuffix(" reading") for name, value in self.parts.items())
        return " + ".join(parts)

    def __str__(self) -> str:
        return ", ".join(f"{words_for(minutes)} {name}" for name, minutes in self.parts.items())


def rounded(minutes: float) -> int:
    """Return a time as it is said: to five minutes from half an hour on, to hours from ten on."""
    unit = 60 if minutes >= 600 else 5
    return math.ceil(minutes) if minutes <= 30 else unit * round(minutes / unit)


def words_for(minutes: float) -> str:
    """Return a time in words, rounded.

    >>> words_for(7.2), words_for(43), words_for(138), words_for(180), words_for(2800)
    ('8 min', '45 min', '2 h 20 min', '3 h', '47 h')
    """
    hours, rest = divmod(rounded(minutes), 60)
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{rest} min"] if rest or not hours else [])])


def minutes_of(page: Page) -> Minutes:
    """Return how long a page takes. It is not counted again if the page and what it includes are as they were."""
    files = [page.places.snippets / found["path"] for fence in page.fences if (found := INCLUDE.search(fence.content))]
    files += [lab_beside(page.path)] if page.role == "lab" else []
    changed = tuple(file.stat().st_mtime_ns for file in files if file.is_file())
    return _counted(page, tuple(block.sound for block in page.blocks), changed)


@lru_cache(maxsize=1024)
def _counted(page: Page, _sound: tuple[bool, ...], _changed: tuple[int, ...]) -> Minutes:
    if page.role == "lab":
        return Minutes(lab=_lab(page) / 60)
    blocks = [(block, kind) for block in page.blocks if block.sound and (kind := _kind(block))]
    practice = sum(SECONDS[kind.PRACTICE.format(**block.options)] for block, kind in blocks if kind.PRACTICE)
    if any(block.kind == "recall" for block, _ in blocks):
        practice += SECONDS["recalled card"] * len(list(recalled_from(page)))
    reading = sum(SECONDS[kind.READING] for _, kind in blocks if kind.READING)
    return Minutes((reading + _text(page)) / 60, practice / 60)


def _kind(block: Block) -> type[CourseBlock] | None:
    from scripts.pages.kinds import BLOCKS  # late, since some of them say how long something takes

    return BLOCKS.get(block.kind)


def minutes_of_topic(topic: Topic, *, further: bool = False) -> Minutes:
    """Return how long a topic takes behind its front page: its core, or the lessons that go further."""
    return minutes_of_all([page for page in topic.pages if page.further == further and page.role != "index"])


def minutes_of_all(pages: Iterable[Page]) -> Minutes:
    """Return how long pages take together."""
    return sum((minutes_of(page).said for page in pages), Minutes())


def _text(page: Page) -> float:
    """Return the seconds of the words, displayed formulas and programs of a page, folds and tasks set apart."""
    lines = page.prose.split("\n")
    apart: set[int] = set()
    for block in page.blocks:
        kind = _kind(block)
        last = block.last_line if kind and (kind.PRACTICE or kind.FOLDED) else block.head_line
        apart.update(range(block.line, last + 1))
    rest = "\n".join(
        line for number, line in enumerate(lines[page.first_line - 1 :], page.first_line) if number not in apart
    )
    code = sum(
        _code(page, line) for fence in page.fences if fence.line not in apart for line in fence.content.split("\n")
    )
    words = len(_WORD.findall(_FENCE.sub("", _MATHEMATICS.sub(" ", rest))))
    displayed = len(_DISPLAYED.findall(rest)) / 2
    return SECONDS["word"] * words + SECONDS["displayed formula"] * displayed + SECONDS["line of code"] * code


def _code(page: Page, line: str) -> int:
    """Return how many lines of code a line of a fence shows. A program that only prints is folded."""
    include = INCLUDE.match(line)
    if include is None:
        return bool(line.strip())
    path = page.places.snippets / include["path"]
    program = section(path, include["section"] or "") if path.is_file() else None
    return sum(bool(line.strip()) for line in program.source.split("\n")) if program and not program.call else 0


def _lab(page: Page) -> float:
    path = lab_beside(page.path)
    cells = read_lab(path, page.places).cells if path.is_file() else ()
    words = sum(len(_WORD.findall(cell.source)) for cell in cells if not cell.is_code)
    code = sum(cell.source.count("\n") + 1 for cell in cells if cell.is_code)
    pictures = sum(bool(cell.alt) for cell in cells)
    return SECONDS["word"] * words + SECONDS["line of code in a lab"] * code + SECONDS["picture in a lab"] * pictures

"""The text of a file that its reader sees. All else is replaced by blanks, so offsets are those of the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.course.page import Block, Page
from scripts.foundation.mistakes import line_at
from scripts.foundation.paths import HERE, Places
from scripts.foundation.texts import blanked
from scripts.pages.kinds import BLOCKS

# Of the front matter and of a block's head, what is shown in words.
_FRONT = ("title", "description", "time")
_OPTIONS = ("alt", "prompt")

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_DISPLAY = re.compile(r"(?<!\\)\$\$(.+?)\$\$", re.DOTALL)
_INLINE = re.compile(r"(?<![\\$])\$(?![\s$])((?:\\.|[^$\\])+?)(?<!\s)\$(?!\$)", re.DOTALL)
_UNSEEN = re.compile(
    r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)"  # the address of a link
    r"|<https?:[^>\s]*>"
    r"|</?[A-Za-z][^<>]*>"
    r"|\{ *[.#:][^{}\n]*\}"  # an attribute list
    r"|^ *--8<--.*$",
    re.MULTILINE,
)
# Markdown numbers a list anew. A line of a sentence may begin with a number too, but not below an empty line.
_LIST = re.compile(r"(?<=\n\n)(?:\d+\. .*(?:\n[ ]+\S.*)*(?:\n|\Z))+")
_ITEM = re.compile(r"^\d+\.(?= )", re.MULTILINE)
_GAP = re.compile(r"==\d+:(?=\S)")
_SUBSCRIPT = re.compile(r"_(?:\d|\{\d+\})")
_SECTION = re.compile(r"^(?:# )?## +(.+?) *$", re.MULTILINE)
_LAB_ALT = re.compile(r'^# %% .*?\balt="([^"]*)"')


@dataclass(frozen=True)
class Span:
    """A part of a text in another notation than prose: `math`, `code` or `diagram`; without its delimiters."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Visible:
    """A file: its source, and `text` of the same length in which all that is not shown is blank."""

    path: Path
    source: str
    text: str
    spans: tuple[Span, ...]
    blocks: tuple[Block, ...] = ()
    places: Places = HERE

    def line(self, place: int) -> int:
        """Return the line of a place."""
        return line_at(self.source, place)

    def start(self, line: int) -> int:
        """Return the place at which a line begins."""
        return sum(len(before) + 1 for before in self.source.split("\n")[: line - 1])

    @cached_property
    def sections(self) -> list[tuple[int, str]]:
        """Where each section (`##`) begins, and its heading."""
        return [(0, ""), *((match.start(), match[1]) for match in _SECTION.finditer(self.text))]

    def section(self, place: int) -> int:
        """Return the number of the section that a place is in."""
        return bisect_right([start for start, _ in self.sections], place) - 1

    @cached_property
    def condensed(self) -> tuple[str, list[int]]:
        """The source with each white space as one blank, and where each of its characters stands in the source."""
        characters: list[str] = []
        places: list[int] = []
        for index, char in enumerate(self.source):
            if not char.isspace():
                characters.append(char)
                places.append(index)
            elif characters and characters[-1] != " ":
                characters.append(" ")
                places.append(index)
        return "".join(characters), places

    def occurrences(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield where `words` stand in the source; white space may differ."""
        text, places = self.condensed
        wanted = " ".join(words.split())
        found = text.find(wanted) if wanted else -1
        while found >= 0:
            yield places[found], places[found + len(wanted) - 1] + 1
            found = text.find(wanted, found + 1)


def visible_text(page: Page) -> Visible:
    """Return the visible text of a page or of a lab."""
    return _of_lab(page) if page.path.suffix == ".py" else _of_page(page)


def _of_page(page: Page) -> Visible:
    """Return the visible text of a page."""
    lines = page.text.split("\n")
    diagrams = []
    for index in range(page.first_line - 1):
        name, colon, value = lines[index].partition(":")
        lines[index] = " " * len(name + colon) + value if name in _FRONT else blanked(lines[index])
    for fence in page.fences:
        end = fence.line - 1 + fence.content.count("\n")
        if fence.language == "mermaid":
            diagrams.append((fence.line - 1, end))
        for index in range(fence.line - 2, min(end + 1, len(lines))):
            if fence.language != "mermaid" or index in (fence.line - 2, end):
                lines[index] = blanked(lines[index])
    for block in page.blocks:
        _mask_head(block, lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    spans = [Span("diagram", starts[first], starts[last] - 1) for first, last in diagrams]
    return _visible(page, page.text, "\n".join(lines), spans, tuple(page.blocks))


def _of_lab(page: Page) -> Visible:
    """Return the visible text of a lab: its text cells, and the descriptions of its pictures."""
    lines = page.text.split("\n")
    words = False
    for index, line in enumerate(lines):
        if line.startswith("# %%"):
            words = "[markdown]" in line
            alt = _LAB_ALT.match(line)
            lines[index] = " " * alt.start(1) + alt[1] + " " * (len(line) - alt.end(1)) if alt else blanked(line)
        elif words and line.startswith("#"):
            lines[index] = " " + line[1:]
        else:
            lines[index] = blanked(line)
    source = "\n".join(lines)
    return _visible(page, source, source, [], ())


def _mask_head(block: Block, lines: list[str]) -> None:
    declared = BLOCKS.get(block.kind)
    # What names a function or a module is not shown.
    named = declared is not None and (declared.FUNCTIONS_IN or declared.MODULE)
    head = lines[block.line - 1]
    start = len(head) if named or not block.argument else head.rindex(block.argument)
    lines[block.line - 1] = " " * start + head[start:]
    option = ""
    for index in range(block.line, block.head_line):
        if match := re.match(r"\s*([\w-]+):", lines[index]):
            option = match[1]
            lines[index] = " " * match.end() + lines[index][match.end() :]
        if option not in _OPTIONS:
            lines[index] = blanked(lines[index])


def _visible(page: Page, source: str, text: str, spans: list[Span], blocks: tuple[Block, ...]) -> Visible:
    bare = text
    for span in spans:
        bare = _masked(bare, span.start, span.end)
    for match in _CODE.finditer(bare):
        if "\n\n" not in match[0]:
            spans.append(Span("code", *match.span(2)))
            bare = _masked(bare, *match.span())
    for pattern in (_DISPLAY, _INLINE):
        for match in pattern.finditer(bare):
            if "\n\n" not in match[0]:
                spans.append(Span("math", *match.span(1)))
        bare = pattern.sub(lambda match: blanked(match[0]), bare)
    for match in _UNSEEN.finditer(bare):
        text = _masked(text, *match.span())
    for numbered in _LIST.finditer(bare):
        for match in _ITEM.finditer(bare, *numbered.span()):
            text = _masked(text, *match.span())
    for match in _GAP.finditer(text):
        text = _masked(text, *match.span())
    for span in spans:
        if span.kind == "math":
            part = _SUBSCRIPT.sub(lambda match: blanked(match[0]), text[span.start : span.end])
            text = text[: span.start] + part + text[span.end :]
    return Visible(page.path, source, text, tuple(sorted(spans, key=lambda span: span.start)), blocks, page.places)


def _masked(text: str, start: int, end: int) -> str:
    return text[:start] + blanked(text[start:end]) + text[end:]

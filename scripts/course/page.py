"""Reading a page as its author wrote it: front matter, blocks and fences, each with its line.

Python-Markdown forgets line numbers, and its blocks leave a mistaken head standing as text. So the page is read
here first; the same declarations of blocks (`scripts.pages.blocks`) then serve both this reading and the rendering.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

from scripts.course.options import read_options
from scripts.course.plan import AFTER_LESSONS, FRONT, PlannedTopic
from scripts.foundation.mistakes import Mistake, line_at
from scripts.foundation.paths import HERE, Places
from scripts.foundation.texts import blanked

_HEAD = re.compile(r"^ {0,3}(/{3,}) *([\w-]+) *(?:\| *(.*?) *)?$")
_END = re.compile(r"^ {0,3}(/{3,}) *$")
_OPTION = re.compile(r"^ {4,}\S")
_FENCE = re.compile(r"^( *)(`{3,}|~{3,})\s*([\w-]*)")
_META = re.compile(r" {0,3}[A-Za-z0-9_-]+:(?=\s)")
_SPAN = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)


@dataclass
class Block:
    """A block as written: its head, options and Markdown body, and where they stand."""

    kind: str
    argument: str
    page: "Page" = field(repr=False, compare=False)
    line: int
    slashes: int
    options: dict[str, Any] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    head_line: int = 0  # the last line of head and options
    body: str = ""
    body_line: int = 0
    last_line: int = 0
    parent: "Block | None" = None
    sound: bool = True  # whether no mistake was found in its head and options

    @property
    def id(self) -> str:
        """The block's id, or an empty string."""
        return str(self.options.get("id", ""))

    @property
    def place(self) -> str:
        """Where its head stands, as rendering knows it: the page below `docs/`, and the line."""
        docs = self.page.places.docs
        path = self.path.relative_to(docs) if docs in self.path.parents else self.path
        return f"{path.as_posix()}:{self.line}"

    @property
    def path(self) -> Path:
        """The file of its page."""
        return self.page.path

    @property
    def places(self) -> Places:
        """The places of its course."""
        return self.page.places

    @property
    def topic(self) -> PlannedTopic | None:
        """The topic in whose folder its page stands, if any."""
        return self.page.topic

    @property
    def package(self) -> Path:
        """The package of snippets that belongs to its topic; that of all topics if there is none."""
        return self.places.snippets / (self.topic.package if self.topic else "")

    def with_argument(self, argument: str) -> "Block":
        """Return a copy with another argument."""
        return replace(self, argument=argument)

    def mistake(self, what: str, remedy: str, *, option: str | None = None) -> Mistake:
        """Return a mistake at the block's head, or at one of its options."""
        return Mistake(self.path, self.option_lines.get(option or "", self.line), what, remedy)


@dataclass(frozen=True)
class Fence:
    """A fenced code block: its language, content, and the line its content begins at."""

    language: str
    content: str
    line: int


@dataclass(eq=False)
class Page:
    """A page: its path, raw text, front matter, blocks in order, and mistakes found in reading."""

    path: Path
    text: str
    meta: dict[str, Any]
    body: str
    first_line: int
    blocks: list[Block]
    fences: list[Fence]
    mistakes: list[Mistake]
    meta_lines: dict[str, int] = field(default_factory=dict)
    places: Places = HERE
    topic: PlannedTopic | None = None

    @property
    def role(self) -> str:
        """What the page is to its topic: `index`, `lesson`, `practice`, `interview` or `lab`; empty if it is none."""
        name = self.path.stem
        if self.topic is None or self.path != self.topic.page(name):
            return ""
        return "lesson" if name in self.topic.lessons else name if name in (FRONT, *AFTER_LESSONS) else ""

    @property
    def address(self) -> str:
        """Where it stands on the site, relative to that."""
        return self.path.relative_to(self.places.docs).with_suffix(".html").as_posix()

    @property
    def further(self) -> bool:
        """Whether it is a lesson that goes deeper than the course needs."""
        return self.meta.get("further") is True

    @cached_property
    def prose(self) -> str:
        """The text with code blanked out, lines kept: fenced blocks and `code spans`."""
        return _SPAN.sub(lambda m: blanked(m[0]), self._without(self.fences))

    @cached_property
    def unquoted(self) -> str:
        """The text, lines kept, without code that shows Markdown: `code spans` and fences of that language."""
        shown = [fence for fence in self.fences if fence.language in ("markdown", "md")]
        return _SPAN.sub(lambda m: blanked(m[0]), self._without(shown))

    def _without(self, fences: list[Fence]) -> str:
        lines = self.text.split("\n")
        for fence in fences:
            for number in range(fence.line - 1, fence.line - 1 + fence.content.count("\n")):
                lines[number] = ""
        return "\n".join(lines)

    def line_of(self, text: str) -> int:
        """Return the line where `text` stands (white space may differ), or 0 if nowhere."""
        match = re.search(r"\s+".join(map(re.escape, text.split())), self.text)
        return line_at(self.text, match.start()) if match else 0

    def raw(self, block: Block) -> str:
        """Return a block of this page as it is written, head and end included."""
        return "\n".join(self.text.split("\n")[block.line - 1 : block.last_line])

    def placed(self) -> list[str]:
        """Return the lines of the page's body, in which each head says its place as an option."""
        lines = self.text.split("\n")
        places = {one.line: one.place for one in self.blocks}
        found = []
        for number in range(self.first_line, len(lines) + 1):
            found.append(lines[number - 1])
            if number in places:
                # As deep as the options that follow: YAML wants them alike.
                option = _OPTION.match(lines[number]) if number < len(lines) else None
                indent = option[0][:-1] if option else "    "
                found.append(f"{indent}at: {json.dumps(places[number])}")
        return found

    def within(self, block: Block) -> list[Block]:
        """Return `block` and the blocks inside it, in order."""
        start = bisect_left(self.blocks, block.line, key=attrgetter("line"))
        end = bisect_right(self.blocks, block.last_line, key=attrgetter("line"))
        return self.blocks[start:end]

    def mistake(self, line: int, what: str, remedy: str) -> Mistake:
        """Return a mistake on this page."""
        return Mistake(self.path, line, what, remedy)


def read_page(path: Path, places: Places = HERE, topic: PlannedTopic | None = None) -> Page:
    """Read the page at `path` (UTF-8), which stands in the folder of `topic`. Mistakes are in it, none are raised."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = Mistake(path, 1, f"the file is not UTF-8 ({error.reason} at byte {error.start})", "save it as UTF-8")
        return Page(path, "", {}, "", 1, [], [], [wrong], places=places, topic=topic)
    mistakes: list[Mistake] = []
    front = _FRONT.match(text)
    meta = read_options(front[1] if front else "")
    for line, what, remedy in meta.wrong:
        mistakes.append(Mistake(path, line + 2, f"front matter: {what}", remedy))
    if not front and re.match(r"-{3,}\s*\n", text):
        mistakes.append(Mistake(path, 1, "the front matter is not closed", "close it with a line '---'"))
    if not front and (known := _META.match(text)):
        what = f"MkDocs takes '{known[0].strip()}' at the beginning of a page for front matter"
        mistakes.append(Mistake(path, 1, what, "write front matter between lines of '---', or begin with a heading"))
    if not text.strip():
        mistakes.append(Mistake(path, 1, "the page is empty", "write it, or delete the file"))
    body = text[front.end() :] if front else text
    first_line = line_at(text, len(text) - len(body))
    page = Page(path, text, meta.values, body, first_line, [], [], mistakes, places=places, topic=topic)
    page.meta_lines = {name: line + 2 for name, line in meta.lines.items()}
    _scan(page)
    return page


def _scan(page: Page) -> None:
    lines = page.text.split("\n")
    stack: list[Block] = []
    number = page.first_line - 1
    while number < len(lines):
        line = lines[number]
        if fence := _FENCE.match(line):
            number = _read_fence(page, lines, number, fence)
            continue
        number += 1
        if head := _HEAD.match(line):
            block = Block(head[2].lower(), head[3] or "", page, number, len(head[1]))
            block.parent = stack[-1] if stack else None
            number = _read_options(page, block, lines, number)
            page.blocks.append(block)
            stack.append(block)
        elif end := _END.match(line):
            _close(page, stack, lines, number, len(end[1]))
    for block in stack:
        page.mistakes.append(
            block.mistake(f"the block '{block.kind}' is not closed", f"close it with a line '{'/' * block.slashes}'")
        )


def _close(page: Page, stack: list[Block], lines: list[str], number: int, slashes: int) -> None:
    if not stack or stack[-1].slashes != slashes:
        what = f"'{'/' * slashes}' closes no block"
        if stack:
            what += f" (the open one, '{stack[-1].kind}' of line {stack[-1].line}, has {stack[-1].slashes} slashes)"
        page.mistakes.append(page.mistake(number, what, "match each end with its head, slash for slash"))
        return
    block = stack.pop()
    block.last_line = number
    block.body = "\n".join(lines[block.body_line - 1 : number - 1]).strip("\n")
    while block.body_line < number and not lines[block.body_line - 1].strip():
        block.body_line += 1


def _read_fence(page: Page, lines: list[str], number: int, head: re.Match[str]) -> int:
    """Read the fence whose opening is at index `number`; return the index after it."""
    closing = re.compile(rf"^ *{re.escape(head[2][0])}{{{len(head[2])},}}\s*$")
    end = number + 1
    while end < len(lines) and not closing.match(lines[end]):
        end += 1
    if end == len(lines):
        page.mistakes.append(page.mistake(number + 1, "this code fence is not closed", f"close it with '{head[2]}'"))
    content = "".join(line[len(head[1]) :] + "\n" for line in lines[number + 1 : end])
    page.fences.append(Fence(head[3], content, number + 2))
    return end + 1


def _read_options(page: Page, block: Block, lines: list[str], number: int) -> int:
    """Read the indented options below a block's head; return the index after them."""
    first = number
    while number < len(lines) and _OPTION.match(lines[number]):
        number += 1
    block.head_line, block.body_line = number, number + 1
    options = read_options("\n".join(lines[first:number]))
    block.options = options.values
    block.option_lines = {name: first + line + 1 for name, line in options.lines.items()}
    for line, what, remedy in options.wrong:
        page.mistakes.append(page.mistake(first + line + 1, f"options of '{block.kind}': {what}", remedy))
    return number


def paragraphs(markdown: str) -> Iterator[str]:
    """Split Markdown into paragraphs at empty lines, fenced code kept whole."""
    fence: str | None = None
    current: list[str] = []
    for line in markdown.split("\n"):
        opening = _FENCE.match(line)
        if opening and fence is None:
            fence = opening[2]
        elif opening and fence is not None and line.strip().startswith(fence):
            fence = None
        if not line.strip() and fence is None:
            if current:
                yield "\n".join(current)
            current = []
        else:
            current.append(line)
    if current:
        yield "\n".join(current)

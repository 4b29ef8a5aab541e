"""What looks like a block and is none: a head or an end in the wrong place, or written with other signs.

Markdown leaves such lines as text, and what was meant as a block is gone. So each is a mistake.
"""

import re
import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches

from scripts.course.page import Page
from scripts.foundation.mistakes import Mistake, line_at
from scripts.pages.kinds import BLOCKS

# Signs that look like those of a head.
_ALIKE = str.maketrans(dict.fromkeys("／⁄∕⧸╱", "/") | dict.fromkeys("｜│¦ǀ∣❘", "|") | dict.fromkeys("：∶", ":"))
_LIST = r"(?:[-*+]|\d+[.)])\s+"
_LINE = re.compile(
    rf"^(?P<before>(?:\s|>|{_LIST}|\[\^[^\]]+\]:)*)(?P<mark>/{{2,}}|:{{3,}}|\\{{3,}}|!{{3,}}|\?{{3,}})\s*(?P<rest>.*)$"
)
_WORD = re.compile(r"[A-Za-z][\w-]*")
_HEAD_OR_END = re.compile(r"^\s*/{3,}\s*(?:[\w-]+\s*(?:\|.*)?)?$")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def lines_like_blocks(page: Page) -> Iterator[Mistake]:
    """Yield a mistake for each line of the page that someone may have meant for a part of a block."""
    lines = page.text.split("\n")
    known = _lines_of_blocks(page)
    code = {n for fence in page.fences for n in range(fence.line - 1, fence.line + fence.content.count("\n") + 1)}
    for number, line in enumerate(lines[page.first_line - 1 :], start=page.first_line):
        if found := _INVISIBLE.search(line):
            name = unicodedata.name(found[0], f"U+{ord(found[0]):04X}")
            yield page.mistake(number, f"an invisible character, {name}", "delete it")
        if number in code or number in known:
            continue
        if re.match(r"\s*\t", line):
            yield page.mistake(number, "a tab at the beginning of a line", "indent with spaces")
        if (match := _LINE.match(line.translate(_ALIKE))) and (what := _mistaken(match, line)):
            yield page.mistake(number, *what)
    yield from _in_code(page)
    for comment in _COMMENT.finditer(page.prose):
        first = line_at(page.prose, comment.start())
        for block in page.blocks:
            if first <= block.line <= first + comment[0].count("\n"):
                yield block.mistake("a block within a comment", "delete it; Git remembers")


def _lines_of_blocks(page: Page) -> set[int]:
    """Return the lines of heads, with their options, and of ends."""
    heads = (number for block in page.blocks for number in range(block.line, block.head_line + 1))
    return {*heads, *(block.last_line for block in page.blocks)}


def _mistaken(match: re.Match[str], line: str) -> tuple[str, str] | None:
    """Return what is wrong with a line that begins like a head or an end, and the remedy; None if it is text."""
    word = _WORD.match(match["rest"])
    meant = get_close_matches(word[0].lower(), BLOCKS, n=1, cutoff=0.75) if word else []
    mark, kind = match["mark"], meant[0] if meant else "kind"
    if not meant and (mark == "//" or mark[0] == "\\"):
        return None
    what = f"this looks like {'a block' if match['rest'] else 'the end of a block'} and is none"
    if mark[0] != "/" or len(mark) < 3:
        return what, f"a block begins with '/// {kind}' and ends with '///'; '{mark}' means nothing here"
    if line.translate(_ALIKE) != line and not _HEAD_OR_END.match(line):
        return what, f"it is written with other signs; type '/' and '|': '/// {kind} | …'"
    if match["before"].strip() or len(match["before"]) > 3:
        return what, "put it at the left margin: no block stands in a list, a quotation, a footnote or indented text"
    argument = BLOCKS[kind].ARGUMENT if meant else True
    return what, f"write its head '/// {kind}{' | …' if argument else ''}', and nothing else on its line"


def _in_code(page: Page) -> Iterator[Mistake]:
    """Yield where a fence has swallowed blocks, because the one above it is not closed."""
    for fence in page.fences:
        if fence.language in ("markdown", "md"):
            continue
        for number, line in enumerate(fence.content.split("\n"), start=fence.line):
            if _HEAD_OR_END.match(line) or re.match(r"^(`{3,}|~{3,})\w", line):
                what = f"a block or a fence begins or ends within the code that begins above, at line {fence.line - 1}"
                yield page.mistake(number, what, "close that fence; code that shows blocks is fenced as 'markdown'")
                break

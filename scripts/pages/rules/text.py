"""The rules for the text of a page: headings, links, and what Markdown would leave standing as raw text."""

import re
from collections.abc import Iterator

from scripts.course.gaps import broken_mark
from scripts.course.page import Page
from scripts.course.snippets import INCLUDE, INCLUDED_FROM, sections
from scripts.foundation.mistakes import Mistake, line_at
from scripts.foundation.paths import shown
from scripts.foundation.texts import blanked

_HEADING = re.compile(r"^#{1,6} .*(?<!\\)\$.*", re.MULTILINE)
# As Arithmatex reads it: a formula does not begin or end with white space.
_FORMULAS = re.compile(r"\$\$(?:\\.|[^\\])+?\$\$|\$(?!\s)(?:\\.|[^\\$])+?(?<!\s)\$", re.DOTALL)
_IMAGE = re.compile(r"!\[\s*\]\s*\(|<img(?![^>]*\balt=[\"'][^\"'])[^>]*>")
_REFERENCE = re.compile(r"\]\[([^\]\n]*)\]|(?<=\[)\^([^\]\n]+)(?=\](?!:))")
_DEFINED = re.compile(r"^ {0,3}\[(\^?[^\]]+)\]:", re.MULTILINE)


def rules_of(page: Page) -> Iterator[Mistake]:
    """Yield what is wrong with a page, apart from its blocks."""
    yield from _includes(page)
    prose = page.prose
    for pattern, what, remedy in (
        (_HEADING, "mathematics in a heading", "write it in words: contents and search show headings"),
        (_IMAGE, "an image without a description", "write '![what it shows](…)'"),
    ):
        for match in pattern.finditer(prose):
            yield page.mistake(line_at(prose, match.start()), what, remedy)
    yield from _dollars(page)
    yield from _references(page)
    yield from _marks(page)


def _paragraphs(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of the page's prose, each with its first line; no formula reaches from one to another."""
    lines = page.prose.split("\n")
    ends = {number for block in page.blocks for number in (block.line, block.head_line + 1, block.last_line)}
    first, current = page.first_line, list[str]()
    for number in range(page.first_line, len(lines) + 2):
        line = lines[number - 1] if number <= len(lines) else ""
        if not line.strip() or number in ends:
            if current:
                yield first, "\n".join(current)
            first, current = (number, [line]) if line.strip() else (number + 1, [])
        else:
            current.append(line)


def _dollars(page: Page) -> Iterator[Mistake]:
    r"""Yield each `$` that neither opens nor closes a formula; a dollar as such is written `\$`."""
    for first, text in _paragraphs(page):
        rest = re.sub(r"\\.", "xx", text)
        rest = _FORMULAS.sub(lambda match: blanked(match[0]), rest)
        if (position := rest.find("$")) >= 0:
            mark = "$$" if rest.startswith("$$", position) else "$"
            remedy = r"close it in the same paragraph, without an empty line or a blank inside; a dollar is '\$'"
            yield page.mistake(first + rest.count("\n", 0, position), f"'{mark}' begins or ends no formula", remedy)


def _references(page: Page) -> Iterator[Mistake]:
    """Yield links and footnotes by a name that nothing on the page defines, and footnotes that nothing asks for."""
    prose = _FORMULAS.sub(lambda match: blanked(match[0]), page.prose)
    defined = {name.casefold() for name in _DEFINED.findall(prose)}
    used = set()
    for match in _REFERENCE.finditer(prose):
        name = (match[1] or f"^{match[2]}" if match[1] or match[2] else "").casefold()
        used.add(name)
        if name and name not in defined:
            what = f"nothing on the page defines '[{name}]'"
            yield page.mistake(
                line_at(prose, match.start()), what, f"add a line '[{name}]: …', or write '[text](target)'"
            )
    for match in _DEFINED.finditer(prose):
        if match[1].startswith("^") and match[1].casefold() not in used:
            yield page.mistake(
                line_at(prose, match.start()), f"nothing leads to the footnote '[{match[1]}]'", "cite it"
            )


def _marks(page: Page) -> Iterator[Mistake]:
    for first, text in _paragraphs(page):
        if mark := broken_mark(text):
            line = first + text.count("\n", 0, text.index(mark))
            yield page.mistake(line, f"the gap '{mark}' is not closed in its paragraph", "close it with '=='")


def _includes(page: Page) -> Iterator[Mistake]:
    """Yield what includes of PyMdown's snippets lack, which would leave nothing in their place."""
    folders = [page.places.root / folder for folder in INCLUDED_FROM]
    for number, line in enumerate(page.unquoted.split("\n"), start=1):
        if "-8<-" not in line or line.lstrip().startswith(";"):
            continue  # a semicolon shows the include instead of following it
        match = INCLUDE.match(line)
        if match is None:
            yield page.mistake(number, "an include that is none", "write '--8<-- \"package/file.py:section\"'")
            continue
        name, section = match["path"], match["section"]
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if path is None:
            yield page.mistake(number, f"there is no file snippets/{name}", "name a file below snippets/")
        elif section and section not in sections(path):
            known = ", ".join(sorted(sections(path))) or "none"
            what = f"{shown(path)} has no section '{section}' (with both its marks)"
            yield page.mistake(number, what, f"known: {known}")

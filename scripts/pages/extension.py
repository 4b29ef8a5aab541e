"""The Markdown extension of the course: blocks, mathematics set by KaTeX, heads of topics.

It is all that a builder needs to know of us, so MkDocs and Zensical make the same pages.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from pymdownx.blocks import BlocksExtension, BlocksProcessor

from scripts.course import gaps
from scripts.course.model import Course, load_course
from scripts.foundation.mistakes import Mistake, report
from scripts.foundation.paths import HERE, Places
from scripts.foundation.texts import short
from scripts.pages.code import IncludePrograms, ShowPrograms
from scripts.pages.context import Context, context_of
from scripts.pages.heads import PageHead
from scripts.pages.kinds import BLOCKS
from scripts.pages.mentions import linked
from scripts.pages.whole_numbers import KeepNumbersWhole
from scripts.typeset.katex import Formula, TexError, katex_with

# Not a span: Material's search takes the end of any span inside an excluded span for that span's own end.
INLINE_TAG = "nb-math"
_SHORT = 24
# How much of a text a message shows
_MOST = 60
# A browser breaks a formula between such pieces only.
_PIECE = 'class="katex-base">'
_CLOSING = ".,;:!?)"
_OPENING = "(["
# The ends of what KaTeX sets, and of what screen readers do not read in it
_ENDS = "</span></span>"
_GOES_ON = "<span class=katex><span class=katex-html aria-hidden=true>"
_POWER_OF_TEN = re.compile(r"\\cdot\s*(?=10\^)")

_EMPTY_HEADER = re.compile(r"<th( [^>]*)?></th>")
_LEFTOVER = re.compile(r"\$+|^/{3,}|^:{3,}|^!{3,}|={2}\d+:|\[\^[^\]]+\]|-+8<-+", re.MULTILINE)
_WRAPPED = re.compile(r"\A\\[(\[](.*)\\[)\]]\Z", re.DOTALL)


class RecognizePage(Preprocessor):
    """Finds out which page this is, before anything changes its text, and lets each block know where it stands."""

    def __init__(self, md: Markdown, places: Places) -> None:
        super().__init__(md)
        self._places = places

    def run(self, lines: list[str]) -> list[str]:
        """Set the context; return the lines, each head with its place."""
        course, text = load_course(self._places), "\n".join(lines)
        page = course.page_with(text)
        context = self.md.nabla = Context(self.md, course, page)  # type: ignore[attr-defined]
        if page is None:
            # Without its page no block would know what it is, and the text would stand there raw.
            report(_unrecognized(course, text))
            return []
        return linked("\n".join(page.placed()), course.plan, page.topic, context.relative).split("\n")


def _unrecognized(course: Course, text: str) -> Mistake:
    page, line = course.difference(text) or (None, 1)
    path = page.path if page else course.places.config
    first = next((line for line in text.split("\n") if line.strip()), "")
    what = f"the builder renders another text than this file's; it begins '{short(first, _MOST)}'"
    return Mistake(path, line, what, "leave the text to Nabla's extension: no other may change it before")


class SetMathematics(Treeprocessor):
    """Replaces what arithmatex marked as TeX by what KaTeX makes of it."""

    def run(self, root: etree.Element) -> None:
        """Set all mathematics of the page."""
        in_headers = {formula for cell in root.iter("th") for formula in cell.iter(INLINE_TAG)}
        found = {
            element: _tex_in(element, match[1])
            for element in root.iter()
            if element.get("class") == "arithmatex" and (match := _WRAPPED.match((element.text or "").strip()))
        }
        katex = katex_with(context_of(self.md).course.places.cache)
        katex.prepare(self._formula(element, tex) for element, tex in found.items())
        before = {child: (parent, number) for parent in root.iter() for number, child in enumerate(parent)}
        for element, tex in found.items():
            opening = _taken(*before[element]) if element.tag == INLINE_TAG else ""
            self._set(element, tex, opening, named=element in in_headers)

    def _formula(self, element: etree.Element, tex: str) -> Formula:
        """Return what KaTeX is to set."""
        inline = element.tag == INLINE_TAG
        # "4.2 · 10⁻⁶" is one number.
        unbroken = _POWER_OF_TEN.sub(r"\\cdot\\nobreak ", tex) if inline else tex
        return Formula(unbroken, display=not inline, named=context_of(self.md).names_formulas)

    def _set(self, element: etree.Element, tex: str, opening: str, *, named: bool) -> None:
        inline = element.tag == INLINE_TAG
        element.set("data-search-exclude", "")
        element.set("class", "nb-math" if inline else "nb-display")
        if not inline:
            # A wide formula scrolls, so the keyboard must be able to reach it.
            element.set("tabindex", "0")
            element.set("role", "group")
            element.set("aria-label", "Formula")
        context = context_of(self.md)
        try:
            asked = self._formula(element, tex)
            katex = katex_with(context.course.places.cache)
            html = katex.render(asked.tex, display=asked.display, named=asked.named)
        except TexError as error:
            context.report(tex, f"TeX: {error} in '{short(tex, _MOST)}'", "correct the formula")
            html = ""
        if named:
            # A header of a table needs a text, and MathML does not count as one.
            html = html.replace("<math", f'<math aria-label="{escape(tex)}"', 1)
        if inline:
            tail = element.tail or ""
            element.tail = tail.lstrip(_CLOSING)
            closing = tail[: len(tail) - len(element.tail)]
            html = _kept_together(element, html, opening, closing, short=len(tex) <= _SHORT)
        element.text = self.md.htmlStash.store(html)


def _tex_in(element: etree.Element, text: str) -> str:
    """Return the TeX of an element; Arithmatex escapes displayed formulas and leaves those in a line alone."""
    return gaps.without_gaps((text if element.tag == INLINE_TAG else unescape(text)).strip())


def _taken(parent: etree.Element, number: int) -> str:
    """Take the brackets that open right before a child out of the text there, and return them."""
    text = (parent[number - 1].tail if number else parent.text) or ""
    left = text.rstrip(_OPENING)
    if isinstance(text, AtomicString) or left == text:
        return ""
    if number:
        parent[number - 1].tail = left
    else:
        parent.text = left
    return text[len(left) :]


def _kept_together(element: etree.Element, html: str, opening: str, closing: str, *, short: bool) -> str:
    """Keep a formula on one line with the bracket before and the punctuation behind, where browsers would break.

    Of a long one, keep the first and the last piece.
    """
    if short or html.count(_PIECE) == 1:
        element.set("class", "nb-math nb-short")
        return opening + html + closing
    begin, first, *between, last = html.split(f"<span {_PIECE}")
    if opening:
        first = f"{first}{_ENDS}</span>{_GOES_ON}"
        begin = f"<span class=nb-short>{opening}{begin}"
    if closing:
        last = f"{last}{closing}</span>"
        ending = f"{_ENDS}<span class=nb-short>{_GOES_ON}<span {_PIECE}"
    else:
        ending = f"<span {_PIECE}"
    return f"<span {_PIECE}".join([begin, first, *between]) + ending + last


class FindLeftovers(Treeprocessor):
    """Finds what Markdown left as it was written: signs that mean something and stand on the page as text."""

    def run(self, root: etree.Element) -> None:
        """Report each, unless a block has a mistake of its own and stands there as it was written."""
        context = context_of(self.md)
        for text in _texts(root) if context.sound else ():
            if found := _LEFTOVER.search(text):
                # The text around, as far as it is the author's own: others put their marks between controls.
                around = re.split("[\x02\x03]", text[max(0, found.start() - 30) : found.end() + 30])
                words = next(part for part in around if _LEFTOVER.search(part))
                remedy = "see docs/contributing/writing-a-page.md; a dollar as such is '\\$'"
                context.report(words, f"'{found[0]}' would stand on the page as text", remedy)


def _texts(element: etree.Element) -> Iterator[str]:
    """Yield the texts in an element that are neither code nor mathematics."""
    if element.tag not in ("code", "pre", INLINE_TAG) and element.get("class") != "nb-display":
        yield element.text or ""
        for child in element:
            yield from _texts(child)
    yield element.tail or ""


class Finish(Postprocessor):
    """Names what a screen reader must find named, once a page's HTML is whole."""

    def run(self, text: str) -> str:
        """Return the page's HTML, finished."""
        context_of(self.md).report_lost_blocks()
        text = text.replace('<input type="checkbox" disabled', '<input type="checkbox" aria-label="done" disabled')
        # The corner of a table heads nothing.
        return _EMPTY_HEADER.sub(r"<td\1></td>", text)


class ResolveIds(Treeprocessor):
    """Lets a link to a block's id alone lead to the block, on whatever page of the course it stands."""

    def run(self, root: etree.Element) -> None:
        """Put the page before each such id that another page has."""
        context = context_of(self.md)
        for link in root.iter("a"):
            target = link.get("href", "")
            home = context.course.homes.get(target[1:]) if target.startswith("#") else None
            if home and home is not context.page:
                link.set("href", context.relative(home.path) + target)


class NablaExtension(BlocksExtension):
    """Registers everything. `root`, if it is given, is that of another course than this checkout's."""

    def __init__(self, root: str = "", **settings: Any) -> None:
        super().__init__(**settings)
        self._places = Places(Path(root)) if root else HERE

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802 (PyMdown's name)
        """Register the blocks and processors."""
        for block in BLOCKS.values():
            block_mgr.register(block, self.getConfigs())
        gaps.extend(md)
        # Above normalize_whitespace (30), snippets (32) and fences (25): the text is still as it is in the file.
        md.preprocessors.register(RecognizePage(md, self._places), "nabla-page", 100)
        md.preprocessors.register(IncludePrograms(md), "nabla-include", 90)
        # Between normalize_whitespace and fences.
        md.preprocessors.register(ShowPrograms(md), "nabla-programs", 28)
        # Behind all that Markdown knows in a line, such as code and links.
        md.inlinePatterns.register(KeepNumbersWhole(md), "nabla-whole-numbers", 30)
        # Below inline (20), which finds the TeX; above toc (5), which must not see headings change.
        md.treeprocessors.register(SetMathematics(md), "nabla-math", 15)
        md.treeprocessors.register(FindLeftovers(md), "nabla-leftovers", 14)
        md.treeprocessors.register(ResolveIds(md), "nabla-ids", 13)
        md.treeprocessors.register(PageHead(md), "nabla-head", 4)
        # Below raw_html (30), which puts the programs in.
        md.postprocessors.register(Finish(md), "nabla-finish", 3)


def makeExtension(*args: Any, **kwargs: Any) -> Extension:  # noqa: N802 (Python-Markdown's name)
    """Make the extension, for Python-Markdown."""
    return NablaExtension(*args, **kwargs)

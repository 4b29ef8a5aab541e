"""What a block knows while a page is rendered: which page that is, the course, and how to link from here."""

import posixpath
import re
from html import escape
from pathlib import Path

from markdown import Markdown
from pymdownx.highlight import Highlight

from scripts.course.model import Course
from scripts.course.page import Block, Page
from scripts.foundation.mistakes import report

_UNREAD = "put it at the left margin, outside of lists, quotes, comments and HTML, with an empty line above"

_LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:)([^)\s]*)(?=[)\s])")


class Context:
    """The page being rendered."""

    def __init__(self, md: Markdown, course: Course, page: Page | None) -> None:
        self._md = md
        self.course = course
        self.page = page
        self._expected = {block.place: block for block in page.blocks} if page else {}
        self._rendered: set[str] = set()
        self._diagrams = 0
        # Whether formulas have a name in words instead of MathML, on a page that holds little else.
        self.names_formulas = False
        # Pages whose text stands on this one, such as a lab.
        self.included: list[Page] = []
        # The programs from snippets, as HTML, in the order of the page.
        self.programs: list[str] = []

    def block_at(self, place: str, kind: str) -> Block | None:
        """Return the block that was read at `place`, None if it has a mistake; it counts as rendered."""
        block = self._expected.get(place)
        if block is None and self.page is not None:
            line = self.page.line_of(f"/// {kind}") or 1
            report(self.page.mistake(line, f"a '{kind}' is rendered that was not read as a block", _UNREAD))
        self._rendered.add(place)
        return block if block and block.sound else None

    def report_lost_blocks(self) -> None:
        """Report the blocks that were read and, when all of the page is rendered, are not on it."""
        for place, block in self._expected.items():
            outer: Block | None = block
            while outer is not None and outer.sound:
                outer = outer.parent
            if outer is None and place not in self._rendered:
                report(block.mistake(f"this '{block.kind}' was read, and is not on the page", _UNREAD))

    @property
    def sound(self) -> bool:
        """Whether none of the page's blocks has a mistake, which would be left on the page as text."""
        return all(block.sound for block in self._expected.values())

    def next_diagram(self) -> int:
        """Number the diagrams of the page, from 1."""
        self._diagrams += 1
        return self._diagrams

    def report(self, text: str, what: str, remedy: str) -> None:
        """Report a mistake at the line where `text` stands: on this page, or on the one that it is repeated from."""
        pages = [self.page, *self.included, *self.course.pages.values()]
        home = next((page for page in pages if page and page.line_of(text)), self.page)
        if home is None:
            raise ValueError(what)
        report(home.mistake(home.line_of(text) or 1, what, remedy))

    def relative(self, path: Path) -> str:
        """Return the link from this page's source to a file under `docs/`."""
        here = self.page.path.parent if self.page else self.course.places.docs
        return posixpath.relpath(path.as_posix(), here.as_posix())

    def link(self, path: Path) -> str:
        """Return the link from this page to another, empty if it is this one."""
        return "" if self.page is None or path == self.page.path else self.relative(path)

    def moved(self, block: Block, markdown: str | None = None) -> str:
        """Return a block's body, or Markdown from it, with its links made to work from this page."""
        home = self.relative(block.path)

        def adapt(match: re.Match[str]) -> str:
            target = match[1]
            if not target.startswith("#"):
                return posixpath.normpath(posixpath.join(posixpath.dirname(home), target))
            there = self.course.homes.get(target[1:])
            return (self.relative(there.path) if there else home) + target

        return _LINK.sub(adapt, block.body if markdown is None else markdown)

    def highlight(self, code: str, language: str = "python") -> str:
        """Return highlighted code as HTML."""
        return str(Highlight(guess_lang=False, md=self._md).highlight(code, language))

    def folded_code(self, code: str) -> str:
        """Return code as HTML without colors, which are a tenth of a page's weight where code is folded away."""
        return f'<div class="highlight"><pre><code>{escape(code)}</code></pre></div>'


def context_of(md: Markdown) -> Context:
    """Return what is known of the page that `md` renders."""
    context: Context = md.nabla  # type: ignore[attr-defined]
    return context

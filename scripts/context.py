"""What a block knows while a page is rendered: which page that is, the course, and how to link from here."""

import posixpath
from collections import deque
from collections.abc import Iterator
from html import escape
from pathlib import Path

from markdown import Markdown
from pymdownx.highlight import Highlight

from scripts.course import Course, Topic
from scripts.mistakes import report
from scripts.paths import DOCS
from scripts.plan import topic_at
from scripts.source import Block, Page

# A block that collects: the kind of block it collects from all topics.
COLLECTIONS = {"formula-sheet": "formula", "interview-bank": "question", "glossary": "definition"}


def collection(course: Course, kind: str) -> list[tuple[Topic, Block]]:
    """Return the blocks that a collecting block shows: the glossary's by term, others in course order."""
    blocks = list(course.blocks(COLLECTIONS.get(kind, "")))
    return sorted(blocks, key=lambda found: found[1].argument.casefold()) if kind == "glossary" else blocks


class Context:
    """The page being rendered. `path` is its source; blocks are handed out in the order of the text."""

    def __init__(self, md: Markdown, course: Course, page: Page | None) -> None:
        self._md = md
        self.course = course
        self.page = page
        self._waiting = deque(self._expected())
        self._diagrams = 0

    def _expected(self) -> Iterator[Block]:
        """Yield the blocks of the page in the order of rendering, collected ones included."""
        for block in self.page.blocks if self.page else ():
            yield block
            for topic, collected in collection(self.course, block.kind):
                yield from topic.page.within(collected)

    def next_block(self, kind: str, argument: str, identifier: str) -> Block | None:
        """Return the block as it was read, or None if it has a mistake; those before it are behind us."""
        while self._waiting:
            block = self._waiting.popleft()
            if (block.kind, block.argument, block.id) == (kind, argument, identifier):
                return block if block.sound else None
        return None

    def next_diagram(self) -> int:
        """Number the diagrams of the page, from 1."""
        self._diagrams += 1
        return self._diagrams

    def report(self, text: str, what: str, remedy: str) -> None:
        """Report a mistake at the line where `text` stands: on this page, or where a block of it was collected from."""
        pages = [self.page, *(topic.page for topic in self.course.topics)]
        home = next((page for page in pages if page and page.holds(text)), self.page)
        if home is None:
            raise ValueError(what)
        report(home.mistake(home.line_of(text), what, remedy))

    def relative(self, path: Path) -> str:
        """Return the link from this page's source to a file under `docs/`."""
        here = self.page.path.parent if self.page else DOCS
        return posixpath.relpath(path.as_posix(), here.as_posix())

    def link(self, path: Path) -> str:
        """Return the link from this page to another, empty if it is this one."""
        return "" if self.page is None or path == self.page.path else self.relative(path)

    def package(self, path: Path) -> str:
        """Return the snippets package of the topic at `path`."""
        topic = topic_at(path)
        return topic.package if topic else ""

    def topic_slug(self, path: Path) -> str:
        """Return the slug of the topic at `path`."""
        topic = topic_at(path)
        return topic.slug if topic else ""

    def highlight(self, code: str, language: str = "python") -> str:
        """Return highlighted code as HTML."""
        return str(Highlight(guess_lang=False, md=self._md).highlight(code, language))

    def folded_code(self, code: str) -> str:
        """Return code as HTML without colors, which are a tenth of a page's weight where code is folded away."""
        return f'<div class="highlight"><pre><code>{escape(code)}</code></pre></div>'

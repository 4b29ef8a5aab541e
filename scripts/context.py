"""What a block knows while a page is rendered: which page that is, the course, and how to link from here."""

import posixpath
from collections import deque
from pathlib import Path

from markdown import Markdown
from pymdownx.highlight import Highlight

from scripts.course import Course
from scripts.paths import DOCS
from scripts.plan import topic_at
from scripts.source import Block, Page


class Context:
    """The page being rendered. `path` is its source; blocks are handed out in the order of the text."""

    def __init__(self, md: Markdown, course: Course, page: Page | None) -> None:
        self._md = md
        self.course = course
        self.page = page
        self._waiting: deque[Block] = deque(page.blocks if page else ())

    def collect(self, blocks: list[Block]) -> None:
        """Render these blocks of other pages next."""
        self._waiting.extendleft(reversed(blocks))

    def next_block(self, kind: str) -> Block | None:
        """Return the next block of this kind as it was read, or None."""
        while self._waiting:
            block = self._waiting.popleft()
            if block.kind == kind:
                return block
        return None

    def relative(self, path: Path) -> str:
        """Return the link from this page's source to a file under `docs/`."""
        here = self.page.path.parent if self.page else DOCS
        return posixpath.relpath(path.as_posix(), here.as_posix())

    def link(self, path: Path) -> str:
        """Return the link from this page to another, empty if it is this one."""
        return "" if self.page is None or path == self.page.path else self.relative(path)

    def notes_link(self, path: Path) -> str:
        """Return the link to the notes template of the topic at `path`."""
        topic = topic_at(path)
        return self.relative(DOCS / "study" / "notes" / f"{topic.folder if topic else ''}.md")

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

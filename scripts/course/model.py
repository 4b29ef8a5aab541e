"""The model of the course: its plan and its pages, read once and shared by everything that is made from them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from scripts.course.page import Block, Page, read_page
from scripts.course.plan import AFTER_LESSONS, Plan, PlannedTopic, read_plan
from scripts.foundation.paths import HERE, Places
from scripts.foundation.steady import once


@dataclass(frozen=True)
class Topic:
    """A written topic: its place in the plan and its pages, in the order in which a reader walks through them."""

    planned: PlannedTopic
    pages: tuple[Page, ...]

    @property
    def notes(self) -> Path:
        """Where the topic's notes template stands, relative to the site."""
        return Path("study") / "notes" / f"{self.planned.folder}.markdown"

    @property
    def lessons(self) -> list[Page]:
        """Its lessons in order, those that go further among them."""
        return [page for page in self.pages if page.role == "lesson"]

    def name_of(self, page: Page) -> str:
        """Return what a page is called in the topic: a lesson by its title, what follows the lessons by its role."""
        return AFTER_LESSONS.get(page.role, str(page.meta.get("title", "")))

    def blocks(self, *kinds: str) -> list[Block]:
        """Return the topic's blocks of some kinds that have no mistake, in the order of its pages."""
        return [block for page in self.pages for block in page.blocks if block.kind in kinds and block.sound]


@dataclass(frozen=True)
class Course:
    """All pages below a root's `docs/`, and the topics among them in the plan's order."""

    plan: Plan
    pages: Mapping[Path, Page]
    places: Places = HERE

    @cached_property
    def topics(self) -> list[Topic]:
        """The written topics."""
        return [
            Topic(topic, tuple(self.pages[path] for path in topic.way if path in self.pages))
            for topic in self.plan.topics
            if topic.path in self.pages
        ]

    def topic_of(self, page: Page) -> Topic | None:
        """Return the topic to which a page belongs, if any."""
        return next((topic for topic in self.topics if topic.planned == page.topic), None)

    @cached_property
    def homes(self) -> Mapping[str, Page]:
        """The page of each block that has an id, by that."""
        return {block.id: page for page in self.pages.values() for block in page.blocks if block.id}

    @cached_property
    def _by_text(self) -> dict[str, Page]:
        return {page.body.strip(): page for page in self.pages.values()}

    def page_with(self, text: str) -> Page | None:
        """Return the page whose text this is.

        No builder tells a Markdown extension which file it converts, so a page is recognized by its text.
        """
        return self._by_text.get(text.strip())

    def difference(self, text: str) -> tuple[Page, int] | None:
        """Return the page that is most like `text`, and the first line of it that `text` has not."""
        lines = set(text.split("\n"))
        pages = [page for page in self.pages.values() if page.body.strip()]
        if not pages:
            return None
        page = max(pages, key=lambda page: len(lines.intersection(page.body.split("\n"))))
        missing = (n for n, line in enumerate(page.body.split("\n"), page.first_line) if line not in lines)
        return page, next(missing, page.first_line)

    def blocks(self, *kinds: str) -> Iterator[tuple[Topic, Block]]:
        """Yield the blocks of some kinds over all topics, in course order."""
        for topic in self.topics:
            for block in topic.blocks(*kinds):
                yield topic, block


_standing_in: Course | None = None


@contextmanager
def standing_in(course: Course) -> Iterator[None]:
    """Let `load_course` return this course for its places."""
    global _standing_in
    before, _standing_in = _standing_in, course
    try:
        yield
    finally:
        _standing_in = before


def load_course(places: Places = HERE) -> Course:
    """Read a course. It is not read again if no page and no plan has changed since the last call."""
    return _standing_in if _standing_in and _standing_in.places == places else _load_now(places)


@once
def _load_now(places: Places) -> Course:
    pages = (path for path in sorted(places.docs.rglob("*.md")) if places.generated not in path.parents)
    present = (path for path in (places.plan, *pages) if path.is_file())
    return _load(places, tuple((path, path.stat().st_mtime_ns, path.stat().st_size) for path in present))


@lru_cache(maxsize=4)
def _load(places: Places, files: tuple[tuple[Path, int, int], ...]) -> Course:
    plan = read_plan(places)
    pages = {file[0]: _page(places, plan.topic_at(file[0]), file) for file in files if file[0] != places.plan}
    for block in (block for page in pages.values() for block in page.blocks):
        block.sound = True  # a page that has not changed may come from an earlier course
    return Course(plan, pages, places)


@lru_cache(maxsize=4096)
def _page(places: Places, topic: PlannedTopic | None, file: tuple[Path, int, int]) -> Page:
    return read_page(file[0], places, topic)

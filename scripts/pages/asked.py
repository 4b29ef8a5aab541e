"""What a page's HTML depends on besides the code that makes it: it is converted anew if that changed, and only then.

The files and results that a page names are found from its text and its blocks. What it asks of the rest of the course
is noted while it is converted: the course that it is given notes each question. There are three, from the narrow to the
wide: on which page a block stands, what the pages of a topic are called and how long they take, and everything.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.course.labs import lab_beside
from scripts.course.model import Course, Topic
from scripts.course.page import Block, Page
from scripts.course.snippets import INCLUDE, INCLUDED_FROM, fingerprint, module_files
from scripts.foundation.files import digest_of_text
from scripts.foundation.paths import Places
from scripts.pages.kinds import BLOCKS
from scripts.pages.minutes import Minutes, minutes_of, minutes_of_topic, words_for

# What every page includes (mkdocs.yml).
_ABBREVIATIONS = "docs/theme/abbreviations.md"


@dataclass
class Questions:
    """What a page has asked of its course: where blocks are, the lists of which topics, or everything."""

    homes: set[str] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    everything: bool = False

    def as_data(self) -> dict[str, Any]:
        """Return them as JSON can hold them."""
        return {"homes": sorted(self.homes), "topics": sorted(self.topics), "everything": self.everything}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Questions":
        """Return the questions that were written so."""
        return cls(set(data["homes"]), set(data["topics"]), bool(data["everything"]))


class _Noted(Mapping[Any, Any]):
    """A mapping that notes what is looked for in it; whoever goes through all of it asks for everything."""

    def __init__(self, known: Mapping[Any, Any], questions: Questions, keys: set[str] | None = None) -> None:
        self._known, self._questions, self._keys = known, questions, keys

    def __getitem__(self, key: Any) -> Any:
        if self._keys is None:
            self._questions.everything = True
        else:
            self._keys.add(key)
        return self._known[key]

    def __iter__(self) -> Iterator[Any]:
        self._questions.everything = True
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


@dataclass(frozen=True, eq=False)
class _NotedTopic(Topic):
    questions: Questions

    def blocks(self, *kinds: str) -> list[Block]:
        self.questions.everything = True
        return super().blocks(*kinds)


@dataclass(frozen=True, kw_only=True)
class NotedCourse(Course):
    """A course, the `whole`, that notes what it is asked."""

    whole: Course
    questions: Questions

    @cached_property
    def homes(self) -> Mapping[str, Page]:
        """The page of each block that has an id; which ids are looked for is noted."""
        return _Noted(self.whole.homes, self.questions, self.questions.homes)

    def topic_of(self, page: Page) -> Topic | None:
        """Return the topic of a page; its lists are noted, and everything if its blocks are asked for."""
        topic = self.whole.topic_of(page)
        if topic is None:
            return None
        self.questions.topics.add(topic.planned.slug)
        return _NotedTopic(topic.planned, topic.pages, self.questions)

    def page_with(self, text: str) -> Page | None:
        """Return the page whose text this is; that is no question of the page."""
        return self.whole.page_with(text)

    def difference(self, text: str) -> tuple[Page, int] | None:
        """Return the page that is most like a text; whoever asks has found a mistake."""
        return self.whole.difference(text)


def noted(course: Course) -> NotedCourse:
    """Return a course that notes what it is asked, and has been asked nothing yet."""
    questions = Questions()
    pages = _Noted(course.pages, questions)
    return NotedCourse(course.plan, pages, course.places, whole=course, questions=questions)


class Answers:
    """What a course answers now, as digests, each worked out when it is first needed."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._topics: dict[str, str] = {}
        self._everything = ""
        self._outlined = ""

    def to(self, questions: Questions) -> str:
        """Return a digest of the answers to what a page has asked."""
        homes = {one: str(page.path) for one in sorted(questions.homes) if (page := self._course.homes.get(one))}
        topics = {slug: self._lists(slug) for slug in sorted(questions.topics)}
        return _digest(homes, topics, self._all() if questions.everything else "")

    def own(self, page: Page) -> str:
        """Return a digest of what a page is and names: its text, and the files and results of its blocks."""
        path = self._path(page.path)
        return _digest(path, self._outline(), page.text, _named(page, page.text, page.blocks))

    def _path(self, path: Path) -> str:
        return str(path.relative_to(self._course.places.docs))

    def _outline(self) -> str:
        """Return a digest of the plan, and of which pages there are."""
        if not self._outlined:
            plan, paths = self._course.plan, map(self._path, sorted(self._course.pages))
            self._outlined = _digest(repr(plan), [topic.written for topic in plan.topics], [*paths])
        return self._outlined

    def _lists(self, slug: str) -> str:
        """Return a digest of what a topic's pages are called and how long they take, as they say it."""
        if slug not in self._topics:
            found = [topic for topic in self._course.topics if topic.planned.slug == slug]
            self._topics[slug] = _digest([_listed(topic) for topic in found])
        return self._topics[slug]

    def _all(self) -> str:
        """Return a digest of everything but the words between the blocks."""
        if not self._everything:
            course = self._course
            lists = [self._lists(topic.planned.slug) for topic in course.topics]
            pages = [[str(page.path), page.meta, *map(_written, page.blocks)] for page in course.pages.values()]
            named = [
                _named(page, "\n".join(block.body for block in page.blocks), page.blocks)
                for page in course.pages.values()
            ]
            decks = [str(file) for file in (course.places.build / "decks" / "cards.json",) if file.is_file()]
            contents = fingerprint({Path(file) for file in decks})
            self._everything = _digest(repr(course.plan), lists, pages, named, contents)
        return self._everything


def _digest(*what: Any) -> str:
    return digest_of_text(json.dumps(what, default=str, ensure_ascii=False))


def _written(block: Block) -> list[Any]:
    return [block.kind, block.argument, block.options, block.body, block.sound]


def _listed(topic: Topic) -> list[Any]:
    """Return what lists show of a topic and its pages. Its minutes change with each word; the words for them do not."""
    pages: list[list[Any]] = []
    left = Minutes()
    for page in reversed(topic.pages):
        left += Minutes() if page.further else minutes_of(page).said
        parts = {name: words_for(minutes) for name, minutes in minutes_of(page).parts.items()}
        said = [words_for(minutes_of(page).total), words_for(left.total)]
        pages.append([str(page.path), page.role, page.meta, parts, *said])
    whole = [minutes_of_topic(topic), minutes_of_topic(topic, further=True)]
    sums = [[str(minutes), words_for(minutes.total)] for minutes in whole]
    return [repr(topic.planned), topic.planned.written, pages, sums]


def _named(page: Page, text: str, blocks: list[Block]) -> list[Any]:
    """Return what the text and the blocks of a page name, as it is now: files by their contents, results."""
    files = set(_included(page.places, text))
    results = []
    for block in blocks:
        kind = BLOCKS.get(block.kind)
        if kind is None or not block.sound:
            continue
        modules = [name for name in (kind.FUNCTIONS_IN, "checks" if "check" in kind.OPTIONS else "") if name]
        files.update(file for module in modules for file in module_files(block.package, module))
        files.update(file for name in kind.SHOWS if (file := block.package / name).is_file())
        if kind.RUNS:
            results.append(kind.RUNS.result(block))
    if page.role == "lab" and (lab := lab_beside(page.path)).is_file():
        files |= {lab, *_included(page.places, lab.read_text(encoding="utf-8"))}
    return [fingerprint(files), results]


def _included(places: Places, text: str) -> Iterator[Path]:
    """Yield the files that a text includes, and those that every page does."""
    names = [f"{folder}/{found['path']}" for found in INCLUDE.finditer(text) for folder in INCLUDED_FROM]
    yield from (path for name in (*names, _ABBREVIATIONS) if (path := places.root / name).is_file())

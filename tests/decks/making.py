"""Courses, locks and packages for tests: small, quick, and as changeable as an author is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from scripts.course.model import Course
from scripts.course.page import read_page
from scripts.course.plan import Plan, PlannedTopic
from scripts.decks.cards import notes_of
from scripts.decks.content import Content
from scripts.decks.files import Files, made_files
from scripts.decks.lock import Lock
from scripts.decks.notetypes import of_course, read_note_types
from scripts.decks.settings import read_settings
from scripts.decks.update import updated
from scripts.foundation.paths import HERE, Places

URL = "https://course.test/"
NOTE_TYPES = read_note_types()
SETTINGS = read_settings()


@dataclass(frozen=True)
class Item:
    """A block to be: its id, kind, a number that stands for its wording, whether it asks both ways, and its gaps."""

    id: str
    kind: str = "question"
    wording: int = 0
    reverse: bool = False
    gaps: tuple[int, ...] = ()

    def text(self) -> str:
        """Return the block as an author writes it."""
        words = f"wording {self.wording} of {self.id}"
        if self.kind == "question":
            head = f"/// question | What is {self.id}?\n    id: {self.id}\n    level: screen\n\n"
            return f"{head}It is {words}, $x^{{{self.wording}}}$.\n///\n"
        gaps = " ".join(f"==%d:gap {number} of {self.id}==" % number for number in self.gaps)
        if self.kind == "definition":
            head = f"/// definition | {self.id}\n    id: {self.id}\n    prompt: Explain.\n    card: false\n\n"
            return f"{head}Text with {words}: {gaps}.\n///\n"
        reverse = "    reverse: true\n" if self.reverse else ""
        return (
            f"/// formula | Name of {self.id}\n    id: {self.id}\n    prompt: Which is {self.id}?\n"
            f"    check: identity\n{reverse}\n"
            f"$$a_{{{self.wording}}} < \\frac{{b}}{{c_{{1}}}} \\text{{ {self.id}}}$$\n\n"
            f"These are {words}. {gaps}\n///\n"
        )

    @property
    def notes(self) -> list[str]:
        """The ids of the notes it makes."""
        own = [] if self.kind == "definition" else [self.id]
        return own + ([f"{self.id}.cloze"] if self.gaps and self.kind != "question" else [])


@dataclass(frozen=True)
class Chapter:
    """A topic to be."""

    slug: str
    title: str
    items: tuple[Item, ...] = ()


def two_chapters() -> list[Chapter]:
    """Return two topics with cards of each kind."""
    return [
        Chapter(
            "slopes",
            "Slopes",
            (
                Item("slope"),
                Item("power-rule", "formula", reverse=True),
                Item("limit", "definition", gaps=(1, 2)),
                Item("tangent"),
            ),
        ),
        Chapter("descent", "Descent", (Item("step", "formula", gaps=(1,)), Item("rate"))),
    ]


@dataclass
class Author:
    """Somebody who writes pages below `folder`, keeps a lock, and publishes."""

    folder: Path
    chapters: list[Chapter] = field(default_factory=two_chapters)
    lock: Lock = field(default_factory=Lock)
    clock: int = 1_700_000_000
    report: str = ""

    def course(self) -> Course:
        """Write the pages and return the course."""
        places = Places(self.folder)
        topics = tuple(
            PlannedTopic(number, 1, chapter.slug, chapter.title, "", docs=places.docs)
            for number, chapter in enumerate(self.chapters, 1)
        )
        pages = {}
        for topic, chapter in zip(topics, self.chapters, strict=True):
            topic.path.parent.mkdir(parents=True, exist_ok=True)
            topic.path.write_text("\n".join(item.text() for item in chapter.items), encoding="utf-8")
            pages[topic.path] = read_page(topic.path, places, topic)
        shutil.copy(HERE.config, self.folder)
        return Course(Plan("Nabla", "", {1: ""}, topics, report=self.report), pages, places)

    def content(self) -> Content:
        """Return what the decks are made of now."""
        course = self.course()
        notes, mistakes = notes_of(course)
        assert not mistakes
        return Content(notes, {key: of_course(one, course.plan) for key, one in NOTE_TYPES.items()}, SETTINGS)

    def publish(self) -> Files:
        """Update the lock and return the files, a day later than last time."""
        self.clock += 86_400
        content = self.content()
        self.lock = updated(self.lock, content, self.clock)
        return made_files(content, self.lock, URL)

    def change(self, identifier: str, **values: object) -> None:
        """Change an item."""
        self.chapters = [
            replace(
                chapter,
                items=tuple(replace(i, **values) if i.id == identifier else i for i in chapter.items),  # type: ignore[arg-type]
            )
            for chapter in self.chapters
        ]

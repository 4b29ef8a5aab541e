"""The content of the decks: what authors wrote for them on pages, in templates and in settings."""

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.course.model import Course
from scripts.course.plan import PlannedTopic
from scripts.decks import rules
from scripts.decks.cards import AnkiNote, notes_of
from scripts.decks.notetypes import NoteType, of_course, read_note_types
from scripts.decks.settings import Settings, read_settings
from scripts.foundation.mistakes import Mistake


@dataclass(frozen=True)
class Content:
    """Notes in course order, note types by key, settings, and the mistakes found in the notes."""

    notes: Sequence[AnkiNote]
    note_types: dict[str, NoteType]
    settings: Settings
    mistakes: Sequence[Mistake] = ()

    @property
    def by_id(self) -> dict[str, AnkiNote]:
        """The notes by id."""
        return {note.id: note for note in self.notes}

    @property
    def topics(self) -> dict[str, PlannedTopic]:
        """The topics that have notes, by their slugs."""
        return {note.topic.planned.slug: note.topic.planned for note in self.notes}

    def decks(self) -> dict[str, str]:
        """Return the name that each topic's deck would get today."""
        return {slug: f"{self.settings.deck}::{one.number:02} {one.title}" for slug, one in self.topics.items()}


def read_content(course: Course) -> Content:
    """Return the content of the decks. Raises `Mistakes` for templates and settings that cannot be read."""
    folder = course.places.decks
    settings = read_settings(folder)
    notes, mistakes = notes_of(course)
    note_types = {key: of_course(one, course.plan) for key, one in read_note_types(folder).items()}
    return Content(notes, note_types, settings, [*mistakes, *rules.mistakes_in(notes)])

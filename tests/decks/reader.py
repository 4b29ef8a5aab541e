"""A reader with the real Anki: its backend, without a screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest
from anki.import_export_pb2 import (
    IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS as ALWAYS,
)
from anki.import_export_pb2 import (
    IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER as NEWER,
)
from anki.models import ModelManager

# Anki says the second when a review fell on the turn of a second: that is about its log of reviews, not about cards.
FINE = ("Database rebuilt and optimized", "Added last review time")
LISTS = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype", "missing_deck")


@dataclass(frozen=True)
class Schedule:
    """What a reader has earned on a card."""

    type: int
    interval: int
    due: int
    repetitions: int
    stability: str


class Reader:
    """A collection in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def close(self) -> None:
        """Close the collection."""
        self.collection.close()

    def install(self, package: bytes | Path, *, merge: bool = False, always: bool = False) -> dict[str, int]:
        """Import a package; return how many notes went which way.

        As Anki proposes, unless the reader chooses *Merge note types*, or *Update notes: Always*.
        """
        path = package if isinstance(package, Path) else self._folder / "package.apkg"
        if isinstance(package, bytes):
            path.write_bytes(package)
        options = ImportAnkiPackageOptions(merge_notetypes=merge, update_notes=ALWAYS if always else NEWER)
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = self.collection.import_anki_package(request).log
        return {name: len(getattr(log, name)) for name in LISTS if len(getattr(log, name))}

    def read_in(self, text: bytes) -> dict[str, int]:
        """Import a file in Anki's text format as Anki proposes; return how many notes went which way."""
        path = self._folder / "nabla.txt"
        path.write_bytes(text)
        metadata = self.collection.get_csv_metadata(str(path), None)
        log = self.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
        return {name: len(getattr(log, name)) for name in LISTS if len(getattr(log, name))}

    def write(self, identifier: str, *, tag: str = "", **fields: str) -> None:
        """Write into the fields of a note, and tag it; `_` in a field's name stands for a blank."""
        note = self.collection.get_note(self.collection.find_notes(f"Id:{identifier}")[0])
        for name, text in fields.items():
            note[name.replace("_", " ")] = text
        if tag:
            note.tags.append(tag)
        self.collection.update_note(note)

    def notes(self, search: str = "") -> dict[str, tuple[str, list[str], list[str]]]:
        """Return note type, fields and tags of each note by guid."""
        found = [self.collection.get_note(key) for key in self.collection.find_notes(search)]
        return {note.guid: (note.note_type()["name"], list(note.fields), sorted(note.tags)) for note in found}

    def cards(self, search: str = "") -> dict[tuple[str, int], int]:
        """Return the id of each card by its note's guid and its number."""
        found = [self.collection.get_card(key) for key in self.collection.find_cards(search)]
        return {(card.note().guid, card.ord + 1): card.id for card in found}

    def decks(self) -> dict[tuple[str, int], str]:
        """Return the name of each card's deck."""
        get = self.collection.get_card
        return {key: self.collection.decks.name(get(card).did) for key, card in self.cards().items()}

    def review(self, search: str = "") -> None:
        """Answer every card that the search finds, as good, once."""
        for key in self.collection.find_cards(search):
            card = self.collection.get_card(key)
            card.start_timer()
            self.collection.sched.answerCard(card, 3)

    def schedules(self) -> dict[tuple[str, int], Schedule]:
        """Return the schedule of each card that was reviewed."""
        found = {}
        for key, identifier in self.cards().items():
            card = self.collection.get_card(identifier)
            if card.reps:
                found[key] = Schedule(card.type, card.ivl, card.due, card.reps, str(card.memory_state))
        return found

    def sides(self) -> dict[tuple[str, int], tuple[str, str]]:
        """Return question and answer of each card as Anki renders them."""
        rendered = {key: self.collection.get_card(card).render_output() for key, card in self.cards().items()}
        return {key: (side.question_text, side.answer_text) for key, side in rendered.items()}

    def templates(self) -> dict[str, tuple[str, ...]]:
        """Return style and templates of our note types."""
        models = ModelManager(self.collection)  # the collection's own remembers note types from before an import
        types = [models.get(one.id) for one in models.all_names_and_ids()]
        return {
            one["name"]: (one["css"], *(side for t in one["tmpls"] for side in (t["qfmt"], t["afmt"])))
            for one in types
            if one is not None and one["name"].startswith("Nabla")
        }

    def delete(self, search: str) -> int:
        """Delete the notes that a search finds, as in the browser; return how many they were."""
        return self.collection.remove_notes(self.collection.find_notes(search)).count

    def delete_empty_cards(self) -> None:
        """Do what Tools > Empty Cards does."""
        report = self.collection.get_empty_cards()
        self.collection.remove_cards_and_orphaned_notes([card for note in report.notes for card in note.card_ids])

    def complaints(self) -> list[str]:
        """Return what Anki's own checks find: the database, missing and unused media, cards without a front."""
        words, _ = self.collection.fix_integrity()
        media = self.collection.media.check()
        found = [line for line in words.splitlines() if not line.startswith(FINE)]
        found += [f"missing {name}" for name in media.missing] + [f"unused {name}" for name in media.unused]
        found += [f"empty {note.note_id}" for note in self.collection.get_empty_cards().notes]
        for key, sides in self.sides().items():
            for side in sides:
                if not re.sub(r"<[^>]*>|\s", "", side) or "{{c" in side:
                    found.append(f"does not render: {key}")
        return found

"""The other formats: `cards.json`, Anki's text format, and what AnkiWeb asks for.

What `cards.json` holds is said by its schema, `cards.schema.json`, which is exported with it.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scripts.decks.cards import AnkiNote
from scripts.decks.content import Content
from scripts.decks.lock import Lock
from scripts.decks.news import News, removed_of, removed_search
from scripts.decks.notetypes import BASIC, CLOZE
from scripts.decks.settings import located

JSON_SCHEMA = "nabla-cards/1"
# Anki finds by the head which column is the guid and which the deck. It gives the others to the fields that have their
# names and leaves the rest aside, but takes the first unknown one after the fields for tags: so these stand before.
_TEXT_HEAD = ("guid", "deck", "tags", "url")
_OWN = "Spare"
# Fields that say what stands in `cards.json` beside them.
_NOT_SHOWN = {"Id", "Kind", "Level", "Topic", "Link", "Reverse"}


@dataclass(frozen=True)
class PackageFile:
    """A package as readers find it: its name, what is in it, its size and hash, and what is new in it."""

    name: str
    title: str
    topic: str
    notes: int
    cards: int
    bytes: int
    sha256: str
    since_release: News
    of_release: News


@dataclass(frozen=True)
class Edition:
    """What an export writes down: the content, when each card last changed, the site's address, the packages."""

    content: Content
    lock: Lock
    url: str
    files: Sequence[PackageFile]


def cards_json(edition: Edition) -> str:
    """Return `cards.json`, each file and each note on a line of its own."""
    head = {
        "schema": JSON_SCHEMA,
        "title": edition.content.settings.title,
        "url": edition.url,
        "license": "CC-BY-4.0",
        "date": edition.lock.date,
        "release": max(edition.lock.releases, key=lambda name: edition.lock.releases[name], default=""),
        "releases": edition.lock.releases,
        "removed": removed_of(edition.lock),
        "removed_search": removed_search(removed_of(edition.lock)),
    }
    lines = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    lines.append(_list("files", [_file(one) for one in edition.files]))
    lines.append(_list("notes", [_note(edition, note, at) for at, note in enumerate(edition.content.notes, start=1)]))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _list(name: str, values: list[dict[str, Any]]) -> str:
    return f"{_json(name)}: [\n" + ",\n".join(map(_json, values)) + "\n]"


_json = json.JSONEncoder(ensure_ascii=False).encode


def _file(file: PackageFile) -> dict[str, Any]:
    return {**vars(file), "since_release": vars(file.since_release), "of_release": vars(file.of_release)}


def _note(edition: Edition, note: AnkiNote, position: int) -> dict[str, Any]:
    locked = edition.lock.cards[note.id]
    values = {
        name.lower(): located(value, edition.url) for name, value in note.fields.items() if name not in _NOT_SHOWN
    }
    return {
        "id": note.id,
        "guid": note.guid,
        "kind": note.kind,
        "position": position,
        "topic": note.topic.planned.slug,
        "level": note.fields.get("Level", ""),
        "cards": list(note.numbers),
        "tags": list(note.tags),
        "link": edition.url + note.fields["Link"],
        "modified": locked.mod,
        "created": locked.born,
        "media": sorted({media.name for media in note.media}),
        "fields": values,
    }


def text_format(edition: Edition, key: str) -> str:
    """Return the notes of a note type in Anki's text format.

    It has no column that Anki takes for tags, and none for the spare fields: what a reader wrote there stays.
    """
    note_type = edition.content.note_types[key]
    names = [field.name for field in note_type.fields if not field.name.startswith(_OWN)]
    head = [
        "#separator:tab",
        "#html:true",
        f"#notetype:{note_type.name}",
        *(f"#{name} column:{_TEXT_HEAD.index(name) + 1}" for name in ("guid", "deck")),
        "#columns:" + "\t".join([*_TEXT_HEAD, *names]),
    ]
    out = io.StringIO("".join(f"{line}\n" for line in head))
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for note in edition.content.notes:
        if note.note_type == key:
            deck = edition.lock.decks[note.topic.planned.slug]
            fields = [located(note.fields.get(name, ""), edition.url) for name in names]
            writer.writerow([note.guid, deck, " ".join(note.tags), edition.url + note.fields["Link"], *fields])
    return out.getvalue()


def ankiweb(edition: Edition) -> str:
    """Return what to fill in when the deck is shared on AnkiWeb."""
    web = edition.content.settings.ankiweb
    topics = {note.topic.planned.number: note.topic.planned.title for note in edition.content.notes}
    description = web.description.format(
        cards=sum(len(note.numbers) for note in edition.content.notes),
        topics="\n".join(f"- {number:02} {title}" for number, title in topics.items()),
        url=edition.url,
    )
    return f"Title: {web.title}\nTags: {' '.join(web.tags)}\nSupport page: {edition.url}\n\n{description}\n"


def schema(_: Edition) -> str:
    """Return the JSON schema of `cards.json`."""
    return Path(__file__).with_name("cards.schema.json").read_text(encoding="utf-8")


FORMATS: dict[str, Callable[[Edition], str]] = {
    "cards.json": cards_json,
    "cards.schema.json": schema,
    "nabla.txt": partial(text_format, key=BASIC),
    "nabla-cloze.txt": partial(text_format, key=CLOZE),
    "ankiweb.md": ankiweb,
}
"""What makes each file that is no package. A new format is a function here, and its line in this table."""

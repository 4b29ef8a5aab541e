"""The other formats: `cards.json`, Anki's text format, and what AnkiWeb asks for.

Their schema is in `docs/contributing/decks.md`.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from scripts.decks.cards import AnkiNote
from scripts.decks.content import Content
from scripts.decks.lock import Lock
from scripts.decks.news import News, removed_search
from scripts.decks.settings import located

JSON_SCHEMA = "nabla-cards/1"
_TEXT_HEAD = ("notetype", "deck", "guid", "tags")


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
        "removed": sorted(edition.lock.removed),
        "removed_search": removed_search(edition.lock.removed),
    }
    lines = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    lines.append(_list("files", [asdict(file) for file in edition.files]))
    lines.append(_list("notes", [_note(edition, note, at) for at, note in enumerate(edition.content.notes, start=1)]))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _list(name: str, values: list[dict[str, Any]]) -> str:
    return f"{_json(name)}: [\n" + ",\n".join(map(_json, values)) + "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _note(edition: Edition, note: AnkiNote, position: int) -> dict[str, Any]:
    locked = edition.lock.cards[note.id]
    values = {name.lower(): located(value, edition.url) for name, value in note.fields.items()}
    for name in ("id", "kind", "level", "topic", "link", "reverse"):
        values.pop(name, None)
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


def text_format(edition: Edition) -> str:
    """Return the notes in Anki's text format. The last column is the link in full, which Anki leaves aside."""
    width = max(len(note_type.fields) for note_type in edition.content.note_types.values())
    names = [field.name for field in edition.content.note_types["basic"].fields]
    head = [
        "#separator:tab",
        "#html:true",
        *(f"#{name} column:{number}" for number, name in enumerate(_TEXT_HEAD, start=1)),
        "#columns:" + "\t".join([*_TEXT_HEAD, *names, "url"]),
    ]
    out = io.StringIO("".join(f"{line}\n" for line in head))
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for note in edition.content.notes:
        note_type = edition.content.note_types[note.note_type]
        fields = [located(value, edition.url) for value in note_type.values(note.fields)]
        fields += [""] * (width - len(fields))
        deck = edition.lock.decks[note.topic.planned.slug]
        writer.writerow(
            [note_type.name, deck, note.guid, " ".join(note.tags), *fields, edition.url + note.fields["Link"]]
        )
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
    return f"Title: {web.title}\nTags: {' '.join(web.tags)}\n\n{description}\n"


FORMATS: dict[str, Callable[[Edition], str]] = {
    "cards.json": cards_json,
    "nabla.txt": text_format,
    "ankiweb.md": ankiweb,
}
"""What makes each file that is no package. A new format is a function here, and its line in this table."""

"""The other formats: `cards.json`, Anki's text format, and what AnkiWeb asks for.

What `cards.json` holds is said by its schema, `cards.schema.json`, which is exported with it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from scripts.decks.content import Content
from scripts.decks.lock import Lock
from scripts.decks.news import News, removed_of, removed_search
from scripts.decks.notetypes import BASIC, CLOZE
from scripts.decks.settings import located

_JSON_SCHEMA = "nabla-cards/1"
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
        "schema": _JSON_SCHEMA,
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
    lines.append(_list("notes", _notes(edition)))
    return located("{\n" + ",\n".join(lines) + "\n}\n", _json(edition.url)[1:-1])


def _list(name: str, values: Iterable[dict[str, Any]]) -> str:
    return f"{_json(name)}: [\n" + ",\n".join(map(_json, values)) + "\n]"


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _file(file: PackageFile) -> dict[str, Any]:
    return {**vars(file), "since_release": vars(file.since_release), "of_release": vars(file.of_release)}


def _notes(edition: Edition) -> Iterator[dict[str, Any]]:
    names = {name for note_type in edition.content.note_types.values() for name in note_type.names}
    keys = {name: name.lower() for name in names - _NOT_SHOWN}
    for position, note in enumerate(edition.content.notes, start=1):
        locked, fields = edition.lock.cards[note.id], note.fields
        yield {
            "id": note.id,
            "guid": note.guid,
            "kind": note.kind,
            "position": position,
            "topic": note.topic.planned.slug,
            "level": fields.get("Level", ""),
            "cards": note.numbers,
            "tags": note.tags,
            "link": edition.url + fields["Link"],
            "modified": locked.mod,
            "created": locked.born,
            "media": sorted({media.name for media in note.media}) if note.media else [],
            "fields": {keys[name]: value for name, value in fields.items() if name in keys},
        }


def text_format(edition: Edition, key: str) -> str:
    """Return the notes of a note type in Anki's text format.

    It has no column that Anki takes for tags, and none for the spare fields: what a reader wrote there stays.
    """
    note_type = edition.content.note_types[key]
    names = [name for name in note_type.names if not name.startswith(_OWN)]
    head = [
        "#separator:tab",
        "#html:true",
        f"#notetype:{note_type.name}",
        *(f"#{name} column:{_TEXT_HEAD.index(name) + 1}" for name in ("guid", "deck")),
        "#columns:" + "\t".join([*_TEXT_HEAD, *names]),
    ]
    for note in edition.content.notes:
        if note.note_type == key:
            fields = note.fields
            deck, url = edition.lock.decks[note.topic.planned.slug], edition.url + fields["Link"]
            cells = [note.guid, _cell(deck), " ".join(note.tags), url]
            cells += [_cell(fields[name]) if name in fields else "" for name in names]
            head.append("\t".join(cells))
    return located("\n".join(head) + "\n", edition.url)


def _cell(text: str) -> str:
    """Return a field between quotation marks, if it holds one or what ends a field or a row.

    >>> print(_cell("x > 0"), _cell('A "gap" here'))
    x > 0 "A ""gap"" here"
    """
    if '"' in text:
        return '"' + text.replace('"', '""') + '"'
    return f'"{text}"' if "\n" in text or "\t" in text or "\r" in text else text


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

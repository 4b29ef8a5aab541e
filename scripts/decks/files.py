"""The files of an export, not yet written: a package of the course, one of each topic, and the other formats."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.decks.cards import AnkiNote
from scripts.decks.content import Content
from scripts.decks.database import Deck, note_type_data
from scripts.decks.formats import FORMATS, Edition, PackageFile
from scripts.decks.lock import Lock
from scripts.decks.news import news_of, news_of_release
from scripts.decks.package import Package
from scripts.decks.rows import FIRST_DECK_ID, rows_of
from scripts.foundation.garbage import not_searched

_COURSE_FILE = "nabla.apkg"


@dataclass(frozen=True)
class Files:
    """The contents of all files by name, and the packages among them."""

    contents: dict[str, bytes]
    packages: list[PackageFile]


@not_searched()
def made_files(content: Content, lock: Lock, url: str) -> Files:
    """Return the contents of all files, with links to `url`."""
    packer = Packer(content, lock, url)
    contents: dict[str, bytes] = {}
    packages: list[PackageFile] = []
    for name, title, slug, notes in _wanted(content):
        package = packer.package(notes)
        contents[name] = package.to_bytes()
        contents |= {f"media/{media.name}": media.data for media in package.media}
        ids = [note.id for note in notes]
        packages.append(
            PackageFile(
                name=name,
                title=title,
                topic=slug,
                notes=len(notes),
                cards=sum(len(note.numbers) for note in notes),
                bytes=len(contents[name]),
                sha256=hashlib.sha256(contents[name]).hexdigest(),
                since_release=news_of(lock, ids, whole=not slug),
                of_release=news_of_release(lock, ids, whole=not slug),
            )
        )
    edition = Edition(content, lock, url, packages)
    return Files(contents | {name: made(edition).encode() for name, made in FORMATS.items()}, packages)


def _wanted(content: Content) -> Iterator[tuple[str, str, str, Sequence[AnkiNote]]]:
    """Yield each package's name, title, topic (none for the whole course) and notes."""
    yield _COURSE_FILE, content.settings.title, "", content.notes
    for slug, planned in content.topics.items():
        notes = [note for note in content.notes if note.topic.planned.slug == slug]
        yield f"{slug}.apkg", f"{planned.number:02} {planned.title}", slug, notes


class Packer:
    """Makes packages of notes of the course; what they share is made once."""

    def __init__(self, content: Content, lock: Lock, url: str) -> None:
        self._settings = content.settings
        self._names = lock.decks
        self._url = url
        self._rows = rows_of(content.notes, lock, content.note_types, url)
        self._note_types = [note_type_data(one, lock.note_types[key], url) for key, one in content.note_types.items()]

    def package(self, notes: Sequence[AnkiNote]) -> Package:
        """Return the package of some of the notes."""
        decks = [Deck(FIRST_DECK_ID, self._settings.deck, self._description(self._url))]
        firsts = {note.topic.planned.slug: note for note in reversed(notes)}
        for slug, identifier in self._rows.decks.items():
            if slug in firsts:
                page = self._url + firsts[slug].fields["Link"].partition("#")[0]
                decks.append(Deck(identifier, self._names[slug], self._description(page)))
        return Package(decks, notes, self._rows, self._note_types)

    def _description(self, page: str) -> str:
        return f'{self._settings.description} <a href="{page}">{page}</a>'

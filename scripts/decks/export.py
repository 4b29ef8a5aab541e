"""The export: from the course to a folder of packages, all of it or nothing."""

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.course.model import Course, Topic
from scripts.decks.cards import Note, notes_of
from scripts.decks.changes import Change, Content, ahead_of, changes, refused
from scripts.decks.committed import History, history_of, turned_back
from scripts.decks.database import Deck, note_type_data
from scripts.decks.formats import Export, File, ankiweb, cards_json, text_format
from scripts.decks.lint import lint
from scripts.decks.lock import LOCK, Lock, read_lock, write_lock
from scripts.decks.news import news_of
from scripts.decks.notetypes import read_note_types
from scripts.decks.package import Package
from scripts.decks.release import new_release
from scripts.decks.rows import FIRST_DECK_ID, rows_of
from scripts.decks.settings import Settings, read_settings, site_url
from scripts.foundation.folders import ForeignFilesError, alone_in, refuse_foreign, replace_folder, staging
from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.paths import DECKS, shown

COURSE_FILE = "nabla.apkg"


@dataclass(frozen=True)
class Report:
    """What an export wrote, and in words which earlier locks it could not be compared with."""

    files: Sequence[File]
    notes: int
    cards: int
    unread: str = ""


@dataclass(frozen=True)
class Source:
    """What an export is made from: the settings, the content, and the mistakes found in it."""

    settings: Settings
    content: Content
    mistakes: list[Mistake]


def read_source(course: Course, folder: Path = DECKS) -> Source:
    """Make the notes of the course and look for what is wrong with them."""
    settings = read_settings(folder)
    notes, mistakes = notes_of(course)
    content = Content(notes, read_note_types(folder), settings.deck, settings.url)
    return Source(settings, content, [*mistakes, *lint(notes)])


def export_decks(course: Course, out: Path, *, url: str = "", folder: Path = DECKS) -> Report:
    """Write all files into `out`. Raises `Mistakes`, and then leaves what is there as it was."""
    return export(read_source(course, folder), out, url=url, folder=folder)


def export(source: Source, out: Path, *, url: str = "", folder: Path = DECKS, release: str = "") -> Report:
    """Write all files for a source that was read already, as a `release` or in between. Raises `Mistakes`."""
    path, now = folder / LOCK.name, time.time()
    lock, history = read_lock(path), history_of(path, now)
    if found := mistakes_of(source, lock, history, path, now):
        raise Mistakes(found)
    if release:
        lock = new_release(lock, release, path, now)
    files = made_files(source, lock, url or site_url(source.settings))
    publish(files.contents, out)
    if release:
        write_lock(lock, path)
    cards = sum(len(note.numbers) for note in source.content.notes)
    return Report(files.packages, len(source.content.notes), cards, history.unread)


def deck_mistakes(course: Course, folder: Path = DECKS) -> list[Mistake]:
    """Return what stands against an export of a course that has other mistakes, and so is not exported.

    A card that seems to be removed may be one that cannot be read for now, so nothing is said of those.
    """
    source, path, now = read_source(course, folder), folder / LOCK.name, time.time()
    return mistakes_of(source, read_lock(path), history_of(path, now), path, now, with_gone=False)


def mistakes_of(
    source: Source, lock: Lock, history: History, path: Path, now: float, *, with_gone: bool = True
) -> list[Mistake]:
    """Return all that stands against an export; of a lock that is only behind the pages, how."""
    found = [
        *source.mistakes,
        *ahead_of(now, lock, path),
        *refused(lock, source.content, path),
        *turned_back(lock, history, path),
    ]
    stale = [change for change in changes(lock, source.content) if with_gone or not change.gone]
    return found or ([stale_lock(stale, path)] if stale else [])


def stale_lock(stale: Sequence[Change], path: Path) -> Mistake:
    """Return the mistake of a lock that is behind the pages."""
    told = "".join(f"\n      {change}" for change in stale)
    remedy = "run 'python -m scripts decks --update' and commit the lock"
    if any(change.gone for change in stale):
        remedy = (
            "if you did not remove a card that is said to be removed, its block cannot be read any more: mend that "
            f"first, since an id that was removed is never used again; then {remedy}"
        )
    return Mistake(path, 1, f"the lock is stale:{told}", remedy)


@dataclass(frozen=True)
class Made:
    """The contents of all files by name, and the packages among them."""

    contents: dict[str, bytes]
    packages: list[File]


def made_files(source: Source, lock: Lock, url: str) -> Made:
    """Return the contents of all files."""
    notes = source.content.notes
    writer = Writer(source, lock, url)
    topics = {note.topic.planned.slug: note.topic for note in notes}
    wanted: list[tuple[str, str, Topic | None, list[Note]]] = [(COURSE_FILE, source.settings.title, None, list(notes))]
    for slug, topic in topics.items():
        own = [note for note in notes if note.topic.planned.slug == slug]
        wanted.append((f"{slug}.apkg", f"{topic.planned.number:02} {topic.planned.title}", topic, own))
    contents: dict[str, bytes] = {}
    packages: list[File] = []
    for name, title, one, own in wanted:
        package = writer.package(own)
        contents[name] = package.to_bytes()
        contents |= {f"media/{media.name}": media.data for media in package.media}
        packages.append(
            File(
                name=name,
                title=title,
                topic=one.planned.slug if one else "",
                notes=len(own),
                cards=sum(len(note.numbers) for note in own),
                bytes=len(contents[name]),
                sha256=hashlib.sha256(contents[name]).hexdigest(),
                news=news_of(lock, [note.id for note in own], whole=one is None),
            )
        )
    export = Export(notes, lock, source.content.note_types, source.settings, url, packages)
    texts = {"cards.json": cards_json(export), "nabla.txt": text_format(export), "ankiweb.md": ankiweb(export)}
    return Made(contents | {name: text.encode() for name, text in texts.items()}, packages)


class Writer:
    """Makes packages of notes of the course; what they share is made once."""

    def __init__(self, source: Source, lock: Lock, url: str) -> None:
        content = source.content
        self._settings = source.settings
        self._names = lock.decks
        self._url = url
        self._rows = rows_of(content.notes, lock, content.note_types, url)
        self._note_types = [note_type_data(one, lock.note_types[key], url) for key, one in content.note_types.items()]

    def package(self, notes: Sequence[Note]) -> Package:
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


def publish(contents: dict[str, bytes], out: Path) -> None:
    """Write the files beside `out` first, and put them in the place of the last export's when all are whole.

    Only what the last export wrote is replaced or removed. Raises `Mistakes` if the disk refuses, or if files of others
    are in the way; then nothing has changed.
    """
    out = out.resolve()
    try:
        with alone_in(out.parent):
            refuse_foreign(out)
        with staging(out, out.parent) as staged:
            for name, data in contents.items():
                _write(staged / name, data)
            replace_folder(staged, out)
    except ForeignFilesError as error:
        raise foreign(out, error) from None
    except OSError as error:
        raise _unwritable(out, error) from None


def foreign(out: Path, error: ForeignFilesError) -> Mistakes:
    """Return the mistake of an export to a folder that is somebody else's."""
    return Mistakes(
        [
            Mistake(
                out,
                1,
                f"nothing is written here: {error}",
                "move that away, or name another folder: empty, or not there yet",
            )
        ]
    )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _unwritable(out: Path, error: OSError) -> Mistakes:
    what = f"the decks cannot be written to {shown(out)}: {error.strerror or error}"
    return Mistakes([Mistake(out, 1, what, "make room or mend the permissions; the last good decks are still there")])

"""The export: from the course to a folder of packages, all of it or nothing."""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.course import Course, Topic
from scripts.decks.cards import Note, notes_of
from scripts.decks.changes import Change, Content, changes, refused
from scripts.decks.committed import turned_back
from scripts.decks.formats import Export, File, ankiweb, cards_json, text_format
from scripts.decks.lint import lint
from scripts.decks.lock import LOCK, Lock, read_lock
from scripts.decks.news import news_of
from scripts.decks.notetypes import read_note_types
from scripts.decks.package import Deck, NablaModel, Package
from scripts.decks.rows import FIRST_DECK_ID, rows_of
from scripts.decks.settings import Settings, read_settings, site_url
from scripts.mistakes import Mistake, Mistakes
from scripts.paths import DECKS, shown

COURSE_FILE = "nabla.apkg"
_ABANDONED_AFTER = 3600.0


@dataclass(frozen=True)
class Report:
    """What an export wrote."""

    files: Sequence[File]
    notes: int
    cards: int


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


def export(source: Source, out: Path, *, url: str = "", folder: Path = DECKS) -> Report:
    """Write all files for a source that was read already. Raises `Mistakes`."""
    lock_path = folder / LOCK.name
    lock = read_lock(lock_path)
    found = [*source.mistakes, *refused(lock, source.content, lock_path), *turned_back(lock, lock_path)]
    if not found and (stale := changes(lock, source.content)):
        found = [stale_lock(stale, lock_path)]
    if found:
        raise Mistakes(found)
    files = made_files(source, lock, url or site_url(source.settings))
    publish(files.contents, out)
    return Report(files.packages, len(source.content.notes), sum(len(note.numbers) for note in source.content.notes))


def stale_lock(stale: Sequence[Change], path: Path) -> Mistake:
    """Return the mistake of a lock that is behind the pages."""
    told = "".join(f"\n      {change}" for change in stale)
    return Mistake(path, 1, f"the lock is stale:{told}", "run 'python -m scripts decks --update' and commit the lock")


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
        self._models = [NablaModel(one, lock.note_types[key], url) for key, one in content.note_types.items()]

    def package(self, notes: Sequence[Note]) -> Package:
        """Return the package of some of the notes."""
        decks = [Deck(FIRST_DECK_ID, self._settings.deck, self._description(self._url), [])]
        for slug, identifier in self._rows.decks.items():
            if own := [note for note in notes if note.topic.planned.slug == slug]:
                page = self._url + own[0].fields["Link"].partition("#")[0]
                decks.append(Deck(identifier, self._names[slug], self._description(page), own))
        return Package(decks, self._rows, self._models)

    def _description(self, page: str) -> str:
        return f'{self._settings.description} <a href="{page}">{page}</a>'


def publish(contents: dict[str, bytes], out: Path) -> None:
    """Write the files beside `out` first, and put them in place when all are whole.

    What is at its final name is always a whole file. Raises `Mistakes` if the disk refuses.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _forget_abandoned(out)
        staged = Path(tempfile.mkdtemp(prefix=f".{out.name}-", suffix=".part", dir=out.parent))
    except OSError as error:
        raise _unwritable(out, error) from None
    try:
        for name, data in contents.items():
            _write(staged / name, data)
        for name in contents:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (staged / name).replace(out / name)
        for path in sorted(out.rglob("*"), reverse=True):
            if path.is_file() and path.relative_to(out).as_posix() not in contents:
                path.unlink()
    except OSError as error:
        raise _unwritable(out, error) from None
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _forget_abandoned(out: Path) -> None:
    """Remove what exports that were killed have left behind, but nothing of one that may still be running."""
    for left in out.parent.glob(f".{out.name}-*.part"):
        if time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
            shutil.rmtree(left, ignore_errors=True)


def _unwritable(out: Path, error: OSError) -> Mistakes:
    what = f"the decks cannot be written to {shown(out)}: {error.strerror or error}"
    return Mistakes([Mistake(out, 1, what, "make room or mend the permissions; the last good decks are still there")])

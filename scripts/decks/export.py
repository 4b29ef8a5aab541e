"""The export: from the course to a folder of packages, all of it or nothing."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.course.model import Course
from scripts.decks.committed import history_of
from scripts.decks.content import Content, read_content
from scripts.decks.files import made_files
from scripts.decks.folder import replace_export
from scripts.decks.formats import PackageFile
from scripts.decks.lock_file import LOCK, read_lock, write_lock
from scripts.decks.obstacles import obstacles
from scripts.decks.release import new_release
from scripts.decks.settings import site_url
from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.paths import HERE


@dataclass(frozen=True)
class Report:
    """What an export wrote, and in words which earlier locks it could not be compared with."""

    files: Sequence[PackageFile]
    notes: int
    cards: int
    unread: str = ""


def export_decks(course: Course, out: Path) -> Report:
    """Write all files of the course's decks into `out`. Raises `Mistakes`, and then leaves what is there as it was."""
    return export(read_content(course), out, folder=course.places.decks)


def export(content: Content, out: Path, *, url: str = "", folder: Path = HERE.decks, release: str = "") -> Report:
    """Write all files of content that was read already, as a `release` or in between. Raises `Mistakes`."""
    path, now = folder / LOCK.name, time.time()
    lock, history = read_lock(path), history_of(path, now)
    if found := obstacles(content, lock, history, path, now):
        raise Mistakes(found)
    if release:
        lock = new_release(lock, release, path, now)
    files = made_files(content, lock, url or site_url(content.settings))
    replace_export(files.contents, out)
    if release:
        write_lock(lock, path)
    cards = sum(len(note.numbers) for note in content.notes)
    return Report(files.packages, len(content.notes), cards, history.unread)


def deck_mistakes(course: Course) -> list[Mistake]:
    """Return what stands against an export of a course that has other mistakes, and so is not exported.

    A card that seems to be removed may be one that cannot be read for now, and a picture one that cannot be drawn, so
    nothing is said of those.
    """
    content, path, now = read_content(course), course.places.decks / LOCK.name, time.time()
    return obstacles(content, read_lock(path), history_of(path, now), path, now, whole=False)

"""`python -m scripts decks`: export the Anki decks, keep their lock, preview the cards."""

import argparse
import sys
import time
from pathlib import Path

from scripts import paths
from scripts.course import load_course
from scripts.decks.changes import changes, refused, released, updated
from scripts.decks.committed import turned_back
from scripts.decks.export import Source, export, read_source
from scripts.decks.lock import LOCK, Lock, read_lock, write_lock
from scripts.decks.mathjax import NoNodeError
from scripts.mistakes import Mistakes, collecting
from scripts.validate import mistakes_in

HELP = """\
Makes the Anki decks of the course from the blocks of its pages and writes them to a folder.

A card changes for readers only when its `mod` moves, which decks/cards.lock.json records. So after editing blocks:

  python -m scripts decks              says which cards changed, and fails while the lock is behind
  python -m scripts decks --update     takes the changes into the lock, then exports; commit the lock with the pages
  python -m scripts decks --preview    shows every card, front and back, light and dark, in build/preview/

Before publishing a release, `--release 1.2` marks what is in the lock as published; the decks page then tells what is
new since. Links on cards lead to the address in decks/deck.toml, or to SITE_URL if that is set.
"""


def main(argv: list[str] | None = None) -> int:
    """Run the command. Returns 0 if all went well, 1 after mistakes in the sources."""
    args = _parser().parse_args(argv)
    try:
        with collecting() as found:
            course = load_course()
            found += mistakes_in(course)
            source = read_source(course)
            found += source.mistakes
        if found:
            raise Mistakes(found)
        if args.update:
            _update(source)
        if args.release:
            _release(args.release)
        if args.preview:
            return _preview(source)
        report = export(source, args.out)
    except Mistakes as mistakes:
        print(mistakes, file=sys.stderr)
        return 1
    except NoNodeError as error:
        print(error, file=sys.stderr)
        return 1
    for file in report.files:
        print(f"{file.name:<44} {file.cards:>5} cards {file.bytes / 1000:>8.1f} kB")
    print(f"{report.notes} notes, {report.cards} cards in {paths.shown(args.out)}/.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts decks", description=HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write what changed to the lock before exporting")
    parser.add_argument("--release", metavar="NAME", help="mark everything in the lock as published under this name")
    parser.add_argument("--preview", action="store_true", help="write a page with all cards instead of packages")
    parser.add_argument(
        "--out", type=Path, default=paths.BUILD / "decks", metavar="DIR", help="where to export to (build/decks)"
    )
    return parser


def _update(source: Source) -> None:
    """Take the changes into the lock and say which they are."""
    lock = read_lock() if LOCK.exists() else Lock()
    if found := [*refused(lock, source.content), *turned_back(lock)]:
        raise Mistakes(found)
    stale = changes(lock, source.content)
    for change in stale:
        print(change)
    write_lock(updated(lock, source.content, int(time.time())))
    print(f"{paths.shown(LOCK)}: {len(stale)} changes written.")


def _release(name: str) -> None:
    write_lock(released(read_lock(), name, int(time.time())))
    print(f"{paths.shown(LOCK)}: everything in it is now published as {name}.")


def _preview(source: Source) -> int:
    from scripts.decks.preview import write_preview

    page = write_preview(source, paths.BUILD / "preview")
    print(f"Every card is in {paths.shown(page)}. Open it in a browser.")
    return 0

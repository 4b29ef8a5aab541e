"""Export the Anki decks, keep their lock, preview the cards."""

import argparse
import time
from pathlib import Path

from scripts.course.model import load_course
from scripts.decks.changes import changes, same_field
from scripts.decks.committed import history_of, recovered, turned_back
from scripts.decks.content import Content, read_content
from scripts.decks.export import export
from scripts.decks.lock import Lock
from scripts.decks.lock_file import LOCK, read_lock, write_lock
from scripts.decks.obstacles import ahead_of, refused
from scripts.decks.update import updated
from scripts.decks.wording import asking_two
from scripts.foundation.inputs import is_made, remember, state_of
from scripts.foundation.mistakes import Mistakes, collecting
from scripts.foundation.paths import HERE, shown
from scripts.pages.rules.blocks import mistakes_in

_HELP = """\
Makes the Anki decks of the course from the blocks of its pages and writes them to a folder.

A card changes for readers only when its `mod` moves, which decks/cards.lock.json records. So after editing blocks:

  python -m scripts decks              says which cards changed, and fails while the lock is behind
  python -m scripts decks --update     takes the changes into the lock, then exports; commit the lock with the pages
  python -m scripts decks --preview    shows every card, front and back, light and dark, in build/preview/

`--release 1.2` exports, and marks what is in the lock as published; the decks page then tells what is new since. It
needs a lock that is up to date, and a checkout without changes. Links on cards lead to the address in decks/deck.toml,
or to SITE_URL if that is set.
"""


def main(argv: list[str] | None = None) -> int:
    """Run the command. Raises `Mistakes` for those in the sources."""
    args = _parser().parse_args(argv)
    changes_lock = bool(args.update or args.release)
    # What is there before anything is read: a page that is saved in the middle is a change for the next time.
    stamp, state = HERE.build / "decks.stamp", f"{state_of(HERE)} {args.out.resolve()}"
    if not (changes_lock or args.preview) and is_made(args.out, stamp, state):
        print(f"{shown(args.out)}/ is up to date.")
        return 0
    with collecting() as found:
        course = load_course()
        found += mistakes_in(course)
        content = read_content(course)
        found += content.mistakes
    if found:
        raise Mistakes(found)
    if args.update:
        _update(content)
    if args.preview:
        return _preview(content)
    report = export(content, args.out, release=args.release)
    if not changes_lock:
        remember(stamp, state)
    for file in report.files:
        print(f"{file.name:<44} {file.cards:>5} cards {file.bytes / 1000:>8.1f} kB")
    print(f"{report.notes} notes, {report.cards} cards in {shown(args.out)}/.")
    if args.release:
        print(f"{shown(LOCK)}: everything in it is now published as {args.release}. Commit it.")
    if report.unread:
        print(f"Note: {report.unread}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m scripts decks", description=_HELP, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write what changed to the lock before exporting")
    parser.add_argument(
        "--release", metavar="NAME", default="", help="export; mark all in the lock as published as NAME"
    )
    parser.add_argument("--preview", action="store_true", help="write a page with all cards instead of packages")
    parser.add_argument(
        "--out",
        type=Path,
        default=HERE.build / "decks",
        metavar="DIR",
        help="where to export to (build/decks): a new or an empty folder, or one with an earlier export, which is "
        "replaced; any other file is left alone",
    )
    return parser


def _update(content: Content) -> None:
    """Take the changes into the lock and say which they are."""
    now = time.time()
    history = history_of(LOCK, now)
    lock = read_lock() if LOCK.exists() else Lock()
    back = turned_back(lock, history)
    base = recovered(lock, history)
    if found := [*ahead_of(now, base), *refused(base, content)]:
        raise Mistakes(found)
    for mistake in back:
        print(f"mended: {mistake.what}")
    stale = changes(base, content)
    for change in stale:
        print(change)
    for warning in [*same_field(base, stale), *asking_two(content.notes)]:
        print(warning)
    write_lock(updated(base, content, int(now)))
    print(f"{shown(LOCK)}: {len(stale)} {'change' if len(stale) == 1 else 'changes'} written.")
    if any(change.gone for change in stale):
        print("If a card was not meant to go: git checkout -- decks/cards.lock.json, then mend its block.")
    if history.unread:
        print(f"Note: {history.unread}.")


def _preview(content: Content) -> int:
    from scripts.decks.preview import write_preview

    page = write_preview(content, HERE.build / "preview")
    print(f"Every card is in {shown(page)}. Open it in a browser.")
    return 0

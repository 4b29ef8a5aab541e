"""Preview the site, rebuilt whenever a file is saved.

Another process builds, so that a mistake in it ends nothing else. The pages that are open are made first, then the
whole site. The terminal and the page say what is wrong, and the browser keeps the last good site.
"""

import argparse
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from scripts.foundation.paths import FRONTEND, HERE, SCRIPTS, Places
from scripts.site.builder import Builder, Outcome
from scripts.site.preview import Preview, Server

QUIET = 0.05
"""Seconds without a change after which an editor has saved all it had to save."""
_CHANGES: list[type[FileSystemEvent]] = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


def main(argv: list[str]) -> int:
    """Run `python -m scripts serve`."""
    parser = argparse.ArgumentParser(prog="python -m scripts serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--open", action="store_true", help="open the site in a browser")
    args = parser.parse_args(argv)
    builder = Builder(HERE)
    builder.build()
    if not HERE.site.is_dir():
        print("There is no good site to show yet. Mend the mistakes above and run this again.", file=sys.stderr)
        return 1
    try:
        return serve(HERE, builder, args.host, args.port, open_in_browser=args.open)
    finally:
        builder.end()


class Builds(Protocol):
    """What builds for a preview: the pages that are open, then the site, which is given up if a file is saved."""

    def make_ahead(self, names: Collection[str], out: Path) -> Outcome:
        """Make some pages into a folder."""

    def build(self) -> Outcome:
        """Build the site."""

    def give_way(self) -> None:
        """Give up a build that goes on."""


def _watched(places: Places) -> list[tuple[Path, bool]]:
    """Return the folders to watch, each with whether its subfolders are watched too."""
    assets = places.docs / "assets"
    whole = [path for path in places.docs.iterdir() if path != assets]
    whole += [path for path in assets.iterdir() if path.resolve() != places.generated]
    whole += [places.snippets, places.decks, SCRIPTS, FRONTEND / "src"]
    folders = [(places.root, False), (places.docs, False), (assets, False), *((path, True) for path in whole)]
    return [(path, recursive) for path, recursive in folders if path.is_dir()]


class Changes(FileSystemEventHandler):
    """Files that change; `told` is called at each."""

    def __init__(self, told: Callable[[], None]) -> None:
        self._told = told
        self._last = 0.0
        self._pending = threading.Event()

    @property
    def pending(self) -> bool:
        """Whether a file has changed since the last `wait`."""
        return self._pending.is_set()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change, unless it is what programs write for themselves."""
        names = [str(path) for path in (event.dest_path or event.src_path,)]
        if not any("__pycache__" in name or Path(name).name.endswith(("~", ".part", ".swp")) for name in names):
            self._last = time.monotonic()
            self._pending.set()
            self._told()

    def wait(self) -> None:
        """Wait for a change, and until no more have come for a moment."""
        while not self._pending.wait(1):  # Windows lets Ctrl-C in between two waits only
            pass
        while (left := self._last + QUIET - time.monotonic()) > 0:
            time.sleep(left)
        self._pending.clear()


@contextmanager
def _watching(places: Places, changes: Changes) -> Iterator[None]:
    """Tell `changes` of all changes in the folders of a course and of our programs."""
    observer = Observer()
    for path, recursive in _watched(places):
        observer.schedule(changes, str(path), recursive=recursive, event_filter=_CHANGES)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def serve(places: Places, builder: Builds, host: str, port: int, *, open_in_browser: bool) -> int:
    """Serve `site/` until interrupted, rebuilding and reloading on every change. Returns an exit code."""
    changes = Changes(builder.give_way)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        preview = Preview(places, Path(folder))
        try:
            server = Server(preview, host, port)
        except OSError as error:
            print(f"Cannot listen at {host}:{port}: {error.strerror}. Choose another with --port.", file=sys.stderr)
            return 1
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with _watching(places, changes):
            print(f"Serving {server.url} and watching for changes; end with Ctrl+C.", flush=True)
            if open_in_browser:
                webbrowser.open(server.url)
            try:
                while True:
                    changes.wait()
                    _follow(changes, preview, builder, Path(folder))
            except KeyboardInterrupt:
                return 0


def _follow(changes: Changes, preview: Preview, builder: Builds, folder: Path) -> None:
    """Show what has changed: the pages that are open, then all of the site unless more has changed meanwhile."""
    preview.unsettle()
    names, start, wrong = preview.open, time.perf_counter(), ""
    if names:
        wrong = builder.make_ahead(names, folder).wrong
        print(f"  {'Open pages':<20} {time.perf_counter() - start:5.1f} s  {', '.join(sorted(names))}", flush=True)
    preview.show_ahead(names, wrong)
    if not changes.pending:
        outcome = builder.build()
        if not outcome.given_up:
            preview.settle(outcome.wrong)

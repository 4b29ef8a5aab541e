"""Preview the site, rebuilt whenever a file is saved.

Another process builds, so that a mistake in it ends nothing else: the terminal says what is wrong, and the browser
keeps the last good site.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scripts.foundation.paths import FRONTEND, HERE, SCRIPTS, Places
from scripts.site.builder import Builder

POLLED = 0.2
"""Seconds between two looks at the files."""


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
        return serve(HERE, builder.build, args.host, args.port, open_in_browser=args.open)
    finally:
        builder.end()


def watched(places: Places) -> list[tuple[Path, bool]]:
    """Return the folders to watch, each with whether its subfolders are watched too."""
    assets = places.docs / "assets"
    whole = [path for path in places.docs.iterdir() if path != assets]
    whole += [path for path in assets.iterdir() if path.resolve() != places.generated]
    whole += [places.snippets, places.decks, SCRIPTS, FRONTEND / "src"]
    folders = [(places.root, False), (places.docs, False), (assets, False), *((path, True) for path in whole)]
    return [(path, recursive) for path, recursive in folders if path.is_dir()]


def serve(places: Places, rebuild: Callable[[], bool], host: str, port: int, *, open_in_browser: bool) -> int:
    """Serve `site/` until interrupted, rebuilding and reloading on every change. Returns an exit code."""
    from mkdocs.livereload import LiveReloadServer

    class BuildFailed(Exception, SystemExit):
        """Tells the server not to reload. As a `SystemExit` alone it would end the thread that builds."""

    def build() -> None:
        if not rebuild():
            raise BuildFailed("The browser keeps the last good site.")

    server: Any = LiveReloadServer(build, host, port, str(places.site), polling_interval=POLLED)
    for path, recursive in watched(places):
        server.watch(str(path), recursive=recursive)
    try:
        print(f"Serving {server.url} and watching for changes; end with Ctrl+C.", flush=True)
        server.serve(open_in_browser=open_in_browser)
    except OSError as error:
        print(f"Cannot listen at {host}:{port}: {error.strerror}. Choose another with --port.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        server.shutdown()
    return 0

"""Preview the site, rebuilt whenever a file is saved.

Every rebuild is a process of its own, so that it runs the code as just saved, and a mistake in it ends nothing else:
the terminal says what is wrong, and the browser keeps the last good site.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from scripts.foundation.paths import FRONTEND, HERE, SCRIPTS, Places


def main(argv: list[str]) -> int:
    """Run `python -m scripts serve`."""
    parser = argparse.ArgumentParser(prog="python -m scripts serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--open", action="store_true", help="open the site in a browser")
    args = parser.parse_args(argv)
    rebuild(HERE)
    if not HERE.site.is_dir():
        print("There is no good site to show yet. Mend the mistakes above and run this again.", file=sys.stderr)
        return 1
    return serve(HERE, args.host, args.port, open_in_browser=args.open)


def rebuild(places: Places) -> bool:
    """Build the site in a process of its own. Returns whether it went well."""
    # Bytecode goes to build/, since files appearing beside the scripts would look like changes.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(places.build / "pycache")}
    command = [sys.executable, "-m", "scripts", "build", "--draft"]
    return subprocess.run(command, cwd=places.root, env=environment, check=False).returncode == 0


def watched(places: Places) -> list[tuple[Path, bool]]:
    """Return the folders to watch, each with whether its subfolders are watched too."""
    assets = places.docs / "assets"
    whole = [path for path in places.docs.iterdir() if path != assets]
    whole += [path for path in assets.iterdir() if path.resolve() != places.generated]
    whole += [places.snippets, places.decks, SCRIPTS, FRONTEND / "src"]
    folders = [(places.root, False), (places.docs, False), (assets, False), *((path, True) for path in whole)]
    return [(path, recursive) for path, recursive in folders if path.is_dir()]


def serve(places: Places, host: str, port: int, *, open_in_browser: bool) -> int:
    """Serve `site/` until interrupted, rebuilding and reloading on every change. Returns an exit code."""
    from mkdocs.livereload import LiveReloadServer

    class BuildFailed(Exception, SystemExit):
        """Tells the server not to reload. As a `SystemExit` alone it would end the thread that builds."""

    def build() -> None:
        if not rebuild(places):
            raise BuildFailed("The browser keeps the last good site.")

    server: Any = LiveReloadServer(build, host, port, str(places.site))
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

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

from scripts.foundation import paths


def main(argv: list[str]) -> int:
    """Run `python -m scripts serve`."""
    parser = argparse.ArgumentParser(prog="python -m scripts serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--open", action="store_true", help="open the site in a browser")
    args = parser.parse_args(argv)
    rebuild()
    if not paths.SITE.is_dir():
        print("There is no good site to show yet. Mend the mistakes above and run this again.", file=sys.stderr)
        return 1
    return serve(args.host, args.port, open_in_browser=args.open)


def rebuild() -> bool:
    """Build the site in a process of its own. Returns whether it went well."""
    # Bytecode goes to build/, since files appearing beside the scripts would look like changes.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(paths.BUILD / "pycache")}
    command = [sys.executable, "-m", "scripts", "build", "--draft"]
    return subprocess.run(command, cwd=paths.ROOT, env=environment, check=False).returncode == 0


def watched() -> list[tuple[Path, bool]]:
    """Return the folders to watch, each with whether its subfolders are watched too."""
    folders = [(paths.DOCS, False), (paths.DOCS / "assets", False)]
    folders += [(path, True) for path in paths.DOCS.iterdir() if path.is_dir() and path.name != "assets"]
    folders += [
        (path, True)
        for path in (paths.DOCS / "assets").iterdir()
        if path.is_dir() and path.resolve() != paths.GENERATED
    ]
    folders += [(paths.SNIPPETS, True), (paths.DECKS, True), (paths.ROOT / "scripts", True)]
    folders += [(paths.FRONTEND / "src", True), (paths.ROOT, False)]
    return [(path, recursive) for path, recursive in folders if path.is_dir()]


def serve(host: str, port: int, *, open_in_browser: bool) -> int:
    """Serve `site/` until interrupted, rebuilding and reloading on every change. Returns an exit code."""
    from mkdocs.livereload import LiveReloadServer

    class BuildFailed(SystemExit):
        """Tells the server not to reload."""

    def build() -> None:
        if not rebuild():
            raise BuildFailed("The browser keeps the last good site.")

    server: Any = LiveReloadServer(build, host, port, str(paths.SITE))
    for path, recursive in watched():
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

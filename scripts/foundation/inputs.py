"""All that a build is made of, as one hash, so that what was made of the same is not made again."""

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.foundation.files import write
from scripts.foundation.paths import Places

_INPUTS = ("docs", "snippets", "decks", "scripts", "frontend", "course.toml", "mkdocs.yml", "requirements.lock")
_PASSED_OVER = {"node_modules", "__pycache__", "generated"}


def addresses() -> list[str]:
    """Return the addresses of site and repository as the environment says them, empty where it says none."""
    return [os.environ.get(name, "") for name in ("SITE_URL", "REPOSITORY_URL")]


def state_of(places: Places) -> str:
    """Return a hash of everything a build depends on."""
    digest = hashlib.sha256("\0".join([sys.version, *addresses()]).encode())
    for path in _input_files(places):
        digest.update(path.relative_to(places.root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_made(made: Path, stamp: Path, state: str) -> bool:
    """Return whether the folder `made` is there, and was made in the state that `stamp` remembers."""
    return made.is_dir() and stamp.is_file() and stamp.read_text(encoding="utf-8") == state


def remember(stamp: Path, state: str) -> None:
    """Let `stamp` remember in which state something was made."""
    write(stamp, state)


def _input_files(places: Places) -> Iterator[Path]:
    for name in _INPUTS:
        top = places.root / name
        if top.is_file():
            yield top
        for folder, folders, files in os.walk(top):
            folders[:] = sorted(set(folders) - _PASSED_OVER)
            yield from (Path(folder) / file for file in sorted(files))

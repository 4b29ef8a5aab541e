"""Where things are: the folders of a course, which may be a small one in a test, and the programs of this checkout."""

from __future__ import annotations  # an older Python must get as far as reading which one is needed

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The root of this checkout, where the programs are."""
SCRIPTS = ROOT / "scripts"
FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"

# What makes a folder the root of a course.
_PLAN = "course.toml"


@dataclass(frozen=True)
class Places:
    """The folders of the course whose root is `root`: what is written, then what is made of it."""

    root: Path

    @cached_property
    def plan(self) -> Path:
        """The plan of the course."""
        return self.root / _PLAN

    @cached_property
    def config(self) -> Path:
        """The configuration of the site."""
        return self.root / "mkdocs.yml"

    @cached_property
    def docs(self) -> Path:
        """What is read: the pages."""
        return self.root / "docs"

    @cached_property
    def snippets(self) -> Path:
        """What is run: a package per topic."""
        return self.root / "snippets"

    @cached_property
    def decks(self) -> Path:
        """What is studied: settings, note types and the lock of the cards."""
        return self.root / "decks"

    @cached_property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @cached_property
    def build(self) -> Path:
        """What builds keep and export besides the site."""
        return self.root / "build"

    @cached_property
    def cache(self) -> Path:
        """Results kept from build to build."""
        return self.build / "cache"

    @cached_property
    def generated(self) -> Path:
        """What is made for the pages: figures, styles, scripts, exercises."""
        return self.docs / "assets" / "generated"


HERE = Places(ROOT)
"""The course of this checkout."""


def root_of(path: Path) -> Path | None:
    """Return the root of the course that a file belongs to; None if it belongs to none."""
    if ROOT in path.parents:
        return ROOT
    return next((folder for folder in path.parents if (folder / _PLAN).is_file()), None)


def shown(path: Path) -> str:
    """Return `path` as it is shown to people: relative to the root of its course, with forward slashes."""
    path = path.resolve()
    root = root_of(path)
    return path.relative_to(root).as_posix() if root else path.as_posix()

"""Where things are. Everything is relative to the root of the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SNIPPETS = ROOT / "snippets"
DECKS = ROOT / "decks"
FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"
PLAN = ROOT / "course.toml"
CONFIG = ROOT / "mkdocs.yml"
SITE = ROOT / "site"
BUILD = ROOT / "build"
CACHE = BUILD / "cache"
GENERATED = DOCS / "assets" / "generated"


def shown(path: Path) -> str:
    """Return `path` as it is shown to people: relative to the root, with forward slashes."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return path.as_posix()

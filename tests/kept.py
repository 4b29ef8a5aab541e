"""What was found good is not looked at again until something changes that the finding hangs on.

To read a page in a browser takes seconds, and there are more pages with each topic, of which an author changes one. A
fresh checkout has nothing kept, so there, as in CI, everything is looked at; so it is after `pytest --cache-clear`.
"""

import hashlib
import re
import subprocess
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import unquote

import pytest

from scripts.foundation.files import digest_of
from scripts.foundation.paths import NODE_MODULES, ROOT
from scripts.tools.browser import find_browser

Value = TypeVar("Value", bound=Any)

PICTURES = {".svg", ".png", ".webp", ".jpg"}
_LOADED = re.compile(r"""(?:src|href)=["']?([^"'\s>#?]+)""")


class Once(Protocol):
    """Runs a check, unless it has passed with the same files and `more`."""

    def __call__(self, check: Callable[[], Value], files: Iterable[Path], *more: str) -> Value:
        """Return what the check returns, as JSON keeps it. Raises what it raises, and keeps nothing then."""


def once_for(name: str, config: pytest.Config) -> Once:
    """Return what runs the check of a `name`: that of a test, or of what several tests ask for."""
    kept = config.cache
    assert kept is not None, "pytest keeps nothing here"
    key = f"nabla-passed/{hashlib.sha256(name.encode()).hexdigest()[:20]}"

    def once(check: Callable[[], Value], files: Iterable[Path], *more: str) -> Value:
        state = _digest(files, *more)
        before, value = kept.get(key, ("", None))
        if before != state:
            value = check()
            kept.set(key, (state, value))
        return value

    return once


def _digest(files: Iterable[Path], *more: str) -> str:
    states = [f"{path}:{digest_of(path)}" for path in sorted(set(files))]
    return hashlib.sha256("\n".join([*states, *more]).encode()).hexdigest()


def files_of_page(site: Path, name: str) -> set[Path]:
    """Return what a browser may show of a page of the `site`: itself, its pictures, all styles, fonts and scripts.

    A page that collects may fetch what it shows from any other.
    """
    page = site / name
    others = site.rglob("*.html") if name.startswith("study/") else ()
    links = map(unquote, _LOADED.findall(page.read_text(encoding="utf-8")))
    loaded = {(page.parent / link).resolve() for link in links}
    pictures = {path for path in loaded if path.suffix in PICTURES and path.is_file()}
    return {page, *others, *pictures, *_shared(site)}


@cache
def _shared(site: Path) -> frozenset[Path]:
    kinds = {".css", ".js", ".json", ".woff2"}
    return frozenset(path for path in (site / "assets").rglob("*") if path.suffix in kinds)


@cache
def reading_code() -> frozenset[Path]:
    """Return what pages are read with: our tests, and axe."""
    tests = ROOT / "tests"
    return frozenset({*tests.glob("*.py"), *(tests / "site").glob("*.py"), NODE_MODULES / "axe-core" / "axe.min.js"})


@cache
def programs(folder: Path) -> frozenset[Path]:
    """Return the programs in a folder and below."""
    return frozenset(folder.rglob("*.py"))


@cache
def browser_version() -> str:
    """Return which browser it is that reads."""
    return subprocess.run([find_browser(), "--version"], capture_output=True, text=True, check=True).stdout

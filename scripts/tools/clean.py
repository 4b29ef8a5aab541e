"""Remove what was built; the set-up, your answers and any other file stay.

Each file that a command wrote is listed by it; what is not listed stays, and is named. The folders that other programs
keep for themselves alone (caches of linters, of tests, of notebooks) go as a whole.
"""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from scripts.foundation.cache import kept_results
from scripts.foundation.files import FileList, remove_empty, written_at
from scripts.foundation.folders import LIST, files_in, list_of
from scripts.foundation.paths import HERE, Places, shown

_CACHES = (".cache", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "build/pycache", "build/settings")
_SHOWN = 20


def main(argv: list[str]) -> int:
    """Run `python -m scripts clean`."""
    argparse.ArgumentParser(prog="python -m scripts clean", description=__doc__).parse_args(argv)
    clean(HERE)
    kept = list(_left(HERE))
    if kept:
        print("Kept, because no command here lists it as written, or it was changed since:")
        print("\n".join(f"  {name}" for name in kept[:_SHOWN]))
    if len(kept) > _SHOWN:
        print(f"  and {len(kept) - _SHOWN} more")
    return 0


def clean(places: Places) -> None:
    """Remove what was built of a course."""
    for cache in (places.root / name for name in _CACHES):
        if not cache.is_symlink() and cache.is_dir():
            shutil.rmtree(cache)
    for folder in (places.site, places.build / "decks"):
        _clear(list_of(folder))
    _clear(written_at(places.root))
    for path in _kept_results(places):
        path.unlink()
    for folder in _built(places):
        _remove_empty_within(folder)


def _built(places: Places) -> tuple[Path, ...]:
    return places.site, places.generated, places.build


def _kept_results(places: Places) -> Iterator[Path]:
    """Yield what is kept from build to build, and the lock by which workers of the tests build once."""
    yield from kept_results(places.cache)
    if (places.build / "tests.lock").is_file():
        yield places.build / "tests.lock"


def _clear(files: FileList) -> None:
    """Remove the files of a list, and the list."""
    if not files.exists:
        return
    files.remove(list(files.entries))
    files.path.unlink()


def _remove_empty_within(folder: Path) -> None:
    """Remove the empty folders in `folder`, and itself if nothing is left."""
    if folder.is_symlink() or not folder.is_dir():
        return
    for path in folder.iterdir():
        _remove_empty_within(path)
    remove_empty(folder, folder.parent)


def _left(places: Places) -> Iterator[str]:
    """Yield what is still in the folders of what is built."""
    for folder in _built(places):
        for name in sorted(files_in(folder)):
            if name != LIST:
                yield shown(folder / name)

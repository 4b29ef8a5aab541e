"""Files as commands write and remove them: whole or not at all, and none removed that another hand wrote.

What is written below `build/` and `docs/assets/generated/` is listed in `build/written.txt` by SHA-256 and name. A file
that is not listed there, or was changed since, is somebody else's.
"""

import hashlib
import os
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from scripts.foundation.paths import Places, root_of

_HEAD = "# What Nabla's commands wrote here, by SHA-256 and name. They replace and remove these files, and no others.\n"


class FileList:
    """A list of written files, kept in the file `path`; names are relative to `folder`."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.path = path
        self.folder = folder
        self._entries: dict[str, set[str]] | None = None

    @property
    def exists(self) -> bool:
        """Whether `path` is such a list, and no file of another kind under its name."""
        try:
            with self.path.open(encoding="utf-8") as file:
                return file.readline() == _HEAD
        except (OSError, UnicodeDecodeError):
            return False

    @property
    def entries(self) -> dict[str, set[str]]:
        """The digests under which each name was written."""
        if self._entries is None:
            self._entries = {}
            for line in self.path.read_text(encoding="utf-8").splitlines()[1:] if self.exists else []:
                digest, _, name = line.partition("  ")
                self._entries.setdefault(name, set()).add(digest)
        return self._entries

    def owns(self, name: str) -> bool:
        """Return whether the file of this name is one that was written, unchanged."""
        path = self.folder / name
        return name in self.entries and self._is_here(path) and digest_of(path) in self.entries[name]

    def _is_here(self, path: Path) -> bool:
        """Return whether a file is in the folder itself, and not reached by a link or by a list with `..` in it."""
        return _is_file(path) and path.resolve().is_relative_to(self.folder.resolve())

    def add(self, path: Path, digest: str) -> None:
        """Note a file. Several processes may do so at once, so a line is appended."""
        name = path.relative_to(self.folder).as_posix()
        if digest in self.entries.get(name, ()):
            return
        self.entries.setdefault(name, set()).add(digest)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        start = "" if self.exists else _HEAD
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"{start}{digest}  {name}\n")

    def write(self, entries: Iterable[tuple[str, str]]) -> None:
        """Write the list anew from pairs of name and digest."""
        lines = [f"{digest}  {name}\n" for name, digest in sorted(set(entries))]
        write_whole(self.path, "".join([_HEAD, *lines]))
        self._entries = None

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield each name with each of its digests."""
        for name, digests in self.entries.items():
            for digest in digests:
                yield name, digest

    def remove(self, names: Iterable[str]) -> None:
        """Remove those of the files that were written and not changed since, and the folders this leaves empty."""
        for name in names:
            if self.owns(name):
                (self.folder / name).unlink()
                remove_empty(Path(self.folder / name).parent, self.folder)


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest_of_text(*texts: str) -> str:
    """Return the SHA-256 of texts, one after another."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", errors="surrogatepass")).hexdigest()


def remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder below `top`, and those it stands in, as far as they are empty."""
    while top in folder.parents and not folder.is_symlink():
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


@cache
def written_at(root: Path) -> FileList:
    """Return the list of what was written for the course at `root`, besides its site and its exported decks."""
    return FileList(Places(root).build / "written.txt", root)


def write(path: Path, content: str | bytes) -> None:
    """Write a file that the build makes, unless it holds this already, and note it as written."""
    data = content.encode() if isinstance(content, str) else content
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)
    if root := root_of(path):
        written_at(root).add(path, hashlib.sha256(data).hexdigest())


def forget(paths: Iterable[Path]) -> None:
    """Remove files that an earlier build made and nothing asks for any more; what another hand wrote stays."""
    for path in paths:
        if root := root_of(path):
            written_at(root).remove([path.relative_to(root).as_posix()])


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file at once or not at all: an error leaves what was there. Raises OSError, which names `path`."""
    data = content.encode() if isinstance(content, str) else content
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        partial.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C and a request to end back until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held: list[int] = []
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for each in before:
        signal.signal(each, lambda number, _: held.append(number))
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler or signal.SIG_DFL)
        for number in held:
            signal.raise_signal(number)

"""Folders that are published as a whole: a new set of files takes the place of the last one, and nothing else changes.

The list of what was published, `.nabla-files`, lies in the folder itself. A folder with files and without a list is
somebody else's and refused, as is a set that would write over a file that is not listed. Foreign files beside those
stay where they are.
"""

import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from scripts.foundation.files import FileList, digest_of, uninterrupted
from scripts.foundation.texts import some

LIST = ".nabla-files"
_ABANDONED_AFTER = 3600.0


class ForeignFilesError(Exception):
    """A folder holds files of others where ours would go; the message names some of them."""


def list_of(folder: Path) -> FileList:
    """Return the list of what was published to a folder."""
    return FileList(folder / LIST, folder)


@contextmanager
def staging(out: Path, beside: Path) -> Iterator[Path]:
    """Yield an empty folder in `beside` for a new set of files for `out`; it is removed at the end."""
    beside.mkdir(parents=True, exist_ok=True)
    _forget_abandoned(out, beside)
    staged = beside / f".{out.name}-{secrets.token_hex(4)}.part"
    staged.mkdir()
    try:
        list_of(staged).write([])
        yield staged
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _forget_abandoned(out: Path, beside: Path) -> None:
    """Remove what commands that were killed have left behind, but nothing of one that may still be running."""
    ours = re.compile(rf"\.{re.escape(out.name)}-\w{{8}}\.part(\.old)?")
    for left in beside.iterdir():
        if not ours.fullmatch(left.name) or left.is_symlink() or not list_of(left).exists:
            continue
        try:
            age = time.time() - left.stat().st_mtime
        except FileNotFoundError:  # the command that made it has just ended
            continue
        if age > _ABANDONED_AFTER:
            if left.suffix == ".old":
                _remove_set(left, _ours_in(left))
            else:
                shutil.rmtree(left, ignore_errors=True)


def refuse_foreign(out: Path) -> None:
    """Raise `ForeignFilesError` if `out` is a file, or a folder with files and without a list of ours."""
    if not out.exists():
        return
    if not out.is_dir():
        raise ForeignFilesError("it is a file, not a folder")
    if not list_of(out).exists and (found := sorted(path.name for path in out.iterdir())):
        raise ForeignFilesError(f"it holds files that no earlier run lists as its own ({some(found)})")


def _refuse_taken(out: Path, new: Mapping[str, str], ours: Collection[str]) -> None:
    """Raise `ForeignFilesError` if something else stands where the files `new` go (digests by name)."""
    # A folder, or a file in the place of a folder, is in the way as well.
    taken = [
        name
        for name, digest in new.items()
        if name not in ours and _in_the_way(out, name) and not _holds(out / name, digest)
    ]
    if taken:
        raise ForeignFilesError(f"what is there was not written by an earlier run, or changed since: {some(taken)}")


def _ours_in(folder: Path) -> set[str]:
    """Return the names of what an earlier run wrote to a folder and nobody has changed since."""
    published = list_of(folder)
    return {name for name in published.entries if published.owns(name)}


def _in_the_way(out: Path, name: str) -> bool:
    parents = list(Path(name).parents)[:-1]
    return os.path.lexists(out / name) or any(
        os.path.lexists(out / parent) and not (out / parent).is_dir() for parent in parents
    )


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and digest_of(path) == digest


def replace_folder(staged: Path, out: Path, digests: Mapping[str, str] | None = None) -> None:
    """Put the files in `staged` in the place of those published to `out` before.

    Their SHA-256 may be given by name, if it is known. Raises `ForeignFilesError`, and then nothing has changed, or
    OSError.
    """
    out = out.resolve()
    out.parent.mkdir(parents=True, exist_ok=True)
    new = digests or {name: digest_of(staged / name) for name in files_in(staged) if name != LIST}
    list_of(staged).write(new.items())
    with alone_in(out.parent), uninterrupted():
        refuse_foreign(out)
        ours = _ours_in(out)
        _refuse_taken(out, new, ours)
        if not _swapped(staged, out, ours):
            _put_one_by_one(staged, out, new)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let one command at a time change what is in a folder, where the system can lock one (Windows cannot)."""
    try:
        import fcntl

        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except (ImportError, OSError):
        yield
        return
    try:
        yield
    finally:
        os.close(descriptor)


def files_in(folder: Path) -> Iterator[str]:
    """Yield the names of all that is in a folder and is no folder, links included, relative to it."""
    for path, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(path) / name).is_symlink()]
        for name in [*files, *links]:
            yield (Path(path) / name).relative_to(folder).as_posix()


def _swapped(staged: Path, out: Path, ours: Collection[str]) -> bool:
    """Rename the folders, which changes the whole set at once. Returns False where that cannot be done.

    It cannot with foreign files in `out`, which stay where they are, and with a mount or another file system.
    """
    old = staged.with_name(f"{staged.name}.old")
    if not _is_all_ours(out, ours):
        return False
    if out == Path.cwd():  # whoever stands in a folder would be left in the old one
        return False
    try:
        if out.exists():
            staged.chmod(out.stat().st_mode & 0o777)
            out.rename(old)
    except OSError:
        return False
    try:
        staged.rename(out)
    except OSError:
        with suppress(OSError):  # another run may have put its own set there in between
            old.rename(out)
        return False
    if old.exists():
        _remove_set(old, ours)
    return True


def _is_all_ours(out: Path, ours: Collection[str]) -> bool:
    """Return whether nothing of others is in `out`, be it an empty folder."""
    mine = all(name == LIST or name in ours for name in files_in(out))
    return mine and all(folders or files or path == str(out) for path, folders, files in os.walk(out))


def _remove_set(folder: Path, ours: Iterable[str]) -> None:
    """Remove a set that is out of the way already, and its folder if nothing else is in it."""
    for name in ours:
        with suppress(OSError):
            (folder / name).unlink()
    if set(files_in(folder)) <= {LIST}:
        shutil.rmtree(folder, ignore_errors=True)


def _put_one_by_one(staged: Path, out: Path, new: Mapping[str, str]) -> None:
    """Put each file in place, and remove the listed ones that are no more.

    The list names old and new while this goes on, so that one that is killed in the middle can be done again.
    """
    out.mkdir(parents=True, exist_ok=True)
    published = list_of(out)
    with _near(staged, out, new) as near:
        published.write([*published.pairs(), *new.items()])
        for name in new:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (near / name).replace(out / name)
    published.remove([name for name in published.entries if name not in new])
    published.write(new.items())


@contextmanager
def _near(staged: Path, out: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield the staged files on the file system of `out`, where a file is replaced in one step."""
    if staged.stat().st_dev == out.stat().st_dev:
        yield staged
        return
    near = Path(tempfile.mkdtemp(prefix=f".{out.name}-", suffix=".part", dir=out))
    try:
        for name in names:
            (near / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(staged / name, near / name)
        yield near
    finally:
        shutil.rmtree(near, ignore_errors=True)

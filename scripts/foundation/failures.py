"""Failures that are nobody's mistake in the sources, in words: a disk, a permission, a set-up that is not complete.

Only the standard library is used, because `setup` runs on a machine that has nothing else.
"""

import errno
import traceback
from collections.abc import Callable
from pathlib import Path

from scripts.foundation.installed import SET_UP, NotInstalledError
from scripts.foundation.mistakes import Mistakes
from scripts.foundation.paths import NODE_MODULES, ROOT, shown

_OURS = ("scripts", "snippets", "tests")
_REMEDIES = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.EFBIG: "files may not be that large here (ulimit -f)",
    errno.EACCES: "mend its permissions",
    errno.EPERM: "mend its permissions",
    errno.EROFS: "the disk is read-only: work on another, or make it writable",
    errno.ENOENT: "put it back; 'git status' says what is missing",
    errno.ENOTDIR: "a file is in the place of a folder: move it away",
    errno.EISDIR: "a folder is in the place of a file: move it away",
    errno.EEXIST: "something else is in its place: move it away",
    errno.ENOTEMPTY: "something else is in its place: move it away",
    errno.EMFILE: "too many files are open (ulimit -n)",
    errno.ENOMEM: "make memory free",
}


def told(error: BaseException) -> str:
    """Return a failure in words, or nothing if it is of no known kind: then it is a fault in our programs."""
    for kind, words in _WORDS.items():
        if isinstance(error, kind):
            return words(error)
    return ""


def _of_import(error: BaseException) -> str:
    name = str(getattr(error, "name", "") or "")
    if name.partition(".")[0] in _OURS or (not isinstance(error, ModuleNotFoundError) and _is_raised_by_us(error)):
        return ""
    return f"The Python package '{name}' is missing or not whole ({error}): {SET_UP}."


def _is_raised_by_us(error: BaseException) -> bool:
    """Return whether an import of a name that does not exist stands in our own code, so that it is our fault."""
    frames = [Path(frame.filename) for frame in traceback.extract_tb(error.__traceback__)]
    outside = [path for path in frames if path.is_absolute() and ROOT / ".venv" in path.parents]
    return not outside


def _of_system(error: BaseException) -> str:
    if not isinstance(error, OSError) or error.errno is None:
        return ""
    remedy = _REMEDIES.get(error.errno, "")
    if error.filename is None:
        return f"{error.strerror}: {remedy}." if remedy and error.errno != errno.ENOENT else ""
    path = Path(str(error.filename))
    if error.errno == errno.ENOENT and (top := {NODE_MODULES, ROOT / ".venv"} & set(path.parents)):
        return f"{shown(path)} is missing: {SET_UP}; if that changes nothing, remove {shown(top.pop())} before."
    return f"{shown(path)}: {error.strerror}{f'; {remedy}' if remedy else ''}."


_WORDS: dict[type[BaseException], Callable[[BaseException], str]] = {
    Mistakes: str,
    NotInstalledError: str,
    ImportError: _of_import,
    MemoryError: lambda _: "There is not enough memory: close other programs, or give this machine more.",
    OSError: _of_system,
}

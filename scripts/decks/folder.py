"""The folder of an export: all of its files are replaced, or none."""

import hashlib
import os
from pathlib import Path

from scripts.foundation.folders import ForeignFilesError, alone_in, refuse_foreign, replace_folder, staging
from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.paths import shown


def replace_export(contents: dict[str, bytes], out: Path) -> None:
    """Write the files beside `out`, and put them in the place of the last export's when all are whole.

    Only what the last export wrote is replaced or removed. Raises `Mistakes` if the disk refuses, or if files of others
    are in the way; then nothing has changed.
    """
    out = out.resolve()
    try:
        with alone_in(out.parent):
            refuse_foreign(out)
        with staging(out, out.parent) as staged:
            for name, data in contents.items():
                _write(staged / name, data)
            replace_folder(staged, out, {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()})
    except ForeignFilesError as error:
        what = f"nothing is written here: {error}"
        remedy = "move that away, or name another folder: empty, or not there yet"
        raise Mistakes([Mistake(out, 1, what, remedy)]) from None
    except OSError as error:
        what = f"the decks cannot be written to {shown(out)}: {error.strerror or error}"
        remedy = "make room or mend the permissions; the last good decks are still there"
        raise Mistakes([Mistake(out, 1, what, remedy)]) from None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())

"""The files of an export: the same bytes everywhere, whole or not at all."""

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.decks import folder as out_folder
from scripts.decks.database import database
from scripts.decks.folder import replace_export
from scripts.decks.formats import FORMATS
from scripts.foundation.folders import LIST, files_in
from scripts.foundation.mistakes import Mistakes
from scripts.foundation.paths import ROOT
from tests.decks.making import URL, Author

DRIVER = """
import hashlib, json, sys, time
from pathlib import Path
now = float(sys.argv[2])
time.time = lambda: now
real = time.localtime
time.localtime = lambda seconds=None: real(now if seconds is None else seconds)
from tests.decks.making import Author
from scripts.decks.folder import replace_export
folder = Path(sys.argv[1])
replace_export(Author(folder / "pages").publish().contents, folder / "out")
files = sorted(path for path in (folder / "out").rglob("[!.]*") if path.is_file())
print(json.dumps({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}))
"""


def held(out: Path) -> dict[str, bytes]:
    """Return the files in a folder, without the list of them."""
    return {name: (out / name).read_bytes() for name in files_in(out) if name != LIST}


def built(folder: Path, *, now: float, zone: str, mask: int, seed: str) -> dict[str, str]:
    """Return the hash of every file that an export writes, made in a process of its own."""
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DRIVER, str(folder), str(now)]
    umask = {"umask": mask} if os.name != "nt" else {}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True, text=True, **umask)  # type: ignore[call-overload]
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    one = built(tmp_path / "a", now=1_800_000_000, zone="UTC", mask=0o022, seed="1")
    other = built(tmp_path / "another folder", now=2_000_000_000, zone="Asia/Kathmandu", mask=0o077, seed="2")
    assert one == other
    assert one.keys() == {"nabla.apkg", "slopes.apkg", "descent.apkg", *FORMATS}


def test_no_library_leaves_its_version_in_a_package(tmp_path: Path) -> None:
    package = Author(tmp_path).publish().contents["nabla.apkg"]
    archive = zipfile.ZipFile(io.BytesIO(package))
    database = archive.read("collection.anki2")
    assert database[92:100] == bytes(8)
    assert {entry.date_time[0] for entry in archive.infolist()} == {2026}
    assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}


def test_no_version_of_sqlite_leaves_anything_in_unused_space(tmp_path: Path) -> None:
    few = Author(tmp_path).publish().contents["nabla.apkg"]
    notes = [(number, f"guid {number}", 1, 1, "", "text" * (number % 97 * 20), "") for number in range(5_000)]
    many = database([], [], notes, [])
    for packed in (zipfile.ZipFile(io.BytesIO(few)).read("collection.anki2"), many):
        assert not any(any(space) for space in unused_space(packed))
    assert len(many) > 100 * 65_536  # so many pages that the table has a level above its leaves


def unused_space(packed: bytes) -> Iterator[bytes]:
    """Yield what lies between the list of cells and the first cell of each page, and what counts holes between cells.

    The layout is told in SQLite's documentation, "Database File Format", 1.6.
    """
    for start in range(0, len(packed), 65_536):
        head = start + (100 if start == 0 else 0)
        size = {5: 12, 13: 8}[packed[head]]
        cells, first = (int.from_bytes(packed[head + at : head + at + 2]) for at in (3, 5))
        yield packed[head + size + 2 * cells : start + (first or 65_536)]
        yield packed[head + 1 : head + 3] + packed[head + 7 : head + 8]


def test_another_address_changes_links_and_no_times(tmp_path: Path) -> None:
    author = Author(tmp_path)
    made = author.publish()
    here = json.loads(made.contents["cards.json"])
    assert {note["link"].split("#")[0] for note in here["notes"]} == {
        f"{URL}topics/01-slopes/index.html",
        f"{URL}topics/02-descent/index.html",
    }
    assert here["schema"] == "nabla-cards/1" and "site.invalid" not in made.contents["cards.json"].decode()
    assert here["files"][0]["sha256"] == hashlib.sha256(made.contents["nabla.apkg"]).hexdigest()


def test_what_is_no_longer_made_goes_away(tmp_path: Path) -> None:
    replace_export({"a.apkg": b"1", "media/x.svg": b"2"}, tmp_path / "out")
    replace_export({"a.apkg": b"3"}, tmp_path / "out")
    assert held(tmp_path / "out") == {"a.apkg": b"3"}
    assert not (tmp_path / "out" / "media").exists()


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_or_an_interruption_leaves_the_last_good_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    out = tmp_path / "out"
    replace_export({"a.apkg": b"good", "b.apkg": b"good"}, out)
    write = out_folder._write

    def fail(path: Path, data: bytes) -> None:
        if path.name == "b.apkg":
            path.write_bytes(data[:1])
            raise error
        write(path, data)

    monkeypatch.setattr(out_folder, "_write", fail)
    with pytest.raises((Mistakes, KeyboardInterrupt)) as caught:
        replace_export({"a.apkg": b"newer", "b.apkg": b"newer"}, out)
    if caught.type is Mistakes:
        assert "No space left" in str(caught.value)
    assert held(out) == {"a.apkg": b"good", "b.apkg": b"good"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_killed_export_leaves_the_last_good_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    replace_export({"a.apkg": b"good"}, out)
    script = (
        "import os, signal, sys; from pathlib import Path; from scripts.decks import folder\n"
        "folder.os.fsync = lambda number: os.kill(os.getpid(), signal.SIGTERM)\n"
        "folder.replace_export({'a.apkg': b'newer'}, Path(sys.argv[1]))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(out)], cwd=ROOT, check=False)
    assert done.returncode != 0
    assert (out / "a.apkg").read_bytes() == b"good"
    left = next(path for path in tmp_path.iterdir() if path != out)
    os.utime(left, (0, 0))
    replace_export({"a.apkg": b"newer"}, out)
    assert (out / "a.apkg").read_bytes() == b"newer" and not left.exists()


def test_a_folder_that_cannot_be_written_is_one_clear_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(Mistakes, match="cannot be written"):
        replace_export({"a.apkg": b""}, tmp_path / "file" / "decks")


def test_a_disk_that_refuses_is_one_clear_mistake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_export({"a.apkg": b"good"}, tmp_path / "decks")

    def refuse(descriptor: int) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Mistakes, match=r"cannot be written to .*: Permission denied"):
        replace_export({"a.apkg": b"newer"}, tmp_path / "decks")
    assert (tmp_path / "decks" / "a.apkg").read_bytes() == b"good"

"""Zips that are the same on every machine."""

import io
import time
import zipfile

import pytest

from scripts.foundation.zips import zipped


def test_no_clock_and_no_machine_gets_into_a_zip(monkeypatch: pytest.MonkeyPatch) -> None:
    first = zipped({"b.txt": b"b", "a.txt": b"a" * 1000})
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert zipped({"b.txt": b"b", "a.txt": b"a" * 1000}) == first
    archive = zipfile.ZipFile(io.BytesIO(first))
    entries = [(entry.filename, entry.date_time, entry.create_system) for entry in archive.infolist()]
    assert entries == [("b.txt", (2026, 1, 1, 0, 0, 0), 3), ("a.txt", (2026, 1, 1, 0, 0, 0), 3)]
    assert archive.read("a.txt") == b"a" * 1000 and len(first) < 1000

"""The pictures on cards, named by what is in them, so that a changed picture is a new file for Anki."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

_NUMBER = re.compile(rb"-?\d+\.\d+")


@dataclass(frozen=True)
class Media:
    """A picture: its name in Anki, its bytes, and the name that stands for it in the lock."""

    name: str
    data: bytes = field(repr=False)
    locked: str


def media_of(path: Path, program: str = "") -> Media:
    """Read the picture at `path`, for which its `program` stands in the lock, if that is named. Raises OSError."""
    data = path.read_bytes()
    suffix = path.suffix.lower()
    locked = f"{program} {path.name}".encode() if program else _steady(data) if suffix == ".svg" else data
    return Media(_name(data, suffix), data, _name(locked, suffix))


def _name(data: bytes, suffix: str) -> str:
    return f"nabla-{hashlib.sha256(data).hexdigest()[:20]}{suffix}"


def _steady(svg: bytes) -> bytes:
    """Return a drawing with coordinates rounded.

    Processors differ in the last digits of sines and logarithms. Such a difference is no new picture, so it must not
    make the lock stale on another machine.
    """
    return _NUMBER.sub(lambda match: b"%.1f" % (float(match[0]) + 0.0), svg)

"""Two pictures of one thing: where a reader would see a difference, and where only a rasterizer does.

Two measures, because two things go wrong. A mark that is lost or moved changes few pixels by a lot; a color that is
wrong changes many by a little. The first compares pixel by pixel, the second the means of small squares.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

SQUARE = 8  # pixels on a side


@dataclass(frozen=True)
class Tolerance:
    """How far two pictures may differ: levels of 255, pixels, and how far a pixel may have moved."""

    level: int
    mean: float
    pixels: int
    moved: int
    size: int


# By one pixel even one browser moves a text, depending on what it measured before a font was there.
SAME_BROWSER = Tolerance(level=40, mean=2.0, pixels=2, moved=1, size=1)
# Another version may smooth edges in another way. A bar is still seen: it has more pixels than these, and nothing like
# them next to it.
OTHER_BROWSER = Tolerance(level=48, mean=4.0, pixels=4, moved=1, size=2)


def differences(seen: Image.Image, approved: Image.Image, tolerance: Tolerance) -> tuple[str, Image.Image | None]:
    """Return what differs in words, empty if nothing that counts, with a picture that shows where."""
    if any(abs(one - other) > tolerance.size for one, other in zip(seen.size, approved.size, strict=True)):
        return f"it is {_size(seen)} pixels instead of {_size(approved)}", None
    one, other = _same_part(seen, approved)
    changed = (one != other).any(axis=2)
    if not changed.any():
        return "", None
    marks, tints = np.zeros(changed.shape, dtype=bool), np.zeros(_means(one).shape[:2], dtype=bool)
    # Most of two pictures is the same, and need not be looked at around each pixel.
    rows, columns = (_squares_around(changed.any(axis=axis)) for axis in (1, 0))
    part = tuple(slice(SQUARE * side.start, SQUARE * side.stop) for side in (rows, columns))
    marks[part] = _beyond(one[part], other[part], tolerance) | _beyond(other[part], one[part], tolerance)
    tints[rows, columns] = _tinted(one[part], other[part], tolerance)
    found = []
    if marks.sum() > tolerance.pixels:
        found.append(f"{marks.sum()} pixels differ")
    if tints.any():
        found.append(f"{tints.sum()} squares of {SQUARE} × {SQUARE} pixels have another color")
    return " and ".join(found), _shown(one, marks, tints) if found else None


def _size(picture: Image.Image) -> str:
    return "{} × {}".format(*picture.size)


def _same_part(seen: Image.Image, approved: Image.Image) -> tuple[np.ndarray, np.ndarray]:
    """Return the part that both have, as numbers: rows, columns, colors."""
    width, height = (min(pair) for pair in zip(seen.size, approved.size, strict=True))
    one, other = (np.asarray(picture.convert("RGB"), dtype=np.int16) for picture in (seen, approved))
    return one[:height, :width], other[:height, :width]


def _squares_around(changed: np.ndarray) -> slice:
    """Return which squares along a side hold what changed there, with one more at each end."""
    places = np.flatnonzero(changed)
    return slice(max(places[0] // SQUARE - 1, 0), places[-1] // SQUARE + 2)


def _beyond(one: np.ndarray, other: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """Return which pixels of `one` are lighter or darker than all of `other` around the same place."""
    around = list(_moved(other, tolerance.moved))
    low, high = np.minimum.reduce(around), np.maximum.reduce(around)
    return ((one < low - tolerance.level) | (one > high + tolerance.level)).any(axis=2)


def _tinted(one: np.ndarray, other: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """Return which squares of `one` are lighter or darker than those of `other`, wherever that may have moved."""
    around = [_means(moved) for moved in _moved(other, tolerance.moved)]
    low, high, mean = np.minimum.reduce(around), np.maximum.reduce(around), _means(one)
    return ((mean < low - tolerance.mean) | (mean > high + tolerance.mean)).any(axis=2)


def _moved(array: np.ndarray, by: int) -> Iterator[np.ndarray]:
    """Yield `array` moved by up to `by` pixels each way, its edges repeated."""
    height, width, _ = array.shape
    wider = np.pad(array, ((by, by), (by, by), (0, 0)), mode="edge")
    for top in range(2 * by + 1):
        for left in range(2 * by + 1):
            yield wider[top : top + height, left : left + width]


def _means(array: np.ndarray) -> np.ndarray:
    """Return the mean colors of the squares that lie in the picture as a whole, or of all of it if it is smaller."""
    height, width, _ = array.shape
    rows, columns = max(height // SQUARE, 1), max(width // SQUARE, 1)
    part = array[: rows * SQUARE, : columns * SQUARE]
    high, wide = min(SQUARE, height), min(SQUARE, width)
    return part.reshape(rows, high, columns, wide, 3).mean(axis=(1, 3))


def _shown(array: np.ndarray, marks: np.ndarray, tints: np.ndarray) -> Image.Image:
    """Return the picture, pale, with what differs in red and squares of another color in orange."""
    pale = (array + 3 * 255) // 4
    squares = np.kron(tints, np.ones((SQUARE, SQUARE), dtype=bool))[: array.shape[0], : array.shape[1]]
    pale[: squares.shape[0], : squares.shape[1]][squares] = (255, 190, 110)
    pale[marks] = (220, 0, 0)
    return Image.fromarray(pale.astype(np.uint8))


def keep(picture: Image.Image, path: Path) -> None:
    """Write a picture as it is, in few bytes: lossless WebP takes a third of what PNG does."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, format="WEBP", lossless=True, quality=100, method=4)

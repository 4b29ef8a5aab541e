"""An author who writes cards, and a reader with an Anki of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.decks.making import Author
from tests.decks.reader import Reader


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Return an author of two topics, who has published nothing yet."""
    return Author(tmp_path / "author")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """Return a reader without cards."""
    reader = Reader(tmp_path / "reader")
    yield reader
    reader.close()

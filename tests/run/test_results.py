"""What is kept of a run is true: files that a result left are those that pages show, whatever ran in between."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scripts.foundation.paths import Places
from scripts.run.results import Runs


@dataclass(frozen=True)
class Snippet:
    """As much of a block as a run looks at: its course, and the state of its code."""

    places: Places
    state: str


def draw(job: tuple[Path, str]) -> str:
    """Write a picture as a figure does, under a name that says nothing of the code's state."""
    file, state = job
    file.write_text(state, encoding="utf-8")
    return state


@pytest.fixture
def pictures(tmp_path: Path) -> Runs:
    """Return a kind of run that leaves a file."""

    def file(block: Any) -> Path:
        return block.places.root / "picture.svg"

    return Runs(
        "pictures",
        "Pictures",
        key=lambda block: block.state,  # type: ignore[attr-defined]
        job=lambda block: (file(block), block.state),  # type: ignore[attr-defined]
        worker=draw,
        mistake=lambda block, error: block.mistake(str(error), ""),
        left=lambda block, _: [file(block)],
    )


def test_a_file_is_that_of_the_code_as_it_is_now_though_another_state_has_overwritten_it(
    pictures: Runs, tmp_path: Path
) -> None:
    places = Places(tmp_path)
    for state in ("first", "second", "first"):
        snippet: Any = Snippet(places, state)
        assert pictures.run_missing([snippet]) == 1
        assert pictures.result(snippet) == state
        assert (tmp_path / "picture.svg").read_text(encoding="utf-8") == state


@pytest.mark.parametrize("saved", [True, False])
def test_what_is_known_and_whole_is_not_run_again(pictures: Runs, tmp_path: Path, saved: bool) -> None:
    snippet: Any = Snippet(Places(tmp_path), "only")
    run = pictures.run_all if saved else pictures.run_missing
    assert [run([snippet]), run([snippet])] == [1, 0]
    (tmp_path / "picture.svg").unlink()
    assert run([snippet]) == 1

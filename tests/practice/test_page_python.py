"""All exercises in the page's Python, which is not the one that foresaw the wrong answers.

What a learner sees of a result is asked of single exercises in `test_on_the_page.py`.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.course.plan import read_plan
from scripts.course.signs import with_signs
from scripts.foundation.paths import HERE, SCRIPTS
from scripts.practice.exercises import Exercise
from tests.kept import Once, browser_version, programs
from tests.practice.learning import EXERCISES, foreseen, reworded, unmarked
from tests.site.reading import LAPTOP

BEGIN_PYTHON = """address => new Promise((ready, broken) => {
  window.python = new Worker(address, { type: 'module' });
  window.python.onmessage = ({ data }) => (data.kind === 'ready' ? ready() : data.kind === 'absent' && broken(data));
})"""
ASK_PYTHON = """async ([exercise, codes]) => {
  const results = [];
  for (const code of codes) {
    window.python.postMessage({ exercise, code });
    const { data } = await new Promise(done => { window.python.onmessage = done; });
    results.push(data.result);
  }
  return results;
}"""


@pytest.fixture(scope="module")
def python(browser: Browser, server: str) -> Iterator[Callable[[], Page]]:
    """Return what opens a page in which Python runs, and nothing else; it takes seconds, and is opened once."""
    context = LAPTOP.context(browser)

    @cache
    def opened() -> Page:
        page = context.new_page()
        page.goto(f"{server}404.html")
        page.evaluate(BEGIN_PYTHON, f"{server}assets/generated/modules/practice-worker.js")
        return page

    yield opened
    context.close()


def published(exercise: Exercise, site: Path) -> dict[str, Any]:
    """Return the exercise as the page fetches it."""
    data: dict[str, Any] = json.loads((site / f"assets/generated/practice/{exercise.topic}.json").read_bytes())
    return data[exercise.id]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_a_blank_wrong_answers_in_any_wording_and_the_solution_get_what_they_deserve(
    exercise: Exercise, python: Callable[[], Page], site: Path, once: Once
) -> None:
    """What judges looks at what an answer does, so of each exercise one wrong answer is worded anew."""

    def look() -> None:
        slips = foreseen(exercise)
        slips.append((reworded(slips[-1][0], exercise.name), slips[-1][1]))
        answers = [exercise.blank, *(answer for answer, _ in slips), exercise.solution]
        blank, *wrong, solution = python().evaluate(ASK_PYTHON, [published(exercise, site), answers])
        missing = next(example["got"] for example in blank["examples"] if not example["ok"])
        assert missing == "The body is still missing."
        assert [unmarked(result["sentence"]) for result in wrong] == [
            unmarked(with_signs(sentence)) for _, sentence in slips
        ]
        assert [result["passed"] for result in (blank, *wrong, solution)] == [False] * (len(slips) + 1) + [True]

    package = HERE.snippets / read_plan().by_slug[exercise.topic].package
    once(look, {*judges(site), *programs(package), *programs(Path(__file__).parent)}, browser_version())


@cache
def judges(site: Path) -> frozenset[Path]:
    """Return what judges answers on a page: Python, and our programs."""
    folders = (
        SCRIPTS / "practice",
        site / "assets" / "generated" / "modules",
        site / "assets" / "generated" / "pyodide",
    )
    return frozenset(path for folder in folders for path in folder.rglob("*.*") if path.is_file())

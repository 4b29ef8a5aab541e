"""All exercises in the page's Python, which is not the one that foresaw the wrong answers.

What a learner sees of a result is asked of single exercises in `test_on_the_page.py`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.practice.exercises import Exercise
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
def python(browser: Browser, server: str) -> Iterator[Page]:
    """A page in which Python runs, and nothing else."""
    context = LAPTOP.context(browser)
    page = context.new_page()
    page.goto(f"{server}404.html")
    page.evaluate(BEGIN_PYTHON, f"{server}assets/generated/modules/practice-worker.js")
    yield page
    context.close()


def published(exercise: Exercise, site: Path) -> dict[str, Any]:
    """Return the exercise as the page fetches it."""
    data: dict[str, Any] = json.loads((site / f"assets/generated/practice/{exercise.topic}.json").read_bytes())
    return data[exercise.id]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.name)
def test_a_blank_wrong_answers_and_the_solution_get_what_they_deserve(
    exercise: Exercise, python: Page, site: Path
) -> None:
    slips = foreseen(exercise)
    answers = [exercise.blank, *(answer for answer, _ in slips), exercise.solution]
    blank, *wrong, solution = python.evaluate(ASK_PYTHON, [published(exercise, site), answers])
    missing = next(example["got"] for example in blank["examples"] if not example["ok"])
    assert missing == "The body is still missing."
    assert [unmarked(result["sentence"]) for result in wrong] == [unmarked(sentence) for _, sentence in slips]
    assert [result["passed"] for result in (blank, *wrong, solution)] == [False] * (len(slips) + 1) + [True]


def test_a_wrong_answer_is_known_in_any_wording(python: Page, site: Path) -> None:
    """What judges looks at what an answer does, so one of each exercise stands for all."""
    for exercise in EXERCISES:
        slips = foreseen(exercise)[-1:]
        answers = [reworded(answer, exercise.name) for answer, _ in slips]
        results = python.evaluate(ASK_PYTHON, [published(exercise, site), answers])
        assert [unmarked(result["sentence"]) for result in results] == [unmarked(sentence) for _, sentence in slips]

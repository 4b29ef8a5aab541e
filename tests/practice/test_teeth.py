"""The checks have teeth: solutions pass, and so do other right answers; blanks, wrong answers and mutants fail."""

import re
from pathlib import Path

import pytest

from scripts.course.plan import read_plan
from scripts.course.snippets import functions_in
from scripts.practice.answers import as_answer
from scripts.practice.checker import check
from scripts.practice.exercises import Exercise
from tests.exercises import EXERCISES

RIGHT = Path(__file__).parent / "right_answers"


def package(exercise: Exercise) -> str:
    return read_plan().by_slug[exercise.topic].package


def right_answers(exercise: Exercise) -> list[tuple[Path, str]]:
    """Return the right answers of another make: files, and functions in them."""
    path = RIGHT / f"{package(exercise)}.py"
    names = [function.name for function in functions_in(path)] if path.is_file() else []
    return [(path, name) for name in names if name.startswith(f"{exercise.name}__")]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_solution_passes_and_the_blank_fails(exercise: Exercise) -> None:
    assert check(exercise.as_data(), exercise.solution)["passed"]
    blank = check(exercise.as_data(), exercise.blank)
    assert not blank["passed"]
    assert blank["cases"]["passed"] == 0
    assert blank["error"] is None, "the blank must at least run"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_what_is_known_of_a_wrong_answer_is_the_same_with_every_python(exercise: Exercise) -> None:
    known = "\n".join(got for slip in exercise.slips for got in slip.got if got)
    known += "\n".join(case["want"] for case in exercise.cases)
    # What an exception says, and where it was raised, is not.
    assert not re.search(r"Traceback|File \"|\(line \d|Error: ", known)


# That each fails, and with its sentence, is asked of the page's own Python, in `test_page_python.py`.
def test_every_exercise_foresees_two_wrong_answers() -> None:
    assert [exercise.id for exercise in EXERCISES if len(exercise.slips) < 2] == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_three_right_answers_of_another_make_or_more_pass(exercise: Exercise) -> None:
    answers = right_answers(exercise)
    assert len(answers) >= (3 if exercise.cases else 0)
    for path, name in answers:
        result = check(exercise.as_data(), as_answer(path, name, exercise.name))
        assert result["error"] is None, name
        assert [example for example in result["examples"] if not example["ok"]] == [], name
        assert result["cases"]["first"] is None, name
        assert result["passed"], name


@pytest.mark.parametrize("path", sorted(RIGHT.glob("*.py")), ids=lambda path: path.stem)
def test_right_answers_belong_to_exercises(path: Path) -> None:
    known = {exercise.name for exercise in EXERCISES if package(exercise) == path.stem}
    assert {function.name.partition("__")[0] for function in functions_in(path)} <= known

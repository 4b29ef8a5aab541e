"""The checks have teeth: solutions pass, and so do other right answers; blanks, wrong answers and mutants fail."""

import re
from pathlib import Path

import pytest

from scripts.course.model import load_course
from scripts.course.plan import read_plan
from scripts.course.snippets import functions_in
from scripts.foundation.paths import HERE
from scripts.practice.answers import as_answer
from scripts.practice.checker import check
from scripts.practice.exercises import Exercise, exercises_of
from scripts.practice.judge import wrong_answers

EXERCISES = exercises_of(load_course())
SLIPS = [(exercise, slip) for exercise in EXERCISES for slip in exercise.slips]
RIGHT = Path(__file__).parent / "right_answers"


def package(exercise: Exercise) -> str:
    return read_plan().by_slug[exercise.topic].package


def right_answers(exercise: Exercise) -> list[tuple[Path, str]]:
    """Return the right answers of another make: files, and functions in them."""
    path = RIGHT / f"{package(exercise)}.py"
    names = [function.name for function in functions_in(path)] if path.is_file() else []
    return [(path, name) for name in names if name.startswith(f"{exercise.name}__")]


ALTERNATIVES = [(exercise, *answer) for exercise in EXERCISES for answer in right_answers(exercise)]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_solution_passes_and_the_blank_fails(exercise: Exercise) -> None:
    assert check(exercise.as_data(), exercise.solution)["passed"]
    blank = check(exercise.as_data(), exercise.blank)
    assert not blank["passed"]
    assert blank["cases"]["passed"] == 0
    assert blank["error"] is None, "the blank must at least run"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_foresees_two_wrong_answers(exercise: Exercise) -> None:
    assert len(exercise.slips) >= 2


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_what_is_known_of_a_wrong_answer_is_the_same_with_every_python(exercise: Exercise) -> None:
    known = "\n".join(got for slip in exercise.slips for got in slip.got if got)
    known += "\n".join(case["want"] for case in exercise.cases)
    # What an exception says, and where it was raised, is not.
    assert not re.search(r"Traceback|File \"|\(line \d|Error: ", known)


@pytest.mark.parametrize(("exercise", "slip"), SLIPS, ids=lambda value: getattr(value, "name", ""))
def test_a_wrong_answer_fails_with_its_sentence(exercise: Exercise, slip: object) -> None:
    (wrong,) = [w for w in wrong_answers(HERE.snippets / package(exercise), exercise.name) if w.name == slip.name]
    result = check(exercise.as_data(), as_answer(wrong.path, wrong.name, exercise.name))
    assert not result["passed"]
    assert result["sentence"] == slip.sentence


@pytest.mark.parametrize(("exercise", "path", "name"), ALTERNATIVES, ids=lambda value: str(value)[:60])
def test_a_right_answer_of_another_make_passes(exercise: Exercise, path: Path, name: str) -> None:
    result = check(exercise.as_data(), as_answer(path, name, exercise.name))
    assert result["error"] is None
    assert [example for example in result["examples"] if not example["ok"]] == []
    assert result["cases"]["first"] is None
    assert result["passed"]


@pytest.mark.parametrize("exercise", [e for e in EXERCISES if e.cases], ids=lambda exercise: exercise.id)
def test_three_right_answers_of_another_make_are_tried(exercise: Exercise) -> None:
    assert len(right_answers(exercise)) >= 3


@pytest.mark.parametrize("path", sorted(RIGHT.glob("*.py")), ids=lambda path: path.stem)
def test_right_answers_belong_to_exercises(path: Path) -> None:
    known = {exercise.name for exercise in EXERCISES if package(exercise) == path.stem}
    assert {function.name.partition("__")[0] for function in functions_in(path)} <= known

"""The checks have teeth: solutions pass, blanks fail, and every foreseen wrong answer fails with its sentence."""

import re

import pytest

from scripts.course import load_course
from scripts.plan import the_plan
from scripts.practice.checker import check
from scripts.practice.exercises import Exercise, as_answer, exercises_of, wrong_answers

EXERCISES = exercises_of(load_course())
SLIPS = [(exercise, slip) for exercise in EXERCISES for slip in exercise.slips]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_the_solution_passes_and_the_blank_fails(exercise: Exercise) -> None:
    assert check(exercise.as_data(), exercise.solution)["passed"]
    blank = check(exercise.as_data(), exercise.blank)
    assert not blank["passed"]
    assert blank["error"] is None, "the blank must at least run"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_foresees_two_wrong_answers_and_tells_them_apart(exercise: Exercise) -> None:
    results = [tuple(slip.got) for slip in exercise.slips]
    assert len(results) >= 2
    assert len(set(results)) == len(results), "two wrong answers give the same: their sentences would be mixed up"


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_what_is_known_of_a_wrong_answer_is_the_same_with_every_python(exercise: Exercise) -> None:
    known = "\n".join(got for slip in exercise.slips for got in slip.got)
    # What an exception says, and where it was raised, is not.
    assert not re.search(r"Traceback|File \"|\(line \d|Error: ", known)


@pytest.mark.parametrize(("exercise", "slip"), SLIPS, ids=lambda value: getattr(value, "name", ""))
def test_a_wrong_answer_fails_with_its_sentence(exercise: Exercise, slip: object) -> None:
    package = the_plan().by_slug[exercise.topic].package
    (wrong,) = [w for w in wrong_answers(package, exercise.name) if w.name == slip.name]
    result = check(exercise.as_data(), as_answer(wrong, exercise.name))
    assert not result["passed"]
    assert result["sentence"] == slip.sentence

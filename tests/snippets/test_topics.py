"""What holds for the exercises, wrong answers and checks of every topic."""

import importlib
import inspect

import numpy as np
import pytest

from scripts.course import snippets
from scripts.course.model import load_course
from scripts.foundation.paths import SNIPPETS
from scripts.practice.exercises import exercises_of

TOPICS = sorted(path.parent.name for path in SNIPPETS.glob("*/exercises.py"))
ON_PAGES = {(exercise.topic.replace("-", "_"), exercise.name) for exercise in exercises_of(load_course())}


def functions(topic, module):
    """Return the public functions of a topic's module, by name."""
    found = snippets.functions(topic, module)
    return {name: getattr(importlib.import_module(one.module), name) for name, one in found.items()}


@pytest.mark.parametrize("topic", TOPICS)
def test_every_exercise_stands_on_a_page(topic):
    assert set(functions(topic, "exercises")) == {name for package, name in ON_PAGES if package == topic}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_wrong_answer_is_called_as_its_exercise(topic):
    exercises, answers = functions(topic, "exercises"), functions(topic, "wrong_answers")
    assert answers
    for name, wrong in answers.items():
        exercise, slip = name.split("__")
        assert slip
        assert inspect.signature(wrong) == inspect.signature(exercises[exercise]), name


@pytest.mark.parametrize("topic", TOPICS)
def test_a_check_agrees_and_notices_a_disturbed_claim(topic):
    """Of checks that take no random inputs; the build disturbs the others, and more thoroughly."""
    for name, check in functions(topic, "checks").items():
        if not inspect.getdoc(check).startswith("$$") or inspect.signature(check).parameters:
            continue
        claimed, measured, *tolerance = check()
        claimed, measured = np.asarray(claimed), np.asarray(measured)
        assert claimed.shape == measured.shape, name
        bound = (tolerance or [1e-6])[0] * np.abs(measured).max()
        assert np.abs(claimed - measured).max() <= bound, name
        assert np.abs(1.01 * claimed - measured).max() > bound, name

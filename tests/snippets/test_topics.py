"""What holds for the snippets of every topic: what they are made of, exercises, wrong answers, checks."""

import ast
import importlib
import inspect
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from scripts.course import snippets
from scripts.foundation.paths import HERE
from tests.exercises import EXERCISES
from tests.snippets.mathematics import FILES, PACKAGES

TOPICS = sorted(path.parent.name for path in HERE.snippets.glob("*/exercises.py"))
ON_PAGES = {(exercise.topic.replace("-", "_"), exercise.name) for exercise in EXERCISES}


def functions(topic, module):
    """Return the public functions of a topic's module, by name."""
    found = snippets.functions(HERE.snippets / topic, module)
    return {name: getattr(importlib.import_module(one.module), name) for name, one in found.items()}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_kind_is_the_same_in_every_topic(topic):
    made = {
        kind: [path.relative_to(HERE.snippets / topic) for path in snippets.module_files(HERE.snippets / topic, kind)]
        for kind in (*PACKAGES, *FILES)
    }
    assert {kind: files for kind, files in made.items() if files != [Path(f"{kind}.py")]}.keys() == set(PACKAGES)
    for kind in PACKAGES:
        names, *subjects = made[kind]
        assert (names, bool(subjects)) == (Path(kind, "__init__.py"), True)
        parsed = ast.parse((HERE.snippets / topic / names).read_text(encoding="utf-8"))
        assert len(parsed.body) == 1, "no more than a docstring"


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("kind", ["examples", "figures", "checks"])
def test_a_function_that_a_page_names_is_defined_once(topic, kind):
    names = [
        one.name for path in snippets.module_files(HERE.snippets / topic, kind) for one in snippets.functions_in(path)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


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

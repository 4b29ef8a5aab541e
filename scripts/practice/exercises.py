"""The exercises of the course as data: what a learner gets, and what their answer is checked with."""

import re
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from scripts.blocks.base import marked
from scripts.blocks.exercise import exercise_title
from scripts.course import Course, Topic
from scripts.practice import checker
from scripts.snippet_code import Function, function_of, functions
from scripts.source import Block


@dataclass(frozen=True)
class Slip:
    """A wrong answer that people give: its name, what it gives for each example, and what a teacher would say."""

    name: str
    sentence: str
    got: list[str]


@dataclass(frozen=True)
class Exercise:
    """An exercise: `name` is its function; `id` that of its block; `prelude` what its module defines besides."""

    id: str
    name: str
    title: str
    topic: str
    number: int
    docstring: str
    blank: str
    prelude: str
    hints: list[str]
    solution: str
    slips: list[Slip]

    def as_data(self) -> dict[str, Any]:
        """Return the exercise as JSON can hold it."""
        return asdict(self)


def exercises_of(course: Course) -> list[Exercise]:
    """Return the exercises of all topics, in course order."""
    return [_exercise(topic, block) for topic, block in course.blocks("exercise")]


def _exercise(topic: Topic, block: Block) -> Exercise:
    function = function_of(block, "exercises")
    prelude = checker.without_function(function.path.read_text(encoding="utf-8"), function.name)
    needed = {"name": function.name, "prelude": prelude, "docstring": function.docstring}
    return Exercise(
        id=block.id,
        name=function.name,
        title=exercise_title(function.name),
        topic=topic.planned.slug,
        number=topic.planned.number,
        docstring=function.docstring,
        blank=_imports(prelude) + function.blank,
        prelude=prelude,
        hints=marked(block.body, "Hint:")[1],
        solution=function.source,
        slips=[_slip(needed, wrong) for wrong in wrong_answers(topic.planned.package, function.name)],
    )


def wrong_answers(package: str, exercise: str) -> list[Function]:
    """Return the foreseen wrong answers to an exercise, in the order of their module."""
    known = functions(package, "wrong_answers").values()
    return [function for function in known if function.name.startswith(f"{exercise}__")]


def as_answer(wrong: Function, exercise: str) -> str:
    """Return a wrong answer as a learner would give it: under the exercise's name, with what its module imports."""
    module = wrong.path.read_text(encoding="utf-8")
    renamed = re.sub(rf"\b{re.escape(wrong.name)}\b", exercise, wrong.source)
    return f"{_helpers(module)}\n{renamed}\n"


def _slip(needed: dict[str, Any], wrong: Function) -> Slip:
    found = checker.check(needed, as_answer(wrong, needed["name"]))
    got = [checker.outcome(example) for example in found["examples"]]
    return Slip(wrong.name, " ".join(wrong.docstring.split()), got)


def _imports(module: str) -> str:
    lines = [line for line in module.split("\n") if re.match(r"(import|from) ", line)]
    return "\n".join(lines) + "\n\n\n" if lines else ""


@cache
def _helpers(module: str) -> str:
    """Return what a module of wrong answers has besides them: imports and helpers."""
    for name in re.findall(r"^def (\w+__\w+)\(", module, re.MULTILINE):
        module = checker.without_function(module, name)
    return module

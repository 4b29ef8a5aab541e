"""The exercises of the course as data: what a learner gets, and what their answer is checked with."""

import re
from dataclasses import asdict, dataclass
from typing import Any

from scripts.course.model import Course, Topic
from scripts.course.page import Block
from scripts.course.signs import with_signs
from scripts.course.snippets import function_of
from scripts.pages.blocks.base import marked
from scripts.pages.blocks.exercise import exercise_title
from scripts.practice.judge import Given, judge_all, judgment, needed, wrong_answers


@dataclass(frozen=True)
class Slip:
    """A wrong answer that people give: its name, what a teacher would say, and what it gives.

    `got` is the outcome of each example, then of each case, None where that is right.
    """

    name: str
    sentence: str
    got: Given


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
    cases: list[dict[str, str]]
    slips: list[Slip]

    def as_data(self) -> dict[str, Any]:
        """Return the exercise as JSON can hold it."""
        return asdict(self)


def exercises_of(course: Course) -> list[Exercise]:
    """Return the exercises of all topics, in course order. What their authors must mend is reported."""
    judge_all(course)
    return [_exercise(topic, block) for topic, block in course.blocks("exercise")]


def _exercise(topic: Topic, block: Block) -> Exercise:
    function = function_of(block, "exercises")
    known, judged = needed(function), judgment(block)
    wrong = [answer for answer in wrong_answers(block.package, function.name) if answer.name in judged["slips"]]
    return Exercise(
        **known,
        id=block.id,
        title=exercise_title(function.name),
        topic=topic.planned.slug,
        number=topic.planned.number,
        blank=_imports(known["prelude"]) + function.blank,
        hints=marked(block.body, "Hint:")[1],
        solution=function.source,
        cases=judged["cases"],
        slips=[
            Slip(slip.name, with_signs(" ".join(slip.docstring.split())), judged["slips"][slip.name]) for slip in wrong
        ],
    )


def _imports(module: str) -> str:
    lines = [line for line in module.split("\n") if re.match(r"(import|from) ", line)]
    return "\n".join(lines) + "\n\n\n" if lines else ""

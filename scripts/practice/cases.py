"""The cases of an exercise: inputs from its function in the topic's `cases` module, and what the solution gives.

Examples teach; cases judge, besides them. The function has the exercise's name, takes a seeded `random.Random` and
yields expressions.
"""

import ast
import importlib
import random
import re
from typing import Any

from scripts.course.snippets import Function
from scripts.practice.checker import RAISES, Answer, Exercise, outcome
from scripts.practice.values import is_value, shortened
from scripts.run.apart import describe

FEWEST, MOST = 10, 40

Case = dict[str, str]


class CaseError(Exception):
    """What an author must mend in the cases of an exercise: what is wrong, and the remedy."""


def cases_of(function: Function, exercise: Exercise, solution: str) -> list[Case]:
    """Return the cases that `function` yields, each with its `source` and what is wanted. Raises `CaseError`."""
    sources = _sources(function)
    answer = Answer({**exercise, "cases": [{"source": source, "want": ""} for source in sources]}, solution)
    return [{"source": case["source"], "want": _wanted(case, exercise)} for case in answer.cases()]


def _sources(function: Function) -> list[str]:
    # Seeded by the name, which is the same with every Python, so that adding an exercise changes no other's cases.
    seed = random.Random(f"{function.module}.{function.name}")  # noqa: S311 (for tests, not for secrets)
    try:
        yielded = list(getattr(importlib.import_module(function.module), function.name)(seed))
    except Exception as error:
        raise CaseError(f"the function fails: {describe(error)}", "mend it; it takes `random`") from None
    sources: list[str] = list(dict.fromkeys(yielded))
    for source in sources:
        _check_source(source, function.name)
    if not FEWEST <= len(sources) <= MOST:
        raise CaseError(f"there are {len(sources)} different cases", f"yield {FEWEST} to {MOST}")
    return sources


def _check_source(source: Any, name: str) -> None:
    try:
        tree = ast.parse(source, mode="eval")
    except (SyntaxError, TypeError, ValueError):
        raise CaseError(f"{source!r} is not an expression", "yield Python expressions as strings") from None
    if not any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(tree)):
        raise CaseError(f"the case {source!r} does not call {name}", "ask for what the exercise's function returns")


def _wanted(case: dict[str, Any], exercise: Exercise) -> str:
    source, want = case["source"], outcome(case)
    if case["raised"] and not re.search(rf"\b{case['raised'][0]}\b", exercise["docstring"]):
        raise CaseError(
            f"with {source} the worked solution raises {case['got']}",
            "leave out what the task does not admit, or say in the task what to raise",
        )
    if not case["raised"] and not is_value(want):
        raise CaseError(f"{source} gives {want[:80]}, which is no value to compare", "ask for numbers, words or lists")
    return want if want.startswith(RAISES) else shortened(want)

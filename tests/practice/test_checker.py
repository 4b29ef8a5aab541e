"""What the checker makes of an answer: examples in one run, cases each by itself, exceptions by type, slips by both."""

from typing import Any

import pytest

from scripts.practice.checker import check

DOCSTRING = """Return the numbers with 1 added to each. For an empty list raise RuntimeError.

>>> numbers = [1, 2]
>>> raised(numbers)
[2, 3]
>>> numbers
[1, 2]
>>> raised([])
Traceback (most recent call last):
    ...
RuntimeError: nothing to raise
"""
CASES = [
    {"source": "raised([0.5])", "want": "[1.5]"},
    {"source": "(raised(n := [4]), n)", "want": "([5], [4])"},
    {"source": "raised([-1.0])", "want": "[0.0]"},
    {"source": "raised([])", "want": "raises RuntimeError"},
]
EXERCISE = {"name": "raised", "prelude": "import math\n", "docstring": DOCSTRING, "cases": CASES}
RIGHT = """
def raised(numbers):
    if not numbers:
        raise RuntimeError("nothing to raise")
    return [n + 1 for n in numbers]
"""


def failing(result: dict[str, Any]) -> list[str]:
    """Return the sources of the examples that fail, and of the first case that does."""
    first = result["cases"]["first"]
    return [result["source"] for result in [*result["examples"], *([first] if first else [])] if not result["ok"]]


def test_a_right_answer_passes_examples_and_cases() -> None:
    result = check(EXERCISE, RIGHT)
    assert result["passed"]
    assert failing(result) == []
    assert result["cases"] == {"total": 4, "passed": 4, "first": None}


def test_the_first_case_that_differs_is_told_with_what_came() -> None:
    result = check(EXERCISE, RIGHT.replace("return", "if numbers[0] == -1: return 1 / 0\n    return"))
    assert not result["passed"]
    assert all(example["ok"] for example in result["examples"])
    assert result["cases"]["passed"] == 3
    first = result["cases"]["first"]
    assert (first["source"], first["want"]) == (CASES[2]["source"], CASES[2]["want"])
    assert first["got"] == "ZeroDivisionError: division by zero (line 5)"


@pytest.mark.parametrize(
    "code",
    [
        RIGHT.replace("nothing to raise", "no"),
        RIGHT.replace('RuntimeError("nothing to raise")', "RuntimeError"),
        "class Empty(RuntimeError):\n    pass\n" + RIGHT.replace("RuntimeError", "Empty"),
    ],
)
def test_an_exception_counts_by_its_type_whatever_it_says(code: str) -> None:
    assert check(EXERCISE, code)["passed"]


@pytest.mark.parametrize(
    "instead",
    [
        *("raise ValueError('nothing to raise')", "raise Exception", "raise NotImplementedError"),
        *("return 'RuntimeError'", "return raised(numbers)"),
        "print('Traceback (most recent call last):\\nRuntimeError: nothing to raise')",
    ],
)
def test_another_exception_or_none_does_not_count(instead: str) -> None:
    result = check(EXERCISE, RIGHT.replace('raise RuntimeError("nothing to raise")', instead))
    assert failing(result) == ["raised([])", "raised([])"]


@pytest.mark.parametrize(
    "code",
    [
        "seen = []\n" + RIGHT.replace("    return [n", "    seen.append(1)\n    return [len(seen) * 0 + n"),
        RIGHT.replace("(numbers)", "(numbers, seen=[])")
        .replace("+ 1", "+ 1 + (len(seen) > 2)")
        .replace("    return", "    seen.append(0)\n    return"),
        "import builtins\n"
        + RIGHT.replace("    return", "    builtins.kept = getattr(builtins, 'kept', 0)\n    return"),
    ],
)
def test_a_case_does_not_see_what_another_has_changed(code: str) -> None:
    # The second would fail from the third call on.
    assert check(EXERCISE, code)["passed"]


def test_what_an_answer_prints_spoils_nothing_and_what_the_cases_print_is_not_told() -> None:
    result = check(EXERCISE, "print('top')\n" + RIGHT.replace("    return", "    print(numbers)\n    return"))
    assert result["passed"]
    assert result["printed"] == "top\n[1, 2]\n"


def test_a_foreseen_wrong_answer_is_known_by_examples_and_cases_together() -> None:
    wrong = [None, None, None, None, None, None, "[-2.0]", None]
    other = [None, None, None, None, "[2.5]", None, "[-2.0]", None]
    slips = [{"sentence": "both", "got": other}, {"sentence": "one", "got": wrong}]
    code = RIGHT.replace("    return", "    if numbers[0] < 0:\n        return (n - 1 for n in numbers)\n    return")
    assert check({**EXERCISE, "slips": slips}, code)["sentence"] == ""
    code = code.replace("(n - 1 for n in numbers)", "(-2,)")
    assert check({**EXERCISE, "slips": slips}, code)["sentence"] == "one"
    assert check({**EXERCISE, "slips": [{"sentence": "right", "got": [None] * 8}]}, RIGHT)["sentence"] == ""


@pytest.mark.parametrize("want", ["4.248354255291589e-18", "1.5"])
def test_an_example_is_compared_as_it_is_written(want: str) -> None:
    exercise = {"name": "f", "prelude": "", "docstring": f">>> f()\n{want}\n", "cases": []}
    assert check(exercise, f"def f():\n    return {want} * (1 + 1e-12)\n")["passed"]
    assert not check(exercise, f"def f():\n    return {want} * (1 + 1e-6)\n")["passed"]

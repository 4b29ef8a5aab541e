"""What a result of practice says in words: how many examples and inputs pass, and what helps with an error."""

import json
from typing import Any

import pytest

from tests.explorables.javascript import evaluate


def said(function: str, *arguments: Any) -> Any:
    """Return what a function of the module gives."""
    return evaluate("words", f"module.{function}({', '.join(map(json.dumps, arguments))})", folder="practice")[0]


def example(ok: bool, got: str = "1", want: str = "1") -> dict[str, Any]:
    return {"source": "f(1)", "want": want, "got": got, "ok": ok}


def result(*examples: dict[str, Any], total: int = 0, passed: int = 0, first: Any = None) -> dict[str, Any]:
    cases = {"total": total, "passed": passed, "first": first}
    right = all(one["ok"] for one in examples) and total == passed
    return {"error": None, "examples": list(examples), "cases": cases, "passed": right}


GOOD, BAD = example(True), example(False, "2")
SET_UP = example(True, "", "")
MISSING = example(False, "The body is still missing.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (result(GOOD), "The example passes."),
        (result(GOOD, GOOD), "All 2 examples pass."),
        (result(SET_UP, GOOD, GOOD, total=12, passed=12), "All 2 examples and 12 more inputs pass."),
        (result(GOOD, BAD, BAD), "1 of 3 examples passes."),
        (result(example(False, "NameError: no", ""), GOOD), "1 of 2 examples passes."),
        (result(GOOD, GOOD, BAD), "2 of 3 examples pass."),
        (result(BAD, total=9, passed=3), "0 of 1 examples pass."),
        (result(GOOD, total=12, passed=11, first=BAD), "The example passes, but 1 of 12 more inputs does not."),
        (result(GOOD, GOOD, total=12, passed=4, first=BAD), "All 2 examples pass, but 8 of 12 more inputs do not."),
        (result(SET_UP, MISSING, total=12), "The body is still missing. Write it, then check again."),
        (result(MISSING, BAD, total=12), "The body is still missing. Write it, then check again."),
        (result(SET_UP, MISSING, total=12, passed=1), "0 of 1 examples pass."),
        ({**result(), "error": {"message": "SyntaxError", "line": 3}}, "Python stops at line 3."),
        ({**result(), "error": {"message": "nothing", "line": None}}, "Your answer could not be checked."),
    ],
)
def test_a_summary_counts_what_passes(given: dict[str, Any], words: str) -> None:
    assert said("summary", given) == words


def test_another_input_is_shown_only_if_all_examples_pass() -> None:
    assert said("shownExamples", result(GOOD, total=9, passed=8, first=BAD)) == [GOOD, BAD]
    assert said("shownExamples", result(GOOD, BAD, total=9, passed=8, first=BAD)) == [GOOD, BAD]
    assert said("shownExamples", result(BAD, total=9, passed=8, first=BAD)) == [BAD]
    assert said("shownExamples", result(GOOD, total=9, passed=9)) == [GOOD]


def test_the_line_that_a_result_points_at_is_that_of_the_first_failure() -> None:
    raised = example(False, "ZeroDivisionError: by zero (line 7)")
    assert said("wrongLineOf", result(GOOD, BAD, raised)) == {"message": "ZeroDivisionError: by zero", "line": 7}
    assert said("wrongLineOf", result(example(True, "seen (line 7)"))) is None
    assert said("wrongLineOf", {**result(), "error": {"message": "SyntaxError", "line": None}}) is None


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("MemoryError", "more memory"),
        ("RecursionError: maximum", "calling itself"),
        ("SystemExit: 3", "return a value"),
        ("TabError: inconsistent", "spaces"),
        ("ModuleNotFoundError: No module named 'numpy'", "standard library"),
        ("ValueError: MemoryError", ""),
    ],
)
def test_an_error_is_explained(message: str, words: str) -> None:
    assert words in said("explained", message) and bool(said("explained", message)) == bool(words)


SILENT = example(False, "")


@pytest.mark.parametrize(
    ("given", "silent"),
    [
        (result(SILENT, SILENT), True),
        (result(GOOD, SILENT), True),
        (result(SILENT, BAD), False),
        (result(GOOD), False),
        (result(example(False, "", "raises ValueError")), False),
    ],
)
def test_an_answer_that_only_returns_nothing_is_asked_for_its_return(given: dict[str, Any], silent: bool) -> None:
    assert said("isSilent", given) == silent


def test_what_is_endless_is_cut_and_a_traceback_is_its_last_line() -> None:
    assert said("outcome", "") == "nothing"
    assert said("outcome", "x" * 1500) == "x" * 1500
    assert said("outcome", "x" * 2000) == "x" * 1500 + " … (2,000 characters)"
    assert said("outcome", "Traceback (most recent call last):\n  File\nValueError: no\n") == "raises ValueError: no"


def test_loading_is_told_in_megabytes() -> None:
    assert said("loadingInWords", {"loaded": 1_250_000, "total": 9_000_000}).endswith(": 1.3 of 9.0 MB")
    assert said("loadingInWords", {"loaded": 9, "total": 9}) == "Starting Python …"

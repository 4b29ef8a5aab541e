"""Checking a learner's answer to an exercise: the same in the browser, in the downloaded folder and in the tests.

Only the standard library is used, and nothing of ours but what lies beside it, because these files travel: the page's
Python runs them, and they lie in the zip beside the blanks. An answer is checked by the examples of the exercise's
docstring, one after another, and then by its cases, expressions that are evaluated each by itself. Values are compared
as values, exceptions by their type. What the learner prints is kept apart, so that looking at a value spoils no
example. A wrong answer that somebody has foreseen is recognized by what it returns, not by its text.
"""

import ast
import doctest
import io
import json
import re
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from typing import Any

from .values import same

Exercise = dict[str, Any]
Result = dict[str, Any]
Names = dict[str, Any]

PRINTED_AT_MOST = 10_000
RAISES = "raises "
# Kinds of RuntimeError that happen by accident: a body still missing, a function that keeps calling itself.
ACCIDENTS = {"NotImplementedError", "RecursionError"}


class Printed(io.TextIOBase):
    """What a learner printed, cut where nobody would read on."""

    def __init__(self) -> None:
        self.text = ""
        self.cut = False

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        room = PRINTED_AT_MOST - len(self.text)
        self.text += text[:room]
        self.cut = self.cut or len(text) > room
        return len(text)


class Answer:
    """An answer to an exercise, compiled, so that it can be run afresh for each case.

    `exercise` has `name`, `prelude` (what the exercise's module defines besides), `docstring`, and may have `cases`
    (each with `source`, and `want`: a value as Python shows it, or `raises ValueError`). `code` is a text or a syntax
    tree, and `given` holds names that it finds defined. Raises what compiling raises.
    """

    def __init__(self, exercise: Exercise, code: str | ast.Module, given: Names | None = None) -> None:
        self._exercise = exercise
        self._prelude = compile(exercise["prelude"], "<exercise>", "exec")
        self._code = compile(code, "<answer>", "exec")
        self._given = given or {}

    def names(self, printed: Printed) -> Names:
        """Run the answer and return what it defines; what it prints, then and later, goes to `printed`."""
        space: Names = {"__name__": "exercise", **self._given}
        exec(self._prelude, space)  # noqa: S102 (running answers is its job)
        space["print"] = _printer(printed)
        with redirect_stdout(printed):
            exec(self._code, space)  # noqa: S102
        return space

    def examples(self, space: Names) -> Iterator[Result]:
        """Run the examples of the docstring and yield what each wants and gets.

        The examples print for themselves; only the answer's own printing goes elsewhere.
        """
        own = _without_print(space)
        for example in doctest.DocTestParser().get_examples(self._exercise["docstring"]):
            source, want = example.source.rstrip("\n"), example.want.rstrip("\n")
            expected = RAISES + _type_named(example.exc_msg) if example.exc_msg is not None else want
            yield {**run(source, expected, own, written=True), "want": want}

    def cases(self) -> Iterator[Result]:
        """Run the cases and yield what each wants and gets. None sees what another one has changed."""
        for case in self._exercise.get("cases", []):
            space = _without_print(self.names(Printed()))
            yield run(case["source"], case["want"], space)


def check(exercise: Exercise, code: str) -> Result:
    """Check `code` and return a dictionary that JSON can hold.

    `exercise` is as for an `Answer`, and has `slips`: a list of foreseen wrong answers, each with `got` (the `outcome`
    of each example and each case, None where it is right) and `sentence`.

    The result has `error` (None, or `message` and `line`), `examples` (each with `source`, `want`, `got`, `ok`, and
    `raised`, the names of an exception's types), `cases` (`total`, `passed`, and `first`: the first that differs, like
    an example, or None), `passed`, `sentence` (what a teacher would say to this answer, or empty), `printed` and `cut`.
    """
    printed = Printed()
    result = unfinished(None)
    try:
        answer = Answer(exercise, code)
        space = answer.names(printed)
    except BaseException as error:
        result["error"] = describe(error)
    else:
        if callable(space.get(exercise["name"])):
            examples, cases = list(answer.examples(space)), list(answer.cases())
            wrong = [case for case in cases if not case["ok"]]
            result["examples"] = examples
            result["cases"] = {"total": len(cases), "passed": len(cases) - len(wrong), "first": next(iter(wrong), None)}
            result["passed"] = bool(examples) and not wrong and all(example["ok"] for example in examples)
            if not result["passed"]:
                result["sentence"] = recognized([*examples, *cases], exercise.get("slips", []))
        else:
            result["error"] = {"message": f"There is no function named {exercise['name']} any more.", "line": None}
    result["printed"], result["cut"] = printed.text, printed.cut
    return result


def unfinished(error: Result | None) -> Result:
    """Return the result of a check that has come to nothing, for the reason `error`."""
    cases = {"total": 0, "passed": 0, "first": None}
    words = {"sentence": "", "printed": "", "cut": False}
    return {"error": error, "examples": [], "cases": cases, "passed": False, **words}


def run(source: str, want: str, space: Names, *, written: bool = False) -> Result:
    """Run a line as at Python's prompt and return what it wants and gets."""
    out = io.StringIO()
    result: Result = {"source": source, "want": want, "got": "", "ok": False, "raised": []}
    try:
        with redirect_stdout(out), _showing():
            exec(compile(source, "<example>", "single"), space)  # noqa: S102
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        told = describe(error)
        result["raised"] = [kind.__name__ for kind in type(error).__mro__]
        result["ok"] = want.startswith(RAISES) and _counts(want.removeprefix(RAISES), result["raised"])
        where = f" (line {told['line']})" if told["line"] and not result["ok"] else ""
        result["got"] = told["message"] + where
    else:
        result["got"] = out.getvalue().rstrip("\n")
        result["ok"] = not want.startswith(RAISES) and same(want, result["got"], written=written)
    return result


def _counts(wanted: str, raised: list[str]) -> bool:
    """Return whether an exception (its type and those above) counts as `wanted`: by its type, or as a kind of it."""
    return wanted == raised[0] or (wanted in raised and raised[0] not in ACCIDENTS)


@contextmanager
def _showing() -> Iterator[None]:
    """Let values be shown as Python shows them, whatever shows them otherwise."""
    before, sys.displayhook = sys.displayhook, sys.__displayhook__
    try:
        yield
    finally:
        sys.displayhook = before


def _without_print(space: Names) -> Names:
    own = dict(space)
    own.pop("print", None)
    return own


def _type_named(message: str) -> str:
    """Return the name of an exception's type from the last lines of its traceback."""
    return re.split(r"[:\s]", message)[0].rpartition(".")[2]


def outcome(result: Result) -> str:
    """Return what an example came to, as it is compared: of an exception its type alone.

    What an exception says depends on the Python, and where it was raised on how an answer is laid out.
    """
    return RAISES + result["raised"][0] if result["raised"] else str(result["got"])


def describe(error: BaseException) -> Result:
    """Return an exception as a learner can use it: the message, and the line in their own code."""
    if isinstance(error, SyntaxError):
        return {"message": f"{type(error).__name__}: {error.msg}", "line": error.lineno}
    if isinstance(error, NotImplementedError) and not str(error):
        return {"message": "The body is still missing.", "line": None}
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<answer>"]
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return {"message": words[:500], "line": lines[-1] if lines else None}


def recognized(results: list[Result], slips: list[Result]) -> str:
    """Return the sentence for the foreseen wrong answer that gives just this, or an empty string."""
    for slip in slips:
        if len(slip["got"]) == len(results) and all(map(_alike, slip["got"], results)):
            return str(slip["sentence"])
    return ""


def _alike(got: str | None, result: Result) -> bool:
    if got is None or result["ok"]:
        return got is None and bool(result["ok"])
    return same(got, outcome(result))


def _printer(printed: Printed) -> Callable[..., None]:
    def print_apart(
        *values: object, sep: str | None = " ", end: str | None = "\n", file: Any = None, flush: bool = False
    ) -> None:
        target = printed if file in (None, sys.stdout) else file
        target.write((" " if sep is None else sep).join(map(str, values)) + ("\n" if end is None else end))

    return print_apart


def main() -> None:
    """Answer a question on standard input, JSON in and JSON out."""
    asked = json.load(sys.stdin)
    print(json.dumps(check(asked["exercise"], asked["code"])))

"""Checking a learner's answer to an exercise: the same in the browser, in the downloaded folder and in the tests.

Only the standard library is used, and nothing of ours, because this file travels: the page's Python runs it, and it
lies in the zip beside the blanks. An answer is checked by the examples of the exercise's docstring, as `doctest` runs
them. What the learner prints is kept apart, so that looking at a value spoils no example. A wrong answer that somebody
has foreseen is recognized by what it returns, not by its text.
"""

import ast
import doctest
import io
import json
import re
import sys
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

Exercise = dict[str, Any]
Result = dict[str, Any]

PRINTED_AT_MOST = 10_000
_NUMBER = re.compile(r"-?\d+\.?\d*(?:[eE][-+]?\d+)?")


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


def check(exercise: Exercise, code: str) -> Result:
    """Check `code` and return a dictionary that JSON can hold.

    `exercise` has `name`, `prelude` (what the exercise's module defines besides), `docstring`, and `slips`: a list of
    foreseen wrong answers, each with `got` (the `outcome` of each example) and `sentence`.

    The result has `error` (None, or `message` and `line`), `examples` (each with `source`, `want`, `got`, `ok`, and
    `raised`, the name of an exception or empty),
    `passed`, `sentence` (what a teacher would say to this answer, or empty), `printed` and `cut`.
    """
    printed = Printed()
    space: dict[str, Any] = {"__name__": "exercise"}
    result: Result = {"error": None, "examples": [], "passed": False, "sentence": "", "printed": "", "cut": False}
    try:
        exec(compile(exercise["prelude"], "<exercise>", "exec"), space)  # noqa: S102 (running answers is its job)
        space["print"] = _printer(printed)
        with redirect_stdout(printed):
            exec(compile(code, "<answer>", "exec"), space)  # noqa: S102
    except BaseException as error:
        result["error"] = describe(error)
    else:
        if callable(space.get(exercise["name"])):
            result["examples"] = run_examples(exercise, space)
        else:
            result["error"] = {"message": f"There is no function named {exercise['name']} any more.", "line": None}
    examples = result["examples"]
    result["passed"] = bool(examples) and all(example["ok"] for example in examples)
    if examples and not result["passed"]:
        result["sentence"] = recognized([outcome(example) for example in examples], exercise.get("slips", []))
    result["printed"], result["cut"] = printed.text, printed.cut
    return result


def run_examples(exercise: Exercise, space: dict[str, Any]) -> list[Result]:
    """Run the examples of the docstring and return what each wants and gets.

    The examples print for themselves; only the answer's own printing goes elsewhere.
    """
    own = dict(space)
    own.pop("print", None)
    test = doctest.DocTestParser().get_doctest(exercise["docstring"], own, exercise["name"], None, 0)
    found: list[Result] = []
    _Recorder(found).run(test, clear_globs=False)
    return found


class _Recorder(doctest.DocTestRunner):
    """Records each example instead of reporting it."""

    def __init__(self, found: list[Result]) -> None:
        super().__init__(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
        self._found = found

    def _record(self, example: doctest.Example, got: str, ok: bool, raised: str = "") -> None:
        source, want = example.source.rstrip("\n"), example.want.rstrip("\n")
        self._found.append({"source": source, "want": want, "got": got.rstrip("\n"), "ok": ok, "raised": raised})

    def _record_got(self, example: doctest.Example, got: str, ok: bool) -> None:
        """Record what an example gave. Where an exception was expected, that is a traceback: its last lines count."""
        if example.exc_msg is not None and got.startswith("Traceback "):
            message = re.split(r"\n(?=\S)", got.rstrip("\n"))[-1]
            self._record(example, message, ok, re.split(r"[:\n]", message)[0])
        else:
            self._record(example, got, ok)

    def report_start(self, out: Any, test: doctest.DocTest, example: doctest.Example) -> None:
        """Say nothing."""

    def report_success(self, out: Any, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        """Record an example that went as it should."""
        self._record_got(example, got, True)

    def report_failure(self, out: Any, test: doctest.DocTest, example: doctest.Example, got: str) -> None:
        """Record an example that gave something else."""
        self._record_got(example, got, False)

    def report_unexpected_exception(
        self, out: Any, test: doctest.DocTest, example: doctest.Example, exc_info: Any
    ) -> None:
        """Record an example that raised."""
        told = describe(exc_info[1])
        line = f" (line {told['line']})" if told["line"] else ""
        self._record(example, told["message"] + line, False, type(exc_info[1]).__name__)


def outcome(example: Result) -> str:
    """Return what an example came to, as it is compared: of an exception its kind alone.

    What an exception says depends on the Python, and where it was raised on how an answer is laid out.
    """
    return f"raises {example['raised']}" if example["raised"] else str(example["got"])


def describe(error: BaseException) -> Result:
    """Return an exception as a learner can use it: the message, and the line in their own code."""
    if isinstance(error, SyntaxError):
        return {"message": f"{type(error).__name__}: {error.msg}", "line": error.lineno}
    if isinstance(error, NotImplementedError) and not str(error):
        return {"message": "The body is still missing.", "line": None}
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<answer>"]
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return {"message": words[:500], "line": lines[-1] if lines else None}


def recognized(got: list[str], slips: list[Result]) -> str:
    """Return the sentence for the foreseen wrong answer that gives just this, or an empty string."""
    for slip in slips:
        if len(slip["got"]) == len(got) and all(alike(a, b) for a, b in zip(got, slip["got"], strict=True)):
            return str(slip["sentence"])
    return ""


def alike(first: str, second: str) -> bool:
    """Return whether two results read the same, numbers to nine digits."""
    if first == second:
        return True
    if _NUMBER.sub("#", first) != _NUMBER.sub("#", second):
        return False
    pairs = zip(_NUMBER.findall(first), _NUMBER.findall(second), strict=True)
    return all(abs(float(a) - float(b)) <= 1e-9 * max(1.0, abs(float(a))) for a, b in pairs)


def _printer(printed: Printed) -> Callable[..., None]:
    def print_apart(
        *values: object, sep: str | None = " ", end: str | None = "\n", file: Any = None, flush: bool = False
    ) -> None:
        target = printed if file in (None, sys.stdout) else file
        target.write((" " if sep is None else sep).join(map(str, values)) + ("\n" if end is None else end))

    return print_apart


def without_function(text: str, name: str) -> str:
    """Return a module's text with the function `name` blanked out, lines kept."""
    lines = text.split("\n")
    node = _node(text, name)
    first = min([node.lineno, *(d.lineno for d in node.decorator_list)])
    lines[first - 1 : node.end_lineno] = [""] * ((node.end_lineno or first) - first + 1)
    return "\n".join(lines)


def _node(text: str, name: str) -> ast.FunctionDef:
    return next(node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and node.name == name)


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    answered = check(asked["exercise"], asked["code"])
    print(json.dumps(answered))

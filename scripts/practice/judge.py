"""Judging the judges of the exercises, apart from the build: cases, foreseen wrong answers, and teeth.

For each exercise the worked solution says what the cases want, the foreseen wrong answers say what they give, and the
mutants of the solution must all be refused. What an author must mend comes as mistakes.
"""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from scripts.course.model import Course
from scripts.course.page import Block
from scripts.course.snippets import Function, fingerprint, function_of, functions, imported_files, module_files
from scripts.foundation.mistakes import Mistake, report
from scripts.foundation.paths import SCRIPTS, shown
from scripts.mutants import function_tree
from scripts.mutants.declared import declared, excuse
from scripts.practice.answers import as_answer
from scripts.practice.cases import CaseError, cases_of
from scripts.practice.checker import Answer, Exercise, Printed, check, outcome
from scripts.practice.teeth import accepted
from scripts.practice.values import same, shortened
from scripts.run.apart import describe
from scripts.run.results import Runs

_WRITE_CASES = "write a function of its name in the topic's cases.py, which takes `random` and yields expressions"
# What a judgment depends on besides the topic's modules.
_OWN = {path for folder in ("practice", "mutants") for path in (SCRIPTS / folder).glob("*.py")}

Judgment = dict[str, Any]
Given = list[str | None]
Row = list[Any]


def judge_all(course: Course) -> int:
    """Judge what is not known yet, report what is to be mended, and return how many exercises were judged anew."""
    blocks = [block for _, block in course.blocks("exercise")]
    anew = JUDGMENTS.run_all(blocks)
    for block in blocks:
        for path, line, what, remedy in judgment(block)["mistakes"]:
            report(Mistake(course.places.root / path, line, what, remedy))
        if block.argument not in functions(block.package, "cases"):
            report(block.mistake(f"the exercise '{block.argument}' has no cases", _WRITE_CASES))
    for package in dict.fromkeys(block.package for block in blocks):
        report(*_strays(package))
    return anew


def judgment(block: Block) -> Judgment:
    """Return the `cases` of an exercise, `slips` (what each wrong answer gives, by its name), `mutants` and `mistakes`.

    `mutants` is how many changes of the solution were tried.
    """
    return JUDGMENTS.result(block) or {"cases": [], "slips": {}, "mutants": 0, "mistakes": []}


def wrong_answers(package: Path, exercise: str) -> list[Function]:
    """Return the foreseen wrong answers to an exercise, in the order of their module."""
    known = functions(package, "wrong_answers").values()
    return [function for function in known if function.name.startswith(f"{exercise}__")]


def needed(function: Function) -> Exercise:
    """Return what the checker must know of an exercise besides its cases; `prelude` keeps the lines of its module."""
    lines = "\n" * function.source.count("\n")
    prelude = function.path.read_text(encoding="utf-8").replace(function.source, lines, 1)
    return {"name": function.name, "prelude": prelude, "docstring": function.docstring}


def _judge(job: tuple[Path, str]) -> Judgment:
    package, name = job
    function = functions(package, "exercises")[name]
    source = functions(package, "cases").get(name)
    exercise = needed(function)
    found: Judgment = {"cases": [], "slips": {}, "mutants": 0, "mistakes": []}
    if source is not None:
        try:
            found["cases"] = exercise["cases"] = cases_of(source, exercise, function.source)
        except CaseError as error:
            return {**found, "mistakes": [_mistake(source, *error.args)]}
    found["mistakes"] += _solution(exercise, function)
    if found["mistakes"]:
        return found
    found["slips"], found["mistakes"] = _slips(exercise, wrong_answers(package, name))
    if source is not None:
        found["mutants"], mistakes = _teeth(exercise, function, source)
        found["mistakes"] += mistakes
    return found


def _solution(exercise: Exercise, function: Function) -> Iterator[Row]:
    """Yield what is wrong with the worked solution."""
    result = check(exercise, function.source)
    if not result["passed"]:
        failed = [
            f">>> {example['source']} gives {example['got']}" for example in result["examples"] if not example["ok"]
        ]
        what = result["error"]["message"] if result["error"] else "; ".join(failed) or "there is no example"
        yield _mistake(function, f"the worked solution fails: {what}", "mend it, or the examples in its docstring")


def _slips(exercise: Exercise, wrong: list[Function]) -> tuple[dict[str, Given], list[Row]]:
    """Return what the foreseen wrong answers give, by their names, and what is wrong with them."""
    given: dict[str, Given] = {}
    mistakes = []
    for slip in wrong:
        try:
            given[slip.name] = _given(exercise, as_answer(slip.path, slip.name, exercise["name"]))
        except Exception as error:
            mistakes.append(_mistake(slip, f"'{slip.name}' does not run: {describe(error)}", "mend it"))
            continue
        if not any(given[slip.name]):
            remedy = "add an input to the cases on which it differs from the worked solution"
            mistakes.append(_mistake(slip, f"'{slip.name}' passes, a wrong answer", remedy))
    for one, other in combinations(given, 2):
        if _alike(given[one], given[other]):
            (place,) = [slip for slip in wrong if slip.name == other]
            remedy = "add an input to the cases on which they differ, or leave one of them out"
            mistakes.append(_mistake(place, f"'{other}' gives what '{one}' gives", remedy))
    return given, mistakes


def _given(exercise: Exercise, code: str) -> Given:
    """Return what an answer gives for each example and each case, None where that is right."""
    answer = Answer(exercise, code)
    results = [*answer.examples(answer.names(Printed())), *answer.cases()]
    return [None if result["ok"] else shortened(outcome(result)) for result in results]


def _alike(one: Given, other: Given) -> bool:
    return all(a is b or (a is not None and b is not None and same(a, b)) for a, b in zip(one, other, strict=True))


def _teeth(exercise: Exercise, function: Function, source: Function) -> tuple[int, list[Row]]:
    """Return how many mutants were tried, and what is wrong with the cases in `source`."""
    tried, survivors = accepted(exercise, function.path.read_text(encoding="utf-8"))
    cases = source.path.read_text(encoding="utf-8")
    verdict = excuse(survivors, declared(cases, function_tree(cases, source.name)))
    mistakes = []
    for mutant in verdict.unexcused:
        what = f"the examples and cases of '{function.name}' accept a change of the worked solution: {mutant}"
        remedy = f"add a case that tells it, or, in its cases, '# no difference: {mutant}: <why>'"
        mistakes.append(_mistake(function, what, remedy, mutant.line))
    for remark in verdict.stale:
        what = f"no accepted change of '{function.name}' is this one: {remark.text}"
        mistakes.append(_mistake(source, what, "leave the line out, or write the change as reported", remark.line))
    return tried, mistakes


def _mistake(function: Function, what: str, remedy: str, line: int = 0) -> Row:
    """Return a mistake in a form that JSON can hold."""
    return [shown(function.path), line or function.line, what, remedy]


def _strays(package: Path) -> Iterator[Mistake]:
    """Yield the cases and wrong answers of a topic that belong to none of its exercises."""
    known = functions(package, "exercises")
    for module in ("cases", "wrong_answers"):
        for function in functions(package, module).values():
            if function.name.partition("__")[0] not in known:
                what = f"'{function.name}' belongs to no exercise"
                yield Mistake(function.path, function.line, what, f"exercises: {', '.join(known)}")


def _key(block: Block) -> str:
    function = function_of(block, "exercises")
    judging = [path for module in ("cases", "wrong_answers") for path in module_files(block.package, module)]
    files = (file for path in (function.path, *judging) for file in imported_files(path))
    return f"{function.module}.{function.name}:{fingerprint({*_OWN, *files})}"


def _job(block: Block) -> tuple[Path, str]:
    return block.package, block.argument


JUDGMENTS = Runs(
    "exercises",
    "Exercises judged",
    key=_key,
    job=_job,
    worker=_judge,
    mistake=lambda block, error: block.mistake(
        f"the exercise '{block.argument}' could not be judged: {error}",
        "mend its worked solution, its cases or its wrong answers",
    ),
)

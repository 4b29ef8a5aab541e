"""The checks of formulas: each formula block is verified, by algebra or by another route, before it is published."""

import importlib
import re
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from scripts.course.gaps import without_gaps
from scripts.course.page import Block
from scripts.course.snippets import Function, fingerprint, function_of, imported_files
from scripts.foundation.paths import SCRIPTS
from scripts.run.apart import SnippetError, describe
from scripts.run.results import Runs

DISPLAYED = re.compile(r"\A\s*\$\$(.+?)\$\$", re.DOTALL)
IDENTITY = "identity"
_MARKS = {"symbolic": "verified symbolically", "digits": "verified to 30 digits", "function": "verified numerically"}
"""What the mark of a formula says was done. Nothing is called proved: a computer's algebra is no proof."""


@dataclass(frozen=True)
class CheckResult:
    """How a formula was checked, as the page shows it."""

    method: str
    error: float = 0.0
    tolerance: float = 0.0
    points: int = 0
    inputs: int = 0
    refused: int = 0
    harmless: list[tuple[str, str]] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    understood_tex: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)
    definitions_tex: list[str] = field(default_factory=list)
    function: Function | None = None

    @property
    def mark(self) -> str:
        """The words of the check mark."""
        return f"✓ {_MARKS[self.method]}" if self.method in _MARKS else "not checked"


def tex_of(block: Block) -> str:
    """Return the TeX of a formula block, the first thing in its body; empty if there is none."""
    match = DISPLAYED.match(block.body)
    return without_gaps(match[1].strip()) if match else ""


def check_of(block: Block) -> CheckResult:
    """Return how the block's formula was checked."""
    result = CHECKS.result(block)
    if result is None:
        return CheckResult("failed")
    function = None if block.options["check"] == IDENTITY else _function(block)
    return CheckResult(**result, function=function)


def _function(block: Block) -> Function:
    return function_of(block.with_argument(str(block.options["check"])), "checks")


def _conditions(block: Block) -> dict[str, str]:
    return {name: str(block.options.get(name, "")) for name in ("where", "functions", "assume")}


@cache
def _checker() -> str:
    files = (path for name in ("formulas", "mutants") for path in (SCRIPTS / name).rglob("*.py"))
    return fingerprint({*files, Path(__file__)})


def _key(block: Block) -> str:
    tex = tex_of(block)
    if block.options["check"] == IDENTITY:
        return f"{_checker()}:{tex}:{_conditions(block)}"
    function = _function(block)
    return f"{_checker()}:{tex}:{function.name}:{fingerprint(imported_files(function.path))}"


def _job(block: Block) -> tuple[str, dict[str, str], Function | None]:
    if block.options["check"] == IDENTITY:
        return tex_of(block), _conditions(block), None
    return tex_of(block), {}, _function(block)


def _check(job: tuple[str, dict[str, str], Function | None]) -> dict[str, Any]:
    tex, conditions, function = job
    return _check_identity(tex, conditions) if function is None else _check_function(tex, function)


def _check_identity(tex: str, conditions: dict[str, str]) -> dict[str, Any]:
    from scripts.formulas.grammar.errors import NotUnderstood
    from scripts.formulas.identity import check_identity

    try:
        identity = check_identity(tex, **conditions)
    except NotUnderstood as error:
        raise SnippetError(f"it is not understood: {error}") from None
    if not identity.ok:
        raise SnippetError(identity.message)
    return {name: value for name, value in asdict(identity).items() if name not in ("ok", "message")}


def _check_function(tex: str, function: Function) -> dict[str, Any]:
    from scripts.formulas.functions.function_check import FunctionCheck, Weak

    documented = DISPLAYED.match(function.docstring)
    if documented is None or documented[1].split() != tex.split():
        raise SnippetError(
            f"the docstring of '{function.name}' begins with another formula than the page: "
            f"{documented[1].strip() if documented else 'none'!r}"
        )
    try:
        check = getattr(importlib.import_module(function.module), function.name)
        return {"method": "function", **asdict(FunctionCheck(check, function.path).result())}
    except Weak as error:
        raise SnippetError(str(error)) from None
    except BaseException as error:
        raise SnippetError(describe(error)) from None


CHECKS = Runs(
    "checks",
    "Formulas checked",
    key=_key,
    job=_job,
    worker=_check,
    mistake=lambda block, error: block.mistake(
        f"the formula '{block.argument}' fails its check: {error}",
        "correct the formula or its check; what a check can be is in docs/contributing/writing-a-page.md",
        option="check",
    ),
)

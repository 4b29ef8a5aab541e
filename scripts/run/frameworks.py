"""What a topic's programs for other frameworks printed: recorded, since no build and no reader needs these installed.

`snippets/<topic>/frameworks/` has a module for each framework. A function in it is a program of a few lines that
prints; `python -m scripts frameworks --record` runs them and writes `recorded.json` beside them.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

from scripts.course.programs import Program
from scripts.course.snippets import Function, functions_in
from scripts.foundation.files import digest_of_text

MODULE = "frameworks"
RECORD = f"{MODULE}/recorded.json"
# By their modules, in the order in which pages show them.
FRAMEWORKS = {"pytorch": "PyTorch", "jax": "JAX"}
# The same numbers by our own snippets, for those programs that compute some.
OURS = "ours"


@dataclass(frozen=True)
class Recorded:
    """A program for a framework, the framework's version, and what it printed."""

    framework: str
    program: Program
    version: str
    printed: str


def programs(package: Path, framework: str) -> dict[str, Function]:
    """Return a topic's programs for a framework by name, or those of `OURS`."""
    path = package / MODULE / f"{framework}.py"
    return {function.name: function for function in functions_in(path)} if path.is_file() else {}


def program_of(function: Function) -> Program:
    """Return the body of a function as a program that can be copied and run."""
    return Program(function.path, function.line, dedent(function.body).strip("\n"))


def digest_of(program: Program) -> str:
    """Return by what a record knows the very program that was run."""
    return digest_of_text(program.text)[:16]


def recorded(package: Path, name: str) -> list[Recorded]:
    """Return what is recorded of a topic's programs of a name. Raises KeyError for one that has changed since."""
    record = read_record(package)
    found = []
    for framework, title in FRAMEWORKS.items():
        function = programs(package, framework).get(name)
        if function:
            program = program_of(function)
            run = record[framework]["programs"][name]
            if run["program"] != digest_of(program):
                raise KeyError(name)
            found.append(Recorded(title, program, record[framework]["version"], run["prints"]))
    return found


def read_record(package: Path) -> dict[str, Any]:
    """Return a topic's record: for each framework its version, and for each program its digest and what it prints."""
    path = package / RECORD
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return record

"""The changes that an author says make no difference: `# no difference: <old> -> <new>: <reason>`, in the function."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.mutants.engine import Mutant

_HEAD = "no difference:"
SYNTAX = f"`# {_HEAD} <old> -> <new>: <reason>`"


@dataclass(frozen=True)
class Declared:
    """One such comment: its line, and what it says after the head, on this line and the comment lines below it."""

    line: int
    text: str

    def reason(self, mutant: Mutant) -> str:
        """Return why the mutant makes no difference, or an empty string if the comment is about another."""
        change = f"{mutant}: "
        return self.text[len(change) :].strip() if self.text.startswith(change) else ""


def declared(source: str, function: ast.FunctionDef) -> list[Declared]:
    """Return what is declared inside a function of a module's source."""
    found: list[tuple[int, str]] = []
    following = 0  # the line in which a comment may go on
    for line, text in _comments(source):
        if not function.lineno <= line <= (function.end_lineno or line):
            continue
        if text.startswith(_HEAD):
            found.append((line, text.removeprefix(_HEAD).strip()))
            following = line + 1
        elif found and line == following:
            found[-1] = (found[-1][0], f"{found[-1][1]} {text}")
            following = line + 1
    return [Declared(line, text) for line, text in found]


def _comments(source: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], re.sub(r"^#+\s*", "", token.string).rstrip()


@dataclass(frozen=True)
class Verdict:
    """What survivors come to: `excused` with their reasons; `unexcused` mutants and `stale` comments are mistakes."""

    excused: list[tuple[Mutant, str]]
    unexcused: list[Mutant]
    stale: list[Declared]


def excuse(survivors: Sequence[Mutant], comments: Sequence[Declared]) -> Verdict:
    """Hold the mutants that passed against what the author declared."""
    excused: list[tuple[Mutant, str]] = []
    unexcused: list[Mutant] = []
    used: set[Declared] = set()
    for mutant in survivors:
        fitting = [(comment, reason) for comment in comments if (reason := comment.reason(mutant))]
        used.update(comment for comment, _ in fitting)
        if fitting:
            excused.append((mutant, fitting[0][1]))
        else:
            unexcused.append(mutant)
    return Verdict(excused, unexcused, [comment for comment in comments if comment not in used])

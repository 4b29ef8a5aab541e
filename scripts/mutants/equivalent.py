"""Mutants that an author lists because they make no difference (equivalent mutants), each with a reason.

A comment in the function that judges: `# no difference: <old> -> <new>: <reason>`. It may go on in the next lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.mutants.engine import Mutant

_REMARK = re.compile(r"^\s*# no difference: *(.*?) *$")
_COMMENT = re.compile(r"^\s*# *(.*?) *$")


@dataclass(frozen=True)
class Remark:
    """A remark that a change makes no difference: its line in the file, and what it says."""

    line: int
    text: str

    def fits(self, mutant: Mutant) -> bool:
        """Return whether the remark is about this mutant and gives a reason."""
        head = f"{mutant}:"
        return self.text.startswith(head) and bool(self.text.removeprefix(head).strip())


def remarks(source: str, line: int) -> list[Remark]:
    """Return the remarks in a function's source, which begins at `line` of its file."""
    found: list[Remark] = []
    goes_on = False
    for number, text in enumerate(source.split("\n"), start=line):
        begun, comment = _REMARK.match(text), _COMMENT.match(text)
        if begun:
            found.append(Remark(number, begun[1]))
        elif goes_on and comment:
            found[-1] = Remark(found[-1].line, f"{found[-1].text} {comment[1]}")
        goes_on = begun is not None or (goes_on and comment is not None)
    return found


def unlisted(accepted: Sequence[Mutant], listed: Sequence[Remark]) -> tuple[list[Mutant], list[Remark]]:
    """Return the accepted mutants that no remark is about, and the remarks that are about no accepted mutant."""
    return (
        [mutant for mutant in accepted if not any(remark.fits(mutant) for remark in listed)],
        [remark for remark in listed if not any(remark.fits(mutant) for mutant in accepted)],
    )

"""TeX to tokens: spacing and bracket sizes drop out, and what never has a certain reading is refused here."""

import re
from dataclasses import dataclass, replace

from scripts.formulas.grammar import vocabulary as words
from scripts.formulas.grammar.errors import USE_FUNCTION, USE_NAMES, NotUnderstood

_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_BRACED = re.compile(r"\s*\{([^{}]*)\}")
_ACCENTED = re.compile(r"\s*(?:\{\s*([A-Za-z])\s*\}|([A-Za-z]))")
_DELIMITER = re.compile(r"\s*(\\[{}]|\\[A-Za-z]+|.)", re.DOTALL)
_OPERATOR = re.compile(r"<=|>=|!=|[-+=/^_&,<>]")
_LONGEST = 500
"""The greatest number of signs in a formula: nobody reads a longer one, and its check would take minutes."""


@dataclass(frozen=True)
class Token:
    """One sign of a formula.

    `kind` is digit, name, const, command, op, open, close, bar, group, endgroup, prime, dot, newline, begin or end;
    `spaced` says that visible space (such as a thin space) stands before it.
    """

    kind: str
    text: str
    start: int
    end: int
    spaced: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where the token stands in the TeX."""
        return self.start, self.end


def tokenize(tex: str) -> list[Token]:
    """Split `tex` into tokens, or refuse the first sign that is not part of the language."""
    tokens: list[Token] = []
    position, spaced = 0, False
    while position < len(tex):
        if tex[position].isspace():
            position += 1
            continue
        found = _read(tex, position)
        if found.kind == "space":
            spaced = spaced or found.text != "nothing"
        else:
            tokens.append(replace(found, spaced=spaced))
            spaced = False
        position = found.end
        if len(tokens) > _LONGEST:
            where = f"after `{tex[max(0, position - 20) : position]}` the formula has more than {_LONGEST} signs"
            raise NotUnderstood(
                f"{where}, too many to be read. Name parts of it with `where`, or use `check: <function>`."
            )
    return tokens


def _read(tex: str, start: int) -> Token:
    """Return the token that begins at `start`; spacing has the kind `space`."""
    char = tex[start]
    if char == "\\":
        return _read_command(tex, start)
    if match := _OPERATOR.match(tex, start):
        return Token("op", match[0], *match.span())
    if kind := words.SIGNS.get(char):
        return Token(kind, char, start, start + 1)
    raise _unknown_character(tex, start)


def _unknown_character(tex: str, start: int) -> NotUnderstood:
    """Say what to write instead of a character that the language does not have."""
    char = tex[start]
    if char in words.UNICODE:
        remedy = f"Write `{words.UNICODE[char]}`."
    elif not char.isascii():
        remedy = "Write it as a TeX command."
    elif char == "*":
        remedy = "Write `\\cdot`, or nothing, for a product."
    else:
        remedy = USE_FUNCTION
    return NotUnderstood.at(tex, (start, start + 1), f"the character U+{ord(char):04X} is not understood", remedy)


def _read_command(tex: str, start: int) -> Token:
    """Return the token of the command that begins at `start`."""
    match = _COMMAND.match(tex, start)
    if match is None:
        raise NotUnderstood.at(tex, (start, start + 1), "a backslash without a command", "Remove it.")
    name, end = match[1], match.end()
    if name in words.COMMANDS:
        return Token(*words.COMMANDS[name], start, end)
    if name in words.REFUSED:
        raise NotUnderstood.at(tex, (start, end), *words.REFUSED[name])
    if name in words.SIZING:
        return _read_delimiter(tex, start, end, words.SIZING[name])
    if name in {"begin", "end"}:
        return _read_environment(tex, start, end, name)
    if name in {"operatorname", "mathrm"} or name in words.ACCENTS:
        return _read_name(tex, start, end, name)
    return Token("command", name, start, end)


def _read_delimiter(tex: str, start: int, end: int, side: str) -> Token:
    r"""Return the bracket after `\left`, `\bigr` and the like, whose size means nothing."""
    match = _DELIMITER.match(tex, end)
    text = match[1] if match else ""
    if text in {"|", "\\vert"} and side and match:
        return Token(side, "\\lvert" if side == "open" else "\\rvert", start, match.end())
    if text in {"(", "[", "\\{", "\\lvert"} and side != "close" and match:
        return Token("open", text, start, match.end())
    if text in {")", "]", "\\}", "\\rvert"} and side != "open" and match:
        return Token("close", text, start, match.end())
    raise NotUnderstood.at(tex, (start, match.end() if match else end), "this is not a bracket", "Use ( ) or [ ].")


def _read_environment(tex: str, start: int, end: int, name: str) -> Token:
    r"""Return the token of `\begin{aligned}` or `\end{aligned}`; other environments are refused."""
    match = _BRACED.match(tex, end)
    if match is None or match[1] != "aligned":
        span = (start, match.end() if match else end)
        raise NotUnderstood.at(tex, span, "only `aligned` is understood", USE_FUNCTION)
    return Token(name, match[1], start, match.end())


def _read_name(tex: str, start: int, end: int, command: str) -> Token:
    r"""Return the symbol that `\operatorname{relu}` or `\hat{y}` stands for."""
    if command in words.ACCENTS:
        accented = _ACCENTED.match(tex, end)
        if accented is None:
            raise NotUnderstood.at(tex, (start, end), "an accent stands over one letter only", USE_FUNCTION)
        return Token("name", (accented[1] or accented[2]) + command, start, accented.end())
    match = _BRACED.match(tex, end)
    word = match[1].strip() if match else ""
    span = (start, match.end() if match else end)
    if word in {"d", "e"}:
        raise NotUnderstood.at(
            tex, span, f"an upright {word} has its own command", f"Write `\\{word * (2 - (word == 'e'))}`."
        )
    if len(word) < 2 or not word.isalpha():
        raise NotUnderstood.at(tex, span, "this is not the name of a function or a number", USE_NAMES)
    return Token("name", word, *span)

"""A place in the tokens of one piece of TeX, with the few moves that a parser needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn

from scripts.formulas.grammar.errors import USE_FUNCTION, NotUnderstood
from scripts.formulas.grammar.tokens import Token


@dataclass(frozen=True)
class Scope:
    """What the names of a formula mean: functions with their parameters, and abbreviations."""

    functions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    abbreviations: frozenset[str] = frozenset()


_END = Token("stop", "", -1, -1)


class Cursor:
    """Reads tokens one by one; every refusal quotes the TeX."""

    def __init__(self, tex: str, tokens: list[Token], scope: Scope) -> None:
        self.tex, self.tokens, self.scope = tex, tokens, scope
        self.index = 0
        self.loose = ""
        """Why nothing may be multiplied to what was read last, or empty."""

    def peek(self, ahead: int = 0) -> Token:
        """Return the next token (or a later one) without moving."""
        index = self.index + ahead
        return self.tokens[index] if index < len(self.tokens) else _END

    def take(self) -> Token:
        """Return the next token and move past it."""
        token = self.peek()
        self.index += 1
        return token

    def at(self, kind: str, *texts: str) -> bool:
        """Tell whether the next token is of `kind` and, if any are given, one of `texts`."""
        token = self.peek()
        return token.kind == kind and (not texts or token.text in texts)

    def at_bracket(self) -> bool:
        """Tell whether a bracket opens next; the bar of an absolute value is none."""
        return self.at("open", "(", "[", "\\{")

    def accept(self, kind: str, *texts: str) -> bool:
        """Move past the next token if it is of `kind` (and one of `texts`)."""
        found = self.at(kind, *texts)
        self.index += found
        return found

    def expect(self, kind: str, text: str, remedy: str) -> Token:
        """Move past the token that must come next."""
        if not self.at(kind, text):
            self.refuse(f"`{text}` is missing here", remedy)
        return self.take()

    def since(self, start: int) -> str:
        """Return the TeX from the token at index `start` up to the place reached."""
        return self.tex[self.tokens[start].start : self.tokens[self.index - 1].end]

    def refuse(self, problem: str, remedy: str = USE_FUNCTION, *, start: int | None = None) -> NoReturn:
        """Refuse the next token, or everything from the token at index `start` up to it."""
        here = self.peek()
        if here is _END:
            here = Token("stop", "", len(self.tex), len(self.tex))
        first = here if start is None else self.tokens[start]
        raise NotUnderstood.at(self.tex, (first.start, max(here.end, first.end)), problem, remedy)

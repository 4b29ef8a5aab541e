"""The grammar in short: the rules that other rules come back to, which make it recursive.

`Parser` writes them out. The rules for names (`application`), fractions (`derivatives`) and what binds a variable
(`binders`) are functions that are given `Rules`, so they depend on this file and not on the parser that calls them.
"""

from abc import ABC, abstractmethod

from scripts.formulas.grammar import vocabulary
from scripts.formulas.grammar.cursor import Cursor
from scripts.formulas.grammar.nodes import Node, Num
from scripts.formulas.grammar.tokens import Token


class Rules(Cursor, ABC):
    """A place in the tokens, and the rules that can be asked to read on from there."""

    inside_bar = False
    """Whether a bar would close an absolute value here, and not open one."""
    factors_read = 0
    """How many factors the last term had."""

    @abstractmethod
    def expression(self) -> Node:
        """Read `[-] term ([+ or -] term)*`."""

    @abstractmethod
    def term(self) -> Node:
        """Read `factor ([dot or nothing] factor)* [/ factor]`."""

    @abstractmethod
    def factor(self) -> Node:
        """Read `primary [^ script]`."""

    @abstractmethod
    def primary(self) -> Node:
        """Read `number`, a name, a constant, `bracket`, bars, or a command with each `argument`."""

    @abstractmethod
    def script(self) -> Node:
        """Read `{ expression }`, a digit or a letter."""

    @abstractmethod
    def argument(self) -> Node:
        """Read `script`; bars inside it are of its own."""

    @abstractmethod
    def bracket(self) -> Node:
        """Read `( expression )`, in brackets of any kind that print."""

    @abstractmethod
    def number(self) -> Num:
        """Read digits, perhaps with a decimal point among them."""

    def close(self, opening: Token) -> None:
        """Move past the bracket that closes `opening`."""
        self.expect("close", vocabulary.CLOSING[opening.text], f"Close the bracket `{opening.text}` with its own kind.")

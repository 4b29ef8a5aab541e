r"""The rules of the grammar that come back to each other: sums of terms, terms of factors, factors of primaries.

What a careful reader could take in two ways (`a/bc`, `\sin x y`, `\frac{a}{b}^2`) is refused, never guessed. A name and
each command have readers of their own, in other files, which are given `Rules` to read on; `parse` has their table.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import ClassVar

from scripts.formulas.grammar import vocabulary
from scripts.formulas.grammar.cursor import Cursor
from scripts.formulas.grammar.errors import USE_FUNCTION, USE_NAMES
from scripts.formulas.grammar.nodes import Add, Call, Const, Div, Item, Mul, Name, Neg, Node, Num, Pow
from scripts.formulas.grammar.symbols import check_product, index_text, is_index, is_letter
from scripts.formulas.grammar.tokens import Token

NAME = ""
"""By this the table has what reads a name."""


class Rules(Cursor):
    """A place in the tokens, and the rules that read on from there."""

    readers: ClassVar[Mapping[str, Callable[["Rules"], Node]]] = {}
    """What reads each command, and a name."""
    inside_bar = False
    """Whether a bar would close an absolute value here, and not open one."""
    factors_read = 0
    """How many factors the last term had."""

    def expression(self) -> Node:
        """Read terms with plus and minus between them."""
        terms: list[Node] = []
        if self.at("op", "+"):
            self.refuse("a plus sign with nothing before it", "Remove it.")
        negative = self.accept("op", "-")
        while True:
            term = self.term()
            terms.append(Neg(term) if negative else term)
            if not self.at("op", "+", "-"):
                return terms[0] if len(terms) == 1 else Add(tuple(terms))
            negative = self.take().text == "-"

    def term(self) -> Node:
        """Read factors with a dot, a fraction bar or nothing between them."""
        factors = [self.factor()]
        while True:
            token = self.peek()
            if self.loose and self.continues(token):
                self.refuse(self.loose, "Put brackets around the argument.")
            if self.accept("op", "*"):
                factors.append(self.factor())
            elif self.at("op", "/"):
                return self.slashed(factors)
            elif self.starts_factor(token):
                self.check_neighbor(token, factors[-1])
                factors.append(self.factor())
            else:
                self.factors_read = len(factors)
                return factors[0] if len(factors) == 1 else Mul(tuple(factors))

    def slashed(self, factors: list[Node]) -> Node:
        """Read what a term is divided by: one factor, and then the term ends."""
        start = self.index
        self.take()
        bottom = self.factor()
        if self.loose or self.starts_factor(self.peek()) or self.at("op", "*", "/"):
            self.refuse("what is under the slash is ambiguous", "Write \\frac{…}{…} or brackets.", start=start)
        self.factors_read = len(factors) + 1
        return Div(factors[0] if len(factors) == 1 else Mul(tuple(factors)), bottom)

    def continues(self, token: Token) -> bool:
        """Tell whether the term goes on after an argument without brackets, other than by another function."""
        after = self.peek(1) if token.text == "*" else token
        if after.kind == "command" and after.text in vocabulary.UNARY and not self.loose.startswith("the integral"):
            return False
        return self.starts_factor(token) or token.text in {"*", "/"}

    def starts_factor(self, token: Token) -> bool:
        """Tell whether a factor can begin with `token`."""
        if token.kind == "bar":
            return not self.inside_bar
        if token.kind == "command":
            return token.text != "dd"
        return token.kind in {"digit", "name", "const", "open", "group"}

    def check_neighbor(self, token: Token, before: Node) -> None:
        """Refuse two factors side by side that read as something else."""
        if token.kind == "digit":
            self.refuse("a number after another factor", "Write \\cdot between them, or the number first.")
        if token.kind == "bar":
            self.refuse("this bar may open or close an absolute value", "Write \\abs{…}.")
        if isinstance(before, Num) and token.text in vocabulary.FRACTIONS:
            start = self.index
            number = isinstance(self.factor(), Num | Div) and all(
                t.kind != "name" for t in self.tokens[start : self.index]
            )
            self.index = start
            if number:
                self.refuse("a number before a fraction may be a mixed number", "Write \\cdot between them.")

    def factor(self) -> Node:
        """Read a primary and its exponent, if it has one."""
        start = self.index
        first = self.peek()
        self.loose = ""
        node = self.primary()
        if self.at("prime"):
            self.refuse("only functions have primes", USE_NAMES, start=start)
        if not self.at("op", "^"):
            return node
        if first.text in vocabulary.FRACTIONS and first.kind == "command":
            self.refuse("a power of a fraction without brackets", "Put brackets around the fraction.", start=start)
        if (first.kind == "command" and isinstance(node, Call) and first.text != "abs") or self.loose:
            self.refuse("the power of the value or of the argument", "Add brackets, or write \\sin^2(x).", start=start)
        self.take()
        power = Pow(node, self.script())
        if self.at("op", "^") or self.at("prime"):
            self.refuse("two exponents", "Put brackets.", start=start)
        if first.kind == "name" and isinstance(node, Name | Item) and self.at_bracket():
            check_product(self, first, start)
        return power

    def script(self) -> Node:
        """Read what stands raised (or lowered): a group in braces, or one sign."""
        if self.accept("group"):
            node = self.expression()
            self.expect("endgroup", "}", "Only an expression can stand in this place; put the rest outside.")
            self.loose = ""
            return node
        if self.at("digit"):
            token = self.take()
            after = self.peek()
            if after.kind == "digit" or (after.kind == "dot" and self.peek(1).kind == "digit"):
                self.refuse("TeX raises the first digit only", "Put the number in braces.")
            return Num(Fraction(int(token.text)))
        if self.at("name") and self.peek().text not in self.scope.functions:
            if self.peek(1).text == "_":
                self.refuse("TeX takes the letter only, without its subscript", "Put both in braces.")
            return self.symbol(self.take())
        if self.at("const"):
            return Const(self.take().text)
        self.refuse("this cannot stand here without braces", "Write {…} around it.")

    def primary(self) -> Node:
        """Read the smallest thing that has a value."""
        token = self.peek()
        if token.kind == "digit":
            return self.number()
        if token.kind == "name":
            return self.readers[NAME](self)
        if token.kind == "const":
            return Const(self.take().text)
        if token.kind == "open":
            return self.bracket()
        if token.kind == "bar":
            return self.bars()
        if token.kind == "command":
            return self.command(token.text)
        if token.kind == "group":
            self.refuse("braces do not print", "Write brackets, or nothing.")
        self.refuse(
            "an operand is missing here" if token.kind != "op" else "no operand before this sign", "Complete it."
        )

    def number(self) -> Num:
        """Read digits, perhaps with a decimal point."""
        text, last = "", None
        while self.at("digit") or (self.at("dot") and self.peek(1).kind == "digit" and "." not in text):
            if last is not None and (self.peek().start != last.end):
                self.refuse("a gap inside a number", "Write the digits together.")
            last = self.take()
            text += last.text
        return Num(Fraction(text))

    def bars(self) -> Node:
        """Read `|x|`; bars inside bars are refused, because they have two readings."""
        outside, self.inside_bar = self.inside_bar, True
        self.take()
        inner = self.expression()
        if not self.accept("bar"):
            self.refuse("the closing bar is missing", "Write \\abs{…}.")
        self.inside_bar, self.loose = outside, ""
        return Call("abs", (inner,))

    def bracket(self) -> Node:
        """Read an expression in printed brackets of any kind."""
        outside, self.inside_bar = self.inside_bar, False
        opening = self.take()
        inner = self.expression()
        self.close(opening)
        self.inside_bar, self.loose = outside, ""
        return Call("abs", (inner,)) if opening.text == "\\lvert" else inner

    def argument(self) -> Node:
        r"""Read the argument of a command such as `\frac`: a group in braces, or one sign."""
        outside, self.inside_bar = self.inside_bar, False
        if self.at("digit"):
            node: Node = Num(Fraction(int(self.take().text)))
        else:
            node = self.script()
        self.inside_bar, self.loose = outside, ""
        return node

    def symbol(self, token: Token) -> Name | Item:
        """Return the symbol that begins with `token`, with its subscript."""
        if self.at("op", "_"):
            return self._subscripted(token.text)
        if token.text == "e" and "e" not in self.scope.functions:
            self.index -= 1
            self.refuse("Euler's number or a letter", "Write \\e for Euler's number, or take another letter.")
        after = self.peek()
        if token.text == "d" and after.kind == "name" and after.start == token.end:
            self.index -= 1
            self.refuse("a differential or a factor d", "Write \\dd for a differential, `d \\cdot` for a factor.")
        return Name(token.text)

    def _subscripted(self, base: str) -> Item | Name:
        """Read a subscript: indices separated by commas, side by side, or with plus and minus."""
        self.take()
        if not self.accept("group"):
            index = self.script()
            return Item(base, (index,), f"{base}_{index_text(index)}")
        indices: list[Node] = []
        while True:
            node = self.expression()
            pair = isinstance(node, Mul) and not any(isinstance(factor, Num) for factor in node.factors)
            indices += node.factors if isinstance(node, Mul) and pair else [node]
            if not self.accept("op", ","):
                break
        if not all(map(is_index, indices)) or not self.accept("endgroup"):
            self.refuse("this subscript is not an index", "Use letters, digits, plus and minus.")
        match indices:
            case [Name(word)] if not is_letter(word):
                return Name(f"{base}_{word}")
        return Item(base, tuple(indices), f"{base}_{','.join(index_text(i) for i in indices)}")

    def command(self, name: str) -> Node:
        """Read what a command stands for."""
        if name in self.readers:
            return self.readers[name](self)
        if name in {"dd", "partial"}:
            self.refuse("a differential outside of a fraction or an integral", USE_FUNCTION)
        if name == "infty":
            self.refuse("infinity is not a number", "It may stand under \\lim and at \\int.")
        self.refuse("an unknown command", USE_NAMES)

    def close(self, opening: Token) -> None:
        """Move past the bracket that closes `opening`."""
        self.expect("close", vocabulary.CLOSING[opening.text], f"Close the bracket `{opening.text}` with its own kind.")

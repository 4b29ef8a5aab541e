"""One walk over the tree of a formula, from nodes to SymPy's expressions.

There are two translations: one with all algebra carried out, for which SymPy looks for zero, and one as the formula was
written, for readers. They differ in what a name, a function, a derivative and a bound variable become, and in whether
SymPy may evaluate.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

import sympy

from scripts.formulas.grammar.nodes import (
    ONE,
    Add,
    Binder,
    Call,
    Const,
    Deriv,
    Div,
    Integral,
    Item,
    Lim,
    Mul,
    Name,
    Neg,
    Node,
    Num,
    Pow,
    Sum,
)

Expr = Any
Env = Mapping[str, Expr]
"""The variables that stand for something else here."""

FUNCTIONS: dict[str, Any] = {
    **{name: getattr(sympy, name) for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp")},
    **{"ln": sympy.log, "log": sympy.log, "arctan": sympy.atan, "arcsin": sympy.asin, "arccos": sympy.acos},
    **{"abs": sympy.Abs, "max": sympy.Max, "min": sympy.Min},
}
_CONSTANTS = {"e": sympy.E, "pi": sympy.pi, "oo": sympy.oo}
_SIDES = {0: "+-", 1: "+", -1: "-"}


class Translation(ABC):
    """Turns nodes into SymPy's expressions; the cases follow the nodes."""

    evaluate: ClassVar[bool]
    limit: ClassVar[Any]
    total: ClassVar[Any]
    integral: ClassVar[Any]

    def convert(self, node: Node, env: Env) -> Expr:
        """Translate one node."""

        def parts(*nodes: Node) -> list[Expr]:
            return [self.convert(part, env) for part in nodes]

        match node:
            case Num(value):
                return sympy.Rational(value.numerator, value.denominator)
            case Const(name):
                return _CONSTANTS[name]
            case Name(text):
                return self.name(text, env)
            case Item(base, indices):
                return self.item(base, parts(*indices))
            case Add(terms):
                return sympy.Add(*parts(*terms), evaluate=self.evaluate)
            case Neg(of):
                [inner] = parts(of)
                return -inner if inner.is_Number else sympy.Mul(-1, inner, evaluate=self.evaluate)
            case Mul(factors):
                return sympy.Mul(*parts(*factors), evaluate=self.evaluate)
            case Div(top, bottom):
                under = sympy.Pow(*parts(bottom), -1, evaluate=self.evaluate)
                return under if top == ONE else sympy.Mul(*parts(top), under, evaluate=self.evaluate)
            case Pow(base, exponent):
                return self.power(*parts(base, exponent))
            case Call():
                return self.call(node, parts(*node.args), env)
            case Deriv():
                return self.derivative(node, env)
            case Binder():
                return self.binder(node, env)
        raise TypeError(f"{type(node).__name__} is not a node of the grammar")

    def binder(self, node: Binder, env: Env) -> Expr:
        """Translate a limit, a sum or an integral, whose variable is of its own."""
        var = self.bound(node)
        body = self.convert(node.body, {**env, node.var: var})
        match node:
            case Lim(to=to, side=side):
                return self.limit(body, var, self.convert(to, env), _SIDES[side])
            case Sum(first=first, last=last):
                return self.total(body, (var, self.convert(first, env), self.convert(last, env)))
            case Integral(low=low, high=high):
                return self.integral(body, (var, self.convert(low, env), self.convert(high, env)))
        raise TypeError(f"{type(node).__name__} binds nothing that is known")

    def power(self, base: Expr, exponent: Expr) -> Expr:
        """Translate a power."""
        return sympy.Pow(base, exponent, evaluate=self.evaluate)

    @abstractmethod
    def name(self, text: str, env: Env) -> Expr:
        """Translate a symbol or an abbreviation."""

    @abstractmethod
    def item(self, base: str, indices: list[Expr]) -> Expr:
        """Translate an element of a family."""

    @abstractmethod
    def call(self, node: Call, args: list[Expr], env: Env) -> Expr:
        """Translate a function at its arguments, differentiated as often as it has primes."""

    @abstractmethod
    def derivative(self, node: Deriv, env: Env) -> Expr:
        """Translate a derivative by symbols or abbreviations."""

    @abstractmethod
    def bound(self, node: Binder) -> Expr:
        """Return the variable that a node binds."""

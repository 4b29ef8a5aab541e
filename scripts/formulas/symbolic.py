"""The tree as SymPy: once with all its algebra carried out, and once as it was written, to be shown."""

from collections.abc import Mapping
from typing import Any

import sympy

from scripts.formulas.grammar.nodes import (
    Add,
    Call,
    Const,
    Deriv,
    Div,
    Integral,
    Lim,
    Mul,
    Name,
    Neg,
    Node,
    Num,
    Pow,
    Sum,
)
from scripts.formulas.problem import Problem

Expr = Any

FUNCTIONS: dict[str, Any] = {
    **{name: getattr(sympy, name) for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp")},
    **{"ln": sympy.log, "log": sympy.log, "arctan": sympy.atan, "arcsin": sympy.asin, "arccos": sympy.acos},
    **{"abs": sympy.Abs, "max": sympy.Max, "min": sympy.Min},
}
LONGEST = 1000
CONSTANTS = {"e": sympy.E, "pi": sympy.pi, "oo": sympy.oo}


class NotTreated(Exception):
    """The formula has a part that the algebra does not treat."""


class Arbitrary(sympy.Function):
    """A function of which nothing is known but that it can be differentiated."""


class Translator:
    """Turns nodes into SymPy expressions with every derivative, limit, sum and integral carried out."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.kinds: dict[tuple[str, tuple[int, ...]], Any] = {}

    def assumptions(self, name: str) -> dict[str, bool]:
        """Return what SymPy may assume of a symbol."""
        facts = {"integer": True} if name in self.problem.integers else {"real": True}
        for condition in self.problem.conditions:
            if condition.left == Name(name) and isinstance(condition.right, Num):
                facts |= known(condition.relation, condition.right)
            elif condition.right == Name(name) and isinstance(condition.left, Num):
                turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
                facts |= known(turned.get(condition.relation, condition.relation), condition.left)
        return facts

    def symbol(self, name: str) -> Expr:
        """Return the symbol `name`."""
        return sympy.Symbol(name, **self.assumptions(name))

    def convert(self, node: Node, env: Mapping[str, Expr]) -> Expr:
        """Translate one node; `env` holds the variables that stand for something else here."""
        match node:
            case Num(value):
                return sympy.Rational(value.numerator, value.denominator)
            case Const(name):
                return CONSTANTS[name]
            case Name(text):
                return self.name(text, env)
            case Add(terms):
                return sympy.Add(*(self.convert(term, env) for term in terms))
            case Neg(of):
                return sympy.Mul(-1, self.convert(of, env))
            case Mul(factors):
                return sympy.Mul(*(self.convert(factor, env) for factor in factors))
            case Div(top, bottom):
                return sympy.Mul(self.convert(top, env), sympy.Pow(self.convert(bottom, env), -1))
            case Pow(base, exponent):
                return self.power(self.convert(base, env), self.convert(exponent, env))
            case Call():
                return self.call(node, env)
            case Deriv() | Lim() | Sum() | Integral():
                return self.carried_out(node, env)
        raise NotTreated(type(node).__name__)

    def power(self, base: Expr, exponent: Expr) -> Expr:
        """Return a power, unless SymPy would write out a number too long for any memory."""
        if base.is_number and exponent.is_number and abs(exponent) > LONGEST:
            raise NotTreated("a power of numbers that is too long")
        return sympy.Pow(base, exponent)

    def name(self, text: str, env: Mapping[str, Expr]) -> Expr:
        """Translate a symbol or an abbreviation."""
        if text in env:
            return env[text]
        if text in self.problem.definitions:
            return self.convert(self.problem.definitions[text].body, env)
        return self.symbol(text)

    def call(self, node: Call, env: Mapping[str, Expr]) -> Expr:
        """Translate a function at its arguments, differentiated as often as it has primes."""
        args = [self.convert(arg, env) for arg in node.args]
        if node.name in self.problem.functions:
            return self.unknown(node.name, (node.primes, *(0 for _ in args[1:])))(*args)
        places = [sympy.Dummy(real=True) for _ in args] if node.primes else args
        if node.name in self.problem.definitions:
            one = self.problem.definitions[node.name]
            value = self.convert(one.body, {**env, **dict(zip(one.params, places, strict=True))})
        else:
            value = FUNCTIONS[node.name](*places)
        return sympy.diff(value, places[0], node.primes).subs(places[0], args[0]) if node.primes else value

    def unknown(self, name: str, orders: tuple[int, ...]) -> Any:
        """Return an arbitrary function, the same class for the same name."""
        key = (name, orders)
        if key not in self.kinds:
            self.kinds[key] = self.make(name, orders)
        return self.kinds[key]

    def make(self, name: str, orders: tuple[int, ...]) -> Any:
        """Make the class of an arbitrary function whose derivatives are again such functions.

        So the chain rule needs no substitution at a point, and mixed partials are equal in either order.
        """
        translator = self

        def fdiff(self: Any, argindex: int = 1) -> Any:
            raised = tuple(order + (k == argindex - 1) for k, order in enumerate(orders))
            return translator.unknown(name, raised)(*self.args)

        return type(f"{name}_{'_'.join(map(str, orders))}", (Arbitrary,), {"fdiff": fdiff, "is_real": True})

    def carried_out(self, node: Node, env: Mapping[str, Expr]) -> Expr:
        """Translate a derivative, a limit, a sum or an integral, and carry it out."""
        if isinstance(node, Deriv):
            return self.derivative(node, env)
        assert isinstance(node, Lim | Sum | Integral)
        integer = isinstance(node, Sum)
        var = sympy.Dummy(node.var, integer=True) if integer else sympy.Dummy(node.var, real=True)
        body = self.convert(node.body, {**env, node.var: var})
        if isinstance(node, Lim):
            if body.atoms(Arbitrary):
                raise NotTreated("a limit of arbitrary functions")
            return sympy.limit(body, var, self.convert(node.to, env), {0: "+-", 1: "+", -1: "-"}[node.side])
        if isinstance(node, Sum):
            return sympy.summation(body, (var, self.convert(node.first, env), self.convert(node.last, env)))
        return sympy.integrate(body, (var, self.convert(node.low, env), self.convert(node.high, env)))

    def derivative(self, node: Deriv, env: Mapping[str, Expr]) -> Expr:
        """Translate a derivative by symbols or abbreviations, taken where they stand."""
        moved = dict(env)
        places: dict[Expr, Expr] = {}
        by: list[Expr] = []
        for variable in node.by:
            assert isinstance(variable, Name)
            if variable.text not in moved or moved[variable.text] not in places:
                place = sympy.Dummy(variable.text, **self.assumptions(variable.text))
                places[place] = self.name(variable.text, env)
                moved[variable.text] = place
            by.append(moved[variable.text])
        return sympy.diff(self.convert(node.body, moved), *by).subs(places, simultaneous=True)


def known(relation: str, bound: Num) -> dict[str, bool]:
    """Return what follows for the sign of a symbol that has `relation` to `bound`."""
    sign = bound.value
    if relation == ">" and sign >= 0:
        return {"positive": True}
    if relation == ">=" and sign >= 0:
        return {"positive": True} if sign > 0 else {"nonnegative": True}
    if relation == "<" and sign <= 0:
        return {"negative": True}
    if relation == "<=" and sign <= 0:
        return {"negative": True} if sign < 0 else {"nonpositive": True}
    return {"nonzero": True} if relation == "!=" and sign == 0 else {}

"""A formula with its algebra carried out, in symbols of which SymPy knows what the formula assumes."""

from typing import Any

import sympy

from scripts.formulas.algebra.translation import FUNCTIONS, Env, Expr, Translation
from scripts.formulas.grammar.nodes import Binder, Call, Deriv, Name, Num, Sum
from scripts.formulas.meaning.problem import Problem

_LONGEST = 1000


class NotTreated(Exception):
    """The formula has a part that the algebra does not treat."""


class Arbitrary(sympy.Function):
    """A function of which nothing is known but that it can be differentiated."""


def _limit(body: Expr, var: Expr, to: Expr, side: str) -> Expr:
    """Return a limit, unless it is of functions of which nothing is known."""
    if body.atoms(Arbitrary):
        raise NotTreated("a limit of arbitrary functions")
    return sympy.limit(body, var, to, side)


class CarriedOut(Translation):
    """Translates with every derivative, limit, sum and integral carried out."""

    evaluate = True
    limit = staticmethod(_limit)
    total = staticmethod(sympy.summation)
    integral = staticmethod(sympy.integrate)

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.kinds: dict[tuple[str, tuple[int, ...]], Any] = {}

    def assumptions(self, name: str) -> dict[str, bool]:
        """Return what SymPy may assume of a symbol."""
        facts = {"integer": True} if name in self.problem.integers else {"real": True}
        for condition in self.problem.conditions:
            if condition.left == Name(name) and isinstance(condition.right, Num):
                facts |= _known(condition.relation, condition.right)
            elif condition.right == Name(name) and isinstance(condition.left, Num):
                turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
                facts |= _known(turned.get(condition.relation, condition.relation), condition.left)
        return facts

    def power(self, base: Expr, exponent: Expr) -> Expr:
        """Return a power, unless SymPy would write out a number too long for any memory."""
        if base.is_number and exponent.is_number and abs(exponent) > _LONGEST:
            raise NotTreated("a power of numbers that is too long")
        return super().power(base, exponent)

    def name(self, text: str, env: Env) -> Expr:
        """Return a symbol, or what an abbreviation stands for."""
        if text in env:
            return env[text]
        if text in self.problem.definitions:
            return self.convert(self.problem.definitions[text].body, env)
        return sympy.Symbol(text, **self.assumptions(text))

    def item(self, base: str, indices: list[Expr]) -> Expr:
        """Refuse an element of a family: sums are written out before."""
        raise NotTreated("an element of a family")

    def bound(self, node: Binder) -> Expr:
        """Return a variable that is like no other."""
        return sympy.Dummy(node.var, **({"integer": True} if isinstance(node, Sum) else {"real": True}))

    def call(self, node: Call, args: list[Expr], env: Env) -> Expr:
        """Return a function at its arguments, differentiated as often as it has primes."""
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
        """Return the class of an arbitrary function whose derivatives are again such functions.

        So the chain rule needs no substitution at a point, and mixed partials are equal in either order.
        """
        translator, key = self, (name, orders)

        def fdiff(self: Any, argindex: int = 1) -> Any:
            raised = tuple(order + (k == argindex - 1) for k, order in enumerate(orders))
            return translator.unknown(name, raised)(*self.args)

        if key not in self.kinds:
            called = f"{name}_{'_'.join(map(str, orders))}"
            self.kinds[key] = type(called, (Arbitrary,), {"fdiff": fdiff, "is_real": True})
        return self.kinds[key]

    def derivative(self, node: Deriv, env: Env) -> Expr:
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


def _known(relation: str, bound: Num) -> dict[str, bool]:
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

"""What was understood, for readers: each side in SymPy's notation, with nothing carried out."""

import sympy

from scripts.formulas.algebra.translation import FUNCTIONS, Env, Expr, Translation
from scripts.formulas.grammar.nodes import Binder, Call, Deriv, Node


def understood(node: Node) -> tuple[str, str]:
    """Return `node` in Python's notation and in TeX, both as SymPy prints them."""
    expression = AsWritten().convert(node, {})
    return str(expression), str(sympy.latex(expression))


class AsWritten(Translation):
    """Translates without carrying anything out."""

    evaluate = False
    limit = sympy.Limit
    total = sympy.Sum
    integral = sympy.Integral

    def name(self, text: str, env: Env) -> Expr:
        """Return the symbol."""
        return sympy.Symbol(text)

    def item(self, base: str, indices: list[Expr]) -> Expr:
        """Return the element."""
        return sympy.IndexedBase(base)[tuple(indices)]

    def call(self, node: Call, args: list[Expr], env: Env) -> Expr:
        """Return the function at its arguments, or its derivative there."""
        function = FUNCTIONS.get(node.name) or sympy.Function(node.name)
        if not node.primes:
            return function(*args, evaluate=False)
        if isinstance(args[0], sympy.Symbol):
            return sympy.Derivative(function(args[0]), (args[0], node.primes), evaluate=False)
        place = sympy.Symbol("xi")
        return sympy.Subs(sympy.Derivative(function(place), (place, node.primes), evaluate=False), place, args[0])

    def derivative(self, node: Deriv, env: Env) -> Expr:
        """Return the derivative."""
        by = (self.convert(variable, env) for variable in node.by)
        return sympy.Derivative(self.convert(node.body, env), *by, evaluate=False)

    def bound(self, node: Binder) -> Expr:
        """Return the symbol."""
        return sympy.Symbol(node.var)

"""What was understood, for readers: each side in SymPy's notation, with nothing carried out."""

import sympy
from sympy.printing.latex import LatexPrinter

from scripts.formulas.algebra.translation import FUNCTIONS, Env, Expr, Translation
from scripts.formulas.grammar.nodes import Binder, Call, Deriv, Node


def understood(node: Node) -> tuple[str, str]:
    """Return `node` in Python's notation and in TeX, both as SymPy prints them."""
    expression = AsWritten().convert(node, {})
    return str(expression), str(Tex().doprint(expression))


class Tex(LatexPrinter):
    """Prints TeX with an upright e, as the course has it, and brackets around a minus that follows a sign."""

    def __init__(self) -> None:
        super().__init__({"diff_operator": "rd"})

    def _print_Add(self, expr: Expr, order: str | None = None) -> str:  # noqa: N802
        first, *others = (self._term(term) for term in self._as_ordered_terms(expr, order=order))
        return " ".join([first, *map(_signed, others)])

    def _term(self, term: Expr) -> str:
        tex = str(self._print(term))
        return rf"\left({tex}\right)" if self._needs_add_brackets(term) else tex

    def _print_Mul(self, expr: Expr) -> str:  # noqa: N802
        tex = str(super()._print_Mul(expr))
        return _signed(tex) if tex.startswith("-") else tex

    def _print_ExpBase(self, expr: Expr, exp: str | None = None) -> str:  # noqa: N802
        return str(self._do_exponent(rf"\mathrm{{e}}^{{{self._print(expr.args[0])}}}", exp))

    def _print(self, expr: Expr, **options: object) -> str:
        return r"\mathrm{e}" if expr is sympy.E else str(super()._print(expr, **options))  # SymPy's e prints itself


def _signed(term: str) -> str:
    if not term.startswith("-"):
        return f"+ {term}"
    rest = term.removeprefix("-").strip()
    return rf"- \left({rest}\right)" if rest.startswith("-") else f"- {rest}"


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

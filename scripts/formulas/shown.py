"""What was understood, for readers: each side in SymPy's notation, with nothing carried out."""

from typing import Any

import sympy

from scripts.formulas.grammar.nodes import (
    ONE,
    Add,
    Call,
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
from scripts.formulas.symbolic import CONSTANTS, FUNCTIONS

Expr = Any


def understood(node: Node) -> tuple[str, str]:
    """Return `node` in Python's notation and in TeX, both as SymPy prints them."""
    expression = plain(node)
    return str(expression), str(sympy.latex(expression))


def plain(node: Node) -> Expr:
    """Translate one node without carrying anything out."""
    match node:
        case Num(value):
            whole = sympy.Integer(value.numerator)
            return whole if value.denominator == 1 else sympy.Rational(value.numerator, value.denominator)
        case Name(text):
            return sympy.Symbol(text)
        case Item(base, indices):
            return sympy.IndexedBase(base)[tuple(plain(index) for index in indices)]
        case Add(terms):
            return sympy.Add(*(plain(term) for term in terms), evaluate=False)
        case Neg(of):
            inner = plain(of)
            return -inner if inner.is_Number else sympy.Mul(sympy.Integer(-1), inner, evaluate=False)
        case Mul(factors):
            return sympy.Mul(*(plain(factor) for factor in factors), evaluate=False)
        case Div(top, bottom):
            under = sympy.Pow(plain(bottom), sympy.Integer(-1), evaluate=False)
            return under if top == ONE else sympy.Mul(plain(top), under, evaluate=False)
        case Pow(base, exponent):
            return sympy.Pow(plain(base), plain(exponent), evaluate=False)
        case Call():
            return call(node)
    return bound(node)


def call(node: Call) -> Expr:
    """Translate a function at its arguments."""
    function = FUNCTIONS.get(node.name) or sympy.Function(node.name)
    args = [plain(arg) for arg in node.args]
    if not node.primes:
        return function(*args, evaluate=False)
    if isinstance(args[0], sympy.Symbol):
        return sympy.Derivative(function(args[0]), (args[0], node.primes), evaluate=False)
    place = sympy.Symbol("xi")
    return sympy.Subs(sympy.Derivative(function(place), (place, node.primes), evaluate=False), place, args[0])


def bound(node: Node) -> Expr:
    """Translate what differentiates or binds a variable, and constants."""
    if isinstance(node, Deriv):
        return sympy.Derivative(plain(node.body), *(plain(variable) for variable in node.by), evaluate=False)
    if isinstance(node, Lim):
        side = {0: "+-", 1: "+", -1: "-"}[node.side]
        return sympy.Limit(plain(node.body), sympy.Symbol(node.var), plain(node.to), side)
    if isinstance(node, Sum):
        return sympy.Sum(plain(node.body), (sympy.Symbol(node.var), plain(node.first), plain(node.last)))
    if isinstance(node, Integral):
        return sympy.Integral(plain(node.body), (sympy.Symbol(node.var), plain(node.low), plain(node.high)))
    return CONSTANTS[getattr(node, "name", "")]

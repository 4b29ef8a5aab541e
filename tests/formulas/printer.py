"""Writes SymPy expressions in the TeX of the course: the other way round, so that reading can be held against it."""

from typing import Any

import sympy

FUNCTIONS = {
    **{sympy.sin: r"\sin", sympy.cos: r"\cos", sympy.tanh: r"\tanh", sympy.exp: r"\exp"},
    **{sympy.log: r"\ln", sympy.atan: r"\arctan", sympy.Abs: r"\abs"},
}
CONSTANTS = {sympy.pi: r"\pi ", sympy.E: r"\e "}


def tex(expression: Any, style: int = 0) -> str:
    """Write `expression`; `style` picks among ways of writing that mean the same."""
    if expression.is_Add:
        return "".join(signed(term, k == 0, style) for k, term in enumerate(expression.args))
    if expression.is_Mul:
        return product(expression, style)
    if expression.is_Pow:
        return power(expression, style)
    if expression.is_Rational:
        return rational(expression, style)
    if expression in CONSTANTS:
        return CONSTANTS[expression]
    if expression.is_Symbol:
        name = str(expression)
        return f"\\{name} " if len(name) > 1 and "_" not in name else f"{name} "
    if expression.func is sympy.Abs and style % 2:
        return rf"\left|{tex(expression.args[0], style)}\right|"
    if expression.func is sympy.Abs:
        return rf"\abs{{{tex(expression.args[0], style)}}}"
    if expression.func is sympy.exp and style % 3:
        return rf"\e^{{{tex(expression.args[0], style)}}}"
    return f"{FUNCTIONS[expression.func]}{bracketed(expression.args[0], style)}"


def signed(term: Any, first: bool, style: int) -> str:
    """Write a term with the sign before it."""
    if term.could_extract_minus_sign() and not term.is_Add:
        return "-" + factor(-term, style) if (-term).is_Add else "-" + tex(-term, style)
    inner = bracketed(term, style) if term.is_Add else tex(term, style)
    return inner if first else "+" + inner


def product(expression: Any, style: int) -> str:
    """Write a product, as a fraction if it has a denominator."""
    if expression.could_extract_minus_sign():
        return "-" + factor(-expression, style)
    top, bottom = sympy.fraction(expression)
    if bottom != 1:
        return rf"\frac{{{tex(top, style)}}}{{{tex(bottom, style)}}}"
    joint = [r" \cdot ", r" \, ", " "][style % 3]
    parts = [factor(part, style) for part in expression.as_ordered_factors()]
    numbers = [part for part in parts if part[0].isdigit()]
    others = [part for part in parts if not part[0].isdigit()]
    return joint.join([r" \cdot ".join(numbers), *others] if numbers else others)


def factor(part: Any, style: int) -> str:
    """Write a factor, in brackets if it is a sum or negative."""
    needs = part.is_Add or part.could_extract_minus_sign()
    return bracketed(part, style) if needs else tex(part, style)


def power(expression: Any, style: int) -> str:
    """Write a power, a root or a reciprocal."""
    base, exponent = expression.as_base_exp()
    if exponent == -1:
        return rf"\frac{{1}}{{{tex(base, style)}}}"
    if exponent == sympy.Rational(1, 2):
        return rf"\sqrt{{{tex(base, style)}}}"
    if base == sympy.E:
        return rf"\e^{{{tex(exponent, style)}}}"
    plain = base.is_Symbol or (base.is_Integer and base >= 0)
    return f"{tex(base, style) if plain else bracketed(base, style)}^{{{tex(exponent, style)}}}"


def rational(number: Any, style: int) -> str:
    """Write a number exactly."""
    if number < 0:
        return "-" + rational(-number, style)
    if number.q == 1:
        return str(number.p)
    short = number.p < 10 and number.q < 10 and style % 2
    return rf"\frac{number.p}{number.q}" if short else rf"\frac{{{number.p}}}{{{number.q}}}"


def bracketed(expression: Any, style: int) -> str:
    """Write an expression in brackets of some kind."""
    opening, closing = [("(", ")"), (r"\left(", r"\right)"), (r"\bigl[", r"\bigr]"), (r"\{", r"\}")][style % 4]
    return f"{opening}{tex(expression, style)}{closing}"

"""What a reader types is read as mathematics reads it, with its exact derivative. SymPy is the judge."""

import math

import pytest
import sympy
from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication,
    parse_expr,
    standard_transformations,
)

from tests.explorables.javascript import evaluate

READ_AS_SYMPY_DOES = [
    "x^2",
    "x^3 - x",
    "-x^2",
    "(-x)^2",
    "2^3^x",
    "2x + 3",
    "2 sin(x)",
    "3(x + 1)(x - 1)",
    "1/2x",
    "x - 1 - 2",
    "12/4/x",
    "exp(-x^2/2)",
    "x^x",
    "sqrt(x + 2)",
    "tanh(3x)/x",
    "log(x^2 + 1)",
    "x^-2",
    "2*-x",
    "1e-3 x + .5",
    "x**4 - 4*x**3",
    "cos(pi x)",
    "x*sin(x)",
]
# What readers write, and how SymPy is told.
WRITTEN = {
    "x²": "x**2",
    "3x³ − x": "3*x**3 - x",
    "2x⁻¹": "2/x",
    "x¹⁰": "x**10",
    "sinx": "sin(x)",
    "sin x": "sin(x)",
    "sin 2x + 1": "sin(2*x) + 1",
    "xsinx": "x*sin(x)",
    "sin x cos x": "sin(x)*cos(x)",
    "sin x²": "sin(x**2)",
    "sin²x": "sin(x)**2",
    "sin^2(x)": "sin(x)**2",
    "max(1, x²)": "Max(1, x**2)",
    "min(x, 1/x)": "Min(x, 1/x)",
    "MAX(0,x)": "Max(0, x)",
}
POINTS = (0.3, 1.1, 1.7)


def sympy_reads(text: str) -> sympy.Expr:
    rules = (*standard_transformations, implicit_multiplication, convert_xor)
    return parse_expr(text, transformations=rules, local_dict={"x": sympy.Symbol("x", positive=True)})


def test_values_and_slopes_are_those_that_sympy_finds() -> None:
    meant = {**{text: text for text in READ_AS_SYMPY_DOES}, **WRITTEN}
    calls = [f"module.readFunction({text!r})({x})" for text in meant for x in POINTS]
    found = iter(evaluate("expression", *calls))
    for text, told in meant.items():
        expression = sympy_reads(told)
        (symbol,) = expression.free_symbols
        for x in POINTS:
            got = next(found)
            # "1/2x" is read from left to right, here and there.
            assert got["value"] == pytest.approx(float(expression.subs(symbol, x)), rel=1e-12), (text, x)
            assert got["slope"] == pytest.approx(float(expression.diff(symbol).subs(symbol, x)), rel=1e-12), (text, x)


def test_what_sympy_does_not_write_this_way() -> None:
    assert evaluate("expression", 'module.readFunction("|x| + |x - 1|")(0.25)') == [{"value": 1.0, "slope": 0}]
    assert evaluate("expression", 'module.readFunction("relu(x)")(-2)') == [{"value": 0, "slope": 0}]
    (got,) = evaluate("expression", 'module.readFunction("sigmoid(x)")(2)')
    assert got["value"] == pytest.approx(1 / (1 + math.exp(-2)))
    assert got["slope"] == pytest.approx(got["value"] * (1 - got["value"]))


@pytest.mark.parametrize("text", ["|x|", "relu(x)", "max(0, x)", "min(x, -x)"])
def test_a_corner_has_no_slope(text: str) -> None:
    (got,) = evaluate("expression", f'module.readFunction("{text}")(0)')
    assert got == {"value": 0, "slope": "NaN"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Type a function"),
        ("x +", "missing at the end"),
        ("(x + 1", "bracket is not closed"),
        ("|x", "bar | is not closed"),
        ("x)", "cannot read on from “)”"),
        ("sin", "sin(x)"),
        ("log10(x)", "log(x)"),
        ("max(x)", "max(0, x)"),
        ("max x", "max(0, x)"),
        ("sin(x, 1)", "bracket is not closed"),
        ("sinus(x)", "do not know “sinus”"),
        ("foo(x)", "do not know “foo”"),
        ("x; alert(1)", "do not know the sign “;”"),
        ("constructor(x)", "do not know “constructor”"),
        ("window", "do not know “window”"),
        ("*x", "missing before “*”"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text: str, said: str) -> None:
    call = (
        f"(() => {{ try {{ return module.readFunction({text!r})(1); }} catch (error) {{ return error.message; }} }})()"
    )
    (message,) = evaluate("expression", call)
    assert said in message

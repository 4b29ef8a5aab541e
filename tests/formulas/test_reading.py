"""Reading is the inverse of writing, and the classics that other parsers misread are read as mathematicians do."""

import importlib.util
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.formulas.algebra.carried_out import CarriedOut
from scripts.formulas.grammar.cursor import Scope
from scripts.formulas.grammar.parse import parse_expression
from scripts.formulas.meaning.problem import Problem
from scripts.formulas.meaning.statement import read_problem


def load_printer() -> Any:
    """Import the printer that stands beside this file."""
    path = Path(__file__).with_name("printer.py")
    spec = importlib.util.spec_from_file_location("formula_printer", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


write = load_printer().tex
NAMES = ["x", "y", "a", "theta", "x_1"]
SYMBOLS = [sympy.Symbol(name, real=True) for name in NAMES]
LEAVES = st.one_of(
    st.sampled_from(SYMBOLS),
    st.integers(0, 12).map(sympy.Integer),
    st.fractions(0, 5, max_denominator=12).map(lambda q: sympy.Rational(q.numerator, q.denominator)),
)
UNARY = [
    sympy.sin,
    sympy.cos,
    sympy.tanh,
    sympy.atan,
    sympy.Abs,
    sympy.exp,
    lambda e: sympy.log(1 + e**2),
    lambda e: -e,
]


def grow(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Make larger expressions."""
    return st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] - pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] / (1 + pair[1] ** 2)),
        st.tuples(inner, st.integers(2, 3)).map(lambda pair: pair[0] ** pair[1]),
        st.tuples(inner, st.sampled_from(UNARY)).map(lambda pair: pair[1](pair[0])),
    )


def value(expression: Any, seed: int = 1) -> Any:
    """Return the value at a point drawn from `seed`."""
    rng = Random(seed)
    point = {symbol: sympy.Rational(rng.randint(-150, 150) * 2 + 1, 200) for symbol in SYMBOLS}
    return sympy.N(expression.subs(point), 30)


def read(tex: str) -> Any:
    """Read `tex` into SymPy."""
    return CarriedOut(Problem(())).convert(read_problem(f"{tex} = 1 + q", "", "", "").sides[0], {})


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.recursive(LEAVES, grow, max_leaves=6), st.integers(0, 11))
def test_what_was_written_is_read_back(expression: Any, style: int) -> None:
    written = write(expression, style)
    for seed in (1, 2):
        expected, found = value(expression, seed), value(read(written), seed)
        if expected.is_real and abs(expected) < 10**9:
            assert abs(expected - found) <= 1e-20 * max(1, abs(expected)), written


@pytest.mark.parametrize(
    ("tex", "meaning"),
    [
        (r"x(y-1) + x", "x*(y - 1) + x"),
        (r"-x^2", "-(x**2)"),
        (r"-x^2 y", "-(x**2)*y"),
        (r"2^{-x}", "2**(-x)"),
        (r"\frac12", "Rational(1, 2)"),
        (r"\frac12 x", "x/2"),
        (r"\frac x2", "x/2"),
        (r"\frac1{2x}", "1/(2*x)"),
        (r"x^{y-1}", "x**(y - 1)"),
        (r"x^2y", "x**2*y"),
        (r"2^x y", "2**x*y"),
        (r"xy/2", "x*y/2"),
        (r"x/(2y)", "x/(2*y)"),
        (r"\sin^2 x", "sin(x)**2"),
        (r"\sin^2(x)", "sin(x)**2"),
        (r"\sin 2x", "sin(2*x)"),
        (r"\sin 2x \cos x", "sin(2*x)*cos(x)"),
        (r"\sin x \cdot \cos y", "sin(x)*cos(y)"),
        (r"x \sin x", "x*sin(x)"),
        (r"\sin(x) y", "sin(x)*y"),
        (r"\ln 2", "log(2)"),
        (r"\log(x)", "log(x)"),
        (r"2^x \ln 2 + 1", "2**x*log(2) + 1"),
        (r"\sin\frac{\pi}{6}", "Rational(1, 2)"),
        (r"\e^{-x^2}", "exp(-x**2)"),
        (r"\e x", "E*x"),
        (r"\frac{\frac{x}{y}}{\frac{1}{x}}", "x**2/y"),
        (r"\frac{1}{1 + \frac{1}{x}}", "1/(1 + 1/x)"),
        (r"\sqrt[3]{y^2}", "(y**2)**Rational(1, 3)"),
        (r"\sqrt2", "sqrt(2)"),
        (r"|x - y|", "Abs(x - y)"),
        (r"|x| + |y|", "Abs(x) + Abs(y)"),
        (r"|x|\cdot|y|", "Abs(x)*Abs(y)"),
        (r"\max(x, y, 0)", "Max(x, y, 0)"),
        (r"\min\{x, y\}", "Min(x, y)"),
        (r"x_1^2", "x_1**2"),
        (r"0.25x", "x/4"),
        (r"(x+1)(x-1)", "x**2 - 1"),
        (r"\bigl(x + 1\bigr) \left[ y - 1 \right]", "(x + 1)*(y - 1)"),
        (r"x - y - a", "x - y - a"),
        (r"x - (y - a)", "x - y + a"),
        (r"\frac{\dd}{\dd x} x^2 y", "2*x*y"),
        (r"\frac{\dd}{\dd x} a x^2 + x", "2*a*x + x"),
        (r"\frac{\dd}{\dd x} x^2 + x^3", "2*x + x**3"),
        (r"y \frac{\dd}{\dd x} x^2", "2*x*y"),
        (r"\frac{\dd x^2}{\dd x}", "2*x"),
        (r"\frac{\dd \sin x}{\dd x} y", "cos(x)*y"),
        (r"\frac{\partial^3}{\partial x^2 \, \partial y} (x^3 y^2)", "12*x*y"),
        (r"\sum_{k=1}^{3} k^2 + 1", "15"),
        (r"\sum_{k=0}^{2} 2 x^k", "2 + 2*x + 2*x**2"),
    ],
)
def test_the_classics_have_their_usual_meaning(tex: str, meaning: str) -> None:
    names = {str(symbol): symbol for symbol in SYMBOLS}
    expected = sympy.sympify(meaning, locals=names)
    assert sympy.simplify(read(tex) - expected) == 0


def test_spacing_and_sizes_mean_nothing() -> None:
    plain = parse_expression(r"x(y-1)x", Scope())
    assert parse_expression(r" x \, \left( y \;-\! 1 \right) \: x ", Scope()) == plain

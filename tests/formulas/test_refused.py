"""What has no certain reading is refused, with the place and with what to write instead."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.formulas.grammar.errors import NotUnderstood
from scripts.formulas.identity import check_identity
from scripts.formulas.meaning.statement import read_problem
from tests.formulas.options import FG

U = {"functions": "u(x, y)"}

REFUSED: list[tuple[str, dict[str, str], str]] = [
    # derivatives
    (r"\frac{d}{dx} x^2 = 2x", {}, r"\dd"),
    (r"\frac{d}{d x} x^2 = 2x", {}, r"\dd"),
    (r"\frac{df}{dx} = 2x", {"where": "f(x) = x^2"}, r"\dd"),
    (r"\frac{\mathrm{d}}{\mathrm{d}x} x^2 = 2x", {}, r"`\dd`"),
    (r"\frac{\dd}{\dd x} f(x) g(x) = f'(x) g(x) + f(x) g'(x)", FG, "brackets"),
    (r"\frac{\dd}{\dd x} x \sin x = \sin x", {}, "brackets"),
    (r"\frac{\dd}{\dd x} (x+1)(x-1) = 2x", {}, "brackets"),
    (r"\frac{\dd}{\dd x} x/(x+1) = 1", {}, "brackets"),
    (r"\frac{\dd}{\dd x} = 2x", {}, "operand"),
    (r"\frac{\dd y}{\dd x} = 2x", {}, "where"),
    (r"\frac{\dd u}{\dd x} = 2x", U, r"\partial"),
    (r"\frac{\dd^2 f}{\dd x} = f''(x)", FG, "order"),
    (r"\frac{\partial^2 u}{\partial x} = 0", U, "order"),
    (r"\frac{\partial u}{\dd x} = 0", U, "missing"),
    (r"\frac{\dd f}{\dd x}(2x) = f'(2x)", FG, "factor"),
    (r"\frac{\dd f}{\dd t} = f'(t)", FG, "parameters"),
    (r"\frac{\partial L}{\partial w} = 2w", {"where": r"L = z^2 + w^2; z = wx"}, "held fixed"),
    (r"\partial_x u(x, y) = 0", U, "differential"),
    (r"\frac{\dd}{\dd n}\sum_{i=1}^{n} i = 1", {}, "number of terms"),
    # primes and functions
    (r"x' = 1", {}, "prime"),
    (r"h'(x) = 2x", {}, "prime"),
    (r"\sigma'(x) = \sigma(x)(1 - \sigma(x))", {}, "prime"),
    (r"u'(x, y) = 0", U, "several arguments"),
    (r"f(x) = x^2", {}, "functions"),
    (r"f(x+1) = f + x", {}, "functions"),
    (r"h(x) = 2h(x) - h \cdot x", {}, "factor"),
    (r"f(x) + f = g(x)", FG, "without its arguments"),
    (r"f(x, y) = 0", FG, "takes 1 argument"),
    (r"f^2(x) = f(x) f(x)", FG, "iteration"),
    (r"f^{-1}(f(x)) = x", FG, "iteration"),
    (r"f^{-1}(x) = \frac1x", {}, "function or a factor"),
    (r"\sin^{-1}(x) = \arcsin(x)", {}, "inverse"),
    (r"(x^2)' = 2x", {}, "only functions have primes"),
    (r"\ln^2 x = (\ln x)^2", {}, "iteration"),
    (r"\sin \frac{\dd}{\dd x} x^2 = \sin(2x)", {}, "not certain"),
    (r"\sin x y = y \sin x", {}, "brackets"),
    (r"\sin x \cdot y = y \sin x", {}, "brackets"),
    (r"\sin x^2 = \sin(x^2)", {}, "argument"),
    (r"\sin(x)^2 = 1 - \cos^2 x", {}, "power"),
    (r"\sin x / 2 = \frac{\sin x}{2}", {}, "brackets"),
    (r"\sin\!\left(x\right) \operatorname{relu}(x) = 0", {}, "function or a factor"),
    (r"\log_2 8 = 3", {}, "base"),
    (r"\max x = x", {}, "brackets"),
    # ambiguous products, powers, fractions
    (r"a/bc = \frac{a}{bc}", {}, "slash"),
    (r"a/b/c = \frac{a}{bc}", {}, "slash"),
    (r"1/2 x = \frac{x}{2}", {}, "slash"),
    (r"x^23 = x^{23}", {}, "first digit"),
    (r"x^-1 = \frac1x", {}, "braces"),
    (r"x^a^b = x^{ab}", {}, "exponents"),
    (r"\frac{a}{b}^2 = \frac{a^2}{b^2}", {}, "brackets"),
    (r"2\frac12 = \frac52", {}, "mixed number"),
    (r"x 2 = 2x", {}, "number after"),
    (r"{x+1} y = xy + y", {}, "braces"),
    (r"|x|y|x| = x^2 y", {}, r"\abs"),
    (r"\sqrt x_1 = \sqrt{x_1}", {}, "without its subscript"),
    (r"x^y_1 = x^{y_1}", {}, "without its subscript"),
    (r"e^x = \e^x", {}, r"\e"),
    (r"x(2) = 2x", {}, "function"),
    (r"1 2 = 12", {}, "gap"),
    # what the language does not have
    (r"x \leq x + 1", {}, "`=`"),
    (r"x^2", {}, "equals"),
    (r"x = x", {}, "says nothing"),
    (r"f(x) = x^2", {"where": "f(x) = x^2"}, "says nothing"),
    (r"\vect{x} = 2\vect{x}", {}, "check: <function>"),
    (r"\mat{A}^\T = \mat{A}", {}, "check: <function>"),
    (r"\nabla f = 0", {}, "check: <function>"),
    (r"\norm{x} = x", {}, "check: <function>"),
    (r"\foo x = x", {}, "unknown command"),
    (r"x \pm 1 = x", {}, "`=`"),
    (r"x \approx y", {}, "`=`"),
    (r"\sqrt{x^2} = x \quad (x > 0)", {}, "assume"),
    (r"\sqrt{x^2} = x, x > 0", {}, "assume"),
    (r"\sqrt{x^2} = x \text{ for } x > 0", {}, "assume"),
    ("x \u2212 1 = -1 + x", {}, "`-`"),
    ("x\u00b2 = xx", {}, "`^2`"),
    (r"x * y = yx", {}, r"\cdot"),
    (r"n! = n", {}, "U+0021"),
    (r"\Delta x = x", {}, "increment"),
    (r"\begin{cases} x &= x + 0 \end{cases}", {}, "aligned"),
    (r"\begin{aligned} a &= a + 0 \\ b &= b + 0 \end{aligned}", {}, "next line"),
    (r"a = a + 0 \\ b = b + 0", {}, "line break"),
    (r"\begin{aligned} a &= a + 0 & (a > 0) \end{aligned}", {}, "column"),
    (r"\left. x \right|_{x=0} = 0", {}, "bracket"),
    (r"(x + 1] = x + 1", {}, "bracket"),
    # bound variables
    (r"\sum_{k=0}^{\infty} x^k = \frac{1}{1-x}", {"assume": "-1 < x < 1"}, "infinite"),
    (r"\sum_i x_i = n", {}, r"\sum_{i=1}^{n}"),
    (r"\sum_{i=1}^{n} x_i + i = n", {}, "outside"),
    (r"\lim_{h \to 0} x + h = x", {}, "outside"),
    (r"\int x \dd x = \frac{x^2}{2}", {}, "bounds"),
    (r"\int_0^1 x dx = \frac12", {}, r"\dd"),
    (r"\sum_{i=1}^{n} x_i = x", {}, "without"),
    (r"\lim_{x \to 0} \frac{1}{x^2} = \infty", {}, "infinity"),
    # options
    (r"f(x) = f(x) + 0", {"functions": "f"}, "no parameters"),
    (r"f(x) = 2", {"functions": "f(x)", "where": "f(x) = 2"}, "Keep one"),
    (r"a = b", {"where": "a = b; b = a"}, "defined by itself"),
    (r"x = y", {"assume": "x is large"}, "assume"),
    (r"x = y", {"assume": "z > 0"}, "does not stand in the formula"),
    (r"\sqrt[0]{x} = x", {}, "degree"),
    (r"\sum_{i=1}^{1000} i = 500500", {}, "too long"),
    (r"x = y", {"where": "x"}, "defines nothing"),
    (r"f(y) = y", {"where": "z = wx; f(x) = z^2"}, "parameter"),
]


@pytest.mark.parametrize(("tex", "options", "remedy"), REFUSED, ids=[tex for tex, _, _ in REFUSED])
def test_an_uncertain_reading_is_refused(tex: str, options: dict[str, str], remedy: str) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        check_identity(tex, **options)
    assert remedy in str(refusal.value)


SIGNS = r"""
x y f ( ) [ ] { } = + - / ^ _ ' , . & | 1 2 \\ d e i \dd \e \pi \frac \frac{ }{ \sin \sqrt \lim_{x\to0} \sum_{i=1}^{n}
\int_0^1 \left( \right) x_i f'( g(x) \frac{\dd}{\dd{}x} \frac{\dd \partial{}f x} \cdot \abs{ \max( \begin{aligned}
\end{aligned} \foo \hat \frac{\partial}{\partial \sqrt[ \lvert \left| \right| \min 0. < \le
"""
PIECES = SIGNS.replace("{}", " ").split()


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_nonsense_is_refused_or_read_but_never_breaks_the_reader(pieces: list[str]) -> None:
    with suppress(NotUnderstood):
        read_problem(" ".join(pieces) + " = 1", "", "f(x), g(x)", "")


def test_the_message_quotes_the_place() -> None:
    with pytest.raises(NotUnderstood, match=r"`\\foo` at character 5: an unknown command"):
        check_identity(r"x = \foo x")

"""Slips of the pen in true identities are found, with the numbers that show them."""

from typing import Any

import pytest

from scripts.formulas.identity import check_identity
from tests.formulas.options import CUBIC, FG, LOSS, POSITIVE, SIGMOID, F

FALSE: list[tuple[str, dict[str, str]]] = [
    (r"\lim_{h\to0}\frac{(x+h)^2-x^2}{h} = x", {}),
    (r"\lim_{h\to0}\frac{(x-h)^2-x^2}{h} = 2x", {}),
    (r"\frac{\dd}{\dd x} x^n = n x^{n+1}", {}),
    (r"\frac{\dd}{\dd x} x^n = x^{n-1}", {}),
    (r"\frac{\dd}{\dd x} c = c", {}),
    (r"\frac{\dd}{\dd x}\e^{x^2} = \e^{x^2}", {}),
    (r"\frac{\dd}{\dd x}\e^{-x^2} = 2x\,\e^{-x^2}", {}),
    (r"\frac{\dd}{\dd x}\e^{x^2} = x^2\,\e^{x^2-1}", {}),
    (r"\frac{\dd}{\dd x} a^x = a^x", {"assume": "a > 0"}),
    (r"\frac{\dd}{\dd x}\ln x = \frac1x", {}),
    (r"\frac{\dd}{\dd x}\ln x = \frac{1}{x^2}", POSITIVE),
    (r"\frac{\dd}{\dd x}\sin x = -\cos x", {}),
    (r"\frac{\dd}{\dd x}\cos x = \sin x", {}),
    (r"\frac{\dd}{\dd x}\sin 2x = \cos 2x", {}),
    (r"\tanh'(x) = 1 + \tanh^2 x", {}),
    (r"\frac{\dd}{\dd x}\arctan x = \frac{1}{1-x^2}", {}),
    (r"\frac{\dd}{\dd x}\sqrt{x} = \frac{1}{\sqrt x}", POSITIVE),
    (r"\frac{\dd}{\dd x}\frac1x = \frac{1}{x^2}", {}),
    (r"\frac{\dd^2}{\dd x^2}\sin x = \sin x", {}),
    (r"\sigma'(x) = \sigma(x)\,(1 + \sigma(x))", SIGMOID),
    (r"\sigma'(x) = \sigma(x)", SIGMOID),
    (r"\sigma'(x) = \sigma(x)\,(1 - \sigma(x)^2)", SIGMOID),
    (r"\frac{\dd}{\dd x}\bigl(f(x)\,g(x)\bigr) = f'(x)\,g'(x)", FG),
    (r"\frac{\dd}{\dd x}\bigl(f(x)\,g(x)\bigr) = f'(x)\,g(x) - f(x)\,g'(x)", FG),
    (r"\frac{\dd}{\dd x}\frac{f(x)}{g(x)} = \frac{f'(x)\,g(x) + f(x)\,g'(x)}{g(x)^2}", FG),
    (r"\frac{\dd}{\dd x}\frac{f(x)}{g(x)} = \frac{f'(x)\,g(x) - f(x)\,g'(x)}{g(x)}", FG),
    (r"\frac{\dd}{\dd x} f(g(x)) = f'(g(x))", FG),
    (r"\frac{\dd}{\dd x} f(g(x)) = f'(x)\,g'(x)", FG),
    (r"\frac{\dd}{\dd x} f(2x) = f'(2x)", F),
    (r"f'(x) = \lim_{h \to 0}\frac{f(x+h)-f(x-h)}{h}", F),
    (r"f''(x) = \lim_{h \to 0}\frac{f(x+h)+2f(x)+f(x-h)}{h^2}", F),
    (r"\frac{\partial f}{\partial x} = x^2 + 6xy + 3y^2", CUBIC),
    (r"\frac{\partial f}{\partial y} = x^2 + 3xy + 3y^2", CUBIC),
    (r"\frac{\partial^2 f}{\partial x \, \partial y} = 2x", CUBIC),
    (r"\frac{\partial^2 u}{\partial x^2} = \frac{\partial^2 u}{\partial x \, \partial y}", {"functions": "u(x, y)"}),
    (r"\frac{\partial L}{\partial w} = \frac{1}{n}\sum_{i=1}^{n} (w x_i + b - y_i) x_i", LOSS),
    (r"\frac{\partial L}{\partial w} = \frac{2}{n}\sum_{i=1}^{n} (w x_i + b - y_i)", LOSS),
    (r"\frac{\partial L}{\partial w} = 2\sum_{i=1}^{n} (w x_i + b - y_i) x_i", LOSS),
    (r"\frac{\partial}{\partial x_j}\sum_{i=1}^{n} x_i^2 = 2\sum_{i=1}^{n} x_i", {}),
    (r"\sum_{i=1}^{n} i = \frac{n(n-1)}{2}", {}),
    (r"\sum_{i=0}^{n} i^0 = n", {}),
    (r"\int_0^1 x^2\,\dd x = \frac12", {}),
    (r"\frac{\dd}{\dd x}\int_0^x f(t)\,\dd t = f(x) - f(0)", F),
    (r"\lim_{x\to0}\frac{\sin 2x}{x} = 1", {}),
    (r"\lim_{x\to0}\frac{1}{x^2} = 1", {}),
    (r"\lim_{x\to0}\frac{\abs{x}}{x} = 1", {}),
    (r"\lim_{n\to\infty}\left(1+\frac{x}{n}\right)^n = \e^{-x}", {}),
    (r"\sin^2 x - \cos^2 x = 1", {}),
    (r"\sqrt{x^2} = x", {}),
    (r"\sqrt{x}\,\sqrt{x} = x", {}),
    (r"\ln(x^2) = 2\ln x", {}),
    (r"\ln(a + b) = \ln a + \ln b", {"assume": "a, b > 0"}),
    (r"(x + y)^2 = x^2 + y^2", {}),
    (r"\max(0, x) = x", {}),
    (r"(x+1)^2 = x^2 + 2x + 1 = x(x+2) - 1", {}),
    (r"y = x^2", {}),
]


@pytest.mark.parametrize(("tex", "options"), FALSE, ids=[tex for tex, _ in FALSE])
def test_a_false_identity_fails_with_a_reason(tex: str, options: dict[str, Any]) -> None:
    result = check_identity(tex, **options)
    assert not result.ok
    assert result.message


def test_the_reason_is_a_counterexample_that_the_reader_can_compute() -> None:
    result = check_identity(r"\max(0, x) = x", assume="-1 < x < 0")
    place, _, values = result.message.partition(" the left side is ")
    x = float(place.removeprefix("At x = "))
    assert -1 < x < 0
    assert values == f"0.0 and the right side is {x:g}."


def test_a_side_without_a_value_asks_for_the_domain() -> None:
    message = check_identity(r"\frac{\dd}{\dd x}\ln x = \frac1x").message
    assert "not a real number" in message
    assert "`assume`" in message


def test_an_empty_domain_shows_nothing() -> None:
    result = check_identity(r"(x+1)^2 = x^2+2x+1", assume="x > 1; x < 0")
    assert not result.ok
    assert "No point was found" in result.message


def test_a_formula_that_is_defined_nowhere_shows_nothing() -> None:
    assert not check_identity(r"\sqrt{-1-x^2} = 2\sqrt{-1-x^2}").ok


def test_the_same_text_gives_the_same_points() -> None:
    messages = {check_identity(r"x^2 = x^3").message for _ in range(3)}
    assert len(messages) == 1


@pytest.mark.parametrize("digits", [9, 12, 16, 20, 25, 29])
def test_sides_that_differ_in_a_late_digit_are_not_equal(digits: int) -> None:
    result = check_identity(rf"\cos x = \cos x + \frac{{\cos x}}{{10^{{{digits}}}}}")
    assert not result.ok
    assert "the left side is" in result.message


@pytest.mark.parametrize(
    "tex",
    [
        # What the slow function is at the very place that stands for the limit, which is 0.
        r"\lim_{h \to 0} \frac{1}{\ln(h^2)} = -\frac{1}{160 \ln 10}",
        r"x + \lim_{h \to 0} \frac{1}{\ln(h^2)} = x - \frac{1}{160 \ln 10}",
        # The fourth root of that place: twenty digits of it are 0.
        r"\lim_{h \to 0} (h^2)^{1/8} = 10^{-20}",
        r"\lim_{h \to 0} (h^2)^{1/16} = 10^{-10}",
    ],
)
def test_a_limit_that_has_not_settled_shows_nothing(tex: str) -> None:
    result = check_identity(tex)
    assert not result.ok
    assert "Only 0 of" in result.message

"""Identities of calculus that everybody knows are found true."""

from typing import Any

import pytest

from scripts.formulas.identity import check_identity
from tests.formulas.options import CUBIC, FG, LOSS, POSITIVE, SIGMOID, F

SYMBOLIC: list[tuple[str, dict[str, str]]] = [
    (r"\lim_{h\to0}\frac{(x+h)^2-x^2}{h} = 2x", {}),
    (r"\frac{\dd}{\dd x} x^n = n x^{n-1}", {}),
    (r"\frac{\dd}{\dd x} c = 0", {}),
    (r"\frac{\dd}{\dd x} 3x^2 = 6x", {}),
    (r"\frac{\dd}{\dd x}\e^x = \e^x", {}),
    (r"\frac{\dd}{\dd x}\e^{x^2}=2x\,\e^{x^2}.", {}),
    (r"\frac{\dd}{\dd x}\e^{-x^2} = -2x\,\e^{-x^2}", {}),
    (r"\frac{\dd}{\dd x} a^x = a^x \ln a", {"assume": "a > 0"}),
    (r"\frac{\dd}{\dd x}\ln x = \frac1x", POSITIVE),
    (r"\frac{\dd}{\dd x}\ln\abs{x} = \frac{1}{x}", {}),
    (r"\frac{\dd}{\dd x}\sin x = \cos x", {}),
    (r"\frac{\dd}{\dd x}\cos x = -\sin x", {}),
    (r"\frac{\dd}{\dd x}\tan x = \frac{1}{\cos^2 x}", {}),
    (r"\frac{\dd}{\dd x}\sin 2x = 2\cos 2x", {}),
    (r"\frac{\dd}{\dd x}\sinh x = \cosh x", {}),
    (r"\tanh'(x) = 1 - \tanh^2 x", {}),
    (r"\frac{\dd}{\dd x}\arctan x = \frac{1}{1+x^2}", {}),
    (r"\frac{\dd}{\dd x}\arcsin x = \frac{1}{\sqrt{1-x^2}}", {"assume": "-1 < x < 1"}),
    (r"\frac{\dd}{\dd x}\arccos x = -\frac{1}{\sqrt{1-x^2}}", {"assume": "-1 < x < 1"}),
    (r"\frac{\dd}{\dd x}\sqrt{x} = \frac{1}{2\sqrt x}", POSITIVE),
    (r"\frac{\dd}{\dd x}\sqrt[3]{x} = \frac{1}{3\sqrt[3]{x^2}}", POSITIVE),
    (r"\frac{\dd}{\dd x}\frac1x = -\frac{1}{x^2}", {}),
    (r"\frac{\dd^2}{\dd x^2}\sin x = -\sin x", {}),
    (r"\frac{\dd}{\dd x}\left(x\ln x - x\right) = \ln x", POSITIVE),
    (r"\sigma'(x) = \sigma(x)\,(1 - \sigma(x))", SIGMOID),
    (r"1 - \sigma(x) = \sigma(-x)", SIGMOID),
    (r"\frac{\dd \sigma}{\dd x} = \sigma(x) - \sigma(x)^2", SIGMOID),
    (r"\frac{\dd}{\dd x}\bigl(f(x) + g(x)\bigr) = f'(x) + g'(x)", FG),
    (r"\frac{\dd}{\dd x}\bigl[f(x)\,g(x)\bigr] = f'(x)\,g(x) + f(x)\,g'(x)", FG),
    (r"\frac{\dd}{\dd x}\frac{f(x)}{g(x)} = \frac{f'(x)\,g(x) - f(x)\,g'(x)}{g(x)^2}", FG),
    (r"\frac{\dd}{\dd x} f(g(x)) = f'(g(x))\,g'(x)", FG),
    (r"\frac{\dd}{\dd x} f(2x) = 2 f'(2x)", F),
    (r"\frac{\dd^2 f}{\dd x^2} = f''(x)", F),
    (r"\frac{\dd}{\dd x} f(x)^2 = 2 f(x) f'(x)", F),
    (r"\frac{\dd}{\dd x}\bigl(c f(x)\bigr) = c \frac{\dd f}{\dd x}", F),
    (r"\frac{\partial f}{\partial x} = 2xy + 3y^2", CUBIC),
    (r"\frac{\partial f}{\partial y} = x^2 + 6xy + 3y^2", CUBIC),
    (r"\frac{\partial^2 f}{\partial x \, \partial y} = 2x + 6y", CUBIC),
    (
        r"\frac{\partial}{\partial x}\frac{\partial}{\partial y} u(x, y) = \frac{\partial^2 u}{\partial y\partial x}",
        {"functions": "u(x, y)"},
    ),
    (
        r"\frac{\dd}{\dd t} u(t^2, 3t) = 2t\,v(t^2, 3t) + 3 w(t^2, 3t)",
        {
            "functions": "u(x, y)",
            "where": r"v(x, y) = \frac{\partial u}{\partial x}; w(x, y) = \frac{\partial u}{\partial y}",
        },
    ),
    (
        r"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial z}\frac{\partial z}{\partial w} = 2(z - y)\cdot x",
        {"where": "L = (z - y)^2; z = wx + b"},
    ),
    (r"\frac{\dd y}{\dd x} = \frac{\dd y}{\dd u}\cdot\frac{\dd u}{\dd x}", {"where": "y = f(u); u = g(x)", **FG}),
    (r"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}", {}),
    (r"\int_0^1 x^2\,\dd x = \frac13", {}),
    (r"\int_{-\infty}^{\infty} \e^{-x^2}\,\dd x = \sqrt{\pi}", {}),
    (r"\lim_{x\to0}\frac{\sin x}{x} = 1", {}),
    (r"\lim_{n\to\infty}\left(1+\frac{x}{n}\right)^n = \e^x", {}),
    (r"\lim_{x\to0^+} x\ln x = 0", {}),
    (r"\sin^2 x + \cos^2 x = 1", {}),
    (r"\ln(ab) = \ln a + \ln b", {"assume": "a, b > 0"}),
    (r"a^x = \e^{x\ln a}", {"assume": "a > 0"}),
    (r"\begin{aligned} (x+1)^2 &= x^2 + 2x + 1 \\ &= x(x+2) + 1 \end{aligned}", {}),
    (r"\cos(n\pi) = (-1)^n", {"assume": "n integer"}),
]
CONFIRMED: list[tuple[str, dict[str, str]]] = [
    (r"f'(x) = \lim_{h \to 0}\frac{f(x+h)-f(x)}{h}", F),
    (r"f'(x) = \lim_{h \to 0}\frac{f(x+h)-f(x-h)}{2h}", F),
    (r"f''(x) = \lim_{h \to 0}\frac{f(x+h)-2f(x)+f(x-h)}{h^2}", F),
    (r"\frac{\partial L}{\partial w} = \frac{2}{n}\sum_{i=1}^{n} (w x_i + b - y_i) x_i", LOSS),
    (r"\frac{\partial L}{\partial b} = \frac{2}{n}\sum_{i=1}^{n} (w x_i + b - y_i)", LOSS),
    (r"\frac{\partial}{\partial x_j}\sum_{i=1}^{n} x_i^2 = 2x_j", {}),
    (
        r"\frac{\partial}{\partial z_j}\ln\left(\sum_{i=1}^n\e^{z_i}\right) = \frac{\e^{z_j}}{\sum_{i=1}^n\e^{z_i}}",
        {},
    ),
    (r"\frac{\dd}{\dd x}\int_0^x f(t)\,\dd t = f(x)", F),
]


@pytest.mark.parametrize(("tex", "options"), SYMBOLIC, ids=[tex for tex, _ in SYMBOLIC])
def test_a_true_identity_is_verified_symbolically(tex: str, options: dict[str, Any]) -> None:
    result = check_identity(tex, **options)
    assert (result.ok, result.method, result.message) == (True, "symbolic", "")


@pytest.mark.parametrize(("tex", "options"), CONFIRMED, ids=[tex for tex, _ in CONFIRMED])
def test_what_sympy_cannot_simplify_is_confirmed_at_twenty_points(tex: str, options: dict[str, Any]) -> None:
    result = check_identity(tex, **options)
    assert (result.ok, result.message) == (True, "")
    assert result.points >= 20

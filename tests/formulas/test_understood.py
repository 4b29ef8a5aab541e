"""What was understood is shown as it was written, so that a reader can object."""

import pytest

from scripts.formulas.algebra import zero
from scripts.formulas.identity import check_identity


def test_each_side_is_shown_with_nothing_carried_out() -> None:
    result = check_identity(r"\frac{\dd}{\dd x} x(x-1) + 1 = 2x".replace("x(x-1)", r"\left(x(x-1)\right)"))
    assert result.understood == ["Derivative(x*(x - 1), x) + 1", "2*x"]
    assert result.understood_tex == [
        r"\frac{\mathrm{d}}{\mathrm{d} x} x \left(x - 1\right) + 1",
        "2 x",
    ]


def test_a_chain_shows_every_side() -> None:
    result = check_identity(r"(x+1)^2 = x^2 + 2x + 1 = x(x+2) + 1")
    assert result.understood == ["(x + 1)**2", "x**2 + 2*x + 1", "x*(x + 2) + 1"]


def test_a_minus_after_a_sign_stands_in_brackets_and_e_is_upright() -> None:
    result = check_identity(
        r"x - (-x) y y + \frac{1}{1 + \e^{-x}} + 2\pi\e = x + x y^2 + 2\pi\e + \frac{\e^x}{1 + \e^x}"
    )
    assert r"- \left(- x y y\right) + x" in result.understood_tex[0]
    assert r"\frac{1}{1 + \mathrm{e}^{- x}}" in result.understood_tex[0]
    assert r"2 \mathrm{e} \pi" in result.understood_tex[0]
    assert r" e" not in " ".join(result.understood_tex)


def test_definitions_are_shown() -> None:
    result = check_identity(r"f'(x) = 2ax", where="f(x) = a x^2")
    assert result.definitions == ["f(x) = a*x**2"]
    assert result.definitions_tex == [r"f{\left(x \right)} = a x^{2}"]


def test_a_prime_is_the_derivative_at_the_argument() -> None:
    result = check_identity(r"\frac{\dd}{\dd x} f(3x) = 3f'(3x)", functions="f(x)")
    assert result.understood[1] == "3*Subs(Derivative(f(xi), xi), xi, 3*x)"


def test_sums_say_for_how_many_terms_they_were_tried() -> None:
    result = check_identity(r"\sum_{i=1}^{n} (x_i + 1) = n + \sum_{i=1}^{n} x_i")
    assert result.understood[1] == "n + Sum(x[i], (i, 1, n)) [n = 1, 2, 3, 4, 5]"
    assert result.method == "digits"


def test_algebra_and_an_agreement_in_numbers_are_told_apart() -> None:
    assert check_identity(r"\sin^2 x + \cos^2 x = 1").method == "symbolic"
    limit = check_identity(r"f'(x) = \lim_{h \to 0}\frac{f(x+h)-f(x)}{h}", functions="f(x)")
    assert (limit.method, limit.points) == ("digits", 20)


def test_algebra_that_does_not_end_is_refused_and_not_called_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise a fast machine would say "verified symbolically" where a slow one says "to 30 digits"."""

    def endless(_: object) -> object:
        while True:
            pass

    monkeypatch.setattr(zero, "PATIENCE", 0.2)
    monkeypatch.setattr(zero, "STRATEGIES", (endless,))
    result = check_identity(r"\sin^2 x + \cos^2 x = 1")
    assert not result.ok
    assert "SymPy does not come to an end" in result.message and "check: <function>" in result.message


def test_a_step_that_fails_gives_way_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: object) -> object:
        raise NotImplementedError

    monkeypatch.setattr(zero, "STRATEGIES", (fails, *zero.STRATEGIES))
    assert check_identity(r"\sin^2 x + \cos^2 x = 1").method == "symbolic"

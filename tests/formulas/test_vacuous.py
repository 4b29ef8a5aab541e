"""An option that says nothing is a slip of its author, and is refused with its name."""

import pytest

from scripts.formulas.grammar.errors import NotUnderstood
from scripts.formulas.identity import check_identity

SQUARE = r"(x+1)^2 = x^2 + 2x + 1"


@pytest.mark.parametrize(
    ("option", "text", "words"),
    [
        ("assume", "1 < 2", "is about no symbol"),
        ("assume", r"\pi > 3", "is about no symbol"),
        ("assume", "0 < 1 < x", "`0 < 1` is about no symbol"),
        ("assume", "x > x - 1", "holds for all numbers"),
        ("assume", r"x \ne x + 1", "holds for all numbers"),
        ("assume", "x^2 > -1", "holds for all numbers"),
        ("assume", r"x^2 \ge 0", "holds for all numbers"),
        ("assume", r"\sin x < 2", "holds for all numbers"),
        ("assume", "x > -10^{400}", "holds for all numbers"),
        ("assume", "x > 0; x > 0", "`x > 0` stands twice"),
        ("assume", "x, x > 0", "stands twice"),
        ("assume", "x > 0 x", "Separate conditions by `;`"),
        ("assume", "x > 0;; x < 1", "a condition is empty"),
        ("assume", ";", "a condition is empty"),
        ("where", "q = 3", "the formula does not use `q`"),
        ("where", "a = 1; b = a", "does not use `a`"),
        ("where", "f(x) = 3", "does not use `f`"),
        ("functions", "f(x)", "does not use `f`"),
    ],
)
def test_what_says_nothing_is_refused(option: str, text: str, words: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        check_identity(SQUARE, **{option: text})
    assert words in str(refused.value)
    assert f"In `{option}`" in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "x > 0",
        "x > 0;",
        r"x \ne 0",
        r"x \ne -1; x > -3",
        "x^2 > 2",
        r"x^2 \ne 2",
        "0 < x < 1",
        "x integer",
        "x real",
        "x < 10^{6}",
        "x > 10^{-2}",
        "5 x > 2",
        r"\e^x > 2",
    ],
)
def test_what_excludes_something_is_accepted(text: str) -> None:
    result = check_identity(SQUARE, assume=text)
    assert result.ok, result.message


@pytest.mark.parametrize("text", ["x > 5; x < 3", "x > x", "x integer; 0.5 < x < 0.7"])
def test_conditions_that_exclude_everything_are_named(text: str) -> None:
    assert "No point was found where all conditions" in check_identity(SQUARE, assume=text).message


def test_a_function_that_is_its_own_parameter_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="its own parameter"):
        check_identity("f(2) + f(2) = 2 f(2)", functions="f(f)")


def test_a_formula_that_nobody_reads_is_refused_at_once() -> None:
    terms = " + ".join(["x"] * 20_000)
    with pytest.raises(NotUnderstood, match="more than 500 signs"):
        check_identity(f"{terms} = 20000 x")

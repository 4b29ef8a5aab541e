"""Points are drawn where the conditions hold, and only where a formula has a value do they count."""

from fractions import Fraction
from random import Random

import pytest

from scripts.formulas.identity import check_identity
from scripts.formulas.meaning.statement import read_problem
from scripts.formulas.values import domain
from scripts.formulas.values.compare import Sampled


class Middle(Random):
    """Draws the middle of every range."""

    def randint(self, a: int, b: int) -> int:
        """Return the middle."""
        return (a + b) // 2


@pytest.mark.parametrize(
    ("tex", "assume"),
    [
        (r"\abs{x} = x", "x > 0"),
        (r"\abs{x} = x", "x positive"),
        (r"\abs{x} = -x", "x < 0"),
        (r"\abs{x} = x", r"x \ge 0"),
        (r"\abs{x} = x", r"0 < x < \frac12"),
        (r"\abs{1 - x} = 1 - x", "0 < x < 1"),
        (r"\abs{x - 5} = x - 5", "x > 5"),
        (r"\abs{x - y} = x - y", "x > y"),
        (r"\abs{x - y} = x - y", "0 < y < x"),
        (r"\sqrt{x^2} = x", r"\sqrt{x} > 0"),
        (r"\abs{f(x)} = f(x)", "f(x) > 0"),
        (r"\abs{x y} = xy", "x, y > 0"),
        (r"\abs{n} = n", r"n integer; n \ge 0"),
        (r"\abs{n} = n", "n positive integer"),
        (r"(-1)^{2n} = 1", "n integer"),
        (r"n(n - 1)(n - 2) = 0 \cdot n", r"n integer; 0 \le n \le 2"),
    ],
)
def test_a_condition_makes_true_what_is_false_without_it(tex: str, assume: str) -> None:
    functions = "f(x)" if "f" in assume and "frac" not in assume else ""
    assert check_identity(tex, assume=assume, functions=functions).ok
    assert not check_identity(tex, functions=functions).ok


def test_only_points_with_a_value_on_both_sides_count() -> None:
    problem = read_problem(r"\sqrt{x} = x^{1/2}", "", "", "")
    sampled = Sampled(problem, *problem.sides, "seed")
    assert len(sampled.found) == 20
    assert all(place.value(problem.sides[0]) is not None for place, _ in sampled.found)


def test_zero_is_not_drawn_where_numbers_are_real() -> None:
    assert domain.draw(Middle(), Fraction(-3), Fraction(3), whole=False) not in (None, 0)


def test_digits_lost_in_a_difference_are_no_counterexample() -> None:
    assert check_identity(r"1 - \tanh^2 x = \frac{1}{\cosh^2 x}").ok
    assert check_identity(r"\ln\frac{s}{1 - s} = 9x", where=r"s = \frac{1}{1 + \e^{-9x}}").ok


def test_numbers_too_long_to_write_out_are_no_obstacle() -> None:
    assert check_identity(r"2^{2^{100}} = 4^{2^{99}}").ok


def test_arbitrary_functions_are_distinct_and_change_from_turn_to_turn() -> None:
    turns = [domain.meanings({"f": ("x",), "g": ("x",)}, turn) for turn in range(4)]
    values = {str(meaning[name](2)) for meaning in turns for name in "fg"}
    assert len(values) == 8

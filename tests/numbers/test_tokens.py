from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.numbers.tokens import decimal, numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from −1.4 to 8.6", [Fraction(-7, 5), Fraction(43, 5)]),
        (r"2,700 and $2{,}700$ and 106,000", [2700, 2700, 106_000]),
        (r"$\frac{16}{3}$, $-\tfrac12 w$, 1/3 of it", [Fraction(16, 3), Fraction(-1, 2), Fraction(1, 3)]),
        (r"$3.3 \cdot 10^{17}$, 3.3·10¹⁷, 5 × 10⁻³", [33 * 10**16, 33 * 10**16, Fraction(1, 200)]),
        ("1e-8 and 10⁻⁵ and $2^{-53}$", [Fraction(1, 10**8), Fraction(1, 10**5), Fraction(1, 2**53)]),
        ("13.5% of 40°, ±90°", [Fraction(27, 2), 40, 90]),
        ("(1, 2), [3,4], 2–3", [1, 2, 3, 4, 2, 3]),
        ("n-1, n - 1, (-2)(-1), 7−5", [1, 1, -2, -1, 7, 5]),
        ("0/0 and $h^2/6$", [0, 0, 2, 6]),
        (r"2x, \sqrt2, \cos18.4°, \pi/180", [2, 2, Fraction(92, 5), 180]),
        ("x1, float32, a_b2, x²", []),
        ("It is 3. Then 1/1000.", [3, Fraction(1, 1000)]),
    ],
)
def test_numbers_are_read_as_prose_and_tex_write_them(text, values):
    assert [number.value for number in numbers(text)] == values


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_a_rounded_number_holds_its_value_and_no_other_digit_does(value, places):
    shown = f"{value:.{places}f}".replace("-", "−")
    [number] = numbers(f"about {shown} m")
    assert number.holds(Fraction(value))
    last = shown[:-1] + str((int(shown[-1]) + 5) % 10)
    [changed] = numbers(f"about {last} m")
    assert not changed.holds(Fraction(value))


@given(st.integers(1, 10**12))
def test_thousands_may_be_grouped(value):
    assert [number.value for number in numbers(f"{value:,} steps")] == [value]


@pytest.mark.parametrize(
    ("shown", "value", "holds"),
    [
        ("2.718…", "2.71828", True),
        ("2.718…", "2.7174", False),
        (r"2.7182\ldots", "2.71828", True),
        ("2.7182", "2.71828", False),
        ("0.50", "0.51", False),
        ("0.5", "0.51", True),
        ("1e-8", "2.1e-8", False),
        ("1/3", "0.3333", False),
        (r"\frac{1}{3}", "1/3", True),
        ("−0.5", "0.5", False),
    ],
)
def test_every_place_shown_counts(shown, value, holds):
    [number] = numbers(shown)
    assert number.holds(Fraction(value)) is holds


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "0"), (Fraction(7, 4), "1.75"), (Fraction(901, 100) ** 1000, "about 10^954")]
)
def test_a_value_too_large_for_a_float_can_be_said(value, shown):
    assert decimal(value) == shown

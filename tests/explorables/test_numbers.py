"""Numbers in words: Python writes the same digits, and what is written can be read back."""

import random
import re

import pytest

from tests.explorables.javascript import evaluate

chance = random.Random(8)
NUMBERS = [chance.choice((-1, 1)) * 10 ** chance.uniform(-9, 9) for _ in range(60)]
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def written(function: str, digits: int, *numbers: float | str) -> list[str]:
    return evaluate("numbers", *(f"module.{function}({number}, {digits})" for number in numbers), folder="explorable")


def read(text: str) -> float:
    """Return the number that a reader reads in `text`."""
    number = re.fullmatch(r"(−?[\d.]*)(?:\u00a0·\u00a0)?(?:10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?", text)
    assert number, text
    mantissa, power = number[1].replace("−", "-"), number[2] or "⁰"
    return float(mantissa if mantissa.strip("-") else f"{mantissa}1") * 10.0 ** int(power.translate(RAISED))


@pytest.mark.parametrize("digits", [0, 2, 5])
def test_a_fixed_number_has_the_digits_that_python_writes(digits: int) -> None:
    wanted = [f"{number:.{digits}f}" for number in NUMBERS]
    assert [text.replace("−", "-") for text in written("fixed", digits, *NUMBERS)] == [
        text.lstrip("-") if float(text) == 0 else text for text in wanted
    ]


@pytest.mark.parametrize("digits", [1, 3, 4])
def test_a_short_number_is_read_back_to_its_digits(digits: int) -> None:
    for number, text in zip(NUMBERS, written("short", digits, *NUMBERS), strict=True):
        assert "-" not in text and "e" not in text
        assert read(text) == pytest.approx(number, rel=0.5001 * 10 ** (1 - digits)), text


def test_only_what_is_very_large_or_small_is_a_power_of_ten() -> None:
    numbers = [0, 0.001, 999_999, 1e6, -2.5e-4, 0.0001, 1.23456e7]
    wanted = ["0", "0.001", "1000000", "10⁶", "−2.5\u00a0·\u00a010⁻⁴", "10⁻⁴", "1.23\u00a0·\u00a010⁷"]
    assert written("short", 3, *numbers) == wanted


def test_no_number_is_minus_zero_and_none_is_left_unsaid() -> None:
    assert written("fixed", 2, -0.001, "NaN", "Infinity", "-Infinity") == ["0.00", "undefined", "∞", "−∞"]
    assert written("short", 2, "NaN", "-Infinity") == ["undefined", "−∞"]

"""Function checks: a claim agrees with what was measured, or the place and the size of the error are told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.formulas.functions.numeric import check_numeric

SIZES = st.floats(1e-6, 1e6).flatmap(lambda size: st.sampled_from([size, -size]))


@given(st.lists(SIZES, min_size=1, max_size=6))
def test_equal_arrays_agree(values: list[float]) -> None:
    assert check_numeric(values, np.array(values)).ok


@given(SIZES, st.floats(1e-5, 10))
def test_a_relative_error_above_the_tolerance_fails(value: float, share: float) -> None:
    result = check_numeric(value, value * (1 + share))
    assert not result.ok
    assert result.error == pytest.approx(share / (1 + share), rel=1e-3)


@given(SIZES, st.floats(0, 5e-7))
def test_a_relative_error_below_the_tolerance_agrees(value: float, share: float) -> None:
    assert check_numeric(value, value * (1 + share)).ok


def test_one_wrong_component_is_found_and_named() -> None:
    result = check_numeric(np.ones((2, 3)), [[1, 1, 1], [1, 1, 1.1]])
    assert not result.ok
    assert "(1, 2)" in result.message
    assert "1.1" in result.message


def test_a_component_that_vanishes_is_measured_against_the_others() -> None:
    assert check_numeric([1.0, 0.0], [1.0, 1e-10]).ok
    assert not check_numeric([1.0, 0.0], [1.0, 1e-4]).ok


def test_the_tolerance_can_be_given() -> None:
    assert check_numeric(1.0, 1.00005, 1e-4).ok
    assert not check_numeric(1.0, 1.00005, 1e-5).ok


@pytest.mark.parametrize(
    ("claimed", "measured", "tolerance", "reason"),
    [
        ([1, 2], [1, 2, 3], 1e-6, "shapes"),
        ([[1], [2]], [1, 2], 1e-6, "shapes"),
        ([], [], 1e-6, "nothing to compare"),
        ([float("nan")], [float("nan")], 1e-6, "not finite"),
        (float("inf"), float("inf"), 1e-6, "not finite"),
        ("x", "x", 1e-6, "Numbers"),
        (True, True, 1e-6, "Numbers"),
        (0.0, 0.0, 1e-6, "zero"),
        (1.0, 1.0, 1.0, "tolerance"),
        (1.0, 1.0, 0.0, "tolerance"),
    ],
)
def test_what_cannot_be_compared_fails(claimed: object, measured: object, tolerance: float, reason: str) -> None:
    result = check_numeric(claimed, measured, tolerance)  # type: ignore[arg-type]
    assert not result.ok
    assert reason in result.message


def test_complex_numbers_are_compared() -> None:
    assert check_numeric(1 + 2j, 1 + 2j).ok
    assert not check_numeric(1 + 2j, 1 - 2j).ok


def test_a_small_number_beside_a_large_one_is_compared_by_its_own_size() -> None:
    assert not check_numeric([1000.0, 1.0], [1000.0, 1.0005]).ok
    assert check_numeric([1000.0, 1e-8], [1000.0, 0.0]).ok

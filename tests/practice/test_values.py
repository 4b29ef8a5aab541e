"""Values are compared as values: laws for all of them, and what must not be taken for the same."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.practice.values import ABSOLUTE, is_value, same, shortened

NUMBERS = st.integers() | st.floats(allow_nan=False) | st.just(math.inf)
SCALARS = NUMBERS | st.booleans() | st.none() | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
FINITE = st.floats(min_value=-1e150, max_value=1e150).filter(lambda x: abs(x) > 1e-3)


def mapped(value, change):
    """Return a value with `change` made of every list and number in it."""
    if isinstance(value, list):
        return change([mapped(element, change) for element in value])
    if isinstance(value, dict):
        return {key: mapped(element, change) for key, element in value.items()}
    return change(value)


@given(VALUES, st.booleans())
def test_a_value_is_the_same_as_itself(value, written):
    assert is_value(repr(value))
    assert same(repr(value), repr(value), written=written)


@given(VALUES, st.booleans())
def test_a_tuple_is_as_good_as_a_list(value, written):
    tuples = repr(mapped(value, lambda part: tuple(part) if isinstance(part, list) else part))
    assert same(repr(value), tuples, written=written)
    assert same(tuples, repr(value), written=written)


@given(VALUES, st.booleans())
def test_a_whole_number_is_as_good_with_a_point_and_zero_has_no_sign(value, written):
    def other(part):
        if isinstance(part, int) and not isinstance(part, bool) and abs(part) < 2**53:
            return -float(part) if part == 0 else float(part)
        return part

    assert same(repr(value), repr(mapped(value, other)), written=written)
    assert same(repr(mapped(value, other)), repr(value), written=written)


@given(st.lists(FINITE, min_size=1, max_size=4), st.data())
def test_errors_of_rounding_do_not_count_and_larger_ones_do(numbers, data):
    index = data.draw(st.integers(0, len(numbers) - 1))
    near, far = list(numbers), list(numbers)
    near[index] *= 1 + 9e-10
    # Beside a larger number an error may be larger.
    far[index] += 2e-9 * abs(far[index]) + 2e-14 * max(map(abs, numbers))
    assert same(repr(numbers), repr(near))
    assert not same(repr(numbers), repr(far))


@given(st.floats(min_value=-1e6, max_value=1e6), st.integers(3, 8))
def test_a_written_number_counts_to_the_places_that_it_shows(number, places):
    written = f"{number:.{places}f}"
    half = 0.5 * 10**-places
    assert same(written, repr(number + 0.0), written=True) or abs(float(written) - number) > half
    assert same(written, repr(float(written) + 0.9 * half), written=True)
    further = repr(float(written) + 1.1 * half + 2e-9 * abs(number))
    assert not same(written, further, written=True)
    assert not same(written, repr(float(written) + 0.9 * half + 2e-9 * abs(number) + 1e-12))


@given(VALUES, VALUES)
def test_what_is_not_equal_in_python_is_not_the_same(one, other):
    """Python's own equality as the oracle, for values without floats, which it compares exactly."""
    if "." in repr([one, other]) or "inf" in repr([one, other]) or "e" in repr([one, other]).lower():
        return
    booleans = repr(one).count("True"), repr(other).count("True"), repr(one).count("False"), repr(other).count("False")
    if any(booleans):
        return
    assert same(repr(one), repr(other)) == (one == other)


@given(VALUES)
def test_shortened_values_are_the_same(value):
    assert same(shortened(repr(value)), repr(value))


@pytest.mark.parametrize(
    ("want", "got"),
    [
        ("0.6", "0.6000000000000001"),
        ("(12.0, 4.0)", "[12, 4]"),
        ("[[1, 0], [0, 1]]", "([1.0, -0.0], (0.0, 1.0))"),
        ("nan", "nan"),
        ("-inf", "-inf"),
        ("{1, 2, 3}", "{3, 2.0, 1}"),
        ("set()", "set()"),
        ("{'a': 1, 'b': (2,)}", "{'b': [2.0], 'a': 1.0}"),
        ("0.0", "-3.1e-17"),
        ("[0.0, 1.0]", "[6.1e-17, 1.0]"),
        ("[[1, 2],\n [3, 4]]", "[[1, 2], [3, 4]]"),
        ("1.5\n[2.0]", "1.5000000000000002\n(2,)"),
        ("<a  b>", "<a b>"),
        ("x = 3", "x =  3"),
    ],
)
def test_the_same(want, got):
    assert same(want, got)
    assert same(want, got, written=True)


@pytest.mark.parametrize(
    ("want", "got"),
    [
        ("1", "True"),
        ("[0, 1]", "[False, True]"),
        ("True", "1"),
        ("'1'", "1"),
        ("None", "0"),
        ("None", ""),
        ("'minimum'", "'maximum'"),
        ("'minimum'", "minimum"),
        ("inf", "1e308"),
        ("inf", "-inf"),
        ("nan", "0.0"),
        ("0.0", "nan"),
        ("1.0", "nan"),
        ("0.0", "1e-9"),
        ("6.0", "6.0000001"),
        ("0.25", "0.2501"),
        ("[1, 2]", "[1, 2, 3]"),
        ("[1, 2]", "{1, 2}"),
        ("{1, 2}", "{1, 2, 3}"),
        ("{1: 2}", "{1: 3}"),
        ("1", "[1]"),
        ("[1]", "[[1]]"),
        ("12345678901234567890", "12345678901234567891"),
        ("1.5\n2.5", "1.5\n2.6"),
        ("1.5\n2.5", "1.5"),
        ("", "0"),
    ],
)
def test_not_the_same(want, got):
    assert not same(want, got)
    assert not same(want, got, written=True)


def test_a_small_number_that_is_written_is_meant_and_a_computed_one_may_be_an_error_of_rounding():
    assert not same("4.248354255291589e-18", "0.0", written=True)
    assert same("4.248354255291589e-18", "0.0")
    assert not same(repr(10 * ABSOLUTE), "0.0")


@pytest.mark.parametrize("text", ["[" * 10_000, "1" * 10_000, "(" * 300 + ")" * 300, "'" + "y" * 1_000_000, "\\", "\0"])
def test_what_is_no_value_is_compared_as_text(text):
    assert not is_value(text)
    assert same(text, text)
    assert not same(text, "1")

"""A search ends after so many calls, whatever the machine."""

import sys

import pytest

from scripts.formulas.budget import within


def climb(steps: int) -> int:
    """Make one call for each step."""

    def step(number: int) -> int:
        return number + 1

    reached = 0
    for _ in range(steps):
        reached = step(reached)
    return reached


def test_a_short_search_gives_its_result() -> None:
    assert within(100, lambda: climb(50), -1) == 50


def test_a_long_search_is_given_up() -> None:
    assert within(100, lambda: climb(500), -1) == -1


def test_an_endless_search_is_given_up() -> None:
    assert within(10_000, lambda: climb(10**12), -1) == -1


def test_errors_of_the_search_come_through() -> None:
    with pytest.raises(ZeroDivisionError):
        within(100, lambda: 1 // 0, 0)


def test_a_profiler_that_was_there_before_is_there_again() -> None:
    def profiler(*_: object) -> None: ...

    before = sys.getprofile()
    sys.setprofile(profiler)
    try:
        within(100, lambda: climb(500), -1)
        assert sys.getprofile() is profiler
    finally:
        sys.setprofile(before)

"""A search ends after so many calls of the algebra, whatever the machine and the version of Python."""

import sys
from types import FunctionType

import pytest

from scripts.formulas.budget import within


def step(number: int) -> int:
    """Return the next number."""
    return number + 1


def of(module: str, function: FunctionType) -> FunctionType:
    """Return the function as if it stood in a module."""
    return FunctionType(function.__code__, {**globals(), "__name__": module})


def climb(steps: int, module: str = "sympy.made_up") -> int:
    """Make one call into a module for each step."""
    reached, take = 0, of(module, step)  # type: ignore[arg-type]
    for _ in range(steps):
        reached = take(reached)
    return reached


def test_a_short_search_gives_its_result() -> None:
    assert within(100, lambda: climb(50), -1) == 50


def test_a_long_search_is_given_up() -> None:
    assert within(100, lambda: climb(500), -1) == -1


def test_an_endless_search_is_given_up() -> None:
    assert within(10_000, lambda: climb(10**12), -1) == -1


def test_only_calls_of_the_algebra_are_counted() -> None:
    assert within(100, lambda: climb(500, "fractions"), -1) == 500
    assert within(100, lambda: climb(500, "mpmath.ctx_mp"), -1) == -1
    assert within(100, lambda: climb(500, "sympyfied"), -1) == 500


def lists(times: int) -> int:
    """Make comprehensions, which Python runs as functions until 3.11, and in place from 3.12 on."""
    for _ in range(times):
        made = [n + 1 for n in (1, 2)], {n + 1 for n in (1, 2)}, {n: n for n in (1, 2)}
    return len(made)


def generators(times: int) -> int:
    """Run generators, each of which is called again for every value."""
    return sum(n for _ in range(times) for n in iter(k for k in (1, 2)))


@pytest.mark.parametrize("function", [lists, generators])
def test_comprehensions_and_generators_are_not_counted(function: FunctionType) -> None:
    assert within(3, lambda: of("sympy.made_up", function)(500), -1) != -1


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

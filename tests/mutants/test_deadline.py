"""A call that does not end is ended, and every other one is left alone."""

import pytest

from scripts.mutants.deadline import Endless, within_seconds


def test_a_call_within_its_limit_gives_its_result() -> None:
    assert within_seconds(5, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within_seconds(5, lambda: 1 // 0)
    with pytest.raises(Endless):
        within_seconds(0.05, lambda: [None for _ in iter(int, 1)])

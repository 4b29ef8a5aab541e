"""A limit to how long algebra may take, counted in calls and not in seconds.

Seconds would make a formula "verified symbolically" on a fast machine and "to 30 digits" on a slow one, and an alarm
signal does not exist on every system. Counting the calls that Python makes gives the same answer everywhere.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, TypeVar

Result = TypeVar("Result")


class OutOfBudget(BaseException):
    """Raised inside the search; not an `Exception`, so that no library takes it for one of its own."""


def within(calls: int, search: Callable[[], Result], otherwise: Result) -> Result:
    """Return `search()`, or `otherwise` if it makes more than `calls` calls."""
    left = calls

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal left
        if event == "call":
            left -= 1
            if left < 0:
                raise OutOfBudget

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        return search()
    except OutOfBudget:
        return otherwise
    finally:
        sys.setprofile(before)

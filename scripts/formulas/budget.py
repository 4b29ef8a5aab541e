"""A limit to how long algebra may take, counted in calls and not in seconds.

Seconds would make a formula "verified symbolically" on a fast machine and "to 30 digits" on a slow one, and an alarm
signal does not exist on every system. What is counted are calls of functions of SymPy and mpmath, whose versions the
lock holds: not those of Python's own library, which change with Python, and not comprehensions or generators, which
some versions of Python run as functions and others do not.
"""

import inspect
import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any, TypeVar

Result = TypeVar("Result")
COUNTED = ("sympy", "mpmath", __name__.partition(".")[0])
"""The packages whose calls are counted: those of the algebra, and our own."""
NESTED = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR


class OutOfBudget(BaseException):
    """Raised inside the search; not an `Exception`, so that no library takes it for one of its own."""


def within(calls: int, search: Callable[[], Result], otherwise: Result) -> Result:
    """Return `search()`, or `otherwise` if it makes more than `calls` calls."""
    left = calls
    known: dict[CodeType, bool] = {}

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal left
        if event != "call":
            return
        code = frame.f_code
        counts = known.get(code)
        if counts is None:
            counts = known[code] = is_counted(code, frame.f_globals.get("__name__", ""))
        if counts:
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


def is_counted(code: CodeType, module: str) -> bool:
    """Tell whether calls of a function are counted: the same functions with every version of Python."""
    comprehension = code.co_name in ("<listcomp>", "<setcomp>", "<dictcomp>")
    return not comprehension and not code.co_flags & NESTED and module.partition(".")[0] in COUNTED

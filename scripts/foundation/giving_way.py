"""Long work that gives way: the preview builds the whole site, and stops as soon as a file is saved again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class GivenWay(BaseException):
    """Work was left because something else is more urgent. Not an `Exception`, since nothing has failed."""


_urgent: list[Callable[[], bool]] = []


@contextmanager
def giving_way(urgent: Callable[[], bool]) -> Iterator[None]:
    """Let the work in this block end with `GivenWay`, at the next place made for it, once `urgent` says so."""
    _urgent.append(urgent)
    try:
        yield
    finally:
        _urgent.pop()


def give_way() -> None:
    """Raise `GivenWay` if something is more urgent than what goes on here."""
    if _urgent and _urgent[-1]():
        raise GivenWay

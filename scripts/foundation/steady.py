"""What is not worked out twice: while a site is built, what a file says; and for as long as we run, what a text says.

A file is taken to stand still only while a build lasts. Outside of that it is read anew, since a test or an editor may
have changed it in between.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MANY = 4096

_answers: dict[Any, Any] | None = None


@contextmanager
def standing_still() -> Iterator[None]:
    """Let each function marked `once` be called once for the same arguments while this lasts."""
    global _answers
    outer, _answers = _answers, {}
    try:
        yield
    finally:
        _answers = outer


def once(function: Callable[P, T]) -> Callable[P, T]:
    """Mark a function whose answer depends on its arguments, which can be hashed, and on files."""

    @wraps(function)
    def answer(*args: P.args, **kwargs: P.kwargs) -> T:
        if _answers is None:
            return function(*args, **kwargs)
        question = (function, args, tuple(sorted(kwargs.items())))
        if question not in _answers:
            _answers[question] = function(*args, **kwargs)
        found: T = _answers[question]
        return found

    return answer


def by_text(function: Callable[[str], T]) -> Callable[[str], T]:
    """Mark a function of one long text: of the texts it was last given, it knows the answer and not the text."""
    known: dict[bytes, T] = {}

    @wraps(function)
    def answer(text: str) -> T:
        digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).digest()
        # What was asked for last goes last, so the first is the one to forget.
        known[digest] = known.pop(digest) if digest in known else function(text)
        if len(known) > _MANY:
            del known[next(iter(known))]
        return known[digest]

    return answer

"""Python's search for garbage, left out while much is made at once that stays for a while.

What no reference count frees is a cycle, and to find one is to go through all objects there are. While ten thousand
notes become rows and bytes this is done again and again, and finds nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_searched() -> Iterator[None]:
    """Look for no garbage while this lasts; as a decorator, during each call."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()

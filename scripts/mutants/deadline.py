"""A limit of time for a call that a change may have made endless."""

import ctypes
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class Endless(BaseException):
    """Raised inside a call that takes too long; not an `Exception`, so that nothing in it takes it for its own."""


def within_seconds(seconds: float, call: Callable[[], Result]) -> Result:
    """Return `call()`, or raise `Endless` in it. Works on every system, between two steps of Python code.

    One step that takes for ever (a product of huge matrices) is not stopped: what runs apart has a limit besides.
    """
    caller = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    over = fired = False

    def stop() -> None:
        nonlocal fired
        with lock:
            if not over:
                fired = True
                ctypes.pythonapi.PyThreadState_SetAsyncExc(caller, ctypes.py_object(Endless))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        return call()
    finally:
        with lock:
            over = True
        timer.cancel()
        arrived = isinstance(sys.exc_info()[1], Endless)
        while fired and not arrived:  # it was raised just as the call ended: let it come here, not into what follows
            pass

"""Running snippets apart from the build: in fresh processes, in parallel.

Fresh, so that what the author has just saved is what runs; apart, so that a snippet that fails or hangs takes nothing
with it.
"""

import importlib
import multiprocessing
import os
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from scripts.paths import SNIPPETS, shown


class SnippetError(Exception):
    """A snippet failed; the message says how and where."""


def run_apart(worker: Callable[[Any], Any], jobs: Sequence[Any]) -> list[Any]:
    """Return `worker(job)` for each job; both must be picklable. A `SnippetError` is returned in its place."""
    if not jobs:
        return []
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1), mp_context=context) as pool:
        futures = [pool.submit(_guarded, worker, job) for job in jobs]
        results = [_result(future) for future in futures]
    if len(jobs) > 1:
        # One job that ends its process takes others with it: those that got no result run again, each alone.
        return [run_apart(worker, [job])[0] if _is_lost(r) else r for job, r in zip(jobs, results, strict=True)]
    return [SnippetError("it ended the Python process that ran it") if _is_lost(r) else r for r in results]


def _result(future: Future[Any]) -> Any:
    try:
        return future.result()
    except BrokenProcessPool as error:
        return error


def _is_lost(result: Any) -> bool:
    return isinstance(result, BrokenProcessPool)


def _guarded(worker: Callable[[Any], Any], job: Any) -> Any:
    try:
        return worker(job)
    except SnippetError as error:
        return error


def call(module: str, function: str) -> Any:
    """Import a snippets module, call one of its functions and return the result. Raises `SnippetError`."""
    try:
        return getattr(importlib.import_module(module), function)()
    except BaseException as error:
        raise SnippetError(describe(error)) from None


def describe(error: BaseException) -> str:
    """Return an exception in one line, with the last place in `snippets/` that it went through."""
    places = [
        f"{shown(Path(frame.filename))}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if SNIPPETS in Path(frame.filename).parents
    ]
    if isinstance(error, SyntaxError) and error.filename:
        places.append(f"{shown(Path(error.filename))}:{error.lineno}")
    first = str(error).strip().split("\n")[0]
    where = f" at {places[-1]}" if places else ""
    return f"{type(error).__name__}{': ' + first if first else ''}{where}"

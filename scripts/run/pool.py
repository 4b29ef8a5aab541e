"""Running snippets apart from the build: in fresh processes, in parallel, within limits of time and memory.

Fresh, so that what the author has just saved is what runs; apart and limited, so that a snippet that fails, hangs,
forks or eats memory takes nothing with it, and the message says which limit it met and where it was.
"""

import contextlib
import multiprocessing
import os
import pickle
import re
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import connection
from pathlib import Path
from typing import Any

import psutil

from scripts.foundation.giving_way import give_way
from scripts.foundation.paths import ROOT, shown
from scripts.run.apart import Done, SnippetError, allowed, is_snippet, serve, too_much_memory
from scripts.run.arithmetic import same_arithmetic

SECONDS = 60.0
MEMORY = 2_000_000_000
_PROCESSES = 50
# How long to wait at most until time, memory and the processes themselves are looked at again.
_TICK = 0.1
_FRAME = re.compile(r'^ +File "(.+)", line (\d+) in ', re.MULTILINE)


@dataclass(frozen=True)
class _Limits:
    """Where a job runs, at the root of a course, and what it may take: time, and memory (bytes) with what it starts."""

    root: Path
    seconds: float
    memory: int


@dataclass(frozen=True)
class _Job:
    index: int
    content: Any
    alone: bool = False


@dataclass(frozen=True)
class _Died:
    """A job that gave no result. `crashed`: its process ended by itself, maybe for what a job before it had left."""

    words: str
    crashed: bool = False


def run_apart(
    worker: Callable[[Any], Any],
    jobs: Sequence[Any],
    *,
    root: Path = ROOT,
    then: Callable[[Any], Any] = lambda value: value,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> list[Any]:
    """Return `then(worker(job))` for each job, with the snippets at `root`.

    Worker, jobs and their values must be picklable. `then` runs in this process, for one value after the other, while
    other jobs go on. A `SnippetError` is returned in its place, also for a job that needs more than `seconds` or
    `memory` (bytes). Any other exception is raised.
    """
    results: list[Future[Any]] = [Future() for _ in jobs]
    waiting = deque(_Job(index, job) for index, job in enumerate(jobs))
    limits = _Limits(root, seconds, memory)
    busy: list[_Process] = []

    def keep(index: int, value: Any) -> None:
        results[index] = beside.submit(lambda: value if isinstance(value, SnippetError) else then(value))

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ThreadPoolExecutor(1) as beside:
        try:
            while waiting or busy:
                give_way()
                while waiting and len(busy) < (os.cpu_count() or 1):
                    busy.append(_Process(worker, waiting.popleft(), limits, Path(folder)))
                connection.wait([process.connection for process in busy], timeout=_TICK)
                busy = [process for process in busy if _looked_after(process, waiting, keep)]
        finally:
            for process in busy:
                process.end()
    return [result.result() for result in results]


def _looked_after(process: "_Process", waiting: "deque[_Job]", keep: Callable[[int, Any], None]) -> bool:
    """Keep what became of the process's job, if it is over, and give it the next. Return whether it goes on."""
    outcome = process.outcome()
    if outcome is None:
        return True
    job = process.job
    if isinstance(outcome, _Died) and outcome.crashed and process.jobs > 1:
        waiting.append(_Job(job.index, job.content, alone=True))
    else:
        keep(job.index, _value(outcome))
        if isinstance(outcome, Done) and outcome.clean and waiting and not waiting[0].alone:
            process.give(waiting.popleft())
            return True
    process.end()
    return False


def _value(outcome: Done | _Died) -> Any:
    if isinstance(outcome, _Died):
        return SnippetError(outcome.words)
    if outcome.said:
        print(outcome.said, end="", file=sys.stderr)
    if outcome.raised is None or isinstance(outcome.raised, SnippetError):
        return outcome.raised or outcome.value
    raise outcome.raised


class _Process:
    """A process that runs jobs, one at a time."""

    def __init__(self, worker: Callable[[Any], Any], job: _Job, limits: _Limits, folder: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, other = context.Pipe()
        self._stacks = Path(tempfile.mkstemp(dir=folder)[1])
        self._limits = limits
        arguments = (other, worker, limits.root, limits.memory, str(self._stacks))
        self._process = context.Process(target=serve, args=arguments, daemon=True)
        with same_arithmetic():
            self._process.start()
        other.close()
        self._ready = False
        self.jobs = 0
        self.give(job)

    def give(self, job: _Job) -> None:
        """Let it run `job`."""
        self.job = job
        self.jobs += 1
        self._since = self._measured = time.monotonic()
        with contextlib.suppress(OSError):  # it has ended: `outcome` finds out
            self.connection.send(job.content)

    def outcome(self) -> Done | _Died | None:
        """Return what became of its job, None if it still runs within its limits."""
        alive = self._process.is_alive()
        try:
            while self.connection.poll():
                if message := self.connection.recv_bytes():
                    done: Done = pickle.loads(message)  # noqa: S301 (from our own process)
                    return done
                self._ready, self._since = True, time.monotonic()
        except (EOFError, OSError, pickle.UnpicklingError):
            alive = False
        if not (alive or self._ready):
            raise RuntimeError("no process can be started apart; what it said is above")
        if not alive:
            return _Died(f"it ended the Python process that ran it{_how(self._exit_code())}", crashed=True)
        if words := self._beyond_limits():
            return _Died(words + self._where())
        return None

    def _exit_code(self) -> int | None:
        """Return how the process ended. Not by `join`, which waits for ever if the job has closed what it waits for."""
        ended = time.monotonic() + 1
        while self._process.is_alive() and time.monotonic() < ended:
            time.sleep(0.01)
        return self._process.exitcode

    def _beyond_limits(self) -> str:
        """Return which limit the job has met, empty if none."""
        now = time.monotonic()
        if now - self._since > self._limits.seconds and self._ready:
            return f"it ran for more than {self._limits.seconds:g} seconds"
        if now - self._measured < 2 * _TICK:
            return ""
        self._measured = now
        family = self._family()
        if len(family) > _PROCESSES:
            return f"it started more than {_PROCESSES} processes"
        total = 0
        for process in family:
            with contextlib.suppress(psutil.Error):
                total += process.memory_info().rss
        # The process itself meets its own limit a little earlier, and then knows the very line.
        return too_much_memory(self._limits.memory) if total > 1.25 * allowed(self._limits.memory) else ""

    def _family(self) -> list[psutil.Process]:
        try:
            process = psutil.Process(self._process.pid)
            return [process, *process.children(recursive=True)]
        except psutil.Error:
            return []

    def _where(self) -> str:
        """Return the place in `snippets/` where the job is, as far as it tells."""
        if sys.platform == "win32" or self._process.pid is None:
            return ""
        with contextlib.suppress(OSError):
            os.kill(self._process.pid, signal.SIGUSR1)
        for _ in range(200):
            for path, line in _FRAME.findall(self._stacks.read_text(encoding="utf-8", errors="replace")):
                if is_snippet(Path(path), self._limits.root):
                    return f" at {shown(Path(path))}:{line}"
            time.sleep(0.01)
        return ""

    def end(self) -> None:
        """End the process and all that it has started."""
        family = self._family()
        if sys.platform != "win32" and self._process.pid is not None and self._ready:
            with contextlib.suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
        for process in family:
            with contextlib.suppress(psutil.Error):
                process.kill()
        self._process.kill()
        self._process.join()
        self.connection.close()


def _how(code: int | None) -> str:
    """Return how a process ended, as far as its exit code tells.

    >>> _how(3), _how(-11)
    (' (exit code 3)', ' (SIGSEGV)')
    """
    if not code:
        return ""
    names = {signal_.value: signal_.name for signal_ in signal.Signals}
    return f" ({names.get(-code, f'signal {-code}')})" if code < 0 else f" (exit code {code})"

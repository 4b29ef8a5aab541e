"""What blocks make of snippets (figures, printed output, checks): run in parallel, once for each state of the code."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from scripts.course.page import Block
from scripts.foundation.cache import Cache
from scripts.foundation.mistakes import Mistake, report
from scripts.run.pool import SnippetError, run_apart


class Runs:
    """The results of one kind of run.

    `key` names the state of all that a block's result depends on, `job` is what `worker` (a function of a module, so
    that another process can call it) gets, `then` makes the result of what the worker returns, in this process, and
    `mistake` words a failure for the author. `still_there` may say that a known result must be made again, because a
    file it left is gone.
    """

    def __init__(
        self,
        kind: str,
        *,
        key: Callable[[Block], str],
        job: Callable[[Block], Any],
        worker: Callable[[Any], Any],
        mistake: Callable[[Block, SnippetError], Mistake],
        then: Callable[[Any], Any] = lambda value: value,
        still_there: Callable[[Block], bool] = lambda block: True,
    ) -> None:
        self._kind = kind
        self._key = key
        self._job = job
        self._worker = worker
        self._mistake = mistake
        self._then = then
        self._still_there = still_there
        self._failed: set[str] = set()

    @cached_property
    def _cache(self) -> Cache:
        return Cache(self._kind)

    def run_all(self, blocks: Sequence[Block]) -> int:
        """Run what is not known yet; report what fails; return how many were run."""
        keys = {self._key(block): block for block in blocks}
        missing = {key: block for key, block in keys.items() if not self._known(key, block)}
        results = run_apart(self._worker, [self._job(block) for block in missing.values()], then=self._then)
        for (key, block), result in zip(missing.items(), results, strict=True):
            self._keep(key, block, result)
        for key in keys:
            if self._cache.has(key):
                self._cache.get(key, lambda: None)
        self._cache.save()
        return len(missing)

    def result(self, block: Block) -> Any:
        """Return the block's result, run now if it is not known; None, and reported once, if it fails."""
        key = self._key(block)
        if key not in self._failed and not self._known(key, block):
            self._keep(key, block, run_apart(self._worker, [self._job(block)], then=self._then)[0])
        return None if key in self._failed else self._cache.get(key, lambda: None)

    def _known(self, key: str, block: Block) -> bool:
        return self._cache.has(key) and self._still_there(block)

    def _keep(self, key: str, block: Block, result: Any) -> None:
        if isinstance(result, SnippetError):
            self._failed.add(key)
            report(self._mistake(block, result))
        else:
            self._cache.put(key, result)

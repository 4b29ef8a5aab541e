"""What blocks make of snippets (figures, printed output, checks): run in parallel, once for each state of the code."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.course.page import Block
from scripts.foundation.cache import Cache
from scripts.foundation.files import digest_of
from scripts.foundation.mistakes import Mistake, report
from scripts.foundation.paths import Places
from scripts.run.pool import SECONDS, SnippetError, run_apart


@dataclass(frozen=True, eq=False)
class Runs:
    """One kind of run, and its results so far, kept where the course of each block keeps them.

    `words` name it in the build's progress. `key` names the state of all that a block's result depends on, `job` is
    what `worker` (a function of a module, so that another process can call it) gets, `then` makes the result of what
    the worker returns, in this process, and `mistake` words a failure for the author. `left` names the files that a
    result left: one that is gone, or that another state of the code has overwritten since, makes it run again.
    """

    kind: str
    words: str
    key: Callable[[Block], str]
    job: Callable[[Block], Any]
    worker: Callable[[Any], Any]
    mistake: Callable[[Block, SnippetError], Mistake]
    then: Callable[[Any], Any] = lambda value: value
    left: Callable[[Block, Any], Iterable[Path]] = lambda block, result: ()
    seconds: float = SECONDS
    _caches: dict[Places, Cache] = field(default_factory=dict)
    _failed: set[tuple[Places, str]] = field(default_factory=set)

    def run_all(self, blocks: Sequence[Block]) -> int:
        """Run what is not known yet of the blocks of a course; report what fails; return how many were run."""
        if not blocks:
            return 0
        run = self.run_missing(blocks)
        cache = self._cache(blocks[0].places)
        for key in map(self.key, blocks):
            if cache.has(key):
                cache.get(key, dict)
        cache.save()
        return run

    def run_missing(self, blocks: Sequence[Block]) -> int:
        """Run what is not known yet of some blocks of a course, which are not all; return how many were run."""
        if not blocks:
            return 0
        keys = {self.key(block): block for block in blocks}
        missing = {key: block for key, block in keys.items() if not self._known(key, block)}
        results = self._run(blocks[0].places, list(missing.values()))
        for (key, block), result in zip(missing.items(), results, strict=True):
            self._keep(key, block, result)
        return len(missing)

    def result(self, block: Block) -> Any:
        """Return the block's result, run now if it is not known; None, and reported once, if it fails."""
        key = self.key(block)
        if (block.places, key) not in self._failed and not self._known(key, block):
            self._keep(key, block, self._run(block.places, [block])[0])
        return None if (block.places, key) in self._failed else self._cache(block.places).get(key, dict)["result"]

    def _run(self, places: Places, blocks: Sequence[Block]) -> list[Any]:
        jobs = [self.job(block) for block in blocks]
        return run_apart(self.worker, jobs, then=self.then, seconds=self.seconds, root=places.root)

    def _cache(self, places: Places) -> Cache:
        if places not in self._caches:
            self._caches[places] = Cache(self.kind, "with what they left", folder=places.cache)
        return self._caches[places]

    def _known(self, key: str, block: Block) -> bool:
        cache = self._cache(block.places)
        if not cache.has(key):
            return False
        kept = cache.get(key, dict)
        return bool(kept["left"] == self._left(block, kept["result"]))

    def _left(self, block: Block, result: Any) -> list[str]:
        """Return the digests of the files that a result left, as they are now."""
        return [digest_of(path) if path.is_file() else "" for path in self.left(block, result)]

    def _keep(self, key: str, block: Block, result: Any) -> None:
        if isinstance(result, SnippetError):
            self._failed.add((block.places, key))
            report(self.mistake(block, result))
        else:
            self._failed.discard((block.places, key))
            self._cache(block.places).put(key, {"result": result, "left": self._left(block, result)})

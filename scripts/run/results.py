"""What is run apart and kept, once for each state of the code; `Runs` are those that blocks make of snippets."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.course.page import Block
from scripts.foundation.cache import Cache
from scripts.foundation.files import digest_of
from scripts.foundation.mistakes import Mistake, report
from scripts.foundation.paths import Places
from scripts.run.apart import SnippetError
from scripts.run.arithmetic import arithmetic
from scripts.run.pool import SECONDS, run_apart


@dataclass(frozen=True)
class Wanted:
    """A job that is run unless its result is kept: by `key`, which names the state of all it depends on, in `cache`."""

    cache: Cache
    key: str
    job: Any


def run_unless_kept(
    worker: Callable[[Any], Any],
    wanted: Iterable[Wanted],
    *,
    root: Path,
    then: Callable[[Any], Any] = lambda value: value,
    kept: Callable[[str, Any], Any] = lambda key, result: result,
    seconds: float = SECONDS,
) -> dict[str, SnippetError]:
    """Run the jobs whose results are not kept, at once (`run_apart`), and keep those; return what failed, by its key.

    `kept` makes what is kept of a key and its result.
    """
    missing = {one.key: one for one in wanted if not one.cache.has(one.key)}
    results = run_apart(worker, [one.job for one in missing.values()], root=root, then=then, seconds=seconds)
    for one, result in zip(missing.values(), results, strict=True):
        if not isinstance(result, SnippetError):
            one.cache.put(one.key, kept(one.key, result))
    pairs = zip(missing, results, strict=True)
    return {key: result for key, result in pairs if isinstance(result, SnippetError)}


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
        cache.keep(map(self.key, blocks))
        cache.save()
        return run

    def run_missing(self, blocks: Sequence[Block]) -> int:
        """Run what is not known yet of some blocks of a course, which are not all; return how many were run."""
        keys = {self.key(block): block for block in blocks}
        missing = {key: block for key, block in keys.items() if not self._is_known(key, block)}
        if not missing:
            return 0
        places = blocks[0].places
        failed = run_unless_kept(
            self.worker,
            [Wanted(self._cache(places), key, self.job(block)) for key, block in missing.items()],
            root=places.root,
            then=self.then,
            kept=lambda key, result: {"result": result, "left": self._left(missing[key], result)},
            seconds=self.seconds,
        )
        self._failed.difference_update((places, key) for key in missing)
        self._failed.update((places, key) for key in failed)
        report(*(self.mistake(missing[key], error) for key, error in failed.items()))
        return len(missing)

    def result(self, block: Block) -> Any:
        """Return the block's result, run now if it is not known; None, and reported once, if it fails."""
        key = self.key(block)
        if (block.places, key) not in self._failed:
            self.run_missing([block])
        return None if (block.places, key) in self._failed else self._cache(block.places).get(key)["result"]

    def _cache(self, places: Places) -> Cache:
        if places not in self._caches:
            self._caches[places] = Cache(self.kind, "with what they left", arithmetic(), folder=places.cache)
        return self._caches[places]

    def _is_known(self, key: str, block: Block) -> bool:
        """Return whether a result is kept; it is forgotten if a file that it left is no longer as it was."""
        cache = self._cache(block.places)
        kept = cache.get(key)
        if kept and kept["left"] != self._left(block, kept["result"]):
            cache.drop(key)
        return cache.has(key)

    def _left(self, block: Block, result: Any) -> list[str]:
        """Return the digests of the files that a result left, as they are now."""
        return [digest_of(path) if path.is_file() else "" for path in self.left(block, result)]

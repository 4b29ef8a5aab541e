"""Results kept on disk from build to build: one JSON file per kind, valid for one set of versions."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scripts.foundation.files import digest_of_text, write_whole
from scripts.foundation.paths import HERE


def kept_results(folder: Path, kind: str = "") -> Iterator[Path]:
    """Yield the files that caches keep in a folder, of one kind or of all, and nothing else that may lie there."""
    wanted = re.compile(rf"{re.escape(kind) or '.+'}-[0-9a-f]{{12}}\.json")
    entries = os.scandir(folder) if folder.is_dir() else ()
    found = [entry for entry in entries if wanted.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)]
    yield from sorted(Path(entry) for entry in found)


class Cache:
    """Results of one kind by key. Only those asked for in this run are kept, so it does not grow for ever.

    `versions` name everything else that the results depend on; other versions use another file.
    """

    def __init__(self, kind: str, *versions: str, folder: Path = HERE.cache) -> None:
        self._path = folder / f"{kind}-{digest_of_text(*versions)[:12]}.json"
        self._kind = kind
        self._known: dict[str, Any] | None = None
        self._used: dict[str, Any] = {}

    def _load(self) -> dict[str, Any]:
        if self._known is None:
            try:
                kept = json.loads(self._path.read_text(encoding="utf-8"))
            except (OSError, ValueError, RecursionError):
                kept = None  # nothing is kept yet, or a file cut short: its results are made again
            self._known = kept if isinstance(kept, dict) else {}
        return self._known

    def has(self, key: str) -> bool:
        """Return whether a result is known."""
        return key in self._used or key in self._load()

    def put(self, key: str, value: Any) -> None:
        """Keep a result."""
        self._used[key] = value

    def get(self, key: str) -> Any:
        """Return a result, None if it is not known."""
        if key not in self._used and self.has(key):
            self._used[key] = self._load()[key]
        return self._used.get(key)

    def keep(self, keys: Iterable[str]) -> None:
        """Keep results that nothing has asked for in this run."""
        for key in keys:
            self.get(key)

    def drop(self, key: str) -> None:
        """Forget a result."""
        self._used.pop(key, None)
        self._load().pop(key, None)

    def clear(self) -> None:
        """Forget all results."""
        self._known, self._used = {}, {}

    def save(self) -> None:
        """Write the results that were used, at once or not at all."""
        before, self._known, self._used = self._known, self._used, {}
        if before is not None and before.keys() == self._known.keys():
            return
        write_whole(self._path, json.dumps(self._known, ensure_ascii=False))
        for old in kept_results(self._path.parent, self._kind):
            if old != self._path:
                old.unlink(missing_ok=True)

"""Pages converted from Markdown: only if something changed that their HTML depends on (`scripts.pages.asked`).

Many are converted in several processes.
"""

import multiprocessing
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

from scripts.course.model import Course, standing_in
from scripts.course.snippets import fingerprint
from scripts.foundation.cache import Cache
from scripts.foundation.files import digest_of_text
from scripts.foundation.inputs import addresses
from scripts.foundation.mistakes import Mistake, collecting, report
from scripts.foundation.paths import FRONTEND, ROOT, SCRIPTS, Places
from scripts.pages.asked import Answers, Questions, noted
from scripts.site.configuration import warnings_of_mkdocs
from scripts.typeset.katex import katex_with

# The rooms whose code makes HTML of Markdown, and what else of ours and of others does.
_ROOMS = ("foundation", "course", "typeset", "mutants", "formulas", "run", "pages")
_LOCKS = (ROOT / "requirements.lock", FRONTEND / "package-lock.json")
# So few pages are converted sooner than other processes are started.
_FEW = 8


@dataclass(frozen=True)
class Converted:
    """A page as converted: its HTML, its table of contents, its first heading, and the formulas that stand on it."""

    content: str
    toc: list[dict[str, Any]]
    title: str | None
    formulas: list[str]


@dataclass(frozen=True)
class _Done:
    """What the conversion of a page gives to the process that has asked for it."""

    converted: Converted
    questions: Questions
    formulas: dict[str, Any]
    mistakes: list[Mistake]
    warnings: list[str]


def convert_all(pages: list[Any], course: Course, config: Any, files: Any) -> tuple[int, list[str]]:
    """Give each page its content; return how many were converted, and what MkDocs warned of."""
    answers, katex = Answers(course), katex_with(course.places.cache)
    kept = [_kept(course, answers, Path(page.file.abs_src_path)) for page in pages]
    missing = [number for number, found in enumerate(kept) if not found.find(answers)]

    def convert(number: int) -> _Done:
        return _convert(pages[missing[number]], course, config, files)

    warnings: list[str] = []
    sizes = [len(pages[number].markdown) for number in missing]
    for number, done in zip(missing, _in_order(convert, sizes), strict=True):
        katex.learn(done.formulas)
        report(*done.mistakes)
        warnings += done.warnings
        kept[number].put(answers, done)
    for page, found in zip(pages, kept, strict=True):
        _give(page, found.converted)
        katex.keep(found.converted.formulas)
    return len(missing), warnings


class _Kept:
    """What is kept of a page, as long as its text and what it names stay as they are."""

    def __init__(self, store: Cache) -> None:
        self._store = store
        self.converted = Converted("", [], None, [])

    def find(self, answers: Answers) -> bool:
        """Take the page as it was converted, if its questions have the answers that they had then; say whether so."""
        asked = self._store.get("questions")
        kept = self._store.get(answers.to(Questions.from_data(asked))) if asked else None
        if kept:
            self.converted = Converted(**kept)
        return bool(kept)

    def put(self, answers: Answers, done: _Done) -> None:
        """Take a page that was converted now, and keep it if there is nothing wrong with it."""
        self.converted = done.converted
        self._store.clear()
        if not done.mistakes and not done.warnings:
            self._store.put("questions", done.questions.as_data())
            self._store.put(answers.to(done.questions), asdict(done.converted))
            self._store.save()


def _kept(course: Course, answers: Answers, path: Path) -> _Kept:
    page = course.pages.get(path)
    name = re.sub(r"\W+", "_", path.relative_to(course.places.docs).with_suffix("").as_posix())
    own = answers.own(page) if page else path.read_text(encoding="utf-8", errors="replace")
    return _Kept(_store(course.places.cache, name, own, makers(course.places)))


@lru_cache(maxsize=4096)
def _store(folder: Path, name: str, *versions: str) -> Cache:
    return Cache(f"page_{name}", *versions, folder=folder)


def makers(places: Places) -> str:
    """Return a digest of what makes HTML of Markdown: our code, the configuration, the versions of others' code."""
    return digest_of_text(_code(), places.config.read_text(encoding="utf-8"), *addresses())


@cache
def _code() -> str:
    ours = {path for room in _ROOMS for path in (SCRIPTS / room).rglob("*.py")} | {Path(__file__)}
    return fingerprint(ours | {*(FRONTEND / "bridge").glob("*.js"), *_LOCKS}, sys.version)


def _in_order(convert: Callable[[int], _Done], sizes: list[int]) -> Iterator[_Done]:
    """Yield what becomes of each page, in order; many are shared out among processes, the longest first."""
    workers = min(os.cpu_count() or 1, len(sizes) // _FEW)
    if workers < 2 or sys.platform != "linux":  # elsewhere a process that has begun to work cannot be copied safely
        yield from map(convert, range(len(sizes)))
        return
    global _shared_out
    _shared_out = convert
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        longest = sorted(range(len(sizes)), key=sizes.__getitem__, reverse=True)
        found = {number: pool.submit(_convert_shared, number) for number in longest}
        yield from (found[number].result() for number in range(len(sizes)))


_shared_out: Callable[[int], _Done]


def _convert_shared(number: int) -> _Done:
    return _shared_out(number)


def _convert(page: Any, course: Course, config: Any, files: Any) -> _Done:
    """Convert a page from Markdown, and note what it asks of the course."""
    katex = katex_with(course.places.cache)
    katex.asked()
    asked = noted(course)
    with collecting() as mistakes, warnings_of_mkdocs() as warnings, standing_in(asked):
        page.render(config, files)
    formulas = katex.asked()
    converted = Converted(page.content, as_data(page.toc), page._title_from_render, list(formulas))
    return _Done(converted, asked.questions, formulas, mistakes, warnings)


def as_data(links: Iterable[Any]) -> list[dict[str, Any]]:
    """Return a table of contents as JSON can hold it."""
    found = []
    for link in links:
        found.append({"name": link.title, "id": link.id, "level": link.level, "children": as_data(link.children)})
    return found


def _give(page: Any, converted: Converted) -> None:
    from mkdocs.structure.toc import get_toc

    page.content, page.toc = converted.content, get_toc(cast("Any", converted.toc))
    page._title_from_render = converted.title

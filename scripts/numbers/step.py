"""The build's step: wrong numbers stop it, and so do numbers that nothing holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.cache import Cache
from scripts.mistakes import Mistake, report
from scripts.numbers.held import Account, Pages, accounts, all_pages
from scripts.paths import PLAN, ROOT, SNIPPETS, shown
from scripts.snippet_code import fingerprint, imported_files, module_files

# Whether pages whose package has no `numbers` module yet are only counted. With False they must be complete as well.
COUNT_ONLY_UNTIL_BEGUN = True


@dataclass(frozen=True)
class Verdict:
    """What came of some pages: their numbers, and those of them that nothing holds and that are only counted."""

    count: int
    counted: int


def hold_numbers() -> str:
    """Report every number that is wrong or that nothing holds; return what the step's line says."""
    cache = Cache("numbers_held", fingerprint(set(_program())))
    verdicts = [Verdict(*verdict) for pages in all_pages() if (verdict := _verdict(pages, cache))]
    cache.save()
    count, counted = (sum(getattr(verdict, name) for verdict in verdicts) for name in ("count", "counted"))
    return f"{count} numbers" + (f", {counted} of them on pages that have no quotes yet" if counted else "")


def _verdict(pages: Pages, cache: Cache) -> list[int] | None:
    """Return count and counted of some pages, from the cache if nothing changed; None, and reported, if they fail."""
    key = _state(pages)
    if not cache.has(key):
        [account] = accounts([pages], engine=not COUNT_ONLY_UNTIL_BEGUN)
        required = pages.begun or not COUNT_ONLY_UNTIL_BEGUN
        mistakes = [*account.wrong, *(_unheld(account) if required else ())]
        if mistakes:
            report(*mistakes)
            return None
        cache.put(key, [account.count, len(account.unheld)])
    kept: list[int] = cache.get(key, list)
    return kept


def _state(pages: Pages) -> str:
    """Return a hash of all that the verdict on some pages depends on, but for the program itself."""
    modules = [path for name in ("numbers", "examples") for path in module_files(pages.package, name)]
    return fingerprint({*pages.paths, PLAN, *(file for path in modules for file in imported_files(path))})


def _program() -> Iterator[Path]:
    for name in ("numbers", "formulas", "blocks"):
        yield from (ROOT / "scripts" / name).glob("*.py")
    yield ROOT / "scripts" / "source.py"


def _unheld(account: Account) -> Iterator[Mistake]:
    package = shown(SNIPPETS / account.pages.package / "numbers.py")
    for one in account.unheld:
        what = f"nothing holds the number {one.number.text}"
        remedy = f"quote it in {package} with its value; 'python -m scripts numbers --draft' writes the quote"
        yield Mistake(one.text.path, one.line, what, remedy)

"""The step of the build that checks numbers: wrong ones stop it, and so do those that nothing holds."""

from collections.abc import Iterator
from pathlib import Path

from scripts.course.model import Course
from scripts.course.snippets import fingerprint, imported_files, module_files
from scripts.foundation.cache import Cache
from scripts.foundation.mistakes import Mistake, report
from scripts.foundation.paths import SCRIPTS, shown
from scripts.numbers.held import Account, Pages, accounts, all_pages
from scripts.run.arithmetic import arithmetic


def hold_numbers(course: Course) -> str:
    """Report every number that is wrong or that nothing holds; return what the step's line says."""
    cache = Cache("numbers_held", fingerprint(set(_program())), arithmetic(), folder=course.places.cache)
    keys = {_state(course, pages): pages for pages in all_pages(course)}
    fresh = {key: pages for key, pages in keys.items() if not cache.has(key)}
    failing = 0
    for key, account in zip(fresh, accounts(course, list(fresh.values())), strict=True):
        mistakes = [*account.wrong, *_unheld(account)]
        report(*mistakes)
        if mistakes:
            failing += account.count - len(account.unheld)
        else:
            cache.put(key, account.count)
    held = sum(cache.get(key) or 0 for key in keys)
    cache.save()  # after that: only what was asked for is kept
    return f"{failing + held} numbers"


def _state(course: Course, pages: Pages) -> str:
    """Return a hash of all that the verdict on some pages depends on, but for the program itself."""
    modules = [path for name in ("numbers", "examples") for path in module_files(pages.package, name)]
    return fingerprint({*pages.paths, course.places.plan, *(file for path in modules for file in imported_files(path))})


def _program() -> Iterator[Path]:
    for name in ("numbers", "formulas", "course", "pages"):
        yield from (SCRIPTS / name).rglob("*.py")


def _unheld(account: Account) -> Iterator[Mistake]:
    module = shown(account.pages.package / "numbers")
    for one in account.unheld:
        what = f"nothing holds the number {one.number.text}"
        remedy = f"quote it in {module} with its value; 'python -m scripts numbers --draft' writes the quote"
        yield Mistake(one.text.path, one.line, what, remedy)

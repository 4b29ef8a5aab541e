"""What tests of the site share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kept import browser_version, files_of_page, once_for, reading_code
from tests.site.reading import LAPTOP
from tests.site.visits import Seen, Visit, visitor


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a laptop, in a profile of its own."""
    context = LAPTOP.context(browser)
    yield context.new_page()
    context.close()


class _Troubled(Exception):
    """A page was seen with troubles, which may be gone the next time."""

    def __init__(self, seen: Seen) -> None:
        super().__init__()
        self.seen = seen


@pytest.fixture(scope="session")
def visit(browser: Browser, server: str, site: Path, pytestconfig: pytest.Config) -> Iterator[Visit]:
    """One visitor of all pages, who meets most fonts and scripts again, and goes to a page that was fine only once."""
    with visitor(browser, server) as go:

        def look(name: str) -> Seen:
            seen = go(name)
            if seen["troubles"]:
                raise _Troubled(seen)
            return seen

        def visit(name: str) -> Seen:
            once = once_for(f"a visit to {name}", pytestconfig)
            try:
                return once(lambda: look(name), files_of_page(site, name) | reading_code(), browser_version())
            except _Troubled as troubled:
                return troubled.seen

        yield visit

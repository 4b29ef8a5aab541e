"""One visit to a page, with all that is asked of it: what it fetches, how high it is, what troubles its readers.

A page is read on a laptop in the light and on a phone in both themes, with all its folds open.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypedDict

from playwright.sync_api import Browser, Page

from tests.site.access import (
    RULES_ASKED_APART,
    RULES_OF_THE_FRAME,
    leave_to_axe_what_it_can_judge,
    troubles_of_access,
    troubles_of_colors,
)
from tests.site.reading import (
    LAPTOP,
    OPEN_FOLDS,
    PHONE,
    liven,
    note_troubles,
    settle,
    troubles_of_layout,
    troubles_of_reach,
    turn,
)

# What a page has fetched, less the pictures beyond the distance at which a browser fetches lazy ones: while a page is
# only read in part its end may be near, and when it rests, its pictures come ahead of the reader.
FETCHED = """async () => {
  await document.fonts.ready;
  const top = image => image.getBoundingClientRect().top + scrollY;
  const near = image => image.getClientRects().length && top(image) <= innerHeight + 1250;
  const images = [...document.images], of = some => some.map(image => image.src);
  const far = of(images.filter(image => !near(image)));
  const names = performance.getEntriesByType('resource').map(entry => entry.name);
  return [location.href, ...names.filter(name => !far.includes(name)), ...of(images.filter(near))];
}"""
HEIGHT = "document.documentElement.scrollHeight"


class Seen(TypedDict):
    """What was seen of a page: addresses of files below the site's, pixels as it comes on a laptop, troubles."""

    fetched: list[str]
    height: int
    troubles: list[str]


Visit = Callable[[str], Seen]


@contextmanager
def visitor(browser: Browser, address: str) -> Iterator[Visit]:
    """Open a profile in `browser`. Yields what visits the page of a name below `address`."""
    context = LAPTOP.context(browser)
    page = context.new_page()
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    noted = note_troubles(page, address)

    def visit(name: str) -> Seen:
        noted.clear()
        page.set_viewport_size({"width": LAPTOP.width, "height": LAPTOP.height})
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})  # what is kept is not always told apart
        page.goto(address + name, wait_until="load")
        fetched = fetched_by(page, address)
        network.send("Network.setCacheDisabled", {"cacheDisabled": False})
        height = page.evaluate(HEIGHT)
        troubles = [trouble.replace(address, "") for trouble in dict.fromkeys(read(page) + noted)]
        return {"fetched": fetched, "height": height, "troubles": troubles}

    yield visit
    context.close()


def fetched_by(page: Page, address: str) -> list[str]:
    """Return the files of the site at `address` that the open page has asked for."""
    return sorted({url.removeprefix(address).partition("#")[0] for url in page.evaluate(FETCHED)})


def read(page: Page) -> list[str]:
    """Read a page that is open on a laptop, then on a phone, and return what troubles a reader.

    Folds that are closed, the dark on a laptop, a laptop for axe, editors of exercises: what these change is the same
    on all pages of a kind, of which one is read so.
    """
    unfold(page)
    found = troubles_of_layout(page) + troubles_of_colors(page)
    page.set_viewport_size({"width": PHONE.width, "height": PHONE.height})
    settle(page)
    found += troubles_of_layout(page) + troubles_of_reach(page)
    turn(page)
    found += troubles_of_colors(page)
    settle(page)
    leave_to_axe_what_it_can_judge(page)
    return found + troubles_of_access(page, without=(*RULES_ASKED_APART, *RULES_OF_THE_FRAME))


def unfold(page: Page) -> None:
    """Open all folds of a page, and let its pictures live, each of which is another."""
    page.evaluate(OPEN_FOLDS)
    liven(page)
    settle(page)

"""A page is light, and a lesson short: what a visit fetches, compressed as a server would, and its height.

Every page is weighed, every lesson measured.
"""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.kept import Once, browser_version, files_of_page, reading_code
from tests.site.reading import LAPTOP, LESSONS, PAGES, liven

FIRST, FURTHER, WITH_EXPLORABLE = 150_000, 40_000, 200_000
SCREENS = 15  # of a laptop

# The pages of each written topic, in the order in which they are read.
_FOLDERS = [lessons[0].rpartition("/")[0] for lessons in LESSONS.values() if lessons]
_READ = [f"{folder}/index.html" for folder in _FOLDERS] + [page for lessons in LESSONS.values() for page in lessons]
_READ += [f"{folder}/{name}.html" for name in ("practice", "interview", "lab") for folder in _FOLDERS]
TOPICS = [[page for page in _READ if page.startswith(f"{folder}/")] for folder in _FOLDERS]
OTHERS = [page for page in PAGES if page not in _READ]

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
COMPRESSED_ALREADY = (".woff2", ".png", ".jpg", ".webp")
# What comes only when a reader comes near an exercise or a picture to move: at once, if that stands at the top.
ON_APPROACH = "assets/generated/modules/"


@pytest.mark.parametrize("pages", TOPICS, ids=_FOLDERS)
def test_a_page_of_a_topic_is_light_lighter_after_the_one_before_it_and_no_lesson_long(
    pages: list[str], browser: Browser, server: str, site: Path, once: Once
) -> None:
    def weigh() -> None:
        fetched, long = [], []
        with forgetful(browser) as page:
            for name in pages:
                fetched.append(fetched_by(page, server, name))
                height = page.evaluate("document.documentElement.scrollHeight")
                if height > SCREENS * LAPTOP.height and any(name in lessons for lessons in LESSONS.values()):
                    long.append(f"{name} is {height} pixels high")
        assert long == []
        found = [heavy(site, name, files, FIRST) for name, files in zip(pages, fetched, strict=True)]
        for name, before, files in zip(pages[1:], fetched, fetched[1:], strict=False):
            assert name in files - before
            found.append(heavy(site, f"{name}, further", files - before, FURTHER))
        assert [heaviness for heaviness in found if heaviness] == []

    once(weigh, weighed(site, pages), browser_version())


def test_any_other_page_fetches_little(browser: Browser, server: str, site: Path, once: Once) -> None:
    def weigh() -> None:
        with forgetful(browser) as page:
            found = [heavy(site, name, fetched_by(page, server, name), FIRST) for name in OTHERS]
        assert [heaviness for heaviness in found if heaviness] == []

    once(weigh, weighed(site, OTHERS), browser_version())


def weighed(site: Path, pages: list[str]) -> set[Path]:
    """Return what the weight of some pages hangs on."""
    return {*reading_code(), *(file for name in pages for file in files_of_page(site, name))}


def test_a_lesson_fetches_little_for_a_picture_to_move(browser: Browser, server: str, site: Path) -> None:
    pages = [site / lesson for lessons in LESSONS.values() for lesson in lessons]
    moving = [page for page in pages if "nb-explorable" in page.read_text(encoding="utf-8")]
    name = max(moving, key=lambda page: page.stat().st_size).relative_to(site).as_posix()
    with forgetful(browser) as page:
        files = fetched_by(page, server, name, lively=True)
    assert any(file.startswith(f"{ON_APPROACH}explorables") for file in files)
    assert heavy(site, name, files, WITH_EXPLORABLE) == ""


def test_what_is_too_heavy_is_named_with_what_weighs_most(tmp_path: Path) -> None:
    for name in ("page.html", "light.css", "font.woff2"):
        (tmp_path / name).write_bytes(b"x" * 5000)
    files = {"page.html", "light.css", "font.woff2"}
    assert heavy(tmp_path, "page.html", files, 5100) == ""
    assert heavy(tmp_path, "page.html", files, 5000).startswith("page.html: 50")
    assert "font.woff2 5000" in heavy(tmp_path, "page.html", files, 5000)


@contextmanager
def forgetful(browser: Browser) -> Iterator[Page]:
    """Yield a page that keeps nothing of what it has fetched."""
    context = LAPTOP.context(browser)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page
    context.close()


def fetched_by(page: Page, address: str, name: str, *, lively: bool = False) -> set[str]:
    """Return the files of the site that a visit to the page `name` asks for; `lively`, with its explorables."""
    page.goto(address + name, wait_until="load")
    if lively:
        liven(page)
    files = {url.removeprefix(address).partition("#")[0] for url in page.evaluate(FETCHED)}
    return {file for file in files if lively or not file.startswith(ON_APPROACH)}


def heavy(site: Path, name: str, files: set[str], bound: int) -> str:
    """Return what costs most of `files`, if they are above `bound` together."""
    weights = {file: weight(site / file) for file in files}
    heaviest = sorted(weights.items(), key=lambda item: -item[1])[:8]
    total = sum(weights.values())
    return f"{name}: {total} bytes, of them {', '.join(f'{file} {size}' for file, size in heaviest)}" * (total > bound)


@cache
def weight(file: Path) -> int:
    """Return the bytes that a file costs, compressed with gzip if its kind gains from it."""
    body = file.read_bytes()
    return len(body) if file.name.endswith(COMPRESSED_ALREADY) else len(gzip.compress(body, 6))

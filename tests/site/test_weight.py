"""A page is light, and a lesson short: what a visit fetches, compressed as a server would, and its height.

Every page is weighed, every lesson measured.
"""

import gzip
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.reading import LAPTOP, LESSONS, PAGES, liven
from tests.site.visits import Visit, fetched_by

FIRST, FURTHER, WITH_EXPLORABLE = 150_000, 40_000, 200_000
SCREENS = 15  # of a laptop

# The pages of each written topic, in the order in which they are read.
_FOLDERS = [lessons[0].rpartition("/")[0] for lessons in LESSONS.values() if lessons]
_READ = [f"{folder}/index.html" for folder in _FOLDERS] + [page for lessons in LESSONS.values() for page in lessons]
_READ += [f"{folder}/{name}.html" for name in ("practice", "interview", "lab") for folder in _FOLDERS]
TOPICS = [[page for page in _READ if page.startswith(f"{folder}/")] for folder in _FOLDERS]
COMPRESSED_ALREADY = (".woff2", ".png", ".jpg", ".webp")
# What comes only when a reader comes near an exercise or a picture to move: at once, if that stands at the top.
ON_APPROACH = "assets/generated/modules/"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_and_a_lesson_short(name: str, visit: Visit, site: Path) -> None:
    seen = visit(name)
    assert heavy(site, name, on_arrival(seen["fetched"]), FIRST) == ""
    if any(name in lessons for lessons in LESSONS.values()):
        assert seen["height"] <= SCREENS * LAPTOP.height


@pytest.mark.parametrize(("before", "name"), [pair for pages in TOPICS for pair in pairwise(pages)])
def test_a_page_of_a_topic_is_lighter_after_the_one_before_it(before: str, name: str, visit: Visit, site: Path) -> None:
    new = on_arrival(visit(name)["fetched"]) - on_arrival(visit(before)["fetched"])
    assert name in new
    assert heavy(site, name, new, FURTHER) == ""


def test_a_lesson_fetches_little_for_a_picture_to_move(browser: Browser, server: str, site: Path) -> None:
    pages = [site / lesson for lessons in LESSONS.values() for lesson in lessons]
    moving = [page for page in pages if "nb-explorable" in page.read_text(encoding="utf-8")]
    name = max(moving, key=lambda page: page.stat().st_size).relative_to(site).as_posix()
    context = LAPTOP.context(browser)
    page = context.new_page()
    page.goto(server + name, wait_until="load")
    liven(page)
    files = set(fetched_by(page, server))
    context.close()
    assert any(file.startswith(f"{ON_APPROACH}explorables") for file in files)
    assert heavy(site, name, files, WITH_EXPLORABLE) == ""


def test_what_is_too_heavy_is_named_with_what_weighs_most(tmp_path: Path) -> None:
    for name in ("page.html", "light.css", "font.woff2"):
        (tmp_path / name).write_bytes(b"x" * 5000)
    files = {"page.html", "light.css", "font.woff2"}
    assert heavy(tmp_path, "page.html", files, 5100) == ""
    assert heavy(tmp_path, "page.html", files, 5000).startswith("page.html: 50")
    assert "font.woff2 5000" in heavy(tmp_path, "page.html", files, 5000)


def on_arrival(fetched: list[str]) -> set[str]:
    """Return which of the fetched files come before a reader is near an exercise or a picture to move."""
    return {file for file in fetched if not file.startswith(ON_APPROACH)}


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

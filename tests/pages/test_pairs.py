"""For each kind of block a pair in `pairs/`: the Markdown that an author writes, and the HTML that readers get.

After a change that is meant: `python -m pytest tests/pages/test_pairs.py --approve-pairs`, then look at the difference.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.course.model import Course
from scripts.foundation.mistakes import collecting
from scripts.foundation.paths import ROOT
from scripts.pages.kinds import BLOCKS, to_run
from scripts.pages.rules.blocks import mistakes_in
from tests.courses import TOPIC, rendered, small_course

PAIRS = Path(__file__).parent / "pairs"
SAMPLE = ROOT / "tests" / "sample" / "snippets"
FRONT = "title: Derivatives and gradients\ndescription: All.\ndifficulty: foundational\nprerequisites: []"
LAB = """# %% [markdown]
# # Derivatives and gradients
#
# The square of $x$:

# %%
x = 3
print(x**2)
"""
LESSON = """---
title: Slopes
description: All about slopes.
question: How steep is it?
---

# Slopes
"""
CLOSING = ["answer", "recall"]
DECKS = {
    "files": [
        {
            "name": "nabla.apkg",
            "title": "Nabla",
            "topic": "",
            "cards": 3,
            "bytes": 12_345,
            "since_release": {"new": ["square-rule"], "changed": [], "removed": ["gone"], "date": 1_795_000_000},
            "of_release": {"new": [], "changed": ["square-rule"], "removed": [], "date": 1_794_000_000},
        }
    ],
    "release": "1.1",
    "releases": {"1.0": 1_793_000_000, "1.1": 1_794_000_000},
    "removed": ["gone"],
    "removed_search": "note:Nabla* (Id:gone)",
}


def page_of(kinds: list[str]) -> str:
    """Return the pairs' Markdown of some kinds, each below a heading of its name."""
    return "\n".join(f"## {kind}\n\n{(PAIRS / f'{kind}.md').read_text(encoding='utf-8')}" for kind in kinds)


def course_of_pairs(folder: Path) -> Course:
    """Return a course whose pages are made of the pairs: a topic's front page and lesson, and one below `study/`."""
    for_topics = [name for name, kind in BLOCKS.items() if kind.HOME != "study" and name not in CLOSING]
    others = [name for name, kind in BLOCKS.items() if kind.HOME == "study"]
    pages = {
        TOPIC: f"---\n{FRONT}\n---\n\n# Derivatives and gradients\n\n{page_of(for_topics)}",
        TOPIC.replace(".md", ".py"): LAB,
        TOPIC.replace("index", "slopes"): f"{LESSON}\n{page_of(['definition', *CLOSING])}".replace(
            "id: ", "id: lesson-"
        ),
        "study/all.md": f"# All\n\n{page_of(others)}",
    }
    files = (path for ending in ("py", "json") for path in SAMPLE.rglob(f"*.{ending}"))
    snippets = {path.relative_to(SAMPLE).as_posix(): path.read_text(encoding="utf-8") for path in files}
    course = small_course(folder, pages, snippets, ["slopes"])
    cards = course.places.build / "decks" / "cards.json"
    cards.parent.mkdir(parents=True)
    cards.write_text(json.dumps(DECKS), encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the HTML of each kind of block."""
    course = course_of_pairs(tmp_path_factory.mktemp("course"))
    with collecting() as found:
        found += mistakes_in(course)
        for runs, blocks in to_run(course).items():
            runs.run_all(blocks)
        pages = [rendered(course, page) for page in course.pages.values()]
    assert not found, "\n".join(map(str, found))
    # What stands on several pages is taken from the first.
    return {kind: part for page in reversed(pages) for kind, part in parts(page)}


def parts(page: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a page below its headings, laid out for people to compare."""
    for kind, part in re.findall(
        r'<h2 id="([\w-]+)">.*?</h2>(.*?)(?=<h2 id="(?:' + "|".join(BLOCKS) + r')">|\Z)', page, re.DOTALL
    ):
        if kind in BLOCKS:
            yield kind, BeautifulSoup(part, "html.parser").prettify(formatter="minimal")


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_becomes_the_html_of_its_pair(kind: str, html: dict[str, str], request: pytest.FixtureRequest) -> None:
    pair = PAIRS / f"{kind}.html"
    if request.config.getoption("--approve-pairs"):
        pair.write_text(html[kind], encoding="utf-8", newline="\n")
    assert pair.is_file(), f"{pair.name} is not there: let --approve-pairs write it, and read what it wrote"
    assert html[kind] == pair.read_text(encoding="utf-8")


def test_every_pair_is_that_of_a_kind() -> None:
    assert {path.stem for path in PAIRS.iterdir()} == set(BLOCKS)

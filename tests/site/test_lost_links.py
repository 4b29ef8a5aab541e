"""Links that lead nowhere are found, each at the line where its author wrote it, and no other is."""

from dataclasses import replace
from pathlib import Path

import pytest

from scripts.course.model import Course
from scripts.foundation.mistakes import Mistake
from scripts.site.links import broken_links
from tests.courses import small_course

WRITTEN = """---
title: Page
---

# Page

A [page](other.md), an [anchor](other.md#there), a [lost page](lost.md), a [lost anchor](other.md#lost),
![a picture](../lost.svg), [here](#top) and `[code](code.md)`.

```text
[code](lost.md)
```

<a href="gone.html">gone</a> [again](lost.md) [blank](<lost anchor.md>)
"""
WRITTEN_AS = {"lost.html": 7, "other.html#lost": 7, "../lost.svg": 8, "gone.html": 14}
PAGE = """<!DOCTYPE html><title>Page</title><h1 id=top>Page</h1>
<a href="other.html">ok</a> <a href="other.html#there">ok</a> <a href="other.html#named">ok</a> <a href="#top">ok</a>
<a href="lost.html">lost</a> <a href="other.html#lost">lost</a> <img src="../lost.svg"> <a href="#gone">gone</a>
<a href="gone.html">gone</a> <a href="sub/">ok</a> <a href="with%20blank.html">ok</a> <a href="#__skip">ok</a>
<a href="https://elsewhere.invalid/lost">ok</a> <a href="//elsewhere.invalid/lost">ok</a> <a href="mailto:a@b">ok</a>
<link rel="canonical" href="https://nabla.example/x.html"><link rel="canonical" href="lost-canonical">
<link rel="stylesheet" href="lost.css"><script src="lost.js"></script><source src="lost.webm"><area href="lost-area">
<nb-math class="nb-math"><a href="in-formula">no link</a></nb-math><p href="nothing">no link</p>"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Return a course with a page, as its author wrote it."""
    return small_course(tmp_path / "course", {"a/page.md": WRITTEN})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with a page that has all kinds of links."""
    folder = tmp_path / "site"
    for name, html in {
        "a/page.html": PAGE,
        "a/other.html": '<p id="there">x</p><a name="named">y</a>',
        "a/sub/index.html": "<p>x</p>",
        "a/with blank.html": "<p>x</p>",
        "404.html": '<a href="/lost-from-404.html">x</a>',
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return folder


def found(site: Path, course: Course) -> dict[str, Mistake]:
    """Return the mistakes by the link that they name."""
    mistakes = list(broken_links(site, course))
    return {mistake.what.split("'")[1]: mistake for mistake in mistakes}


def test_every_link_that_leads_nowhere_is_found_and_no_other(site: Path, course: Course) -> None:
    told = found(site, course)
    assert told.keys() == WRITTEN_AS.keys() | {"#gone", "lost.css", "lost.js", "lost.webm", "lost-area"}


def test_each_is_told_at_the_line_where_its_author_wrote_it(site: Path, course: Course) -> None:
    told = found(site, course)
    for link, line in WRITTEN_AS.items():
        assert (told[link].path, told[link].line) == (course.places.docs / "a/page.md", line), link
        assert told[link].remedy.startswith("correct the link")
    assert "without the anchor 'lost'" in told["other.html#lost"].what
    assert "leads nowhere" in told["lost.html"].what


def test_what_no_author_wrote_is_a_matter_of_the_configuration(site: Path, course: Course) -> None:
    told = found(site, course)
    assert told["lost.css"].path == course.places.config
    assert "every page" in told["lost.css"].what
    assert {mistake.path for mistake in found(site, replace(course, pages={})).values()} == {course.places.config}


def test_a_link_is_told_once_for_each_page(site: Path, course: Course) -> None:
    (site / "b.html").write_text('<a href="lost.html">1</a><a href="lost.html">2</a>', encoding="utf-8")
    mistakes = list(broken_links(site, course))
    assert sum("lost.html" in mistake.what for mistake in mistakes) == 2


def test_where_nothing_was_made_nothing_is_missed(site: Path, course: Course) -> None:
    (site / "b.html").write_text('<a href="decks/lost.apkg">1</a><a href="lost.html">2</a>', encoding="utf-8")
    here = [mistake.what for mistake in broken_links(site, course) if mistake.path == course.places.config]
    less = [mistake.what for mistake in broken_links(site, course, unmade=["decks/"])]
    assert any("lost.apkg" in what for what in here)
    assert not any("lost.apkg" in what for what in less) and any("lost.html" in what for what in less)

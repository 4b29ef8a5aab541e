"""Search finds what a learner asks for, in words, wherever the site is read; and no debris of typeset mathematics."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.site.search import INDEX, read_records
from scripts.typeset.node import ask as ask_node
from tests.explorables.javascript import evaluate
from tests.site.questions import QUESTIONS
from tests.site.reading import LAPTOP, READERS, note_troubles, troubles_of_access

DEBRIS = ("\\frac", "\\nabla", "\\partial", "\\sigma", "\\dd", "annotation", "katex", "accDescr")


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    """What the build has written for the search."""
    script = (site / INDEX).read_text(encoding="utf-8")
    written: dict[str, Any] = json.loads(script.partition("=")[2])
    return written


def test_a_question_finds_its_place(index: dict[str, Any]) -> None:
    found = ask_node("search.answers", index, list(QUESTIONS))
    wrong = []
    for (question, (places, anchor)), numbers in zip(QUESTIONS.items(), found, strict=True):
        anchors = [index["records"][number][1] for number in numbers[:places]]
        if anchor not in anchors:
            wrong.append(f"{question}: {anchors}, not {anchor}")
    assert not wrong, "\n".join(wrong)


def test_the_index_is_small(site: Path) -> None:
    assert len(gzip.compress((site / INDEX).read_bytes(), 9)) < 80_000
    scripts = (site / "assets/generated/js").glob("search.js")
    assert sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts) < 12_000


def test_an_index_is_unpacked_as_it_was_packed() -> None:
    places = {
        "alpha": {"0": {"0": 1, "2": 3}},
        "beta": {"1": {"2": 1}},
        "gamma": {"0": {"0": 2}, "1": {"0": 1, "1": 4}},
    }
    whole = {
        "documentCount": 3,
        "fieldIds": {"title": 0, "text": 1},
        "documentIds": {"0": 0, "1": 1, "2": 2},
        "fieldLength": {"0": [2, 1], "1": [0, 1], "2": [1, 1]},
        "index": [[term, where] for term, where in places.items()],
    }
    [(packed, unpacked)] = evaluate(
        "packed",
        f"(whole => [module.pack(whole), module.unpack(module.pack(whole))])({json.dumps(whole)})",
        folder="search",
    )
    assert packed["terms"] == "alpha beta gamma"
    assert packed["columns"] == ["0 2 -3;;0 -2", ";2;0 1 -4"]
    assert unpacked == whole


def test_every_record_is_at_its_anchor(site: Path, index: dict[str, Any]) -> None:
    pages = [(site / page["url"]).read_text(encoding="utf-8") for page in index["pages"]]
    assert len(index["records"]) > 500
    assert not [record for record in index["records"] if f'id="{record[1]}"' not in pages[record[0]]]
    assert not [record for record in index["records"] if not (record[2] and record[3])]


def test_the_index_holds_no_debris(index: dict[str, Any]) -> None:
    home = [page["url"].startswith("contributing/") for page in index["pages"]]
    said = [title + text for page, _, _, title, text in index["records"] if not home[page]]
    terms = index["index"]["terms"]
    assert "gradient" in terms
    assert [debris for debris in DEBRIS if debris in terms or any(debris in one for one in said)] == []


PAGE = """<article><h1 id="top">Top<a class="headerlink" href="#top">¶</a></h1>
<p>Here <nb-math class="nb-math">x</nb-math> is <b>bold</b>.</p>
<div class="nb-problem" id="p"><p class="nb-title"><span class="nb-kind" data-search-exclude="">Problem</span>
<strong class="nb-name">Hard</strong><a class="headerlink" href="#p">¶</a></p><p>Do it.</p>
<details class="nb-solution"><summary>Solution</summary><p>secret</p></details></div><p>After.</p>
<h2 id="all">All of them<a class="headerlink" href="#all">¶</a></h2>
<section data-search-exclude><div class="nb-formula" id="f"><p class="nb-title"><span class="nb-kind">Formula</span>
<strong class="nb-name">Far</strong></p></div>
<h2 id="far">Far</h2><details><summary><span class="nb-prompt">Why?</span></summary>
<p>So.</p></details></section></article>"""


def test_a_page_is_read_as_sections_and_blocks() -> None:
    found = [(record.anchor, record.kind, record.title, record.text) for record in read_records(PAGE)]
    assert found == [("top", "Section", "Top", "Here … is bold. After."), ("p", "Problem", "Hard", "Do it.")]


def ask(page: Page, words: str) -> None:
    """Turn to the search by its key, and type."""
    page.keyboard.press("/")
    page.locator(".md-search__input:focus").wait_for()
    page.keyboard.type(words)
    page.locator(".md-search-result__link").first.wait_for()


def test_search_works_by_keyboard(browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    noted = note_troubles(page, server)
    page.goto(server + "index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search" in url]
    ask(page, "steepest asc")
    assert "result" in page.locator(".md-search [role=status]").inner_text()
    first = page.locator(".md-search-result__link").first
    assert first.inner_text().startswith("FORMULA")
    page.keyboard.press("Escape")
    # Closed, the results are out of the keyboard's way.
    assert page.locator(".md-search__output[inert]").count() == 1
    assert page.locator(".md-search :focus").count() == 0
    page.keyboard.press("/")
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url(lambda url: "/topics/01-" in url and url.endswith("#steepest-ascent-rate"))
    assert page.evaluate("CSS.highlights.get('nb-sought').size") > 0
    assert noted == []
    context.close()


def test_search_works_from_a_folder(browser: Browser, site: Path) -> None:
    context = LAPTOP.context(browser)
    page = context.new_page()
    page.goto((site / "study/notation.html").as_uri())
    ask(page, "kkt")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(lambda url: url.endswith("#kkt-conditions"))
    assert page.locator("#kkt-conditions").is_visible()
    context.close()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_results_can_be_read_by_all(browser: Browser, server: str, reader: Any) -> None:
    context = reader.context(browser)
    page = context.new_page()
    page.goto(server + "study/notation.html")
    ask(page, "gradient")
    page.wait_for_timeout(500)  # the theme lets the results appear slowly
    assert troubles_of_access(page, ".md-header") == []
    context.close()

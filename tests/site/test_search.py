"""Search finds what a learner asks for, in words, wherever the site is read; and no debris of typeset mathematics."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from scripts.course.model import load_course
from scripts.site.search import INDEX, WORDS, Record, read_records
from scripts.typeset.node import ask as ask_node
from tests.explorables.javascript import evaluate
from tests.site.access import troubles_of_access
from tests.site.questions import OF_TOPICS, QUESTIONS
from tests.site.reading import LAPTOP, READERS, note_troubles

DEBRIS = ("\\frac", "\\nabla", "\\partial", "\\sigma", "\\dd", "annotation", "katex", "accDescr")


# What may come to a reader who turns to the search, gzipped, for each written topic: first the titles, then the words.
TITLES_OF_A_TOPIC, WORDS_OF_A_TOPIC = 3_500, 9_000


def written(path: Path) -> Any:
    """Return the data in a script that the build has written."""
    return json.loads(re.search(r"\{.*\}", path.read_text(encoding="utf-8"))[0])  # type: ignore[index]


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    """What the build has written for the search by titles."""
    found: dict[str, Any] = written(site / INDEX)
    return found


@pytest.fixture(scope="module")
def words(site: Path) -> dict[str, Any]:
    """What it has written for the search in texts."""
    found: dict[str, Any] = written(site / WORDS)
    return found


@pytest.fixture(scope="module")
def known(index: dict[str, Any]) -> dict[str, Any]:
    """The pages and records as the browser unpacks them."""
    found: dict[str, Any] = ask_node("search.unpack", index)
    return found


WRITTEN = [topic.planned.slug for topic in load_course().topics]
ASKED = QUESTIONS | {question: places for slug in WRITTEN for question, places in OF_TOPICS.get(slug, {}).items()}


def missed(index: dict[str, Any], words: dict[str, Any] | None) -> list[str]:
    """Return the questions that do not find their place."""
    found = ask_node("search.answers", index, words, list(ASKED))
    wrong = []
    for (question, (places, *anchors)), addresses in zip(ASKED.items(), found, strict=True):
        first = [address.partition("#")[2] for address in addresses[:places]]
        if not set(anchors).intersection(first):
            wrong.append(f"{question}: {first}, not {' or '.join(anchors)}")
    return wrong


def test_a_question_finds_its_place(index: dict[str, Any], words: dict[str, Any]) -> None:
    wrong = missed(index, words)
    assert not wrong, "\n".join(wrong)


def test_most_questions_find_their_place_before_the_words_have_come(index: dict[str, Any]) -> None:
    assert len(missed(index, None)) < len(ASKED) / 4


def test_the_index_grows_with_the_topics_and_no_faster(site: Path) -> None:
    topics = len(load_course().topics)
    assert compressed(site / INDEX) < TITLES_OF_A_TOPIC * topics
    assert compressed(site / WORDS) < WORDS_OF_A_TOPIC * topics
    assert sum(map(compressed, (site / "assets/generated/js").glob("search.js"))) < 14_000


def compressed(path: Path) -> int:
    """Return the size of a file, gzipped."""
    return len(gzip.compress(path.read_bytes(), 9))


TERMS = st.text("abcdefghij∇é9", min_size=1).filter(lambda term: not term[0].isdigit())


@settings(deadline=None)
@given(st.lists(st.lists(TERMS)))
def test_terms_are_unpacked_as_they_were_packed_less_how_often(texts: list[list[str]]) -> None:
    for text, found in zip(texts, repacked(texts), strict=True):
        assert Counter(found) == {term: 3 if times >= 3 else 1 for term, times in Counter(text).items()}


def test_far_steps_and_long_words_are_unpacked() -> None:
    texts = [["a" * 40], *[[] for _ in range(5000)], ["a" * 40, "a" * 40 + "b"]]
    assert repacked(texts) == texts


def repacked(texts: list[list[str]]) -> list[list[str]]:
    """Return the terms of texts, packed and unpacked."""
    code = f"(texts => module.unpackTerms(module.packTerms(texts), texts.length))({json.dumps(texts)})"
    [unpacked] = evaluate("packed", code, folder="search")
    found: list[list[str]] = unpacked
    return found


def test_every_record_is_at_its_anchor(site: Path, known: dict[str, Any], words: dict[str, Any]) -> None:
    pages = [(site / page["url"]).read_text(encoding="utf-8") for page in known["pages"]]
    records = known["records"]
    assert len(records) > 500
    assert not [record for record in records if f'id="{record[1]}"' not in pages[record[0]]]
    assert not [record for record in records if not (record[2] and record[3])]
    assert len(words["texts"]) == len(records)


def test_a_page_of_a_topic_says_in_which(known: dict[str, Any]) -> None:
    for topic in load_course().topics:
        of_topic = [page for page in known["pages"] if page["url"].startswith(f"topics/{topic.planned.folder}/")]
        assert {page["topic"] for page in of_topic if not page["url"].endswith("/index.html")} == {topic.planned.title}
        assert all(page["title"] for page in of_topic)


def test_the_index_holds_no_debris(known: dict[str, Any], words: dict[str, Any]) -> None:
    authors = [page["url"].startswith("contributing/") for page in known["pages"]]
    said = [
        title + text
        for (page, _, _, title), text in zip(known["records"], words["texts"], strict=True)
        if not authors[page]
    ]
    [texts] = evaluate("packed", f"module.unpackTerms({json.dumps(words)}, {len(known['records'])})", folder="search")
    terms = {term for text in texts for term in text}
    assert "gradient" in terms
    assert [debris for debris in DEBRIS if debris in terms or any(debris in one for one in said)] == []


SQUARE = "<nb-math><span><math><msup><mi>x</mi><mn>2</mn></msup></math></span>,</nb-math>"
ROOT = "<nb-math><span><math><msqrt><mn>2</mn></msqrt></math></span></nb-math>"
PAGE = f"""<article><h1 id="top">Top<a class="headerlink" href="#top">¶</a></h1>
<p>Here ({SQUARE} say) is <b>bold</b>.</p>
<div class="nb-problem" id="p"><p class="nb-title"><span class="nb-kind" data-search-exclude="">Problem</span>
<strong class="nb-name">Hard {ROOT}</strong><a class="headerlink" href="#p">¶</a></p><p>Do it.</p>
<details class="nb-solution"><summary>Solution</summary><p>secret</p></details></div><p>After.</p>
<h2 id="all">All of them<a class="headerlink" href="#all">¶</a></h2>
<section data-search-exclude><div class="nb-formula" id="f"><p class="nb-title"><span class="nb-kind">Formula</span>
<strong class="nb-name">Far</strong></p></div>
<h2 id="far">Far</h2><details><summary><span class="nb-prompt">Why?</span></summary>
<p>So.</p></details></section></article>"""


def test_a_page_is_read_as_sections_and_blocks() -> None:
    top, problem = read_records(PAGE)
    assert top == Record("top", "Section", "Top", "Here ( say) is bold. After.", "Here (x², say) is bold. After.")
    assert problem == Record("p", "Problem", "Hard √2", "Do it.", "Do it.")


DISPLAYED = '<div class="nb-display"><span><math>{}</math></span></div>'


@pytest.mark.parametrize(
    ("text", "teaser"),
    [
        (DISPLAYED.format("<mi>a</mi><mo>=</mo><mi>b</mi>") + "<p>Where a is known.</p>", "a = b"),
        (DISPLAYED.format("<mi>a</mi>" * 61) + "<p>Where a is known.</p>", "Where a is known."),
        ("<p>" + "four " * 14 + "</p>", "four " * 12 + "…"),
        (
            "<p>" + "four " * 11 + "<nb-math><math><mn>1</mn><mo>+</mo><mn>23</mn></math></nb-math></p>",
            "four " * 11 + "…",
        ),
    ],
)
def test_a_teaser_cuts_no_word_and_no_formula(text: str, teaser: str) -> None:
    [record] = read_records(f'<article><h1 id="top">Top</h1>{text}</article>')
    assert record.teaser == teaser


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
    page.locator(".nb-found-text").first.wait_for()
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(lambda url: url.endswith("#kkt-conditions"))
    assert page.locator("#kkt-conditions").is_visible()
    context.close()


@pytest.mark.parametrize("reader", [READERS[0], READERS[3]], ids=lambda reader: reader.name)
def test_results_can_be_read_by_all(browser: Browser, server: str, reader: Any) -> None:
    context = reader.context(browser)
    page = context.new_page()
    page.goto(server + "study/notation.html")
    ask(page, "gradient")
    page.wait_for_timeout(500)  # the theme lets the results appear slowly
    assert troubles_of_access(page, ".md-header") == []
    context.close()

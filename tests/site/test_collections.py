"""The interview bank and the glossary: choices hide what does not suit, and what a fold holds opens in place."""

from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.course.model import load_course
from tests.site.access import troubles_of_access
from tests.site.reading import LAPTOP, READERS, note_troubles, troubles_of_layout

BANK, GLOSSARY = "study/interview-bank.html", "study/glossary.html"
QUESTIONS = [(topic.planned.slug, str(block.options["level"])) for topic, block in load_course().blocks("question")]
# What of a selector a person sees: an attribute that should hide something is not asked.
SEEN = """selector => [...document.querySelectorAll(selector)]
  .filter(e => e.checkVisibility() && e.getClientRects().length).map(e => ({ ...e.dataset, text: e.textContent }))"""


def seen(page: Page) -> Counter[tuple[str, str]]:
    """Return the questions that can be seen, by topic and level."""
    return Counter((found["topic"], found["level"]) for found in page.evaluate(SEEN, ".nb-question"))


def test_choices_hide_what_does_not_suit_and_stand_in_the_address(page: Page, server: str) -> None:
    page.goto(server + BANK)
    assert seen(page) == Counter(QUESTIONS)
    topic, level = QUESTIONS[-1]
    page.get_by_role("combobox", name="Topic").select_option(topic)
    of_topic = [one for one in QUESTIONS if one[0] == topic]
    assert seen(page) == Counter(of_topic)
    assert len(page.evaluate(SEEN, ".nb-group h2")) == 1
    page.get_by_role("combobox", name="Level").select_option(level)
    both = [one for one in of_topic if one[1] == level]
    assert seen(page) == Counter(both)
    expect(page.locator(".nb-shown")).to_have_text(f"{len(both)} of {len(QUESTIONS)} questions")
    assert parse_qs(urlsplit(page.url).query) == {"topic": [topic], "level": [level]}
    page.reload()
    assert seen(page) == Counter(both)
    page.get_by_role("button", name="Show all").click()
    assert seen(page) == Counter(QUESTIONS)
    assert urlsplit(page.url).query == ""


def test_words_are_sought_in_any_order_and_case(page: Page, server: str) -> None:
    page.goto(server + BANK)
    field = page.get_by_role("searchbox", name="Words")
    field.fill("GRADIENT  softmax")
    texts = [found["text"].lower() for found in page.evaluate(SEEN, ".nb-question .nb-prompt")]
    assert texts
    assert all("gradient" in text and "softmax" in text for text in texts)
    field.fill("no such words")
    assert not seen(page)
    expect(page.locator(".nb-shown")).to_have_text("None of the questions is like that")
    field.blur()
    assert parse_qs(urlsplit(page.url).query) == {"words": ["no such words"]}


def test_an_answer_opens_in_place_as_it_stands_in_its_topic(page: Page, server: str) -> None:
    troubles = note_troubles(page, server)
    page.goto(server + BANK)
    question = page.locator(".nb-question").last
    home = question.locator(".nb-elsewhere a").evaluate("link => link.href")
    question.locator("summary").first.click()
    expect(question.locator(".nb-home a")).to_be_visible()
    assert question.locator(".nb-home a").evaluate("link => link.href") == home
    answer = question.locator(".nb-answer").text_content() or ""
    page.goto(home)
    at_home = page.locator(f"#{urlsplit(home).fragment} .nb-answer")
    assert (at_home.text_content() or "").replace("¶", "↗") == answer
    assert not troubles


def test_a_term_that_the_address_names_opens_as_it_stands_in_its_lesson(page: Page, server: str) -> None:
    troubles = note_troubles(page, server)
    [topic, term] = [*load_course().blocks("definition")][-1]
    page.goto(f"{server}{GLOSSARY}?topic={topic.planned.slug}#{term.id}")
    assert len(page.evaluate(SEEN, ".nb-term")) == len(topic.blocks("definition"))
    fold = page.locator(f"#{term.id}")
    expect(fold.locator(".nb-home a")).to_be_visible()
    assert fold.locator("[id]").count() == 0
    said = fold.locator(".nb-answer").text_content() or ""
    fold.locator(".nb-home a").click()
    page.wait_for_url(lambda url: "/topics/" in url and url.endswith(f"#{term.id}"))
    title, *rest = page.locator(f"#{term.id} > *").all_text_contents()
    assert "".join("".join(rest).split()) == "".join(said.removesuffix("↗").split())
    assert term.argument in title
    assert not troubles


def test_opened_answers_trouble_no_reader(browser: Browser, server: str) -> None:
    context = READERS[0].context(browser)
    page = context.new_page()
    for address in (BANK + "?level=on-site", GLOSSARY):
        page.goto(server + address)
        for fold in page.locator(".nb-group > details:not([hidden])").all()[:8]:
            fold.locator("summary").first.click()
            expect(fold.locator(".nb-home")).to_be_visible()
        assert troubles_of_layout(page) + troubles_of_access(page) == []
    context.close()


@pytest.mark.parametrize("name", [BANK, GLOSSARY])
def test_from_a_folder_and_without_scripts_a_link_leads_to_what_a_fold_holds(
    name: str, browser: Browser, site: Path
) -> None:
    for scripts in (True, False):
        context = LAPTOP.context(browser, java_script_enabled=scripts)
        page = context.new_page()
        page.goto((site / name).as_uri())
        assert page.locator(".nb-filters").is_visible() == scripts
        page.locator(".nb-group summary").first.click()
        page.locator(".nb-group .nb-elsewhere a").first.click()
        page.wait_for_url(lambda url: "/topics/" in url)
        anchor = urlsplit(page.url).fragment
        assert anchor
        page.locator(f"#{anchor}").wait_for()
        if name == BANK:
            expect(page.locator(f"#{anchor} .nb-answer")).to_be_visible(visible=scripts)
        context.close()

"""On paper a page is what a reader wants of it: the text, its questions, and the answers at the end."""

import pytest
from playwright.sync_api import Browser, Page

from tests.site.reading import LAPTOP, PAGES

# A lesson of each topic, and every other kind of page that holds answers.
SAMPLE = [
    "topics/01-derivatives-and-gradients/walking-downhill.html",
    "topics/06-losses-and-activations/losses-of-a-number.html",
    "topics/05-constrained-optimization/practice.html",
    "topics/03-partial-derivatives-and-jacobians/interview.html",
]
CHROME = ".md-header, .nb-panel, .md-footer, .md-search, .md-tabs, .md-top, .md-clipboard, .headerlink"
NOT_FOR_PAPER = ".nb-check, .nb-code, details.nb-program, .nb-explorable, .nb-work, .nb-filters, .nb-downloads"
# What of a selector can be seen
SEEN = """selector => [...document.querySelectorAll(selector)]
  .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length)
  .map(e => e.outerHTML.slice(0, 80))"""
# What is asked at folds that a reader sees and can open, and what they hold
ANSWERS = """() => [...document.querySelectorAll('article details')]
  .filter(fold => fold.matches(':not([class]), .nb-question, .nb-hint, .nb-solution'))
  .filter(fold => !fold.parentElement.closest('details, .nb-explorable'))
  .map(fold => [...fold.children].slice(1).map(e => e.textContent.replace(/\\s+/g, ' ').trim()).join(' '))"""
AT_THE_END = """() => [...document.querySelectorAll('.nb-answers > .nb-on-paper')]
  .map(one => [...one.children].slice(1).map(e => e.textContent.replace(/\\s+/g, ' ').trim()).join(' '))"""


def to_paper(page: Page) -> None:
    """Do what a browser does before it prints."""
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


@pytest.mark.parametrize("name", SAMPLE)
def test_answers_stand_at_the_end_of_the_page_and_nowhere_else(name: str, page: Page, server: str) -> None:
    assert name in PAGES
    page.goto(server + name)
    answers = page.evaluate(ANSWERS)
    to_paper(page)
    assert len(answers) > 2
    assert page.evaluate(AT_THE_END) == answers
    numbers = page.locator("article .nb-number-of-answer").all_inner_texts()
    assert [text.split()[-1] for text in numbers] == [str(number + 1) for number in range(len(answers))]
    assert page.evaluate(SEEN, f".nb-shut > :not(summary), {NOT_FOR_PAPER}, {CHROME}") == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.wait_for_function("() => !document.querySelector('article details[open]')")
    assert not page.locator("article :is(.nb-answers, .nb-shut, .nb-number-of-answer)").count()


def test_what_a_reader_has_opened_is_printed_where_it_stands(page: Page, server: str) -> None:
    page.goto(server + SAMPLE[0])
    fold = page.locator("article > details:not([class])").first
    fold.locator("summary").click()
    answers = len(page.evaluate(ANSWERS))
    to_paper(page)
    assert len(page.evaluate(AT_THE_END)) == answers - 1
    assert fold.locator(":scope > :not(summary)").first.is_visible()


@pytest.mark.parametrize("name", SAMPLE)
def test_without_scripts_folds_stay_shut_on_paper(name: str, browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(server + name)
    page.emulate_media(media="print")
    assert page.evaluate(SEEN, f"details > :not(summary), {NOT_FOR_PAPER}, {CHROME}") == []
    context.close()

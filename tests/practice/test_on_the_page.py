"""Exercises as a learner meets them on their page, in a real browser with real Python."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.practice.learning import (
    A_WHILE,
    EXERCISES,
    FIRST,
    Learner,
    address,
    open_exercise,
)
from tests.site.access import troubles_of_access
from tests.site.reading import LAPTOP, READERS, note_troubles, settle, troubles_of_layout

# On the page of the first.
SECOND = next(exercise for exercise in EXERCISES if exercise.name == "steepest_ascent")
HEAD = f"def {FIRST.name}(gradient, here, goal):\n"
LOOP = f"def {FIRST.name}(*values, **named):\n    while True:\n        pass\n"
PYTHON = re.compile(r"/pyodide/|practice-worker|checker\.py")
NO_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"


@pytest.fixture(scope="module")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that keeps Python from page to page."""
    context = LAPTOP.context(browser)
    yield context
    context.close()


@pytest.fixture(scope="module")
def open_page(profile: BrowserContext, server: str) -> Iterator[Page]:
    """One visit to the first topic, with one Python for all tests."""
    page = profile.new_page()
    open_exercise(page, server)
    yield page
    page.close()


@pytest.fixture
def learner(open_page: Page) -> Learner:
    """A learner at the first exercise, as if for the first time."""
    at_work = Learner(open_page, FIRST).come_near()
    at_work.box.evaluate("box => { box.dataset.seconds = 60 }")
    at_work.write(FIRST.blank)
    return at_work


def test_python_comes_with_the_first_check_and_is_kept(browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser)
    requested: list[str] = []
    context.on("request", lambda request: PYTHON.search(request.url) and requested.append(request.url))
    page = context.new_page()
    troubles = note_troubles(page, server)
    first = open_exercise(page, server)
    settle(page)
    assert requested == []
    first.check()
    assert len([url for url in requested if "/pyodide/" in url]) == 4
    first.check()
    expect(first.box.locator(".nb-solution")).to_be_hidden()  # nothing has been tried yet
    assert len([url for url in requested if "practice-worker" in url]) == 1, "one Python serves the whole page"
    requested.clear()
    again = open_exercise(context.new_page(), server)
    assert "pass" in again.check(FIRST.solution)
    assert [url for url in requested if "/pyodide/" in url] == []
    assert troubles == []
    context.close()


def test_the_blank_fails_and_a_solution_passes(learner: Learner) -> None:
    assert "The body is still missing." in learner.check()
    shown = learner.check(FIRST.solution)
    examples = len(learner.results.locator("li").all())
    assert f"All {examples} examples and {len(FIRST.cases)} more inputs pass. Solved." in shown
    assert shown.count("Passes") == FIRST.docstring.count(">>>")


def test_a_failed_example_says_what_was_expected_what_came_and_what_was_printed(learner: Learner) -> None:
    shown = learner.check(FIRST.solution.replace("    return ", "    print('looking')\n    return 1 + "))
    assert "1 of 4 examples passes." in shown
    assert "expected -4.0 got -3.0" in shown
    assert learner.box.get_by_role("region", name="What you printed").inner_text().split() == ["looking"] * 3


def test_an_answer_that_passes_the_examples_alone_sees_an_input_on_which_it_is_wrong(learner: Learner) -> None:
    shown = learner.check(FIRST.solution.replace("    return ", "    return (here == [7.5]) + "))
    assert f"All 4 examples pass, but 1 of {len(FIRST.cases)} more inputs does not. " in shown
    (case,) = [case for case in FIRST.cases if ", [7.5]," in case["source"]]
    assert f"Fails {case['source']} expected {case['want']} got " in shown
    assert shown.count("Passes") == FIRST.docstring.count(">>>")
    assert "Solved" not in shown


def test_an_endless_loop_is_stopped_by_itself(learner: Learner) -> None:
    learner.box.evaluate("box => { box.dataset.seconds = 0.5 }")
    assert "Is there a loop that never stops?" in learner.check(LOOP)
    learner.box.evaluate("box => { box.dataset.seconds = 60 }")
    assert "Solved." in learner.check(FIRST.solution)


def test_an_error_has_its_line_marked_and_named(learner: Learner) -> None:
    marked = learner.box.locator(".nb-line-wrong")
    assert "Line 2: SyntaxError: '(' was never closed" in learner.check(f"{HEAD}    return (1\n")
    expect(marked).to_have_text("    return (1")
    assert "ZeroDivisionError" in learner.check(f"{HEAD}    half = 1 / 2\n    return 1 / 0\n")
    expect(marked).to_have_text("    return 1 / 0")
    learner.page.keyboard.press("ControlOrMeta+Home")
    learner.editor.press("Enter")
    expect(marked).to_have_count(0)


AGAIN = f"{FIRST.name}(gradient, here, goal)"
BODIES = {
    f"return {AGAIN}": "A function keeps calling itself",
    f"import sys; sys.setrecursionlimit(10**9); return {AGAIN}": "a function keeps calling itself",
    "kept = []\n    while True: kept.append(bytearray(10**8))": "more memory than a page may have",
    "import sys; sys.stdout.write('y' * 1_000_000); return 0": "… (1,000,001 characters)",
    "return input('x? ')": "nobody to ask here",
    "import sys; sys.exit()": "return a value instead",
    "import os; os._exit(3)": "your code ended Python itself",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
    "import math, builtins; del math.hypot, builtins.round": "Fails",
}


@pytest.mark.parametrize("body", BODIES)
def test_an_answer_that_misbehaves_does_no_harm(body: str, learner: Learner) -> None:
    assert BODIES[body] in learner.check(f"{HEAD}    {body}\n")
    assert "Solved." in learner.check(FIRST.solution)


def test_a_megabyte_of_output_is_cut(learner: Learner) -> None:
    shown = learner.check(FIRST.solution.replace("    return ", "    print('x' * 1_000_000)\n    return "))
    assert "Solved." in shown
    assert "The rest is cut" in shown
    assert len(shown) < 20_000


def test_checks_of_two_exercises_wait_for_each_other_and_one_is_stopped_by_hand(learner: Learner) -> None:
    other = Learner(learner.page, SECOND).come_near()
    learner.write(LOOP)
    other.write(SECOND.solution)
    learner.button("Check").click()
    expect(learner.said).to_have_text("Running …", timeout=A_WHILE)
    other.button("Check").click()
    expect(other.said).to_have_text("Waiting for the other check …")
    learner.button("Stop").click()
    expect(learner.button("Check")).to_be_focused()
    assert "Solved." in other.outcome()
    assert "Stopped." in learner.outcome()


def test_work_and_progress_survive_a_reload_and_a_solution_waits_for_a_try(browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser)
    learner = open_exercise(context.new_page(), server)
    solution = learner.box.get_by_text("A worked solution")
    count = learner.page.locator(".nb-count")
    total = len([exercise for exercise in EXERCISES if address(exercise) == address(FIRST)])
    expect(solution).to_be_hidden()
    expect(count).to_have_text(f"0 of {total} solved")
    learner.check(FIRST.solution)
    learner.write("half a thought")
    learner.page.reload()
    learner.come_near()
    assert learner.text() == "half a thought"
    expect(learner.box.locator(".nb-solved")).to_have_text("Solved")
    expect(count).to_have_text(f"1 of {total} solved")
    expect(solution).to_be_visible()
    context.close()


def test_reset_can_be_undone_even_after_a_reload(browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser)
    learner = open_exercise(context.new_page(), server)
    blank = learner.text()
    learner.write("my work")
    learner.button("Reset").click()
    assert learner.text() == blank
    assert "not lost" in learner.said.inner_text()
    learner.editor.press("ControlOrMeta+z")
    assert learner.text() == "my work"
    learner.button("Reset").click()
    learner.page.reload()
    learner.come_near()
    assert learner.text() == blank
    learner.button("Undo reset").click()
    assert learner.text() == "my work"
    context.close()


def test_without_storage_or_network_a_learner_is_told_and_can_go_on(browser: Browser, server: str) -> None:
    context = LAPTOP.context(browser)
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    learner = open_exercise(page, server)
    context.route("**/pyodide/**", lambda route: route.abort())
    assert "Python could not be loaded" in learner.check(FIRST.solution)
    context.unroute("**/pyodide/**")
    assert "Solved." in learner.check()
    assert thrown == []
    context.close()


def test_a_keyboard_is_enough(learner: Learner) -> None:
    page = learner.page
    learner.editor.focus()
    page.keyboard.press("ControlOrMeta+Home")
    page.keyboard.press("Tab")
    expect(learner.editor).to_be_focused()
    assert learner.editor.locator(".cm-line").first.inner_text().startswith("    ")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(learner.button("Check")).to_be_focused()
    page.keyboard.press("Enter")
    assert "The body is still missing." in learner.outcome()
    page.keyboard.press("Tab")
    expect(learner.button("Reset")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(learner.editor).to_be_focused()
    learner.write(FIRST.solution)
    page.keyboard.press("ControlOrMeta+Enter")
    assert "Solved." in learner.outcome()


def test_nobody_is_left_out_after_a_check(learner: Learner, profile: BrowserContext) -> None:
    learner.check(FIRST.solution.replace("    return ", "    print('long\\n' * 99)\n    return 1 + 0 * "))
    Learner(learner.page, SECOND).come_near().check("def broken(:\n")
    for reader in (READERS[0], READERS[3]):  # each screen and each theme once: neither changes what the other does
        learner.page.set_viewport_size({"width": reader.width, "height": reader.height})
        scheme = "slate" if reader.theme == "dark" else "default"
        learner.page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme }", scheme)
        settle(learner.page)
        assert troubles_of_layout(learner.page) + troubles_of_access(learner.page, ".nb-exercise") == [], reader.name
    learner.page.set_viewport_size({"width": LAPTOP.width, "height": LAPTOP.height})


def test_on_paper_and_without_javascript_an_exercise_is_as_it_was(
    learner: Learner, browser: Browser, server: str
) -> None:
    learner.page.emulate_media(media="print")
    expect(learner.box.locator(".nb-work")).to_be_hidden()
    expect(learner.box.get_by_text("Start from")).to_be_visible()
    learner.page.emulate_media(media="screen")
    context = LAPTOP.context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{address(FIRST)}")
    expect(page.locator(f"#{FIRST.id}").get_by_text("Start from")).to_be_visible()
    expect(page.locator(f"#{FIRST.id}").get_by_text("A worked solution")).to_be_visible()
    context.close()

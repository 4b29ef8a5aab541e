"""A learner at work on a page, in a real browser."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from scripts.course.plan import read_plan
from scripts.foundation.paths import HERE
from scripts.practice.answers import as_answer, renamed
from scripts.practice.exercises import Exercise
from scripts.practice.judge import wrong_answers
from tests.exercises import COURSE, EXERCISES

FIRST = next(exercise for exercise in EXERCISES if exercise.name == "slope_toward")
A_WHILE = 120_000

PASTE = """(editor, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@dataclass
class Learner:
    """Somebody who works on an exercise of an open page."""

    page: Page
    exercise: Exercise

    @property
    def box(self) -> Locator:
        """The exercise on the page."""
        return self.page.locator(f"#{self.exercise.id}")

    @property
    def editor(self) -> Locator:
        return self.box.get_by_role("textbox", name="Your answer")

    @property
    def said(self) -> Locator:
        """The summary, which is read out."""
        return self.box.get_by_role("status")

    @property
    def results(self) -> Locator:
        return self.box.locator(".nb-results")

    def button(self, name: str) -> Locator:
        return self.box.get_by_role("button", name=name, exact=True)

    def come_near(self) -> "Learner":
        """Scroll to the exercise and wait for its editor."""
        self.box.scroll_into_view_if_needed()
        expect(self.editor).to_be_visible(timeout=A_WHILE)
        return self

    def write(self, code: str) -> None:
        """Put `code` in the place of what is in the editor."""
        self.editor.focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.editor.evaluate(PASTE, code)

    def text(self) -> str:
        """Return what is in the editor."""
        return "\n".join(self.editor.locator(".cm-line").all_inner_texts()).strip()

    def check(self, code: str | None = None) -> str:
        """Check `code`, or what is in the editor, and return what is said and shown."""
        if code is not None:
            self.write(code)
        self.button("Check").click()
        return self.outcome()

    def outcome(self) -> str:
        """Wait until the check has come to an end; return what is said and shown."""
        expect(self.button("Check")).to_have_attribute("aria-disabled", "false", timeout=A_WHILE)
        return re.sub(r"\s+", " ", f"{self.said.inner_text()} {self.results.inner_text()}")


def open_exercise(page: Page, server: str, exercise: Exercise = FIRST) -> Learner:
    """Open the page of an exercise and come near it."""
    page.goto(f"{server}{address(exercise)}")
    return Learner(page, exercise).come_near()


def address(exercise: Exercise) -> str:
    """Return where an exercise's page is, relative to the site."""
    page = COURSE.homes[exercise.id]
    return page.path.relative_to(HERE.docs).with_suffix(".html").as_posix()


def foreseen(exercise: Exercise) -> list[tuple[str, str]]:
    """Return the foreseen wrong answers to an exercise, each with its sentence."""
    package = read_plan().by_slug[exercise.topic].package
    wrong = wrong_answers(HERE.snippets / package, exercise.name)
    return [(as_answer(answer.path, answer.name, exercise.name), answer.docstring) for answer in wrong]


def unmarked(text: str) -> str:
    """Return the words of `text` without Markdown's signs, as they stand in a sentence and not on the page."""
    return " ".join(re.sub(r"[`*]", "", text).split())


def reworded(answer: str, name: str) -> str:
    """Return an answer that does the same in other words: the function is hidden behind another one."""
    inner = renamed(answer, name, "my_first_try")
    return (
        f"{inner}\n\ndef {name}(*values, **named):\n    outcome = my_first_try(*values, **named)\n    return outcome\n"
    )

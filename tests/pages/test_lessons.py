"""Lessons: where each stands, what it asks, how long it takes, and what an author must not forget."""

import math
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from scripts.course.model import Course, load_course
from scripts.foundation.mistakes import collecting
from scripts.foundation.paths import ROOT
from scripts.pages.blocks.exercise import LEVELS
from scripts.pages.kinds import BLOCKS
from scripts.pages.minutes import SECONDS, Minutes, minutes_of, minutes_of_all, minutes_of_topic, words_for
from scripts.pages.rules.blocks import mistakes_in
from scripts.pages.rules.lessons import navigation
from scripts.site.configuration import read_configuration
from tests.courses import TOPIC, rendered, small_course

FOLDER = TOPIC.rpartition("/")[0]
FRONT = """---
title: Derivatives and gradients
description: All.
difficulty: foundational
prerequisites: []
---

# Derivatives and gradients

/// lessons
///
"""
LESSON = """---
title: NAME
description: About it.
question: How steep is NAME?
---

# NAME

See [the slope](#slope-of-first) and [the other](#slope-of-second).

/// definition | Slope of NAME
    id: slope-of-NAME
    prompt: What is the slope of NAME?

Rise over run.
///

/// answer

It is 2.
///

/// recall
///
"""
NAMES = ["first", "second", "deep"]


def pages(**changed: str) -> dict[str, str]:
    """Return the pages of a topic with three lessons, the last of which goes further; some `changed`, or left out."""
    texts = {name: LESSON.replace("NAME", name) for name in NAMES}
    texts["deep"] = texts["deep"].replace("deep?\n", "deep?\nfurther: true\n", 1)
    texts |= {"index": FRONT, "practice": "---\ntitle: P\ndescription: D.\n---\n\n# Practice\n\nBy hand.\n"}
    return {f"{FOLDER}/{name}.md": text for name, text in {**texts, **changed}.items() if text}


def course_of(folder: Path, **changed: str) -> Course:
    """Return the course of these pages."""
    return small_course(folder, pages(**changed), lessons=NAMES)


def html_of(course: Course, name: str) -> BeautifulSoup:
    """Return a page of the topic as it is rendered."""
    page = course.pages[course.places.docs / FOLDER / f"{name}.md"]
    return BeautifulSoup(rendered(course, page), "html.parser")


def told(course: Course) -> list[str]:
    """Return what is said of a course's mistakes, each with file and line."""
    return [f"{mistake.path.name}:{mistake.line}: {mistake.what}" for mistake in mistakes_in(course)]


def test_these_lessons_have_no_mistake(tmp_path: Path) -> None:
    assert told(course_of(tmp_path)) == []


def test_a_lesson_says_where_it_stands_and_what_it_asks(tmp_path: Path) -> None:
    course = course_of(tmp_path)
    second, deep = html_of(course, "second"), html_of(course, "deep")
    words = [part.get_text() for part in second.select(".nb-where > *")]
    assert words[:2] == ["01 Derivatives and gradients", "Lesson 2 of 2"]
    assert second.select_one(".nb-where + .nb-asked").get_text() == "How steep is second?"
    assert deep.select(".nb-where > *")[1].get_text() == "Further"
    assert "end of the topic" not in deep.select_one(".nb-where").get_text()


@pytest.mark.parametrize(("mark", "is_right"), [("’", True), ("'", False)])
def test_a_question_has_no_straight_apostrophe(tmp_path: Path, mark: str, is_right: bool) -> None:
    lesson = LESSON.replace("NAME", "first").replace("How steep", f"How{mark}s it, how steep")
    assert is_right != any("has a straight '" in line for line in told(course_of(tmp_path, first=lesson)))


def test_what_is_left_is_this_page_and_all_after_it_that_are_no_extras(tmp_path: Path) -> None:
    words = " ".join(f"word{'s' * n}" for n in range(5)) * 300
    course = course_of(tmp_path, second=LESSON.replace("NAME", "second").replace("See", words))
    (topic,) = course.topics
    left = minutes_of_all(page for page in topic.pages[1:] if not page.further)
    assert f"{words_for(left.total)} to the end of the topic" in html_of(course, "first").get_text()


def test_what_is_left_at_the_first_lesson_is_what_the_front_page_says(tmp_path: Path) -> None:
    words = " ".join(f"word{'s' * n}" for n in range(5)) * 300
    course = course_of(tmp_path, second=LESSON.replace("NAME", "second").replace("See", words))
    time = html_of(course, "index").select_one(".nb-head").get_text()
    said = re.findall(r"(?:(\d+) h ?)?(?:(\d+) min)? (?:reading|practice|lab)", time)
    whole = sum(60 * int(hours or 0) + int(minutes or 0) for hours, minutes in said)
    assert whole
    assert f"{words_for(whole)} to the end of the topic" in html_of(course, "first").get_text()


def test_the_way_numbers_lessons_and_marks_what_goes_further(tmp_path: Path) -> None:
    front = html_of(course_of(tmp_path), "index")
    assert front.select_one(".nb-begin .nb-start")["href"] == "first.md"
    way = front.select_one(".nb-way")
    stops = [(stop.select_one(".nb-number").get_text(), stop.a.get_text()) for stop in way.select(".nb-stop")]
    assert stops == [("1", "first"), ("2", "second"), ("", "deep"), ("", "Practice")]
    assert [stop.a["href"] for stop in way.select(".nb-further")] == ["deep.md"]
    assert "How steep is second?" in way.get_text()


def test_a_lesson_recalls_its_own_cards_and_repeats_its_question(tmp_path: Path) -> None:
    page = html_of(course_of(tmp_path), "second")
    prompts = [fold.get_text() for fold in page.select(".nb-recall summary")]
    assert prompts == ["What is the slope of second?"]
    assert page.select_one(".nb-recall details > a")["href"] == "#slope-of-second"
    assert page.select_one(".nb-answered .nb-asked").get_text() == "How steep is second?"
    assert len(page.select("#slope-of-second")) == 1


def test_a_block_is_linked_by_its_id_wherever_it_stands(tmp_path: Path) -> None:
    links = [link["href"] for link in html_of(course_of(tmp_path), "second").select("p > a[href*=slope-of]")]
    assert links[:2] == ["first.md#slope-of-first", "#slope-of-second"]


MISTAKES = {
    "no answer": ("/// answer\n\nIt is 2.\n///\n", "", "first.md:21: the lesson has no 'answer'"),
    "no recall": ("/// recall\n///\n", "", "first.md:23: the lesson has no 'recall'"),
    "words behind": ("/// recall\n///\n", "/// recall\n///\n\nMore.\n", "first.md:23: something follows the lesson's"),
    "no question": ("question: How steep is first?\n", "", "first.md:1: the front matter lacks 'question'"),
    "long question": ("How steep", "How steep " * 20, "first.md:4: 'question' of the front matter is"),
    "TeX in the question": ("How steep is", "How steep is $x$ for", "first.md:4: 'question' of the front matter is"),
    "another title": ("# first", "# Another", "first.md:7: the page does not begin with '# first'"),
}


@pytest.mark.parametrize(("old", "new", "words"), MISTAKES.values(), ids=MISTAKES)
def test_what_a_lesson_lacks_is_told(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = LESSON.replace("NAME", "first")
    assert old in text
    assert any(said.startswith(words) for said in told(course_of(tmp_path, first=text.replace(old, new))))


def test_a_lesson_without_a_page_and_a_page_without_a_place_are_told(tmp_path: Path) -> None:
    said = told(course_of(tmp_path, first="", stray="# Stray\n\nText.\n"))
    assert any(re.match(r"course\.toml:\d+: there is no lesson .*first\.md", one) for one in said)
    assert "stray.md:1: 'stray' is no lesson of the topic in the plan" in said


def test_a_page_without_a_place_is_rendered_all_the_same(tmp_path: Path) -> None:
    assert html_of(course_of(tmp_path, stray="# Stray\n\nText.\n"), "stray").p.get_text() == "Text."


def test_an_answer_belongs_into_a_lesson(tmp_path: Path) -> None:
    said = told(course_of(tmp_path, practice="---\ntitle: P\ndescription: D.\n---\n\n# P\n\n/// answer\n\n2.\n///\n"))
    assert said == ["practice.md:8: 'answer' stands outside of a lesson"]


def test_the_navigation_leads_through_the_lessons_in_the_order_of_the_plan(tmp_path: Path) -> None:
    course = course_of(tmp_path)
    right = [f"{FOLDER}/{name}.md" for name in ("index", *NAMES, "practice")]
    assert list(navigation(course, [{"Topics": [{"01": right}]}])) == []
    (missing,) = navigation(course, [{"01": [*right[:2], *right[3:]]}])
    assert f"lacks '{FOLDER}/second.md'" in missing.what and missing.path == course.places.config
    (order,) = navigation(course, [{"01": [right[0], right[2], right[1], *right[3:]]}])
    assert f"'{FOLDER}/second.md' is out of place" in order.what
    assert "index.md, first.md, second.md, deep.md, practice.md" in order.remedy


def test_this_course_has_its_navigation_in_order() -> None:
    with collecting() as found:
        found += navigation(load_course(), read_configuration().nav)
    assert found == []


def lesson_with(folder: Path, text: str) -> Minutes:
    """Return how long a lesson takes that has a text besides."""
    course = course_of(folder, first=LESSON.replace("NAME", "first").replace("See ", f"{text}\n\nSee ", 1))
    return minutes_of(course.pages[course.places.docs / FOLDER / "first.md"])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("word " * 10, 10 * SECONDS["word"]),
        ("$$\nx^2\n$$", SECONDS["displayed formula"]),
        ("```python\nx = 1\n\ny = 2\n```", 2 * SECONDS["line of code"]),
        ('```python\n--8<-- "package/examples/slopes.py:table"\n```', 0),
        ("/// details | Check?\n" + "many words here\n" * 9 + "///", SECONDS["check yourself"]),
    ],
    ids=["words", "formula", "code", "folded program", "fold"],
)
def test_reading_takes_what_the_table_says(tmp_path: Path, text: str, seconds: float) -> None:
    before, after = lesson_with(tmp_path / "a", ""), lesson_with(tmp_path / "b", text)
    assert (after.reading - before.reading) * 60 == pytest.approx(seconds)
    assert after.practice == before.practice


def test_practice_is_counted_by_level_and_apart(tmp_path: Path) -> None:
    hard = "/// exercise | f\n    id: e\n    level: hard\n\nHint: Do.\n///"
    before, after = lesson_with(tmp_path / "a", ""), lesson_with(tmp_path / "b", hard)
    assert (after.practice - before.practice) * 60 == pytest.approx(SECONDS["hard exercise"])
    assert after.reading == pytest.approx(before.reading)
    assert before.practice * 60 == pytest.approx(SECONDS["recalled card"])


def test_what_goes_further_is_counted_apart(tmp_path: Path) -> None:
    (topic,) = course_of(tmp_path).topics
    deep = next(page for page in topic.pages if page.further)
    whole = minutes_of_all(topic.pages[1:])
    assert minutes_of_topic(topic, further=True) == minutes_of(deep).said
    both = minutes_of_topic(topic) + minutes_of(deep).said
    assert both == whole


def test_every_kind_of_block_counts_by_the_table() -> None:
    named = {kind.READING for kind in BLOCKS.values()}
    named |= {kind.PRACTICE.format(level=level) for kind in BLOCKS.values() for level in LEVELS}
    assert len(named) > 5
    assert named - {""} <= SECONDS.keys()


def test_the_guide_has_the_table_of_seconds() -> None:
    guide = (ROOT / "docs" / "contributing" / "writing-a-page.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w ]+) \| ([\d.,]+) \|$", guide, re.MULTILINE)
    assert {name: float(seconds.replace(",", "")) for name, seconds in rows} == SECONDS


def test_a_lesson_of_the_course_is_read_in_10_to_25_minutes() -> None:
    read = {
        lesson.path.stem: math.ceil(minutes_of(lesson).reading)
        for topic in load_course().topics
        for lesson in topic.lessons
        if not lesson.further
    }
    assert {name: minutes for name, minutes in read.items() if not 10 <= minutes <= 25} == {}

"""A notes template asks for all that its topic teaches, and a page that collects shows it as it stands at home."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from scripts.course.model import Course, Topic, load_course
from scripts.course.page import read_page
from scripts.foundation.paths import HERE
from scripts.pages.collect import COLLECTIONS, with_collected
from scripts.pages.context import Context
from scripts.pages.notes_template import notes_for
from tests.courses import small_course

COURSE = load_course()
EACH_TOPIC = pytest.mark.parametrize("topic", COURSE.topics, ids=lambda topic: topic.planned.slug)


def under(template: str, heading: str) -> str:
    """Return what stands under a heading of second level."""
    return template.split(f"\n## {heading}\n")[1].split("\n## ")[0]


@EACH_TOPIC
def test_a_template_asks_for_everything_that_the_topic_teaches(topic: Topic) -> None:
    template = notes_for(COURSE, topic)
    assert template.startswith(f"# Notes: {topic.planned.number:02} {topic.planned.title}\n")
    concepts = re.findall(r"^### (.+)\n\n(.+)$", under(template, "Key concepts"), re.MULTILINE)
    assert concepts == [(block.argument, block.options["prompt"]) for block in topic.blocks("definition")]
    formulas = re.findall(r"^- (.+):$", under(template, "Formulas to recall"), re.MULTILINE)
    assert formulas == [block.argument for block in topic.blocks("formula")]
    questions = re.findall(
        r"^### (.+)\n\n\*(.+)\*$", under(template, "Interview questions, in my own words"), re.MULTILINE
    )
    assert questions == [(block.argument, block.options["level"]) for block in topic.blocks("question")]


@EACH_TOPIC
def test_each_exercise_is_named_twice_with_its_task_in_plain_words(topic: Topic) -> None:
    template = notes_for(COURSE, topic)
    names = [block.argument.replace("_", " ").capitalize() for block in topic.blocks("exercise")]
    assert names
    insights = re.findall(
        r"^- (.+?): (.+) What did I learn from writing it\?$", under(template, "Coding insights"), re.MULTILINE
    )
    assert [name for name, _ in insights] == names
    assert all(task.endswith((".", ":")) and "$" not in task and "`" not in task for _, task in insights)
    assert re.findall(r"^- \[ \] (.+)$", under(template, "Exercises done"), re.MULTILINE) == names


def test_a_template_leads_to_the_next_topic_and_the_last_to_the_whole_course() -> None:
    topics = COURSE.plan.topics
    for topic, following in zip(COURSE.topics, topics[1:], strict=False):
        assert f"- [ ] Next topic: {following.number:02} {following.title}\n" in notes_for(COURSE, topic)
    last = replace(COURSE.topics[-1], planned=topics[-1])
    assert "- [ ] Review the course\n" in notes_for(COURSE, last)
    assert "Next topic" not in notes_for(COURSE, last)


def page_that_collects(kind: str, folder: Path) -> tuple[Course, list[str]]:
    """Return the lines of a page that collects, with what it collects."""
    path = folder / "page.md"
    path.write_text(f"# All\n\nBefore.\n\n/// {kind}\n///\n\nAfter.\n", encoding="utf-8")
    page = read_page(path)
    page.path = HERE.docs / "study" / "all.md"
    course = Course(COURSE.plan, {**COURSE.pages, page.path: page})
    return course, with_collected(Context(Markdown(), course, page), page.body.split("\n"))


@pytest.mark.parametrize("kind", COLLECTIONS)
def test_a_page_collects_every_block_of_its_kind_once(kind: str, tmp_path: Path) -> None:
    course, lines = page_that_collects(kind, tmp_path)
    assert [line for line in lines if line.startswith("//////")] == [f"////// {kind}", "//////"]
    assert lines.index("Before.") < lines.index(f"////// {kind}") < lines.index("//////") < lines.index("After.")
    heads = [
        match[1] for line in lines if (match := re.match(rf"/{{3,4}} *{COLLECTIONS[kind].COLLECTS} *\| *(.*)", line))
    ]
    own = [block.argument for _, block in course.blocks(COLLECTIONS[kind].COLLECTS)]
    assert len(own) > 20
    assert sorted(heads) == sorted(own)
    assert heads == (sorted(own, key=str.casefold) if kind == "glossary" else own)


def test_terms_stand_under_their_letters(tmp_path: Path) -> None:
    _, lines = page_that_collects("glossary", tmp_path)
    letters = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert letters == sorted(set(letters))
    assert all(len(letter) == 1 and letter.isupper() for letter in letters)


def test_links_lead_from_where_a_block_is_collected_to_where_it_led_at_home(tmp_path: Path) -> None:
    body = "[here](#a) [page](../02-x/index.md#b) [site](https://nabla.invalid/c) [mail](mailto:d) ![picture](e.svg)"
    home = COURSE.topics[0]
    text = f"# {home.planned.title}\n\n/// definition | Term\n    id: term\n    prompt: What?\n\n{body}\n///\n"
    pages = {f"topics/{home.planned.folder}/index.md": text, "study/all.md": "/// glossary\n///\n"}
    course = small_course(tmp_path, pages)
    page = course.pages[course.places.docs / "study" / "all.md"]
    lines = with_collected(Context(Markdown(), course, page), page.body.split("\n"))
    folder = f"../topics/{home.planned.folder}"
    assert (
        f"[here]({folder}/index.md#a) [page](../topics/02-x/index.md#b) [site](https://nabla.invalid/c) "
        f"[mail](mailto:d) ![picture]({folder}/e.svg)"
    ) in lines

"""A notes template asks for all that its topic teaches, and a page that collects shows it as it stands at home."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from scripts.course.model import Topic, load_course
from scripts.foundation.paths import HERE
from scripts.pages.blocks.exercise import exercise_title
from scripts.pages.context import Context
from scripts.pages.notes_template import notes_for
from tests.courses import rendered, small_course

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
    names = [exercise_title(block.argument) for block in topic.blocks("exercise")]
    assert names
    insights = re.findall(
        r"^- (.+?): (.+) What did I learn from writing it\?$", under(template, "Coding insights"), re.MULTILINE
    )
    assert [name for name, _ in insights] == names
    assert all(task.endswith((".", ":")) and "$" not in task and "`" not in task for _, task in insights)
    assert re.findall(r"^- \[ \] (.+)$", under(template, "Exercises done"), re.MULTILINE) == names


def test_a_title_made_from_a_function_writes_names_as_names() -> None:
    assert exercise_title("safe_newton_step") == "Safe Newton step"
    assert exercise_title("kkt_failures") == "KKT failures"


def test_a_template_leads_to_the_next_topic_and_the_last_to_the_whole_course() -> None:
    topics = COURSE.plan.topics
    for topic in COURSE.topics:
        following = next((one for one in topics if one.number == topic.planned.number + 1), None)
        if following is None:
            continue
        assert f"- [ ] Next topic: {following.number:02} {following.title}\n" in notes_for(COURSE, topic)
    last = replace(COURSE.topics[-1], planned=topics[-1])
    assert "- [ ] Review the course\n" in notes_for(COURSE, last)
    assert "Next topic" not in notes_for(COURSE, last)


@pytest.fixture(scope="module")
def glossary() -> BeautifulSoup:
    """Return the glossary of the course, rendered."""
    return BeautifulSoup(rendered(COURSE, COURSE.pages[HERE.docs / "study" / "glossary.md"]), "html.parser")


def test_the_glossary_has_every_term_once_in_order_with_the_way_to_it(glossary: BeautifulSoup) -> None:
    terms = [block for _, block in COURSE.blocks("definition")]
    assert len(terms) > 20
    in_order = sorted(terms, key=lambda term: term.argument.casefold())
    assert [fold["id"] for fold in glossary.select(".nb-term")] == [term.id for term in in_order]
    ways = [str(way["href"]) for way in glossary.select(".nb-term .nb-elsewhere a")]
    homes = [f"../{term.path.relative_to(HERE.docs).as_posix()}#{term.id}" for term in in_order]
    assert ways == homes


def test_terms_stand_under_their_letters(glossary: BeautifulSoup) -> None:
    letters = [str(heading.contents[0]) for heading in glossary.select(".nb-group > h2")]
    assert letters == sorted(set(letters))
    for fold in glossary.select(".nb-term"):
        above, name = fold.find_previous("h2"), fold.select_one(".nb-prompt")
        assert above and name and str(above.contents[0]) == name.get_text()[0].upper()


@pytest.mark.parametrize(("collects", "kind"), [("glossary", "definition"), ("interview-bank", "question")])
def test_a_page_that_collects_grows_by_a_few_elements_with_each_block(collects: str, kind: str, tmp_path: Path) -> None:
    option = {"definition": "prompt: What?", "question": "level: screen"}[kind]
    home = f"topics/{COURSE.topics[0].planned.folder}/index.md"
    sizes = []
    for count in (1, 21):
        blocks = [
            f"/// {kind} | Term {number}\n    id: term-{number}\n    {option}\n\n$\\frac{{a}}{{b}}$ and more\n///\n"
            for number in range(count)
        ]
        pages = {home: "\n".join(["# T", *blocks]), "study/all.md": f"# All\n\n/// {collects}\n///\n"}
        course = small_course(tmp_path / str(count), pages)
        html = rendered(course, course.pages[course.places.docs / "study" / "all.md"])
        sizes.append(len(BeautifulSoup(html, "html.parser").find_all(True)))
    assert (sizes[1] - sizes[0]) / 20 <= 8


def test_links_lead_from_where_a_block_is_repeated_to_where_it_led_at_home(tmp_path: Path) -> None:
    body = "[here](#a) [page](../02-x/index.md#b) [site](https://nabla.invalid/c) [mail](mailto:d) ![picture](e.svg)"
    home = COURSE.topics[0]
    text = f"# {home.planned.title}\n\n/// definition | Term\n    id: term\n    prompt: What?\n\n{body}\n///\n"
    pages = {f"topics/{home.planned.folder}/index.md": text, "study/all.md": "/// glossary\n///\n"}
    course = small_course(tmp_path, pages)
    page = course.pages[course.places.docs / "study" / "all.md"]
    [(_, term)] = course.blocks("definition")
    folder = f"../topics/{home.planned.folder}"
    assert Context(Markdown(), course, page).moved(term) == (
        f"[here]({folder}/index.md#a) [page](../topics/02-x/index.md#b) [site](https://nabla.invalid/c) "
        f"[mail](mailto:d) ![picture]({folder}/e.svg)"
    )

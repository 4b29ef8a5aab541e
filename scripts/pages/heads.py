"""What the pages of a topic say under their titles: the facts about a topic, and where a lesson stands in it."""

import xml.etree.ElementTree as etree

from markdown.treeprocessors import Treeprocessor

from scripts.course.model import Topic
from scripts.course.page import Page
from scripts.course.plan import PlannedTopic
from scripts.pages.blocks.base import sub, unsearched
from scripts.pages.context import Context, context_of
from scripts.pages.minutes import minutes_of, minutes_of_all, minutes_of_topic, words_for
from scripts.pages.whole_numbers import put_in


class PageHead(Treeprocessor):
    """Puts the head of a topic's page under its title."""

    def run(self, root: etree.Element) -> None:
        """Insert the head after the first heading."""
        context = context_of(self.md)
        page = context.page
        topic = context.course.topic_of(page) if page else None
        first = next((index for index, child in enumerate(root) if child.tag == "h1"), None)
        if page is None or topic is None or first is None or not page.role:
            return
        heads = _front(context, topic) if page.role == "index" else _place(context, topic, page)
        for head in reversed(heads):
            root.insert(first + 1, head)


def _front(context: Context, topic: Topic) -> list[etree.Element]:
    """Return the facts about a topic, and where to begin it."""
    heads = [_facts(context, topic)]
    first = next((page for page in topic.pages if page.role != "index"), None)
    if first:
        begin = unsearched(etree.Element("p", {"class": "nb-begin"}))
        sub(begin, "a", "nb-start", f"Begin: {topic.name_of(first)}", href=context.relative(first.path))
        heads.append(begin)
    return heads


def _facts(context: Context, topic: Topic) -> etree.Element:
    """Return number, phase, times, difficulty and prerequisites of a topic."""
    plan, planned, meta = context.course.plan, topic.planned, topic.pages[0].meta
    head = unsearched(etree.Element("dl", {"class": "nb-head"}))
    facts = {
        "Topic": f"{planned.number:02}",
        "Phase": f"{planned.phase}, {plan.phases[planned.phase]}",
        "Time": str(minutes_of_topic(topic)),
        "Difficulty": str(meta.get("difficulty", "")),
    }
    for name, value in facts.items():
        _fact(head, name).text = value
    slugs = [slug for slug in meta.get("prerequisites") or [] if slug in plan.by_slug]
    _prerequisites(_fact(head, "Prerequisites"), context, [plan.by_slug[slug] for slug in slugs])
    return head


def _prerequisites(parent: etree.Element, context: Context, topics: list[PlannedTopic]) -> None:
    if not topics:
        parent.text = "limits, slopes, reading Python"
    for number, topic in enumerate(topics):
        if topic.written:
            link = sub(parent, "a", "", topic.title, href=context.relative(topic.path))
        else:
            link = sub(parent, "span", "", topic.title)
        link.tail = ", " if number < len(topics) - 1 else ""


def _fact(head: etree.Element, name: str) -> etree.Element:
    group = sub(head, "div")
    sub(group, "dt", "", name)
    return sub(group, "dd")


def _place(context: Context, topic: Topic, page: Page) -> list[etree.Element]:
    """Return where a page stands in its topic, how long it takes and what is left; and the question of a lesson."""
    line = unsearched(etree.Element("p", {"class": "nb-where"}))
    name = f"{topic.planned.number:02} {topic.planned.title}"
    sub(line, "a", "", name, href=context.relative(topic.planned.path))
    for words in _words(topic, page):
        sub(line, "span", "", words)
    if not (question := page.meta.get("question")):
        return [line]
    asked = etree.Element("p", {"class": "nb-asked"})
    put_in(asked, str(question))
    return [line, asked]


def _words(topic: Topic, page: Page) -> list[str]:
    core = [one for one in topic.lessons if not one.further]
    name = "Further" if page.further else topic.name_of(page)
    if page in core:
        name = f"Lesson {core.index(page) + 1} of {len(core)}"
    words = [name, minutes_of(page).briefly]
    if not page.further:
        ahead = [one for one in topic.pages[topic.pages.index(page) :] if not one.further]
        left = words_for(minutes_of_all(ahead).total)
        words.append(f"{left} to the end of the topic" if len(ahead) > 1 else "the end of the topic")
    return words

"""The block `lessons`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block, Page
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import CourseBlock, sub, unsearched
from scripts.pages.minutes import minutes_of, minutes_of_topic, words_for
from scripts.pages.whole_numbers import put_in


class LessonsBlock(CourseBlock):
    """The way through a topic, for its front page: lessons with question and minutes, then practice, questions and lab.

    No argument, no options, no content.
    """

    NAME = "lessons"
    BODY = False
    HOME = "topic"
    ONCE = True

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """It stands on a front page."""
        if block.page.role != "index":
            yield block.mistake("'lessons' stands outside of a front page", "put it into the topic's index.md")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """List the pages of the topic in order."""
        element = unsearched(sub(parent, "div", "nb-way"))
        topic = self.context.course.topic_of(self.source.page)
        if topic is None:
            return element
        pages = [page for page in topic.pages if page.role != "index"]
        items = sub(element, "ol", "nb-way-list")
        number = 0
        for page in pages:
            core = page.role == "lesson" and not page.further
            number += core
            self._item(items, page, topic.name_of(page), str(number) if core else "")
        said = f"In all {minutes_of_topic(topic)}."
        if further := minutes_of_topic(topic, further=True).total:
            said += f" Lessons marked *further* go deeper than the course needs: {words_for(further)} more."
        sub(element, "p", "nb-advice", said)
        return element

    def _item(self, parent: etree.Element, page: Page, title: str, number: str) -> None:
        item = sub(parent, "li", "nb-stop nb-further" if page.further else "nb-stop")
        sub(item, "span", "nb-number", number).tail = " "
        name = sub(item, "span", "nb-name")
        sub(name, "a", "", title, href=self.context.relative(page.path))
        if page.further:
            sub(name, "span", "nb-level", "further")
        if question := page.meta.get("question"):
            put_in(sub(item, "span", "nb-summary"), str(question))
        sub(item, "span", "nb-state", minutes_of(page).briefly)

"""What the interview bank and the glossary share: folds to choose from, each filled from its home when it is opened."""

import xml.etree.ElementTree as etree
from collections.abc import Mapping

from scripts.course.model import Topic
from scripts.course.page import Block
from scripts.pages.blocks.base import CourseBlock, sub, unsearched


class CollectionBlock(CourseBlock):
    """A block that collects others from all topics, each as a fold with the way to its home.

    What is in a fold stands at its home alone, and is fetched from there when a reader opens it. So the page grows by a
    few elements with each block, and a browser has little to lay out however many topics there are.
    """

    BODY = False
    HOME = "study"
    ONCE = True

    def collection(
        self, parent: etree.Element, css: str, words: str, example: str, **choices: Mapping[str, str]
    ) -> etree.Element:
        """Add an empty collection with what readers may choose by: a topic, `choices` by name, words as in `example`.

        `words` says what is collected. The choices are hidden until their script takes them over.
        """
        element = unsearched(sub(parent, "section", f"nb-collection {css}", data_of=words))
        row = sub(element, "div", "nb-filters", hidden="", role="search", aria_label=words.capitalize())
        topics = {topic.planned.slug: topic.planned.title for topic in self.context.course.topics}
        for name, options in {"topic": topics, **choices}.items():
            label = sub(row, "label", "nb-choice")
            sub(label, "span", "", name.capitalize())
            select = sub(label, "select", data_filter=name)
            for value, said in {"": f"all {name}s", **options}.items():
                sub(select, "option", "", said, value=value)
        label = sub(row, "label", "nb-choice")
        sub(label, "span", "", "Words")
        sub(label, "input", type="search", data_filter="words", placeholder=example)
        sub(row, "p", "nb-shown", role="status")
        sub(row, "button", "nb-all", "Show all", type="button")
        script = self.source.places.generated / "js" / "collection.js"
        sub(element, "script", src=self.context.relative(script), defer="")
        return element

    def group(self, parent: etree.Element, name: str) -> etree.Element:
        """Add a group under its heading."""
        element = sub(parent, "section", "nb-group")
        sub(element, "h2", "", name)
        return element

    def fold(self, parent: etree.Element, topic: Topic, block: Block, css: str, **data: str) -> etree.Element:
        """Add a fold for a block, with the way to it; return its summary, which is empty."""
        details = sub(parent, "details", css, data_topic=topic.planned.slug, **data)
        summary = sub(details, "summary")
        way = sub(sub(details, "div", "nb-answer"), "p", "nb-elsewhere", "It stands in topic ")
        words = f"{topic.planned.number:02}, {topic.name_of(block.page)}"
        sub(way, "a", "", words, href=f"{self.context.relative(block.path)}#{block.id}")
        return summary

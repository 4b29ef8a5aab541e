"""The block `interview-bank`."""

import xml.etree.ElementTree as etree

from scripts.course.model import Topic
from scripts.course.page import Block
from scripts.pages.blocks.base import CourseBlock, sub, unsearched
from scripts.pages.blocks.question import LEVELS


class InterviewBankBlock(CourseBlock):
    """All interview questions, by topic, level and words. No argument, no options, no content.

    An answer stands in its topic alone, and is fetched from there when a reader opens it: a hundred answers
    would be more than a browser lays out at once without a pause.
    """

    NAME = "interview-bank"
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """List the questions under their topics."""
        element = unsearched(sub(parent, "section", "nb-bank"))
        self._choices(element)
        above: Topic | None = None
        for topic, question in self.context.course.blocks("question"):
            if topic is not above:
                group = sub(element, "section", "nb-group")
                sub(group, "h2", "", f"{topic.planned.number:02} {topic.planned.title}")
            above = topic
            self._question(group, topic, question)
        return element

    def _question(self, parent: etree.Element, topic: Topic, question: Block) -> None:
        """Add a question with the way to its answer, which a script puts in its place."""
        level = str(question.options["level"])
        slug = topic.planned.slug
        details = sub(parent, "details", f"nb-question nb-level-{level}", data_level=level, data_topic=slug)
        summary = sub(details, "summary")
        sub(summary, "span", "nb-level", level).tail = " "
        sub(summary, "span", "nb-prompt", question.argument)
        way = sub(sub(details, "div", "nb-answer"), "p", "nb-elsewhere", "The answer stands ")
        words = f"with the questions of topic {topic.planned.number:02}"
        sub(way, "a", "", words, href=f"{self.context.relative(question.path)}#{question.id}")

    def _choices(self, parent: etree.Element) -> None:
        """Add what readers may choose by, hidden until its script takes it over, and that script."""
        row = sub(parent, "div", "nb-filters", hidden="", role="search", aria_label="Questions")
        topics = {topic.planned.slug: topic.planned.title for topic in self.context.course.topics}
        self._choice(row, "topic", {"": "all topics", **topics})
        self._choice(row, "level", {"": "all levels", **{level: level for level in LEVELS}})
        label = sub(row, "label", "nb-choice")
        sub(label, "span", "", "Words")
        sub(label, "input", type="search", data_filter="words", placeholder="softmax loss")
        sub(row, "p", "nb-shown", role="status")
        sub(row, "button", "nb-all", "Show all", type="button")
        script = self.source.places.generated / "js" / "bank.js"
        sub(parent, "script", src=self.context.relative(script), defer="")

    def _choice(self, parent: etree.Element, name: str, options: dict[str, str]) -> None:
        """Add the choice of one of `options`, each with its words."""
        label = sub(parent, "label", "nb-choice")
        sub(label, "span", "", name.capitalize())
        select = sub(label, "select", data_filter=name)
        for value, words in options.items():
            sub(select, "option", "", words, value=value)

"""The block `interview-bank`."""

import xml.etree.ElementTree as etree
from itertools import groupby

from scripts.pages.blocks.base import sub
from scripts.pages.blocks.collection import CollectionBlock
from scripts.pages.blocks.question import LEVELS


class InterviewBankBlock(CollectionBlock):
    """All interview questions, by topic, level and words. No argument, no options, no content."""

    NAME = "interview-bank"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """List the questions under their topics."""
        levels = {level: level for level in LEVELS}
        element = self.collection(parent, "nb-bank", "questions", "softmax loss", level=levels)
        questions = self.context.course.blocks("question")
        for topic, found in groupby(questions, key=lambda question: question[0]):
            group = self.group(element, f"{topic.planned.number:02} {topic.planned.title}")
            for _, question in found:
                level = str(question.options["level"])
                summary = self.fold(group, topic, question, f"nb-question nb-level-{level}", data_level=level)
                sub(summary, "span", "nb-level", level).tail = " "
                sub(summary, "span", "nb-prompt", question.argument)
        return element

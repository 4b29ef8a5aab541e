"""The block `question`."""

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.pages.blocks.base import FIGURE, CourseBlock, block_id, flag, marked, one_of, sub, unmarked
from scripts.pages.gives import Card, Section

LEVELS = ("warm-up", "screen", "on-site")


class QuestionBlock(CourseBlock):
    """An interview question with its answer folded.

    Argument: the question. Options: `id`; `level`: `warm-up`, `screen` or `on-site`; `card: false` if other cards
    ask for all of it; `figure`, a figure of the topic that its card shows below the answer. Content: the answer; its
    first paragraphs, at most 60 words (90 of a derivation), are what a card asks for, and the others are folded there.
    A paragraph that begins with `Hint:` is folded apart and shown first.
    """

    NAME = "question"
    ARGUMENT = True
    OPTIONS = {"id": ("", block_id), "level": ("", one_of(*LEVELS)), "card": (True, flag), "figure": FIGURE}
    REQUIRED = ("id", "level")
    HOME = "topic"
    PRACTICE = "interview question"

    @classmethod
    def cards(cls, block: Block) -> Iterator[Card]:
        """Ask the question."""
        if block.options.get("card") is False:
            return
        answer, hints = marked(block.body, "Hint:")
        parts = {"Front": block.argument, "Back": answer, "Hint": "\n\n".join(hints)}
        yield Card("question", "Question", parts, folds=True)

    @classmethod
    def notes(cls, block: Block) -> Iterator[tuple[Section, str]]:
        """Ask it again."""
        yield Section.QUESTIONS, f"### {block.argument}\n\n*{block.options['level']}*\n"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a folded answer under its question."""
        level = str(self.options["level"])
        slug = self.source.topic.slug if self.source.topic else ""
        classes = f"nb-question nb-level-{level}"
        element = sub(parent, "details", classes, data_level=level, data_topic=slug, id=self.source.id)
        summary = sub(element, "summary")
        sub(summary, "span", "nb-level", level).tail = " "
        sub(summary, "span", "nb-prompt", self.argument)
        self._answer = sub(element, "div", "nb-answer")
        return element

    def on_add(self, block: etree.Element) -> etree.Element:
        """Put the content into the answer."""
        return self._answer

    def on_end(self, block: etree.Element) -> None:
        """Fold the hint above the answer and close with the permanent link."""
        for position, child in enumerate(list(self._answer)):
            if unmarked(child, "Hint:"):
                self._answer.remove(child)
                hint = etree.Element("details", {"class": "nb-hint"})
                sub(hint, "summary", "", "A hint first")
                hint.append(child)
                self._answer.insert(position, hint)
        self.permalink(sub(self._answer, "p", "nb-home"))

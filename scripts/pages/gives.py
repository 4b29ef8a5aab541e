"""What a block gives besides its place on the page: cards to the decks, lines to the notes template."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from scripts.course.gaps import gaps_in
from scripts.course.page import Block, paragraphs


@dataclass(frozen=True)
class Card:
    """What one of Anki's notes asks, in Markdown: `parts` are its fields by name.

    `kind` is its tag, and `name` what it shows of that. `reverse` is what a second card asks for, which shows the
    answer. With `folds`, what does not fit in a breath of the answer is folded. With `gaps` (what each hides, by
    number) it is a cloze note, whose field `Text` has them. `suffix` sets the id of a second note of
    one block apart: ids of blocks have no dots. A figure that the block names stands below the answer.
    """

    kind: str
    name: str
    parts: dict[str, str]
    reverse: str = ""
    folds: bool = False
    gaps: dict[int, str] = field(default_factory=dict)
    suffix: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the cards that Anki makes of it."""
        return tuple(self.gaps) or ((1, 2) if self.reverse else (1,))


def gap_card(block: Block) -> Iterator[Card]:
    """Yield the cloze note of a block, if it has gaps."""
    gaps: dict[int, list[str]] = {}
    for gap in gaps_in(block.body):
        gaps.setdefault(gap.number, []).append(" ".join(gap.text.split()))
    if gaps:
        hidden = {number: "\0".join(texts) for number, texts in sorted(gaps.items())}
        text: list[str] = []
        rest: list[str] = []
        for paragraph in paragraphs(block.body):
            (text if any(gaps_in(paragraph)) else rest).append(paragraph)
        parts = {"Front": block.argument, "Text": "\n\n".join(text), "More": "\n\n".join(rest)}
        yield Card("cloze", "Fill the gap", parts, gaps=hidden, suffix=".cloze")


class Section(Enum):
    """A section of the notes template: its title, and what a learner does there."""

    CONCEPTS = "Key concepts", "Answer without looking, then compare with the page."
    FORMULAS = "Formulas to recall", "Write each from memory, with the meaning of its symbols."
    INSIGHTS = "Coding insights", ""
    QUESTIONS = "Interview questions, in my own words", ""
    EXERCISES = "Exercises done", ""

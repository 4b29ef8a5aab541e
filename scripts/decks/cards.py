"""From the blocks of the course to notes: Anki's word for what one or more cards are made of.

A `formula` makes a note that asks for the formula by its name (and the other way round with `reverse: true`), a
`question` one that asks it, and a `formula` or `definition` with gaps a cloze note. A note is known by its block's id
alone, so the block may be reworded, reordered or moved.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from scripts.course.gaps import gaps_in
from scripts.course.model import Course, Topic
from scripts.course.page import Block
from scripts.decks.fields import Formula
from scripts.decks.media import Media
from scripts.decks.notetypes import BASIC, CLOZE
from scripts.decks.render import Rendered, Renderer, page_url
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import marked
from scripts.run.formula_checks import DISPLAYED

# A block's own note has the block's id; ids have no dots, so this is never another block's.
CLOZE_SUFFIX = ".cloze"
_REVERSE = "yes"
_KINDS = {"formula": "Formula", "question": "Question", "cloze": "Fill the gap"}


@dataclass(frozen=True)
class AnkiNote:
    """A note, before it is known when it last changed."""

    id: str
    kind: str
    note_type: str
    topic: Topic
    block: Block
    fields: dict[str, str]
    tags: tuple[str, ...]
    numbers: tuple[int, ...]
    gaps: dict[int, str] = field(default_factory=dict)
    formulas: tuple[Formula, ...] = ()
    media: tuple[Media, ...] = ()

    @property
    def guid(self) -> str:
        """What Anki knows the note by: made of its id and nothing else."""
        return "nabla:" + self.id

    def content_hash(self) -> str:
        """Return a hash of all that a reader sees of it, whatever the site's address and the machine that drew it."""
        text = "\0".join([self.note_type, *(f"{name}={value}" for name, value in self.fields.items()), *self.tags])
        for media in self.media:
            text = text.replace(media.name, media.locked)
        return hashlib.sha256(text.encode()).hexdigest()[:20]


def notes_of(course: Course) -> tuple[list[AnkiNote], list[Mistake]]:
    """Return the notes in course order, and the mistakes met in making them."""
    renderer = Renderer(course.places)
    notes = [
        note
        for topic, block in course.blocks("formula", "question", "definition")
        if block.id and block.argument
        for note in _notes(renderer, topic, block)
    ]
    return notes, renderer.mistakes


def _notes(renderer: Renderer, topic: Topic, block: Block) -> Iterator[AnkiNote]:
    if block.kind == "formula":
        yield _formula(renderer, topic, block)
    elif block.kind == "question":
        yield _question(renderer, topic, block)
    if block.kind != "question" and any(gaps_in(block.body)):
        yield _cloze(renderer, topic, block)


def _formula(renderer: Renderer, topic: Topic, block: Block) -> AnkiNote:
    shown = DISPLAYED.match(block.body)
    both = block.options.get("reverse") is True
    formula = shown[0] if shown else ""
    parts = {
        "Front": renderer.convert(topic, block, block.argument),
        "Back": renderer.convert(topic, block, formula.strip()),
        "More": renderer.convert(topic, block, block.body.removeprefix(formula).strip()),
    }
    fields = {"Reverse": _REVERSE} if both else {}
    return _note(topic, block, block.id, "formula", parts, fields, numbers=(1, 2) if both else (1,))


def _question(renderer: Renderer, topic: Topic, block: Block) -> AnkiNote:
    answer, hints = marked(block.body, "Hint:")
    parts = {
        "Front": renderer.convert(topic, block, block.argument),
        "Back": renderer.convert(topic, block, answer),
        "Hint": renderer.convert(topic, block, "\n\n".join(hints)),
    }
    return _note(topic, block, block.id, "question", parts, {}, numbers=(1,))


def _cloze(renderer: Renderer, topic: Topic, block: Block) -> AnkiNote:
    parts = {
        "Front": renderer.convert(topic, block, block.argument),
        "Text": renderer.convert(topic, block, block.body, cloze=True),
    }
    gaps: dict[int, str] = {}
    for gap in gaps_in(block.body):
        gaps[gap.number] = "\0".join(filter(None, [gaps.get(gap.number), " ".join(gap.text.split())]))
    gaps = dict(sorted(gaps.items()))
    return _note(topic, block, block.id + CLOZE_SUFFIX, "cloze", parts, {}, numbers=tuple(gaps), gaps=gaps)


def _note(
    topic: Topic,
    block: Block,
    identifier: str,
    kind: str,
    parts: dict[str, Rendered],
    fields: dict[str, str],
    *,
    numbers: tuple[int, ...],
    gaps: dict[int, str] | None = None,
) -> AnkiNote:
    planned = topic.planned
    level = str(block.options.get("level", ""))
    own = {name: part.html for name, part in parts.items()}
    common = {
        "Id": identifier,
        "Kind": _KINDS[kind],
        "Level": level,
        "Topic": f"{planned.number:02} {planned.title}",
        "Link": f"{page_url(f'topics/{planned.folder}/index.md')}#{block.id}",
    }
    tags = [
        f"nabla::kind::{kind}",
        *([f"nabla::level::{level}"] if level else []),
        f"nabla::topic::{planned.number:02}",
    ]
    return AnkiNote(
        id=identifier,
        kind=kind,
        note_type=CLOZE if kind == "cloze" else BASIC,
        topic=topic,
        block=block,
        fields={name: value for name, value in {**common, **own, **fields}.items() if value},
        tags=tuple(tags),
        numbers=numbers,
        gaps=gaps or {},
        formulas=tuple(formula for part in parts.values() for formula in part.formulas),
        media=tuple(media for part in parts.values() for media in part.media),
    )

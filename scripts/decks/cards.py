"""From the blocks of the course to notes: Anki's word for what one or more cards are made of.

What a note asks is said by the kind of its block (`cards`, in `scripts.pages.blocks`). It is known by its block's id
alone, so the block may be reworded, reordered or moved.
"""

from dataclasses import dataclass, field, replace

from scripts.course.model import Course, Topic
from scripts.course.page import Block
from scripts.decks.fields import Formula, in_a_breath, most_words
from scripts.decks.media import Media
from scripts.decks.notetypes import BASIC, CLOZE
from scripts.decks.render import Rendered, Renderer
from scripts.foundation.files import digest_of_text
from scripts.foundation.mistakes import Mistake
from scripts.pages.gives import Card
from scripts.pages.kinds import BLOCKS


@dataclass(frozen=True)
class AnkiNote:
    """A note, before it is known when it last changed; its fields by their names in `decks/*/notetype.toml`."""

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
        return digest_of_text(text)[:20]


def notes_of(course: Course) -> tuple[list[AnkiNote], list[Mistake]]:
    """Return the notes in course order, and the mistakes met in making them."""
    renderer = Renderer(course)
    notes = [
        _note(renderer, topic, block, card)
        for topic, block in course.blocks(*BLOCKS)
        if block.id and block.argument
        for card in BLOCKS[block.kind].cards(block)
    ]
    return notes, renderer.mistakes


def _note(renderer: Renderer, topic: Topic, block: Block, card: Card) -> AnkiNote:
    planned = topic.planned
    level = str(block.options.get("level", ""))
    identifier = block.id + card.suffix
    parts = {
        name: renderer.convert(block, markdown, cloze=bool(card.gaps) and name == "Text")
        for name, markdown in {**card.parts, "Reverse": card.reverse}.items()
    }
    if card.folds:
        back, fold = in_a_breath(parts["Back"].html, most_words(card.parts["Front"]))
        parts |= {"Back": replace(parts["Back"], html=back), "Fold": Rendered(fold)}
    parts["Picture"] = renderer.figure(block)
    fields = {
        "Id": identifier,
        "Kind": card.name,
        "Level": level,
        "Topic": f"{planned.number:02}",
        "Link": f"{block.page.address}#{block.id}",
        **{name: part.html for name, part in parts.items()},
    }
    tags = [
        f"nabla::kind::{card.kind}",
        *([f"nabla::level::{level}"] if level else []),
        f"nabla::topic::{planned.number:02}",
    ]
    return AnkiNote(
        id=identifier,
        kind=card.kind,
        note_type=CLOZE if card.gaps else BASIC,
        topic=topic,
        block=block,
        fields={name: value for name, value in fields.items() if value},
        tags=tuple(tags),
        numbers=card.numbers,
        gaps=card.gaps,
        formulas=tuple(formula for part in parts.values() for formula in part.formulas),
        media=tuple(media for part in parts.values() for media in part.media),
    )

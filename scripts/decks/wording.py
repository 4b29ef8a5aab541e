"""The rules of a card's words: it asks what no other asks, needs no page, and is answered in a breath."""

import re
from collections.abc import Iterator, Sequence

from scripts.decks.cards import AnkiNote
from scripts.decks.fields import ANKI_GAP, SET_MATH, most_words, visible, word_count
from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import shown

# A card comes without its page, and without the card before it.
_PAGE = re.compile(
    r"\b(?:(?<!layer )(?:above|below)(?=[.,;:)])|the (?:example|snippet|figure|table|exercise)\b|"
    r"th(?:is|e (?:last|next|first)) (?:page|lesson|section)|a later lesson|topic \d+|"
    r"as we (?:shall see|saw)|further down)",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"(?:And|But|Then|So|Also|That|Follow-up)\b")
# A hint that it asks two things.
_TWICE = re.compile(
    r",? and (?:what|how|where|whether|(?:in|to|under) (?:what|which))\b|, and (?:why|when|which|say)\b|\?.*\?"
)
_YES = re.compile(r"(?:Yes|No|Neither|Both|Not (?:always|in general|necessarily|yet))\b")


def wrong_words(notes: Sequence[AnkiNote]) -> list[Mistake]:
    """Return every mistake in the words of the notes."""
    return [*(mistake for note in notes for mistake in _note(note)), *_asked_twice(notes)]


def asking_two(notes: Sequence[AnkiNote]) -> Iterator[str]:
    """Yield a note for each prompt that seems to ask two things at once: only its author can tell."""
    for note in notes:
        if note.kind != "cloze" and (second := _TWICE.search(visible(note.fields["Front"]))):
            place = f"{shown(note.block.path)}:{note.block.line}"
            yield f"Note: {place}: does '{note.id}' ask two things ('{second[0].strip(', ')}')? A card asks one."


def _note(note: AnkiNote) -> Iterator[Mistake]:
    prompt, answer = note.fields.get("Front", ""), _answer(note)
    words, most = word_count(answer), most_words(visible(prompt))
    if words > most:
        yield note.block.mistake(
            f"the answer of '{note.id}' has {words} words",
            f"what can be recalled in a breath has at most {most}: shorten it, or begin a paragraph, which is folded",
        )
    if _FOLLOWS.match(visible(prompt)):
        yield note.block.mistake(
            f"the prompt of '{note.id}' goes on from another", "ask so that it can be understood alone"
        )
    if _YES.match(visible(answer)):
        yield note.block.mistake(f"the answer of '{note.id}' is its first word", "ask why, when or which instead")
    for name in ("Front", "Hint", "Back", "More", "Fold", "Text"):
        if needed := _PAGE.search(visible(SET_MATH.sub(" ", note.fields.get(name, "")))):
            yield note.block.mistake(
                f"'{needed[0]}' on the card of '{note.id}' needs the page", "say it so that the card can stand alone"
            )


def _answer(note: AnkiNote) -> str:
    """Return what is to be said before the card is turned, as it then shows."""
    if note.kind == "cloze":
        return ANKI_GAP.sub(r"\g<text>", note.fields.get("Text", ""))
    return " ".join([note.fields.get("Back", ""), note.fields.get("More", "")])


def _asked_twice(notes: Sequence[AnkiNote]) -> Iterator[Mistake]:
    seen: dict[str, AnkiNote] = {}
    for note in notes:
        for asked in _asks(note):
            first = seen.setdefault(asked, note)
            if first is not note:
                what = f"'{note.block.id}' asks the same as '{first.block.id}'"
                yield note.block.mistake(what, "say what is special about each, or drop one")


def _asks(note: AnkiNote) -> Iterator[str]:
    if note.kind == "cloze":
        yield "cloze " + visible(ANKI_GAP.sub(r"\g<text>", note.fields.get("Text", "")))
        return
    yield visible(note.fields.get("Front", "")).casefold().rstrip("?.! ") or note.id
    if note.kind == "formula":
        yield "formula " + re.sub(r"\s", "", visible(note.fields.get("Back", "")))

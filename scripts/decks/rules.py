"""The rules of cards: what a good one must not have. Reports every mistake it finds, each at its line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from scripts.course.gaps import broken_mark
from scripts.decks.cards import AnkiNote
from scripts.decks.fields import ANKI_GAP, PRE, SET_MATH, VOID, Formula, visible
from scripts.decks.mathjax import judged
from scripts.decks.wording import wrong_words
from scripts.foundation.mistakes import Mistake

_WORD = re.compile(r"[^\W_]+")
_ANKI = re.compile(r"\[(?:sound:|latex\]|\$\$?\])")
_SHOWN = ("Front", "Back", "More", "Fold", "Text", "Hint", "Picture")
# Of a displayed formula: what 360 pixels hold, with `decks/card.css` and a font with large letters (DejaVu Serif).
_WIDEST = 41.5
_FORBIDDEN = {"script", "style", "iframe", "object", "embed", "link", "form", "input", "audio", "video"}


def mistakes_in(notes: Sequence[AnkiNote]) -> list[Mistake]:
    """Return every mistake in the notes."""
    found = [mistake for note in notes for mistake in _note(note)]
    return [*found, *wrong_words(notes), *_mathjax(notes)]


def _note(note: AnkiNote) -> Iterator[Mistake]:
    yield from _answer(note)
    yield from _given_away(note)
    for name in _SHOWN:
        if value := note.fields.get(name, ""):
            yield from _stray(note, value)
            yield from _html(note, value)
    if mark := broken_mark(note.block.body):
        yield _at(note, mark, f"the gap '{mark}…' is not closed", "close it with '==', within the same paragraph")
    used = {source for value in note.fields.values() for source in re.findall(r'<img[^>]*? src="([^"]*)"', value)}
    for media in note.media:
        if media.name not in used:
            yield note.block.mistake(f"the picture '{media.name}' is packed but not shown", "show it, or leave it out")


def _answer(note: AnkiNote) -> Iterator[Mistake]:
    answer = note.fields.get("Text", "") if note.kind == "cloze" else note.fields.get("Back", "")
    if not visible(answer) and "<img" not in answer:
        yield note.block.mistake(f"the card of '{note.block.id}' has no answer", "write it below the block's options")


def _given_away(note: AnkiNote) -> Iterator[Mistake]:
    remedy = "ask so that the answer has to be recalled"
    prompt = note.fields.get("Front", "")
    if note.kind == "cloze":
        text = note.fields.get("Text", "")
        for gap in ANKI_GAP.finditer(text):
            inside = gap["text"]
            if _is_within(inside, f"{prompt} {_asked(text, gap['number'])}"):
                yield _at(note, inside, f"the gap '{visible(inside)}' can be read beside it", remedy)
        return
    answer = note.fields.get("Back", "")
    if _is_within(answer, prompt):
        yield note.block.mistake(f"the prompt of '{note.block.id}' gives its answer away", remedy)
    elif _is_within(answer, note.fields.get("Hint", "")):
        yield note.block.mistake(f"the hint of '{note.block.id}' gives its answer away", remedy)


def _asked(text: str, number: str) -> str:
    """Return the text of a cloze with the gaps of one number hidden, and the others shown."""
    return ANKI_GAP.sub(lambda gap: " " if gap["number"] == number else gap["text"], text)


def _is_within(answer: str, prompt: str) -> bool:
    """Return whether the words of an answer, or a formula that is all of it, stand in the prompt."""
    if formula := SET_MATH.fullmatch(re.sub(r"</?(div|p)[^>]*>", "", answer).strip()):
        return _squeezed(formula[1] or formula[2]) in {_squeezed(m[1] or m[2]) for m in SET_MATH.finditer(prompt)}
    if "\\" in answer or not (words := _words(answer)):
        tex = _squeezed(answer)
        return len(tex) > 5 and tex in _squeezed(prompt)
    return len("".join(words)) > 3 and f" {' '.join(words)} " in f" {' '.join(_words(prompt))} "


def _words(text: str) -> list[str]:
    return _WORD.findall(visible(text).lower())


def _squeezed(tex: str) -> str:
    return re.sub(r"\s", "", tex)


def _stray(note: AnkiNote, value: str) -> Iterator[Mistake]:
    text = visible(SET_MATH.sub(" ", PRE.sub(" ", ANKI_GAP.sub(r"\g<text>", value))))
    if "$" in text:
        yield _at(note, "$", "a stray '$' is left in the text", "close the formula on the same line, or write '`$`'")
    if "{{" in text:
        yield _at(note, "{{", "a stray '{{' is left in the text, which Anki would read as a field", "put it into code")
    if special := _ANKI.search(visible(value)):
        yield _at(note, special[0], f"'{special[0]}' has a meaning of its own in Anki", "put a space into it")


def _html(note: AnkiNote, value: str) -> Iterator[Mistake]:
    tags = _Tags()
    tags.feed(value)
    tags.close()
    for what, remedy in dict.fromkeys([*tags.found, *tags.unclosed()]):
        yield note.block.mistake(f"the card of '{note.block.id}': {what}", remedy)


class _Tags(HTMLParser):
    """Collects what is wrong with the tags of a field."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check a tag and its attributes."""
        if tag in _FORBIDDEN:
            self.found.append((f"<{tag}> does not work on every device", "write it in Markdown, without HTML"))
        if tag not in VOID:
            self._open.append(tag)
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on"):
            self.found.append((f"the attribute '{name}' is a script", "leave it out"))
        if name == "href" and not re.match(r"https?://|mailto:", value):
            self.found.append((f"the link '{value}' is relative", "a card knows no page: write the link in Markdown"))
        if name == "src" and tag == "img" and not re.fullmatch(r"nabla-[0-9a-f]{20}\.\w+", value):
            self.found.append((f"the image '{value}' is not in the package", "write the image in Markdown"))

    def handle_endtag(self, tag: str) -> None:
        """Check that tags close in order."""
        if tag in self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag not in VOID:
            self.found.append((f"</{tag}> closes nothing", "write '<' as '&lt;' or as code"))

    def unclosed(self) -> list[tuple[str, str]]:
        """Return a finding for each tag that is still open."""
        return [(f"<{tag}> is not closed", "write '<' as '&lt;' or as code") for tag in self._open]


def _mathjax(notes: Iterable[AnkiNote]) -> Iterator[Mistake]:
    uses: dict[Formula, list[AnkiNote]] = {}
    for note in notes:
        for formula in note.formulas:
            uses.setdefault(formula, []).append(note)
    for formula, verdict in judged(uses).items():
        if verdict.error:
            what = f"MathJax, which Anki uses, refuses '{formula.tex}': {verdict.error}"
            remedy = "mend the TeX"
        elif formula.display and verdict.width > _WIDEST:
            what = f"on a card the formula is {verdict.width:.0f} ex wide, and a phone has {_WIDEST}: '{formula.tex}'"
            remedy = "break it into lines, with 'aligned'"
        else:
            continue
        for note in uses[formula]:
            yield _at(note, formula.tex, what, remedy)


def _at(note: AnkiNote, text: str, what: str, remedy: str) -> Mistake:
    """Return a mistake at the line of the note's block where `text` stands, or at its head."""
    written = note.block.page.raw(note.block)
    start = max(0, written.find(text))
    return Mistake(note.block.path, note.block.line + written.count("\n", 0, start), what, remedy)

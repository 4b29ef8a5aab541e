r"""The text of Anki's fields: mathematics as MathJax reads it, and gaps as Anki's clozes.

Anki finds the end of a cloze by the next `}}`, wherever that comes from, and takes what follows `::` for a hint. So
within a cloze TeX gets `} }`, and other text gets entities, which read the same.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.course.gaps import gaps_in, replaced, without_gaps
from scripts.course.macros import expand

_MATH = re.compile(
    r'<span class="arithmatex">\\\((?P<inline>.*?)\\\)</span>|<div class="arithmatex">\\\[(?P<block>.*?)\\\]</div>',
    re.DOTALL,
)
SET_MATH = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
ANKI_GAP = re.compile(r"\{\{c(?P<number>\d+)::(?P<text>.*?)\}\}", re.DOTALL)
# A formula in a line, with the marks that belong to it.
_MARKED = re.compile(r"[(“]*\\\((?:(?!\\\)).)*\\\)[.,;:!?)”]*", re.DOTALL)
_GAP_TAG = re.compile(r"<gap(\d+)>(.*?)</gap\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
PRE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
VOID = {"br", "hr", "img", "col", "wbr"}
# What Markdown makes of a paragraph or more; a field of one paragraph stands without its element.
_ELEMENTS = {"p", "div", "ul", "ol", "dl", "pre", "blockquote", "figure", "details"}


@dataclass(frozen=True)
class Formula:
    """A formula of a card: TeX with macros expanded, and whether it stands on a line of its own."""

    tex: str
    display: bool


def field_text(converted: str, *, cloze: bool = False) -> str:
    """Return a field made of what Markdown was converted to."""
    text = _MATH.sub(lambda match: _math(match, cloze=cloze), converted)
    text = _MARKED.sub(lambda match: _held(match[0]), text)
    return _GAP_TAG.sub(lambda match: _cloze(int(match[1]), match[2]) if cloze else match[2], text).strip()


def formulas_in(converted: str, *, cloze: bool = False) -> Iterator[Formula]:
    """Yield the formulas of a converted text; of a cloze also as they stand while a gap is hidden."""
    for match in _MATH.finditer(converted):
        tex, display = _tex(match), match["block"] is not None
        yield Formula(expand(without_gaps(tex)), display)
        for number in {gap.number for gap in gaps_in(tex)} if cloze else ():
            yield Formula(expand(_hidden(tex, number)), display)


def visible(text: str) -> str:
    """Return the words of a field as they are seen, mathematics left as TeX."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


# What fits in a breath, and a derivation in two.
_MOST_WORDS, _MOST_WORDS_DERIVED = 60, 90
# A paragraph at the end of a text that nothing has to follow.
_WHOLE = re.compile(r"(?<![:,])(?<![:,]</span>)</p>\s*$")
_DERIVED = re.compile(r"\b(?:derive|show that|prove)\b", re.IGNORECASE)


def most_words(prompt: str) -> int:
    """Return how many words an answer may have that is asked for by `prompt`.

    >>> most_words("Derive the slope of the sigmoid."), most_words("What is a gradient?")
    (90, 60)
    """
    return _MOST_WORDS_DERIVED if _DERIVED.search(prompt) else _MOST_WORDS


def word_count(text: str) -> int:
    """Return the number of words in a field; a formula, or a block of code, counts as one."""
    return len(visible(SET_MATH.sub(" x ", PRE.sub(" x ", text))).split())


def in_a_breath(field: str, most: int) -> tuple[str, str]:
    """Split a field into what is to be recalled and the rest.

    The rest begins with the paragraph that follows a whole one, or where there would be more than `most` words, but
    never within the first element.

    >>> in_a_breath("<p>One two.</p><p>Three.</p><ul><li>Four</li></ul>", 60)
    ('<p>One two.</p>', '<p>Three.</p><ul><li>Four</li></ul>')
    >>> in_a_breath("<p>One:</p><ul><li>Two</li></ul><p>Three.</p>", 2)
    ('<p>One:</p><ul><li>Two</li></ul>', '<p>Three.</p>')
    >>> in_a_breath("One <em>two</em> three.", 2)
    ('One <em>two</em> three.', '')
    """
    end = 0
    for upto in _ends(field):
        if end and (_WHOLE.search(field[:end]) and field[end:].lstrip().startswith("<p>")):
            break
        if end and word_count(field[:upto]) > most:
            break
        end = upto
    return (field[:end].strip(), field[end:].strip()) if end else (field, "")


def _ends(field: str) -> Iterator[int]:
    """Yield where the elements of a field end that are in no other; those within a line of text are none."""
    depth = 0
    for tag in _TAG.finditer(field):
        if tag[0].strip("</>").split()[0].lower() in _ELEMENTS:
            depth += -1 if tag[0].startswith("</") else 1
            if depth == 0:
                yield tag.end()


def brace_safe(tex: str) -> str:
    r"""Return TeX without two braces closing in a row, and without one at the end.

    >>> brace_safe(r"\frac{a}{b_{i}}")
    '\\frac{a}{b_{i} } '
    """
    while "}}" in tex:
        tex = tex.replace("}}", "} }")
    return tex + " " if tex.endswith("}") else tex


def _tex(match: re.Match[str]) -> str:
    return html.unescape(match["inline"] if match["inline"] is not None else match["block"]).strip()


def _hidden(tex: str, number: int) -> str:
    return replaced(tex, lambda n, text: "[...]" if n == number else text)


def _math(match: re.Match[str], *, cloze: bool) -> str:
    tex = _tex(match)
    if cloze:
        safe = brace_safe(html.escape(expand(tex), quote=False))
        tex = replaced(safe, lambda number, text: f"{{{{c{number}::{_no_hint(brace_safe(text))}}}}}")
    else:
        tex = html.escape(expand(without_gaps(tex)), quote=False)
    if match["inline"] is not None:
        return rf"\({tex}\)"
    return rf'<div class="nb-display">\[{tex}\]</div>'


def _held(text: str) -> str:
    """Keep a formula and its marks on one line: MathJax would let a line begin with a full stop."""
    return text if text.startswith("\\(") and text.endswith("\\)") else f'<span class="nb-held">{text}</span>'


def _cloze(number: int, text: str) -> str:
    text = text.replace("}}", "}&#125;")
    if text.endswith("}"):
        text = text[:-1] + "&#125;"
    return f"{{{{c{number}::{_no_hint(text)}}}}}"


def _no_hint(text: str) -> str:
    text = text.replace("::", ":&#58;")
    return "&#58;" + text[1:] if text.startswith(":") else text

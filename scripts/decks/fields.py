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

MATH = re.compile(
    r'<span class="arithmatex">\\\((?P<inline>.*?)\\\)</span>|<div class="arithmatex">\\\[(?P<block>.*?)\\\]</div>',
    re.DOTALL,
)
SET_MATH = re.compile(r"\\\((.*?)\\\)|\\\[(.*?)\\\]", re.DOTALL)
_GAP_TAG = re.compile(r"<gap(\d+)>(.*?)</gap\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Formula:
    """A formula of a card: TeX with macros expanded, and whether it stands on a line of its own."""

    tex: str
    display: bool


def field_text(converted: str, *, cloze: bool = False) -> str:
    """Return a field made of what Markdown was converted to."""
    text = MATH.sub(lambda match: _math(match, cloze=cloze), converted)
    return _GAP_TAG.sub(lambda match: _cloze(int(match[1]), match[2]) if cloze else match[2], text).strip()


def formulas_in(converted: str, *, cloze: bool = False) -> Iterator[Formula]:
    """Yield the formulas of a converted text; of a cloze also as they stand while a gap is hidden."""
    for match in MATH.finditer(converted):
        tex, display = _tex(match), match["block"] is not None
        yield Formula(expand(without_gaps(tex)), display)
        for number in {gap.number for gap in gaps_in(tex)} if cloze else ():
            yield Formula(expand(_hidden(tex, number)), display)


def visible(text: str) -> str:
    """Return the words of a field as they are seen, mathematics left as TeX."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


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


def _cloze(number: int, text: str) -> str:
    text = text.replace("}}", "}&#125;")
    if text.endswith("}"):
        text = text[:-1] + "&#125;"
    return f"{{{{c{number}::{_no_hint(text)}}}}}"


def _no_hint(text: str) -> str:
    text = text.replace("::", ":&#58;")
    return "&#58;" + text[1:] if text.startswith(":") else text

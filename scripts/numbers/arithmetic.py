r"""Chains of sides as they are written, in TeX and in prose, and the value of a side that is all numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from scripts.numbers.tokens import RAISED, Number, numbers
from scripts.numbers.visible import Visible

_LINKS = re.compile(r"=|\\approx(?![A-Za-z])|≈")
_BREAKS = re.compile(
    r"\\(?:le|leq|ge|geq|ne|neq|to|leftarrow|rightarrow|mapsto|implies|iff|Rightarrow|sim|propto|ll|gg|pm|in"
    r"|quad|qquad|text|ldots|dots|cdots)(?![A-Za-z])|\\[\\;]|[<>,;&:]"
)
_NEXT_LINE = re.compile(r"\\\\\s*&?\s*(?=[-=+]|\\approx)")
_ALIGNED = re.compile(r"\\(?:begin|end)\{aligned\}|&")
_ATOM = r"[-−√(]*\d+(?:[.,]\d+)*(?:e[-−+]?\d+)?[)⁰¹²³⁴-⁹⁻]*"
_EXPRESSION = rf"{_ATOM}(?:\s*[-−+·×⋅*/]\s*{_ATOM})*"
_SUM = rf"{_EXPRESSION}(?:\s+(?:plus|minus|times)\s+{_EXPRESSION})*"
_PROSE = re.compile(rf"(?<![\w.^{{}}\\]){_SUM}(?:\s*[=≈]\s*{_SUM})+(?![\w%°])")
_BEGINS = re.compile(r"(?:^|\n|[.,;:|\"'”)>]|\w\w)\s*\Z")
# What makes another number of the one after it, or of the one before it.
_TAKEN = re.compile(r"\b(?:sin|cos|tan|ln|log|exp|root|of|over|by|power|plus|minus|times)\s*\Z")
_GOES_ON = re.compile(
    r"\s*(?:[-−+·×⋅*/^=≈(√%°\0]|(?:hundred|thousand|million|billion|percent|degrees|squared|cubed|root|plus|minus|times)\b)"
)
_DEGREES = r"(?:°|\^\\circ|\^\{\\circ\})"
_THOUSANDS = re.compile(r"(?<=\d)(?:,|\{,\})(?=\d{3}(?!\d))")
_WORDS = {"plus": "+", "minus": "-", "times": r"\cdot "}
_UNICODE = str.maketrans({"−": "-", "·": "\\cdot ", "×": "\\cdot ", "⋅": "\\cdot ", "*": "\\cdot ", "π": "\\pi "})


@dataclass(frozen=True)
class Side:
    """A side of a chain, with the sign before it (`=` or `≈`, nothing before the first) and its place in the file."""

    text: str
    start: int
    link: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)

    @property
    def value(self) -> Fraction | None:
        """Its value, if it has numbers only."""
        return value(self.text)

    @property
    def degrees(self) -> bool:
        """Whether it is in degrees."""
        return bool(re.fullmatch(rf"\s*[-−]?[\d.]+{_DEGREES}[\s.]*", self.text))

    @property
    def number(self) -> Number | None:
        """The number that it is, if it is one number as written."""
        text = re.sub(rf"(?:…|\\ldots|{_DEGREES})?[\s.\\,]*\Z", "", self.text.strip())
        found = list(numbers(self.text.strip()))
        return found[0] if len(found) == 1 and found[0].text == text else None


Chain = list[Side]


def chains(text: Visible) -> Iterator[Chain]:
    """Yield every chain of two sides or more, in formulas and in prose."""
    prose = text.text
    for span in text.spans:
        if span.kind == "math":
            yield from _in_formula(text.text[span.start : span.end], span.start)
        if span.kind != "diagram":
            prose = prose[: span.start] + "\0" * (span.end - span.start) + prose[span.end :]
    for match in _PROSE.finditer(prose):
        if _stands_alone(prose[max(0, match.start() - 40) : match.start()], prose[match.end() : match.end() + 40]):
            yield _split(match[0], match.start())


def _stands_alone(before: str, after: str) -> bool:
    """Return whether an expression begins after `before` and ends before `after`."""
    return bool(_BEGINS.search(before)) and not _TAKEN.search(before) and not _GOES_ON.match(after)


def _in_formula(tex: str, start: int) -> Iterator[Chain]:
    tex = _NEXT_LINE.sub(_blank, tex)
    if "{aligned}" in tex:
        tex = _ALIGNED.sub(_blank, tex)
    # A comma inside a number ends no statement.
    flat = _THOUSANDS.sub(lambda match: "0" * len(match[0]), tex)
    for first, last in _statements(flat):
        chain = _split(tex[first:last], start + first, flat[first:last])
        if len(chain) > 1:
            yield chain


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _statements(tex: str) -> Iterator[tuple[int, int]]:
    start = 0
    for place, length in _outside(tex, _BREAKS):
        yield start, place
        start = place + length
    yield start, len(tex)


def _split(text: str, start: int, flat: str = "") -> Chain:
    """Split at the signs of equality; `flat` is the text with nothing in it that looks like another sign."""
    flat = flat or text
    cuts = [(0, 0), *_outside(flat, _LINKS)]
    ends = [*(place for place, _ in cuts[1:]), len(text)]
    chain = []
    for (place, length), end in zip(cuts, ends, strict=True):
        link = "" if not length else "=" if flat[place] == "=" else "≈"
        chain.append(Side(text[place + length : end], start + place + length, link))
    return chain


def _outside(tex: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield place and length of what matches outside of all brackets."""
    depth = 0
    place = 0
    while place < len(tex):
        match = pattern.match(tex, place)
        if match and depth == 0:
            yield place, len(match[0])
            place = match.end()
            continue
        if tex[place] == "\\":
            place += 2
            continue
        depth += (tex[place] in "{([") - (tex[place] in "})]")
        place += 1


@lru_cache(maxsize=4096)
def value(text: str) -> Fraction | None:
    r"""Return the value of an expression of numbers in TeX or in the signs of prose; None if it is anything else.

    >>> value(r"3 \cdot 4 + 2"), value("0.1 · (2 − 5)"), value(r"\frac{1}{3}"), value("3 x")
    (Fraction(14, 1), Fraction(-3, 10), Fraction(1, 3), None)
    """
    from scripts.formulas.grammar.cursor import Scope
    from scripts.formulas.grammar.errors import NotUnderstood
    from scripts.formulas.grammar.nodes import Item, Name, exact, walk
    from scripts.formulas.grammar.parse import parse_expression
    from scripts.formulas.values.evaluate import Evaluator, Undefined, Unknown

    if "%" in text or not any(char.isdigit() for char in text):
        return None
    try:
        node = parse_expression(_tex(text), Scope())
        if any(isinstance(part, Name | Item) for part in walk(node)):
            return None
        known = exact(node)
        return Fraction(str(Evaluator({}, {}).value(node, {}))) if known is None else known
    except (NotUnderstood, Undefined, Unknown, ValueError, ZeroDivisionError, TypeError, KeyError):
        return None


def _tex(text: str) -> str:
    text = re.sub(r"\b(?:plus|minus|times)\b", lambda match: _WORDS[match[0]], text)
    text = re.sub(r"\\ldots|…", "", _THOUSANDS.sub("", text)).rstrip(" .\n")
    text = re.sub(rf"(\d+(?:\.\d+)?)\s*{_DEGREES}", r"(\1 \\cdot \\pi / 180)", text)
    text = re.sub(r"(?<=\d)e([-−+]?\d+)", r" \\cdot 10^{\1}", text)
    text = re.sub("[⁰¹²³⁴-⁹⁻]+", lambda match: f"^{{{match[0].translate(RAISED)}}}", text)
    text = re.sub(r"√(\d+(?:\.\d+)?)", r"\\sqrt{\1}", text)
    return re.sub(r"√\(([^()]*)\)", r"\\sqrt{\1}", text).translate(_UNICODE)

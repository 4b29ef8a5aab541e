r"""Rules that hold a number without a quote: correct arithmetic, identities, printed outputs, names of things.

Each rule yields the stretches of a text in which it holds every number. A change of any digit there breaks what the
rule relies on, so the number is no longer held.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from scripts.course.model import load_course
from scripts.course.page import Block
from scripts.course.snippets import Function, functions
from scripts.foundation.mistakes import Mistake
from scripts.numbers.arithmetic import Chain, Side, chains
from scripts.numbers.tokens import Number, decimal, numbers
from scripts.numbers.visible import Visible
from scripts.run.formula_checks import DISPLAYED
from scripts.run.outputs import output_of

Stretch = tuple[int, int]

_RELATION = re.compile(r"=|\\approx(?![A-Za-z])|\\leftarrow|\\mapsto|\\sim(?![A-Za-z])")
_LETTER = re.compile(r"[A-Za-z]")
_NO_LETTERS = re.compile(
    r"\\(?:[td]?frac|sqrt|cdot|times|left|right|quad|qquad|ldots|dots|T|pm|[a-z]?matrix|circ|approx|le|ge|ne)(?![A-Za-z])"
    r"|\\(?:begin|end)\{[a-z]*\}|\\[ ,;:!%]"
)
_TOPIC = re.compile(
    r"[Tt]opic (\d\d)\b(?:,\s(?:# )?[*\[]*([^\]]{4,60}?)(?=[\],.:;)]))?(?:[^\][]{0,80}\]\(([^)\s]*)\))?"
)
_BREAK = re.compile(r"\s+(?:# )?")
_SQUARE = re.compile(r"(?<![\d.,])(\d+) ?(?:×|\\times|by) ?(\d+)(?![\d.]|,\d)")
_REFERENCES = "Further reading"
_PRECISE = 3
# No fraction on a page has such a denominator; what stands for an irrational number has.
_IRRATIONAL = 10**12


@dataclass(frozen=True)
class Context:
    """What a rule may look at: a text, its numbers, all texts of its topic, and what is quoted of them."""

    text: Visible
    numbers: Sequence[Number]
    topic: Sequence[Visible]


def references(context: Context) -> Iterator[Stretch]:
    """Years, chapters and editions under *Further reading*."""
    ends = [start for start, _ in context.text.sections[1:]]
    for (start, heading), end in zip(context.text.sections, [*ends, len(context.text.text)], strict=True):
        if heading == _REFERENCES:
            yield start, end


def formulas(context: Context) -> Iterator[Stretch]:
    """The TeX of a formula block, which has its check."""
    for block in context.text.blocks:
        if block.kind == "formula" and (match := DISPLAYED.match(block.body)):
            start = context.text.source.find(match[0].strip(), context.text.start(block.body_line))
            if start >= 0:
                yield start, start + len(match[0].strip())


def arithmetic(context: Context) -> Iterator[Stretch]:
    """Numbers in sides that are equal, to the places shown, and would not be with another digit."""
    for chain in chains(context.text):
        for left, right in pairwise(chain):
            if _agree(left, right):
                yield from _decisive(left, right)
                yield from _decisive(right, left)


def _decisive(side: Side, other: Side) -> Iterator[Stretch]:
    """Yield the numbers of a side of which every digit makes a difference."""
    for number in numbers(side.text):
        places = [place for place in range(number.start, number.end) if side.text[place].isdecimal()]
        changed = [_changed(side, place, by) for place in places for by in (1, 9)]
        if not any(_agree(one, other) if side.start < other.start else _agree(other, one) for one in changed):
            yield side.start + number.start, side.start + number.end


def _changed(side: Side, place: int, by: int) -> Side:
    digit = str((int(side.text[place]) + by) % 10)
    return replace(side, text=side.text[:place] + digit + side.text[place + 1 :])


def outputs(context: Context) -> Iterator[Stretch]:
    """A number of three significant digits or more that an output in the same section prints, sign and digits."""
    text = context.text
    printed: dict[int, set[str]] = {}
    for block in text.blocks:
        if block.kind == "output" and block.argument in examples(block):
            section = text.section(text.start(block.line))
            printed.setdefault(section, set()).update(number.digits for number in numbers(output_of(block)))
    for number in context.numbers:
        if number.significant >= _PRECISE and number.digits in printed.get(text.section(number.start), ()):
            yield number.start, number.end


def examples(block: Block) -> dict[str, Function]:
    """Return the functions whose outputs the block's page may show."""
    return functions(block.package, "examples")


def topics(context: Context) -> Iterator[Stretch]:
    """The number of a topic, with its title or its link if they stand beside it."""
    plan = {f"{topic.number:02}": topic for topic in load_course(context.text.places).plan.topics}
    for match in _TOPIC.finditer(context.text.source):
        topic = plan.get(match[1])
        title, link = _BREAK.sub(" ", match[2] or "").rstrip("*"), match[3] or ""
        titled = not title[:1].isupper() or topic is None or topic.title.startswith(title)
        linked = "topics/" not in link and not re.match(r"(?:\.\./)+\d", link)
        if topic and titled and (linked or f"{topic.folder}/" in link):
            yield match.span(1)


def squares(context: Context) -> Iterator[Stretch]:
    """A square shape: 3 × 3."""
    for match in _SQUARE.finditer(context.text.text):
        if match[1] == match[2]:
            yield match.span()


def objects(context: Context) -> Iterator[Stretch]:
    """An expression with letters that claims nothing, such as `x^2 + 3y^2`, if it stands elsewhere in the topic too.

    It does not count where an expression that differs from it in one digit stands in the topic as well: where both
    `x^2` and `x^3` stand, nobody would notice one of them in the place of the other.
    """
    for start, end, tex in named_objects(context.text):
        if _occurrences(tex, context.topic) > 1 and not any(_occurrences(one, context.topic) for one in _near(tex)):
            yield start, end


def _occurrences(tex: str, topic: Sequence[Visible]) -> int:
    whole = re.compile(rf"(?<!\d){re.escape(tex)}(?!\d)")
    return sum(len(whole.findall(formulas)) for text in topic if tex in (formulas := _formulas(text)))


def _near(tex: str) -> Iterator[str]:
    """Yield an expression with one digit changed, in all ways."""
    for match in re.finditer(r"\d", tex):
        for digit in set("0123456789") - {match[0]}:
            yield tex[: match.start()] + digit + tex[match.end() :]


def named_objects(text: Visible) -> Iterator[tuple[int, int, str]]:
    """Yield the formulas with letters and without an equals sign: place, end, TeX without white space."""
    for span in text.spans:
        tex = text.text[span.start : span.end]
        if span.kind == "math" and not _RELATION.search(tex) and _LETTER.search(_NO_LETTERS.sub("", tex)):
            yield span.start, span.end, _bare(tex)


@lru_cache(maxsize=256)
def _formulas(text: Visible) -> str:
    return "\n".join(_bare(text.text[span.start : span.end]) for span in text.spans if span.kind == "math")


def _bare(tex: str) -> str:
    return re.sub(r"\s+|\\[,;:! ]", "", tex)


# The rules, the quickest first.
RULES: tuple[Callable[[Context], Iterator[Stretch]], ...] = (
    references,
    formulas,
    topics,
    squares,
    arithmetic,
    outputs,
    objects,
)


def wrong_arithmetic(text: Visible) -> Iterator[tuple[Side, Mistake]]:
    """Yield the chains whose numbers disagree: the right side, and the mistake."""
    for chain in chains(text):
        for left, right in pairwise(chain):
            if _agree(left, right) is False:
                what = f"'{_short(left)} {right.link} {_short(right)}' is wrong: the left side is {decimal(left.value)}"
                remedy = "mend the sum, or quote it with its values"
                yield right, Mistake(text.path, text.line(right.start), what, remedy)


def _agree(left: Side, right: Side) -> bool | None:
    """Return whether two numeric sides are equal, to the places shown; None if one has letters."""
    one, other = left.value, right.value
    if one is None or other is None:
        return None
    for side, value in ((right, one), (left, other)):
        if side.number and _rounded(side.number, Fraction(math.degrees(value)) if side.degrees else value, right.link):
            return True
    if left.number or right.number:
        return False
    return True if abs(one - other) <= Fraction(1, 10**20) * abs(one) else (None if right.link == "≈" else False)


def _rounded(number: Number, value: Fraction, link: str) -> bool:
    """Return whether a number is a value, to the places shown; with '=' no fraction is rounded to a whole number."""
    if link == "=" and number.step == 1 and value.denominator < _IRRATIONAL:
        return number.value == value
    return number.holds(value)


def lettered(text: Visible) -> Iterator[Chain]:
    """Yield the chains of equal sides with letters, which may be identities."""
    for chain in chains(text):
        equal: Chain = []
        for side in [*chain, Side("", 0, "≈")]:
            if side.link == "≈":
                if len(equal) > 1 and any(_LETTER.search(_NO_LETTERS.sub("", one.text)) for one in equal):
                    yield equal
                equal = []
            equal.append(side)


def _short(side: Side) -> str:
    words = " ".join(side.text.split()).rstrip(" .")
    return words if len(words) < 60 else f"…{words[-57:]}"

"""Mathematics in the labels of diagrams: TeX between dollars, set as on the page, by KaTeX's MathML and fonts.

A diagram's program knows no mathematics. It lays out a row of signs that is as wide as the formula, and the formula
takes their place.
"""

import math
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import escape

from scripts.course.macros import MACROS
from scripts.foundation.paths import NODE_MODULES
from scripts.typeset.node import ask

SIZE = 15
"""The size of a diagram's text in pixels."""
_SCALE = 1.1  # KaTeX's letters are smaller than the text's at the same size
_SMALL = 0.72
_FILLER, _FIRST = "\ue000", 0xE100
_FILLER_WIDTH = 0.6  # of the size, as the diagram's program takes it
_FORMULA = re.compile(r"\$(?!\s)((?:\\.|[^\\$\n])+?)(?<!\s)\$")
_STAND_IN = re.compile(f"([{chr(_FIRST)}-\uefff]){_FILLER}*")
_SPACES = re.compile(r"-?[\d.]+(?=em)")

# MathML's variants: the class that the stylesheet gives a font, and the font's file.
_FONTS = {
    "": ("nb-mn", "Main-Regular"),
    "normal": ("nb-mn", "Main-Regular"),
    "italic": ("nb-mi", "Math-Italic"),
    "bold": ("nb-mb", "Main-Bold"),
    "bold-italic": ("nb-mv", "Math-BoldItalic"),
    "double-struck": ("nb-ms", "AMS-Regular"),
    "sans-serif": ("nb-mt", "SansSerif-Regular"),
    "text": ("nb-mw", "Main-Regular"),  # the typeface of the label's words
}
# What authors may write as it is seen, and KaTeX wants as a command.
_COMMANDS = {"‖": r"\|", "′": "'", "ŷ": r"\hat y", "ȳ": r"\bar y", "ᵀ": r"^\T ", "ℝ": r"\R ", "½": r"\tfrac12 "}
_FRACTIONS = {("1", "2"): "½", ("1", "3"): "⅓", ("1", "4"): "¼"}
_ACCENTS = {"^": "ˆ", "ˉ": "ˉ", "¯": "ˉ", "~": "˜", "˙": "˙"}
_RELATIONS = "=<>≤≥≈≠∈→↦⇒∝≪≫"
_BINARY = "+−⋅·×⊙∓±∘"
_DROPPED = "\u2061\u2062"


class LabelError(ValueError):
    """A formula that a label cannot have."""


@dataclass
class Run:
    """Letters of one font, at one height; `before` and the advance are in units of the text's size."""

    text: str
    variant: str = ""
    size: float = 1.0
    rise: float = 0.0
    before: float = 0.0

    @property
    def width(self) -> float:
        """The advance of the letters, without the space before."""
        widths = _advances(_FONTS[self.variant][1])
        # ∂ leans over what follows it.
        return sum(widths.get(ord(sign), 0.6) + 0.06 * (sign == "∂") for sign in self.text) * self.size


def set_aside(source: str) -> tuple[str, list[list[Run]]]:
    """Return a diagram's source with signs in place of its formulas, and the formulas. Raises `LabelError`."""
    formulas: list[list[Run]] = []

    def stand_in(match: re.Match[str]) -> str:
        runs = _read(match[1])
        formulas.append(runs)
        width = sum(run.before + run.width for run in runs) * _SCALE
        return chr(_FIRST + len(formulas) - 1) + _FILLER * max(0, math.ceil(width / _FILLER_WIDTH) - 1)

    return _FORMULA.sub(stand_in, source), formulas


def put_in(svg: str, formulas: list[list[Run]]) -> str:
    """Return the diagram with its formulas in place of the signs."""
    return _STAND_IN.sub(lambda match: _spans(formulas[ord(match[1]) - _FIRST]), svg)


def _spans(runs: list[Run]) -> str:
    """Return a formula as SVG. Behind the last letter the line is at its height again."""
    spans, height, space = [], 0.0, 0.0
    for run in [*runs, Run("\u200b")]:
        dy, dx = (height - run.rise) * SIZE * _SCALE, (run.before + space) * SIZE * _SCALE
        moved = "".join(f' {name}="{value:.2f}"' for name, value in (("dx", dx), ("dy", dy)) if abs(value) > 0.005)
        size = f' font-size="{SIZE * _SCALE * run.size:.1f}"'
        spans.append(f'<tspan class="{_FONTS[run.variant][0]}"{size}{moved}>{escape(run.text)}</tspan>')
        height, space = run.rise, 0.06 * run.size * run.text.endswith("∂")
    return "".join(spans)


def _read(tex: str) -> list[Run]:
    asked = "".join(_COMMANDS.get(sign, sign) for sign in tex)
    made: dict[str, str] = ask("formulas.render", asked, False, MACROS)
    if "error" in made:
        raise LabelError(f"TeX: {made['error']} in '{tex}'")
    found = re.search(r"<math.*?</math>", made["html"], re.DOTALL)
    plain = re.sub(r' xmlns="[^"]*"', "", found[0]) if found else "<math/>"
    runs = list(_runs(etree.fromstring(plain), 1.0, 0.0, tex))  # noqa: S314 (KaTeX wrote it)
    if runs:
        runs[0].before = 0.0
    return runs


def _runs(element: etree.Element, size: float, rise: float, tex: str) -> Iterator[Run]:
    """Yield the letters of a formula with their sizes and heights, from MathML."""
    children = [child for child in element if child.tag != "annotation"]
    match element.tag:
        case "mi" | "mn" | "mo" | "mtext":
            if text := "".join(sign for sign in element.text or "" if sign not in _DROPPED):
                yield _letters(element, text, size, rise)
        case "mspace":
            space = _SPACES.search(element.get("width", ""))
            yield Run("\u200b", before=float(space[0]) if space else 0.0, size=size, rise=rise)
        case "msub" | "msup" | "msubsup":
            base, *scripts = [child for child in children if child.tag != "mo" or (child.text or "") not in _DROPPED]
            yield from _runs(base, size, rise, tex)
            yield from _scripts(element.tag, scripts, size, rise, tex)
        case "mover" if accent := _ACCENTS.get(children[1].text or ""):
            yield from _accented(list(_runs(children[0], size, rise, tex)), accent)
        case "mfrac" if fraction := _FRACTIONS.get((children[0].text or "", children[1].text or "")):
            yield Run(fraction, "text", size / _SCALE, rise)
        case "math" | "semantics" | "mrow" | "mstyle" | "mpadded":
            yield from _row(children, size, rise, tex)
        case tag:
            raise LabelError(f"'{tex}' has a '{tag}', which no line can have; write it in a line, such as '1/n'")


def _accented(base: list[Run], accent: str) -> Iterator[Run]:
    """Yield letters with an accent over their middle."""
    yield from base
    width, sign = sum(run.width for run in base), Run(accent, size=base[0].size, rise=base[0].rise)
    leaning = 0.04  # italic letters lean to the right
    sign.before = -(width + sign.width) / 2 + leaning
    yield sign
    yield Run("\u200b", size=sign.size, rise=sign.rise, before=(width - sign.width) / 2 - leaning)


def _scripts(kind: str, children: list[etree.Element], size: float, rise: float, tex: str) -> Iterator[Run]:
    """Yield what stands below and above the end of a letter, the one over the other."""
    below = 0.0
    for child, height in zip(children, {"msub": (-0.2,), "msup": (0.38,), "msubsup": (-0.22, 0.38)}[kind], strict=True):
        runs = list(_runs(child, size * _SMALL, rise + height * size, tex))
        for number, run in enumerate(runs):
            run.before = -below if number == 0 else 0.0
        yield from runs
        below = sum(run.width for run in runs)


def _row(children: list[etree.Element], size: float, rise: float, tex: str) -> Iterator[Run]:
    """Yield the letters of a row; a sign between two things has space on both sides."""
    space = 0.0
    for number, child in enumerate(children):
        sign = (child.text or "") if child.tag == "mo" else ""
        infix = (0 < number < len(children) - 1 and children[number - 1].tag != "mo") or _closes(children, number)
        around = 0.28 if sign in _RELATIONS and sign else 0.22 if sign and sign in _BINARY and infix else 0.0
        for place, run in enumerate(_runs(child, size, rise, tex)):
            if place == 0:
                run.before += (space + around) if size == 1.0 else 0.0
            yield run
        if sign in _DROPPED and sign and not (children[number + 1 : number + 2] and children[number + 1].text == "("):
            space = 0.17
        else:
            space = around or (0.22 if sign and sign in ",:" else 0.0)


def _closes(children: list[etree.Element], number: int) -> bool:
    """Return whether what stands before a sign is a closing bracket, so that the sign is between two things."""
    return number > 0 and (children[number - 1].text or "") in (")", "]", "}", "∥", "∣")


def _letters(element: etree.Element, text: str, size: float, rise: float) -> Run:
    italic = element.tag == "mi" and len(text) == 1
    variant = element.get("mathvariant") or ("italic" if italic else "")
    if variant not in _FONTS:
        raise LabelError(f"'{text}' has a letter of the kind '{variant}', which labels do not have")
    return Run(text, variant, size, rise)


@cache
def _advances(font: str) -> dict[int, float]:
    """Return the widths of a font's letters, by their numbers."""
    from fontTools.ttLib import TTFont

    source = TTFont(NODE_MODULES / "katex" / "dist" / "fonts" / f"KaTeX_{font}.woff2")
    units, widths = source["head"].unitsPerEm, source["hmtx"]
    return {code: widths[name][0] / units for code, name in source.getBestCmap().items()}

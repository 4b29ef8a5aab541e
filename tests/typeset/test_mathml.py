"""What a screen reader gets of a formula is MathML by its grammar, and says all that KaTeX's own says."""

import re
import xml.etree.ElementTree as etree
from functools import cache
from pathlib import Path

import pytest

from scripts.course.macros import MACROS
from scripts.typeset.katex_html import shrink_formula
from scripts.typeset.node import ask
from tests.typeset.families import FAMILIES
from tests.typeset.structure import PLACED, formulas_in, parts, troubles


@cache
def katex_own(tex: str, *, display: bool = True) -> str:
    """Return the HTML that KaTeX itself makes of `tex`."""
    return str(ask("formulas.render", tex, display, MACROS)["html"])


def own_math(tex: str) -> etree.Element:
    """Return KaTeX's own MathML of `tex`, less what it says of looks, and with its one fault mended."""
    [math] = formulas_in(re.sub(r"<annotation .*?</annotation>", "", katex_own(tex), flags=re.DOTALL))
    for element in math.iter():
        if element.tag in PLACED:  # the function in `x_{\max}` is applied to nothing
            element[:] = [child for child in element if not (child.tag == "mo" and child.text == "\u2061")]
    return math


def words(math: etree.Element) -> list[str]:
    """Return the letters and signs that are read out, in order."""
    return [text.strip() for text in math.itertext() if text.strip()]


@pytest.mark.parametrize("tex", FAMILIES.values(), ids=FAMILIES)
def test_a_formula_of_each_family_is_mathml(tex: str) -> None:
    [math] = formulas_in(shrink_formula(katex_own(tex)))
    assert not troubles(math)


@pytest.mark.parametrize("tex", FAMILIES.values(), ids=FAMILIES)
def test_a_formula_of_each_family_says_all_that_katex_says(tex: str) -> None:
    [math] = formulas_in(shrink_formula(katex_own(tex)))
    assert words(math) == words(own_math(tex))
    assert parts(math) == parts(own_math(tex))


def test_a_binomial_coefficient_is_no_fraction() -> None:
    [math] = formulas_in(shrink_formula(katex_own(r"\binom{n}{k} + \frac{n}{k}")))
    assert [fraction.attrib for fraction in math.iter("mfrac")] == [{"linethickness": "0px"}, {}]


def test_an_augmented_matrix_keeps_its_line() -> None:
    [math] = formulas_in(shrink_formula(katex_own(FAMILIES["augmented matrix"])))
    assert [table.get("columnlines") for table in math.iter("mtable")] == ["none solid"]


def test_every_formula_of_the_site_is_mathml(site: Path) -> None:
    found: set[str] = set()
    number = 0
    for page in sorted(site.rglob("*.html")):
        for math in formulas_in(page.read_text(encoding="utf-8")):
            number += 1
            found.update(f"{page.relative_to(site).as_posix()}: {what}" for what in troubles(math))
    assert number > 1000, "the site's formulas are not found"
    assert not found, "\n".join(["", *sorted(found)])


# Each has one fault, which the grammar must see: what browsers.md and reviews saw, and others of the kind.
MALFORMED = {
    "an index too many": "<msub><mi>λ</mi><mi>max</mi><mo>\u2061</mo></msub>",
    "an exponent too few": "<msup><mi>x</mi></msup>",
    "a limit too few": "<munderover><mo>∑</mo><mi>i</mi></munderover>",
    "a numerator too many": "<mfrac><mn>1</mn><mo>+</mo><mn>2</mn></mfrac>",
    "a row outside of a table": "<mtable><mtd><mi>a</mi></mtd></mtable>",
    "an element in a sign": "<mo><mover><mo>=</mo><mo>!</mo></mover></mo>",
    "text beside elements": "<mrow>x<mi>y</mi></mrow>",
    "text after an element": "<mrow><mi>y</mi>x</mrow>",
    "an empty letter": "<mi></mi>",
    "HTML": "<span></span>",
    "a wrapper of looks": "<mstyle><mi>x</mi></mstyle>",
    "an attribute of looks": '<mo stretchy="false">(</mo>',
    "an unknown alphabet": '<mi mathvariant="wavy">x</mi>',
}


@pytest.mark.parametrize("inner", MALFORMED.values(), ids=MALFORMED)
def test_mathml_against_the_grammar_is_seen(inner: str) -> None:
    [math] = formulas_in(f"<p>A <math>{inner}</math></p>")
    assert len(troubles(math)) == 1

r"""The course's macros mean the same to KaTeX, which knows them, and on cards, where they are written out."""

import re

import pytest

from scripts.course.macros import MACROS, expand
from scripts.typeset.node import ask
from tests.typeset.families import FAMILIES

FORMULAS = {
    **FAMILIES,
    "all macros": r"\dd x \e^x \vect{x} \mat A \T \R \norm{\vect{x}} \abs{\norm{x}} \argmin_x \argmax_x",
    "one token": r"\vect x \mat\theta \abs \pi",
    "blanks": r"\vect  {x} \norm { x + {y} }",
    "braces": r"\abs{\{x\}} \norm{\frac{a}{b}}",
    "letters behind": r"\dd x\e y\T z\R n",
}


def html(tex: str, macros: dict[str, str]) -> str:
    """Return KaTeX's HTML for `tex`, less the TeX in it."""
    made = str(ask("formulas.render", tex, True, macros)["html"])
    return made[: made.index("<annotation")] + made[made.index("</annotation>") :]


# On cards the bars of a norm have the height of a line where nothing taller stands between them (see `macros`).
LEVEL = {rf"\norm{{{inside}}}": rf"\lVert {inside} \rVert" for inside in (r"\vect{x}", r"\vect{u}", "x")} | {
    r"\norm { x + {y} }": r"\lVert  x + {y}  \rVert"
}


@pytest.mark.parametrize("tex", FORMULAS.values(), ids=FORMULAS)
def test_written_out_a_formula_is_the_same_formula(tex: str) -> None:
    level = tex
    for norm, bars in LEVEL.items():
        level = level.replace(norm, bars)
    assert html(expand(tex), {}) == html(level, MACROS)


def test_every_macro_is_tried() -> None:
    assert all(name in FORMULAS["all macros"] for name in MACROS)
    left = set(re.findall(r"\\[A-Za-z]+", expand(FORMULAS["all macros"])))
    assert left.isdisjoint(MACROS)


def test_what_is_no_macro_stays_as_it_is() -> None:
    for tex in (r"\delta \ell \Theta \eta \text{\ a} \{ \\ \%", "x_{i}", ""):
        assert expand(tex) == tex


def test_a_brace_that_is_not_closed_is_an_error() -> None:
    with pytest.raises(ValueError, match="a brace is not closed"):
        expand(r"1 + \norm{\vect{x}")

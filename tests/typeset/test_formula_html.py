"""What KaTeX makes of a formula is made smaller, and nothing is lost for eye or ear."""

import re

import pytest

from scripts.course.macros import MACROS
from scripts.foundation.paths import NODE_MODULES
from scripts.typeset.katex_html import UNSTYLED, shrink_formula
from scripts.typeset.node import ask
from scripts.typeset.stylesheets import Rule, read_rules

FORMULAS = (
    r"x",
    r"\nabla f(x) \neq \frac{\partial f}{\partial x_i}, \quad x \le 2",
    r"\begin{pmatrix} 1 & -y \\ x^2 & \sqrt{2} \end{pmatrix} = \left\lVert \hat{\boldsymbol{w}} \right\rVert",
    r"f(x) = \begin{cases} 0 & \text{if } x < 0 \\ \log x & \text{otherwise} \end{cases}",
    r"\sum_{i=1}^{n} \underbrace{a_i b_i}_{c} \xrightarrow{n \to \infty} \overline{z} \cdot \binom{n}{2}",
)


def css() -> list[Rule]:
    """Return the rules of KaTeX's own stylesheet."""
    return read_rules((NODE_MODULES / "katex" / "dist" / "katex.min.css").read_text(encoding="utf-8"))


def both(tex: str) -> tuple[str, str]:
    """Return KaTeX's HTML for `tex` as it is, and shrunk."""
    raw = str(ask("formulas.render", tex, True, MACROS)["html"])
    return re.sub(r"<annotation .*?</annotation>", "", raw, flags=re.DOTALL), shrink_formula(raw)


def seen(html: str) -> str:
    """Return the letters and signs of a formula that are drawn; blanks of no width aside."""
    return re.sub(r"<math.*?</math>|<[^>]*>|\u200b", "", html, flags=re.DOTALL)


def heard(html: str) -> list[str]:
    """Return the letters and signs of a formula that are read out, in order."""
    math = re.search(r"<math.*?</math>", html, re.DOTALL)
    leaves = re.findall(r">([^<>]+)<", math[0]) if math else []
    return [leaf for leaf in leaves if leaf.strip()]


@pytest.mark.parametrize("tex", FORMULAS)
def test_a_shrunk_formula_shows_the_same_signs(tex: str) -> None:
    raw, made = both(tex)
    assert seen(made) == seen(raw)
    assert made.count("<") < 0.95 * raw.count("<")


@pytest.mark.parametrize("tex", FORMULAS[1:])
def test_a_shrunk_formula_reads_the_same(tex: str) -> None:
    raw, made = both(tex)
    assert heard(made) == heard(raw)
    assert 'aria-hidden="true"' in made


def test_the_kinds_of_boxes_left_out_are_in_no_rule() -> None:
    assert UNSTYLED.isdisjoint(re.findall(r"\.([A-Za-z][\w-]*)", " ".join(s for rule in css() for s in rule.selectors)))

"""Mathematics in diagrams is set as on the page, has room, and a diagram fits a phone."""

import re
import xml.etree.ElementTree as etree

import pytest

from scripts.typeset.diagram_math import SIZE, LabelError, put_in, set_aside
from scripts.typeset.mermaid import WIDEST, MermaidError, render

SVG = "{http://www.w3.org/2000/svg}"
HEAD = "flowchart TB\n  accTitle: A label\n  accDescr: A label with a formula.\n"


def label(words: str) -> list[etree.Element]:
    """Return the parts of a box's label."""
    svg = etree.fromstring(render(f'{HEAD}  a["{words}"]\n', "diagram-1"))
    return list(next(svg.iter(f"{SVG}text")))


def test_letters_are_italic_numbers_upright_and_scripts_small_and_lowered() -> None:
    parts = {part.text: part for part in label("$λ_1 = 2x^3$")}
    assert [parts[sign or "x"].get("class") for sign in ("λ", "1", "=", "2", "x", "3")] == [
        "nb-mi",
        "nb-mn",
        "nb-mn",
        "nb-mn",
        "nb-mi",
        "nb-mn",
    ]
    assert float(parts["1"].get("dy", "")) > 0 > float(parts["3"].get("dy", ""))
    assert float(parts["1"].get("font-size", "")) < float(parts["λ"].get("font-size", ""))


def test_behind_a_formula_the_line_is_at_its_height_again() -> None:
    assert sum(float(part.get("dy", 0)) for part in label("$W₁ᵀ$ and so on")) == pytest.approx(0, abs=0.02)


def test_a_formula_may_be_written_as_it_is_seen() -> None:
    for seen, tex in (
        ("∂L/∂w₁", r"\partial L/\partial w_1"),
        ("‖x‖²", r"\norm{x}^2"),
        ("ŷ = ½x", r"\hat y = \tfrac12 x"),
    ):
        [as_seen], [as_tex] = set_aside(f"${seen}$")[1], set_aside(f"${tex}$")[1]
        assert [(run.text, run.rise) for run in as_seen] == [(run.text, run.rise) for run in as_tex]


def test_a_derivative_keeps_off_the_letter_behind_it() -> None:
    parts = label("$∂f$")
    assert [part.text for part in parts[:2]] == ["∂", "f"]
    assert float(parts[1].get("dx", "")) > 0


def test_a_formula_has_room_and_is_not_broken() -> None:
    """What stands in for it is at least as wide as the letters of the page's fonts, and one word."""
    source, [formula] = set_aside(r"$∂L/∂w = −0.125 · x_{\max}$")
    assert not re.search(r"\s", source)
    svg = etree.fromstring(render(f'{HEAD}  a["$∂L/∂w = −0.125 · x_{{\\max}}$"]\n', "diagram-1"))
    box = next(one for one in svg.iter(f"{SVG}rect") if "label-container" in one.get("class", ""))
    assert float(box.get("width", "")) >= sum(run.before + run.width for run in formula) * SIZE * 1.1
    assert put_in(source, [formula]).count("<tspan") > 8


@pytest.mark.parametrize("tex", [r"\frac{a}{b}", r"\sqrt{2}", r"\nosuch", r"\mathfrak{g}"])
def test_what_a_line_cannot_have_is_refused(tex: str) -> None:
    with pytest.raises(LabelError):
        set_aside(f"${tex}$")


@pytest.mark.parametrize("words", ["λ_min < 0", "∂L/∂w"])
def test_mathematics_without_dollars_is_refused(words: str) -> None:
    with pytest.raises(MermaidError, match="between dollars"):
        render(f'{HEAD}  a["{words}"]\n', "diagram-1")


def test_a_diagram_that_a_phone_shows_too_small_is_refused() -> None:
    row = "".join(f'  a --> b{number}["a box with words"]\n' for number in range(4))
    with pytest.raises(MermaidError, match=f"beyond {WIDEST} px.*from top to bottom"):
        render(f"{HEAD}{row}", "diagram-1")


def test_a_short_label_makes_a_small_box() -> None:
    svg = etree.fromstring(render(f'{HEAD}  a["a"]\n', "diagram-1"))
    assert float(svg.get("width", "")) < 90

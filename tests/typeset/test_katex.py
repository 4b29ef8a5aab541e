"""Each distinct formula is set once, kept, and set anew when anything that made it has changed."""

from pathlib import Path

import pytest

from scripts.typeset.katex import Formula, Katex, TexError
from scripts.typeset.node import ask


def test_a_formula_is_html_with_mathml_and_no_tex(tmp_path: Path) -> None:
    made = Katex(tmp_path).render(r"\frac{a}{b}", display=False)
    assert made.startswith('<span class="katex">')
    assert "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>" in made
    assert "annotation" not in made
    assert "frac" in made


def test_displayed_and_in_a_line_are_two_formulas(tmp_path: Path) -> None:
    both = Katex(tmp_path)
    inline, displayed = (both.render(r"\sum_{i=1}^n x", display=display) for display in (False, True))
    assert inline != displayed
    assert displayed.startswith('<span class="katex-display">')


def test_the_course_macros_are_known_and_no_formula_defines_one_for_the_next(tmp_path: Path) -> None:
    katex = Katex(tmp_path)
    assert "<mi>θ</mi>" in katex.render(r"\gdef\mine{\theta} \mine + \vect{x}", display=False)
    with pytest.raises(TexError, match="mine"):
        katex.render(r"\mine + 1", display=False)


@pytest.mark.parametrize("tex", [r"\frac{a}", r"\nothing", r"x_{", r"\href{https://x.invalid}{x}", "ä"])
def test_what_katex_does_not_accept_or_trust_is_an_error(tex: str, tmp_path: Path) -> None:
    with pytest.raises(TexError) as caught:
        Katex(tmp_path).render(tex, display=False)
    assert str(caught.value)
    assert "KaTeX parse error" not in str(caught.value)


def test_an_error_is_the_same_when_it_is_kept(tmp_path: Path) -> None:
    said = []
    for _ in range(2):
        katex = Katex(tmp_path)
        with pytest.raises(TexError) as caught:
            katex.render(r"\nothing", display=False)
        said.append(str(caught.value))
        katex.save()
    assert said[0] == said[1]
    assert "nothing" in said[0]


def test_what_is_kept_needs_no_node(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Katex(tmp_path)
    made = first.render("x + 1", display=False)
    first.save()
    again = Katex(tmp_path)
    monkeypatch.setattr("scripts.typeset.katex.ask", lambda *_: pytest.fail("Node is asked"))
    assert again.render("x + 1", display=False) == made


@pytest.mark.parametrize("what", ["MACROS", "code", "version"])
def test_what_is_kept_is_forgotten_when_what_made_it_changes(what: str, tmp_path: Path, monkeypatch) -> None:
    first = Katex(tmp_path)
    first.render("x + 1", display=False)
    first.save()
    if what == "MACROS":
        monkeypatch.setattr("scripts.typeset.katex.MACROS", {r"\new": "1"})
    elif what == "version":
        monkeypatch.setattr("scripts.typeset.katex.version_of", lambda package: "0.0.1")
    else:
        other = tmp_path / "other.py"
        other.write_text("changed", encoding="utf-8")
        monkeypatch.setattr("scripts.typeset.katex._CODE", [other])
    again = Katex(tmp_path)
    asked = []
    monkeypatch.setattr("scripts.typeset.katex.ask", lambda *given: asked.append(given[1]) or [{"error": "new"}])
    with pytest.raises(TexError, match="new"):
        again.render("x + 1", display=False)
    assert asked == [[["x + 1", False]]]


def test_formulas_of_a_page_are_set_with_one_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    katex, asked = Katex(tmp_path), []
    monkeypatch.setattr("scripts.typeset.katex.ask", lambda *given: asked.append(given[0]) or ask(*given))
    katex.prepare([Formula("x + 1", False), Formula(r"\gdef\mine{y}", True), Formula(r"\mine", True)])
    assert "x" in katex.render("x + 1", display=False)
    with pytest.raises(TexError):  # what another formula of the page has defined
        katex.render(r"\mine", display=True)
    assert asked == ["formulas.renderAll"]

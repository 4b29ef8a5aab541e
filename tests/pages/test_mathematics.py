"""Mathematics in a page: set, kept on its line, named where nothing else names it, and told where it is wrong."""

import re
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from scripts.course.gaps import extend
from scripts.foundation.paths import HERE
from scripts.pages.extension import INLINE_TAG, Finish, SetMathematics
from scripts.pages.whole_numbers import KeepNumbersWhole


class Context:
    """What is reported of a page."""

    def __init__(self) -> None:
        self.reported: list[tuple[str, str, str]] = []
        self.course = SimpleNamespace(places=HERE)
        self.names_formulas = False

    def report(self, text: str, what: str, remedy: str) -> None:
        self.reported.append((text, what, remedy))

    def report_lost_blocks(self) -> None:
        """Report nothing: there is no block."""


def converter() -> Markdown:
    """Return a converter that knows mathematics as the pages do, and tables."""
    options = {"pymdownx.arithmatex": {"generic": True, "inline_tag": INLINE_TAG}}
    md = Markdown(extensions=["tables", "pymdownx.arithmatex", "pymdownx.tasklist"], extension_configs=options)
    extend(md)
    md.inlinePatterns.register(KeepNumbersWhole(md), "nabla-whole-numbers", 30)
    md.treeprocessors.register(SetMathematics(md), "nabla-math", 15)
    md.postprocessors.register(Finish(md), "nabla-finish", 3)
    md.nabla = Context()
    return md


def converted(text: str) -> BeautifulSoup:
    """Return what a text becomes."""
    return BeautifulSoup(converter().convert(text), "html.parser")


def only(page: BeautifulSoup, selector: str) -> Tag:
    """Return the one element that `selector` names."""
    [found] = page.select(selector)
    return found


def test_a_formula_in_a_line_is_set_and_searched_by_none() -> None:
    formula = only(converted(r"At $x_1 < 2$ it falls."), INLINE_TAG)
    assert formula["data-search-exclude"] == ""
    assert "nb-math" in formula["class"]
    assert only(formula, "math msub").get_text() == "x1"
    assert not formula.select(".katex-display")
    assert "tabindex" not in formula.attrs


def test_a_displayed_formula_scrolls_and_the_keyboard_reaches_it() -> None:
    formula = only(converted("It is\n\n$$\na < b \\quad \\text{if } a\\, \\& \\,b\n$$\n"), ".nb-display")
    assert (formula["tabindex"], formula["role"], formula["aria-label"]) == ("0", "group", "Formula")
    assert formula["data-search-exclude"] == ""
    assert only(formula, ".katex-display")
    assert "<" in only(formula, "math").get_text()
    assert "&" in only(formula, "math").get_text()


def test_on_a_sheet_a_formula_has_a_name_in_words_instead_of_mathml() -> None:
    md = converter()
    md.nabla.names_formulas = True  # type: ignore[attr-defined]
    page = BeautifulSoup(md.convert(r"So $\frac{a}{b + 1} < x_1^2$ and $x$."), "html.parser")
    assert only(page, ".katex-html")["aria-label"] == "a/(b + 1) < x₁²"
    assert only(page, ".katex-html")["role"] == "img"
    assert not page.select("math")
    assert page.get_text().endswith(" and x.")


@pytest.mark.parametrize("sign", [".", ",", ";", ":", "!", "?", ")", ").", ",)"])
def test_punctuation_behind_a_short_formula_stays_on_its_line(sign: str) -> None:
    page = converted(f"(It is $x^2${sign} And more.")
    formula = only(page, INLINE_TAG)
    assert "nb-short" in formula["class"]
    assert formula.get_text().endswith(sign)
    assert page.get_text().endswith(" And more.")
    assert str(formula.next_sibling).startswith(" And")


def test_a_bracket_before_a_formula_stays_on_its_line() -> None:
    short, long = converted(r"So (with $x$ it is; ($y$) or ($x_1 + x_2 + x_3 + x_4 + x_5$ is.").select(INLINE_TAG)[1:]
    assert short.get_text() == "(y)"
    assert str(short.previous_sibling).endswith("it is; ")
    begin = only(long, ".nb-short")
    assert begin.get_text().replace("\u200b", "").startswith("(")
    assert [len(one.select(".katex-base")) for one in (long, begin)] == [5, 1]
    assert len(long.select("math")) == 1


def test_a_long_formula_in_brackets_keeps_both_ends() -> None:
    formula = only(converted(r"So ($x_1 + x_2 + x_3 + x_4 + x_5$)."), INLINE_TAG)
    begin, end = formula.select(".nb-short")
    assert begin.get_text().startswith("(")
    assert end.get_text().endswith(").")
    assert len(formula.select(".katex-base")) == 5


def test_other_words_behind_a_formula_stay_where_they_are() -> None:
    page = converted("The $n$-th one, $m$ of them, $k$*th*.")
    assert [str(formula.next_sibling)[:3] for formula in page.select(INLINE_TAG)] == ["-th", " of", "<em"]


def test_a_long_formula_may_break_but_not_from_its_punctuation() -> None:
    long = r"x_1 + x_2 + x_3 + x_4 + x_5"
    assert len(long) > 24
    page = converted(f"It is ${long}$, and ${long[:23]}y$, too. And ${long}$ it is.")
    first, second, third = page.select(INLINE_TAG)
    assert "nb-short" not in first["class"]
    end = only(first, ".nb-short")
    assert end.get_text().replace("\u200b", "") == "x5,"
    assert len(first.select("math")) == 1
    assert [len(one.select(".katex-base")) for one in (first, end)] == [5, 1]
    assert str(first.next_sibling).startswith(" and")
    assert "nb-short" in second["class"]
    assert not third.select(".nb-short")


def test_a_number_and_its_power_of_ten_stay_together() -> None:
    apart, together = converted(r"$10^{-6} \cdot 4$ and $4.2 \cdot 10^{-6}$").select(INLINE_TAG)
    assert [len(one.select(".katex-base")) for one in (apart, together)] == [2, 1]


def test_punctuation_behind_a_formula_that_cannot_break_stays_on_its_line() -> None:
    formula = only(converted(r"It is $\frac{\partial z_1}{\partial x_1}$. And more."), INLINE_TAG)
    assert "nb-short" in formula["class"]
    assert formula.get_text().endswith(".")


def test_a_header_of_a_table_is_named_by_its_formula() -> None:
    page = converted('| $x < "y"$ | b |\n| --- | --- |\n| $y$ | $z + 1$ |\n')
    assert [math.get("aria-label") for math in page.select("th math")] == ['x < "y"']
    assert all("aria-label" not in math.attrs for math in page.select("td math"))


def test_gaps_leave_no_mark_in_a_formula() -> None:
    page = converted("$$\nf' = ==1:2x==\n$$\n\nand $==2:y + 1==$")
    assert [math.get_text() for math in page.select("math")] == ["f′=2x", "y+1"]


def test_a_formula_with_a_mistake_is_told_with_its_tex_and_leaves_nothing() -> None:
    md = converter()
    html = md.convert("It is $\\nothing{x}$ here, and\n\n$$\n" + r"\frac{a}{b} + " * 8 + "\\lost\n$$\n")
    assert re.sub(r"<[^>]*>", "", html).split() == ["It", "is", "here,", "and"]
    (first, what, remedy), (second, long, _) = md.nabla.reported
    assert first == r"\nothing{x}"
    assert what.startswith("TeX: ")
    assert r"\nothing" in what.split(" in '")[0]
    assert what.endswith(r"in '\nothing{x}'")
    assert remedy == "correct the formula"
    assert second.endswith(r"\lost")
    assert len(long.split(" in '")[-1]) <= 61
    assert long.endswith("…'")


def test_what_a_screen_reader_must_find_named_is_named() -> None:
    page = converted("- [x] done\n- [ ] open\n\n| | a |\n| --- | --- |\n| b | c |\n")
    assert [box["aria-label"] for box in page.select("input")] == ["done", "done"]
    assert [cell.name for cell in only(page, "thead tr").select("th, td")] == ["td", "th"]


def test_code_is_no_mathematics() -> None:
    assert not converted("`$x$` and\n\n    $$ y $$\n").select("math, .nb-display")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("about 9.5e-6, or 1e-8", ["9.5e-6", "1e-8"]),
        ("a car at 2 m/s for 10 s", ["2 m/s", "10 s"]),
        ("2 meters, 3 maps, x2 s and e-6", []),
        ("`9.5e-6` and [topic](a-1e-6.html)", []),
        ("It takes 24.5 cm³, or 0.2 cm²/s.", ["24.5 cm³", "0.2 cm²/s"]),
    ],
)
def test_a_number_stays_on_a_line_with_its_exponent_and_its_unit(text: str, whole: list[str]) -> None:
    assert [found.text for found in converted(text).select("span.nb-short")] == whole

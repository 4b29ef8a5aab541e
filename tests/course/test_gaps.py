"""Gaps are read alike on pages and cards, and leave no mark where nothing is hidden."""

import pytest
from markdown import Markdown

from scripts.course.gaps import Gap, broken_mark, extend, gaps_in, replaced, without_gaps

TEXT = "A ==1:slope== is ==2:rise over *run*==, and ==1:no\nmore==."


def test_gaps_are_found_in_their_order() -> None:
    assert list(gaps_in(TEXT)) == [Gap(1, "slope"), Gap(2, "rise over *run*"), Gap(1, "no\nmore")]
    assert list(gaps_in(r"$f' = ==12:\frac{a}{b}==$")) == [Gap(12, r"\frac{a}{b}")]


@pytest.mark.parametrize(
    "text",
    [
        "==a mark==",
        "==0:x==",
        "==123:x==",
        "===1:x===",
        "==1: x==",
        "==1:x ==",
        "`==1:x==`",
        "``a ` ==1:x== b``",
        "==1:==",
    ],
)
def test_what_is_no_gap_is_none_and_stays(text: str) -> None:
    assert not list(gaps_in(text))
    if "`" not in text:
        assert without_gaps(text) == text


def test_code_beside_a_gap_moves_nothing() -> None:
    text = "`==1:a==` and ==1:`code` in it== and ``==2:b``"
    assert list(gaps_in(text)) == [Gap(1, "`code` in it")]


def test_without_gaps_only_the_marks_go() -> None:
    assert without_gaps(TEXT) == "A slope is rise over *run*, and no\nmore."


def test_a_gap_is_replaced_by_what_its_number_says() -> None:
    assert (
        replaced(TEXT, lambda number, text: f"[{number}]" if number == 2 else text) == "A slope is [2], and no\nmore."
    )


def test_a_mark_that_is_not_closed_is_found() -> None:
    assert broken_mark(TEXT) == ""
    assert broken_mark("a ==1:b== and ==3:open") == "==3:"
    assert broken_mark("`==3:code`") == ""
    assert broken_mark("== 1: no mark") == ""


def test_on_a_page_a_gap_is_a_span_with_its_markdown_read() -> None:
    md = Markdown()
    extend(md)
    assert md.convert("It is ==2:rise over *run*==, `==1:x==`.") == (
        '<p>It is <span class="nb-gap" data-gap="2">rise over <em>run</em></span>, <code>==1:x==</code>.</p>'
    )

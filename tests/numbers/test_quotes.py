import sys
from fractions import Fraction
from textwrap import dedent

import mpmath
import numpy as np
import pytest
import sympy as sp

from scripts.numbers import quotes
from tests.numbers.writing import NUMBERS, accounted, quote, unheld, written


def test_a_wrong_number_is_refused_at_its_line_with_what_was_computed(tmp_path):
    text = written(tmp_path, "# Title\n\nAfter\n1,000 steps there is 13.5% of the way.\n")
    made = accounted([text], quote("After 1,000 steps there is 13.5% of the way", None, Fraction("13.6")))
    [mistake] = made.wrong
    assert (mistake.path, mistake.line) == (text.path, 4)
    assert "it says 13.5, but 13.6 is computed in numbers.py:7" in mistake.what


def test_a_quote_holds_all_places_where_it_stands(tmp_path):
    pages = [
        written(tmp_path, "It costs 12 runs.\n\nIt costs\n12 runs.\n"),
        written(tmp_path, "It costs 12 runs.\n", "two.md"),
    ]
    assert not unheld(accounted(pages, quote("costs 12 runs", 12)))
    assert [mistake.line for mistake in accounted(pages, quote("costs 12 runs", 13)).wrong] == [1, 4, 1]


def test_a_quote_that_is_nowhere_names_the_nearest_text(tmp_path):
    text = written(tmp_path, "Nothing here.\n\nThe loss falls to 3.742 in one step.\n")
    [mistake] = accounted([text], quote("The loss falls to 3.741", Fraction("3.742"))).wrong
    assert (mistake.path, mistake.line) == (NUMBERS, 7)
    assert "index.md:3" in mistake.remedy
    assert "falls to 3.742" in mistake.remedy


def test_a_quote_never_means_a_part_of_a_number(tmp_path):
    text = written(tmp_path, "There are 17 questions, from 1 to 1.5.\n")
    assert "nowhere" in accounted([text], quote("7 questions", 7)).wrong[0].what
    assert "nowhere" in accounted([text], quote("from 1 to 1", 1, 1)).wrong[0].what


def test_a_quote_gives_every_number_a_value(tmp_path):
    text = written(tmp_path, "From 3 to 5 weeks.\n")
    [mistake] = accounted([text], quote("From 3 to 5", 3)).wrong
    assert "2 numbers (3, 5), not 1" in mistake.what
    [mistake] = accounted([text], quote("From 3 to 5", 3, 5, 7)).wrong
    assert "2 numbers (3, 5), not 3" in mistake.what


def test_between_two_ends_is_enough_for_about(tmp_path):
    text = written(tmp_path, "About 100 years.\n")
    assert not accounted([text], quote("About 100", (Fraction(90), Fraction(110)))).wrong
    [mistake] = accounted([text], quote("About 100", (Fraction(101), Fraction(110)))).wrong
    assert "between 101 and 110" in mistake.what
    assert accounted([text], quote("About 100", (Fraction(80), Fraction(99)))).wrong


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Return what makes a module of quotes from its source."""

    def make(source):
        package = tmp_path / "snippets" / f"topic_{abs(hash(source))}"
        package.mkdir(parents=True)
        (package / "numbers.py").write_text(dedent(source), encoding="utf-8")
        (package.parent / "__init__.py").touch()
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "snippets", raising=False)
        return quotes.yielded(str(package / "numbers.py"))

    return make


def test_quotes_have_the_line_of_their_yield(module):
    [first, second] = module("""\
        def lines():
            yield "one 1", 1

            yield (
                "two 2",
                ...,
            )
        """)
    assert first == (2, "one 1", [["1"]], "")
    assert second[1:] == ("two 2", [None], "")
    assert second[0] in (4, 6)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (1.5, "3/2"),
        (Fraction(1, 3), "1/3"),
        (np.float64(0.25), "1/4"),
        (np.int64(7), "7"),
        (np.array(2.5), "5/2"),
        (sp.Rational(2, 3), "2/3"),
        (mpmath.mpf("0.5"), "1/2"),
    ],
)
def test_numbers_of_every_library_are_values(value, kept):
    assert quotes._kept(value) == [kept]


def test_a_number_of_sympy_keeps_more_digits_than_a_float():
    [kept] = quotes._kept(sp.sqrt(2))
    assert abs(Fraction(kept) ** 2 - 2) < Fraction(1, 10**35)


@pytest.mark.parametrize("value", [True, "3", [1], 1j, float("nan"), float("inf"), sp.Symbol("x"), sp.oo])
def test_what_is_no_number_is_no_value(value):
    with pytest.raises((TypeError, ValueError, OverflowError)):
        quotes._kept(value)


def test_one_mistake_in_the_module_takes_no_other_quote_with_it(module):
    results = module("""\
        def draft():
            yield "a draft 1", _
            yield "not a number 2", "2"
            yield 3

        def fails():
            yield "fine 4", 4
            yield "fails 5", 1 / 0
            yield "never reached 6", 6

        def forgets_to_yield():
            return 7

        def helper(x):
            return x

        def _also_a_helper():
            return 8

        def good():
            yield "good 9", helper(9)
        """)
    wrong = {line: words for line, _, _, words in results if words}
    assert sorted(wrong) == [2, 3, 4, 8, 11]
    assert "draft" in wrong[2]
    assert "no number" in wrong[3]
    assert "ZeroDivisionError" in wrong[8]
    assert "yields nothing" in wrong[11]
    assert [words for _, words, _, mistake in results if not mistake] == ["fine 4", "good 9"]


def test_a_module_that_cannot_be_imported_says_why(module):
    with pytest.raises(quotes.SnippetError, match="ZeroDivisionError"):
        module("1 / 0")

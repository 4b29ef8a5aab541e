"""No page is more than a browser lays out at once: elements, as a phone would count them."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.site.reading import PAGES

LIMIT = 4000


class _Elements(HTMLParser):
    number = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.number += 1


def elements_in(html: str) -> int:
    """Return the number of elements in a page."""
    reader = _Elements()
    reader.feed(html)
    return reader.number


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_at_most_four_thousand_elements(name: str, site: Path) -> None:
    number = elements_in((site / name).read_text(encoding="utf-8"))
    assert number <= LIMIT


def test_elements_are_counted() -> None:
    assert elements_in('<p>a<br>b<b class="<i>">c</b><!-- <p> --></p><svg><path d=""/></svg>') == 5

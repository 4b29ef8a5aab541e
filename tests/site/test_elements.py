"""No page is more than a browser lays out at once: elements, as a phone would count them."""

from html.parser import HTMLParser
from pathlib import Path

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


def test_a_page_holds_at_most_four_thousand_elements(site: Path) -> None:
    numbers = {name: elements_in((site / name).read_text(encoding="utf-8")) for name in PAGES}
    assert {name: number for name, number in numbers.items() if number > LIMIT} == {}


def test_elements_are_counted() -> None:
    assert elements_in('<p>a<br>b<b class="<i>">c</b><!-- <p> --></p><svg><path d=""/></svg>') == 5

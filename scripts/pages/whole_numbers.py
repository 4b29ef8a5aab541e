"""Numbers that stay on one line: `9.5e-6`, which browsers break behind its hyphen, and a number with its unit."""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

_UNITS = "m/s|cm²/s|km/h|mm|cm|km|kg|ms|µs|ns|kB|MB|GB|TB|px|°C|Hz|s|m"
_NUMBER = rf"(?<![\w.])(?:\d[\d.,]*e[-−+]\d+|\d[\d.,]* (?:{_UNITS})[²³]?(?![\w/]))"


def put_in(element: etree.Element, text: str) -> None:
    """Put a text that is no Markdown into an empty element, its numbers whole."""
    begin, last = 0, None
    for number in re.finditer(_NUMBER, text):
        before = AtomicString(text[begin : number.start()])
        if last is None:
            element.text = before
        else:
            last.tail = before
        last = etree.SubElement(element, "span", {"class": "nb-short"})
        last.text, begin = AtomicString(number[0]), number.end()
    if last is None:
        element.text = text
    else:
        last.tail = AtomicString(text[begin:])


class KeepNumbersWhole(InlineProcessor):
    """Puts such a number into an element that does not break."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_NUMBER, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override] # noqa: N802
        """Return the element, and where its text was."""
        element = etree.Element("span", {"class": "nb-short"})
        element.text = AtomicString(m[0])
        return element, m.start(0), m.end(0)

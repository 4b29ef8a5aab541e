"""Numbers that stay on one line: `9.5e-6`, which browsers break behind its hyphen, and a number with its unit."""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

_UNITS = "m/s|cm²/s|km/h|mm|cm|km|kg|ms|µs|ns|kB|MB|GB|TB|px|°C|Hz|s|m"
_NUMBER = rf"(?<![\w.])(?:\d[\d.,]*e[-−+]\d+|\d[\d.,]* (?:{_UNITS})[²³]?(?![\w/]))"


class KeepNumbersWhole(InlineProcessor):
    """Puts such a number into an element that does not break."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_NUMBER, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override] # noqa: N802
        """Return the element, and where its text was."""
        element = etree.Element("span", {"class": "nb-short"})
        element.text = AtomicString(m[0])
        return element, m.start(0), m.end(0)

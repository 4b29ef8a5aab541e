"""MathML read by its grammar: what children and attributes each element may have, after MathML Core and MathML 4.

https://www.w3.org/TR/mathml-core/ and https://www.w3.org/TR/mathml4/: "3.1.3.2 Table of argument requirements".
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from html.parser import HTMLParser

# Elements whose children have each a part by their place, and how many they must have.
PLACED = {
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3,
}  # fmt: skip
ROWS = frozenset({"math", "mrow", "msqrt", "mtd", "mphantom", "menclose"})
TOKENS = frozenset({"mi", "mn", "mo", "mtext"})
CHILDREN = {"mtable": "mtr", "mtr": "mtd"}
# What an attribute may say, by element; only what changes the meaning is left in.
ATTRIBUTES = {
    "math": {"aria-label": r".+"},
    "mi": {"mathvariant": r"normal|bold|bold-italic|double-struck|sans-serif|script"},
    "mn": {"mathvariant": r"bold|bold-italic|normal"},
    "mfrac": {"linethickness": r"0px"},
    "mover": {"accent": r"true"},
    "munder": {"accentunder": r"true"},
    "menclose": {"notation": r"box|updiagonalstrike|top|bottom"},
    "mtable": {"columnlines": r"(none|solid|dashed)( (none|solid|dashed))*"},
}  # fmt: skip


def troubles(math: etree.Element) -> list[str]:
    """Return what in `math` is against the grammar, each with the element it is in."""
    return [f"{what} in {etree.tostring(element, 'unicode')}" for element in math.iter() for what in _wrong(element)]


def _wrong(element: etree.Element) -> Iterator[str]:
    tag, kinds = element.tag, {child.tag for child in element}
    if tag in PLACED:
        if len(element) != PLACED[tag]:
            yield f"{len(element)} children instead of {PLACED[tag]}"
    elif tag in TOKENS:
        if kinds or not (element.text or "").strip():
            yield "no text, or more than text"
    elif tag in CHILDREN:
        if kinds != {CHILDREN[tag]}:
            yield f"children other than {CHILDREN[tag]}"
    elif tag not in ROWS:
        yield "an unknown element"
    if (tag not in TOKENS and (element.text or "").strip()) or any((child.tail or "").strip() for child in element):
        yield "text outside of a token"
    if "math" in kinds:
        yield "a formula in a formula"
    for name, value in element.attrib.items():
        if not re.fullmatch(ATTRIBUTES.get(tag, {}).get(name, "(?!)"), value):
            yield f'{name}="{value}"'


def parts(math: etree.Element) -> list[tuple[str, list[str]]]:
    """Return what stands where: each element that gives its children a place, in order, with the text of each."""
    return [
        (element.tag, ["".join("".join(child.itertext()).split()) for child in element])
        for element in math.iter()
        if element.tag in PLACED or element.tag in CHILDREN or element.tag == "msqrt"
    ]


def formulas_in(html: str) -> list[etree.Element]:
    """Return the formulas in a page, in order."""
    reader = _Formulas()
    reader.feed(html)
    return reader.found


class _Formulas(HTMLParser):
    """Reads the `math` elements of a page as trees. In them each element that is opened is closed, too."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[etree.Element] = []
        self._builder: etree.TreeBuilder | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "math":
            self._builder = etree.TreeBuilder()
        if self._builder is not None:
            self._builder.start(tag, {name: value or "" for name, value in attrs})

    def handle_data(self, data: str) -> None:
        if self._builder is not None:
            self._builder.data(data)

    def handle_endtag(self, tag: str) -> None:
        if self._builder is not None:
            ended = self._builder.end(tag)
            assert ended.tag == tag, f"<{ended.tag}> is closed as </{tag}>"
            if tag == "math":
                self.found.append(self._builder.close())
                self._builder = None

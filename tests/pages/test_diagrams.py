"""A fence of Mermaid becomes a figure of its page, or a mistake with its text."""

import xml.etree.ElementTree as etree
from types import SimpleNamespace

from scripts.pages.diagrams import fence

SVG = "{http://www.w3.org/2000/svg}"
FLOW = "flowchart LR\n  accTitle: From a function to its slope\n  accDescr: It is differentiated.\n  A --> B\n"


class Context:
    """What the fence knows of a page, with what it reports."""

    def __init__(self) -> None:
        self.reported: list[tuple[str, str, str]] = []
        self.number = 0

    def next_diagram(self) -> int:
        self.number += 1
        return self.number

    def report(self, text: str, what: str, remedy: str) -> None:
        self.reported.append((text, what, remedy))


def test_a_fence_becomes_a_figure_that_the_keyboard_reaches() -> None:
    page = SimpleNamespace(nabla=Context())
    first, second = (fence(FLOW, "mermaid", "mermaid", {}, page) for _ in range(2))
    figure = etree.fromstring(first.replace("data-search-exclude>", 'data-search-exclude="">'))
    assert figure.tag == "figure"
    assert figure.attrib == {"class": "nb-diagram", "tabindex": "0", "data-search-exclude": ""}
    assert [child.tag for child in figure] == [f"{SVG}svg"]
    assert 'id="diagram-1-' in first
    assert 'id="diagram-2-' in second
    assert not page.nabla.reported


def test_a_fence_with_a_mistake_is_reported_and_left_out() -> None:
    page = SimpleNamespace(nabla=Context())
    source = "flowchart LR\n  accTitle: A loop\n  A --> B\n"
    assert fence(source, "mermaid", "mermaid", {}, page) == ""
    [(text, what, remedy)] = page.nabla.reported
    assert text == source
    assert "accDescr" in what
    assert "what it shows" in what
    assert "accTitle: and accDescr:" in remedy

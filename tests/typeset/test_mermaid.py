"""Diagrams become the page's own: named for who does not see them, with ids and looks of the page."""

import re
import xml.etree.ElementTree as etree

import pytest

from scripts.typeset.mermaid import MermaidError, render

SVG = "{http://www.w3.org/2000/svg}"
NAMED = "  accTitle: From a function to its slope\n  accDescr: A function becomes its derivative.\n"
FLOW = f'flowchart LR\n{NAMED}  A[function] -->|"at x"| B([slope]):::good\n  B -.-> C:::muted\n'


def drawn(source: str = FLOW, uid: str = "diagram-1") -> etree.Element:
    """Return the diagram as a tree, which also says that it is well-formed."""
    return etree.fromstring(render(source, uid))


@pytest.mark.parametrize("line", NAMED.splitlines())
def test_a_diagram_must_say_its_title_and_what_it_shows(line: str) -> None:
    for missing in (
        FLOW.replace(f"{line}\n", ""),
        FLOW.replace(line, line.split(":")[0] + ":   "),
        FLOW.replace(line, line.split(":")[0] + " { }"),
    ):
        with pytest.raises(MermaidError, match=line.split(":")[0].strip()):
            render(missing, "diagram-1")


def test_a_description_may_have_several_lines() -> None:
    several = FLOW.replace(
        "accDescr: A function becomes its derivative.", "accDescr {\n  A function\n  becomes more.\n  }"
    )
    description = drawn(several).find(f"{SVG}desc")
    assert description is not None
    assert " ".join((description.text or "").split()) == "A function becomes more."


def test_words_within_a_label_are_no_title() -> None:
    with pytest.raises(MermaidError, match="accTitle"):
        render('flowchart LR\n  accDescr: It.\n  A["accTitle: x"] --> B\n', "diagram-1")


def test_syntax_that_mermaid_does_not_know_is_its_own_error() -> None:
    with pytest.raises(MermaidError) as caught:
        render(f"flowchart LR\n{NAMED}  A --> --> B[\n", "diagram-1")
    assert str(caught.value).strip()


def test_who_does_not_see_it_is_told_title_and_description() -> None:
    svg = drawn()
    labels = {element.get("id"): element.text for element in svg if element.tag in (f"{SVG}title", f"{SVG}desc")}
    assert labels[svg.get("aria-labelledby")] == "From a function to its slope"
    assert labels[svg.get("aria-describedby")] == "A function becomes its derivative."


def test_two_diagrams_share_no_id_and_each_points_to_its_own() -> None:
    ids = []
    for uid in ("diagram-1", "diagram-2"):
        text = render(FLOW, uid)
        own = re.findall(r'(?<![\w-])id="([^"]+)"', text)
        assert own
        assert all(name.startswith(f"{uid}-") for name in own)
        assert len(set(own)) == len(own)
        pointed_to = re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"|aria-\w+by="([^"]+)"', text)
        assert {name for names in pointed_to for name in names if name} <= set(own)
        ids += own
    assert len(set(ids)) == len(ids)


def test_it_has_no_look_of_its_own_but_where_things_are() -> None:
    text = render(FLOW, "diagram-1")
    for look in ("style=", "<style", "font-family", "filter", "Gradient", 'fill="#333"', "data-look"):
        assert look not in text
    svg = drawn()
    kinds = {name for element in svg.iter() for name in element.get("class", "").split()}
    assert {"good", "muted", "node", "edge-pattern-dotted", "label-container"} <= kinds


def test_it_has_its_natural_size() -> None:
    svg = drawn()
    _, _, width, height = map(float, svg.get("viewBox", "").split())
    assert (int(svg.get("width", "")), int(svg.get("height", ""))) == pytest.approx((width, height), abs=0.505)
    assert width > height > 40


@pytest.mark.parametrize("source", ["FLOW", "sequence", "states"])
def test_nothing_is_left_over(source: str) -> None:
    others = {
        "FLOW": FLOW,
        "sequence": f"sequenceDiagram\n{NAMED}  Reader->>Page: Why?\n",
        "states": f"stateDiagram-v2\n{NAMED}  [*] --> New\n  New --> [*]\n",
    }
    worded = {f"{SVG}{name}" for name in ("text", "tspan", "title", "desc")}
    for element in drawn(others[source]).iter():
        assert element.tag in worded or not (element.text or "").strip(), element.text
        assert not (element.tail or "").strip(), element.tail
        assert element.tag not in (f"{SVG}g", f"{SVG}defs", f"{SVG}style") or len(element), element.attrib


def texts(svg: etree.Element) -> dict[str, etree.Element]:
    """Return the labels of a diagram by their words."""
    return {"".join(text.itertext()): text for text in svg.iter(f"{SVG}text")}


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (FLOW, {"function", "slope", "at x"}),
        (f"sequenceDiagram\n{NAMED}  Reader->>Page: Why?\n", {"Reader", "Page", "Why?"}),
        (f"stateDiagram-v2\n{NAMED}  New --> Known: answered\n", {"New", "Known", "answered"}),
    ],
    ids=["flowchart", "sequence", "states"],
)
def test_every_label_stands_around_its_middle(source: str, words: set[str]) -> None:
    labels = texts(drawn(source))
    assert words <= labels.keys()
    for label in labels.values():
        assert label.get("text-anchor") == "middle"
        assert "fill" not in label.attrib


def test_a_label_stands_in_its_box() -> None:
    svg = drawn(f"sequenceDiagram\n{NAMED}  Reader->>Page: Why?\n")
    boxes = {box.get("name"): box for box in svg.iter(f"{SVG}rect") if box.get("name")}
    for name in ("Reader", "Page"):
        middle = float(boxes[name].get("x", "")) + float(boxes[name].get("width", "")) / 2
        assert float(texts(svg)[name].get("x", "")) == pytest.approx(middle)


def test_a_shape_drawn_by_hand_is_drawn_once() -> None:
    [outline] = [group for group in drawn().iter(f"{SVG}g") if "outer-path" in group.get("class", "").split()]
    assert [element.tag for element in outline] == [f"{SVG}path"]


def test_places_are_written_to_a_hundredth_of_a_pixel() -> None:
    numbers = [
        number
        for element in drawn().iter()
        for name in ("d", "x", "y", "width", "height", "points", "transform")
        for number in re.findall(r"\d+\.(\d+)", element.get(name, ""))
    ]
    assert numbers
    assert max(map(len, numbers)) == 2


def test_heads_of_arrows_that_no_edge_has_are_left_out() -> None:
    for source in (FLOW, f"sequenceDiagram\n{NAMED}  Reader->>Page: Why?\n"):
        svg = drawn(source)
        text = render(source, "diagram-1")
        kept = [element.get("id", "") for element in svg.iter() if element.tag in (f"{SVG}marker", f"{SVG}symbol")]
        assert kept
        assert all(f"url(#{name})" in text for name in kept)


def test_the_classes_of_the_course_are_known_without_being_defined() -> None:
    for name in ("accent", "good", "bad", "muted"):
        svg = drawn(f"flowchart LR\n{NAMED}  A:::{name} --> B\n")
        assert any(name in element.get("class", "").split() for element in svg.iter())
    assert "inherit" not in render(FLOW, "diagram-1")

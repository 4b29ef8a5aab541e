"""Controls: what they read from an address, what they set, and what they show."""

import math
from typing import Any

import pytest

from tests.explorables.javascript import evaluate

LOG = "module.slider('h', { label: 'h', min: 1e-6, max: 2, log: true, start: 1 })"
STOPS = "module.slider('k', { label: 'k', stops: [1, 2, 5, 10], start: 2 })"
PLAIN = "module.slider('x', { label: 'x', min: -2, max: 2, step: 0.05, start: 1, format: (x) => `${x} m` })"
MARKED = "module.slider('x', { label: 'x', min: 0, max: 4, start: 1, mark: ({ limit }) => limit })"
CHOICE = (
    "module.choice('side', { label: 'side', options: { left: 'to the left', right: 'to the right' }, start: 'left' })"
)
TYPED = """module.typed('f', { label: 'f', suggestions: ['x', 'x^2'], start: 'x',
  parse(text) { if (text === '?') throw new Error('I cannot read that.'); } })"""


def of(control: str, steps: str) -> Any:
    """Return what `steps` return; they know the `field`, its `element` and `show`, and `heard`, what it has set."""
    program = f"""(() => {{
      page.open();
      const heard = [];
      const field = {control};
      const {{ element, show }} = field.build((some) => heard.push(some));
      const [name, control, ...rest] = element.children;
      {steps}
    }})()"""
    return evaluate("controls", program, folder="explorable")[0]


@pytest.mark.parametrize(
    ("control", "texts", "values"),
    [
        (LOG, ["0.01", "7", "0", "-1", "", " ", "much", "1e999", "NaN"], [0.01, 2, 1e-6, 1e-6, *[None] * 5]),
        (STOPS, ["5", "11", "0.1", "x"], [5, 10, 1, None]),
        (CHOICE, ["left", "up", ""], ["left", None, None]),
        (TYPED, ["x^3", "?"], ["x^3", None]),
    ],
)
def test_what_an_address_holds_is_read_or_refused(control: str, texts: list[str], values: list[Any]) -> None:
    assert of(control, f"return {texts}.map((text) => field.read(text) ?? null)") == values


def test_equal_ways_of_a_logarithmic_slider_are_equal_factors() -> None:
    places = [-6, -4, -2, 0, math.log10(2)]
    heard = of(LOG, f"for (const place of {places}) page.enter(control, String(place)); return heard")
    assert [some["h"] for some in heard] == [1e-6, 1e-4, 1e-2, 1, 2]
    narrow = LOG.replace("max: 2", "max: 1.996")
    assert of(narrow, "for (const place of [-2.3456, Math.log10(1.996)]) page.enter(control, place); return heard") == [
        {"h": 0.00451},
        {"h": 1.996},
    ]
    assert of(LOG, "show(0.01); return [control.value, control.attributes.min]") == [-2, "-6"]


def test_a_slider_with_stops_goes_from_one_to_the_next() -> None:
    heard = of(STOPS, "for (const place of ['0', '3', '1']) page.enter(control, place); return heard")
    assert heard == [{"k": 1}, {"k": 10}, {"k": 2}]
    assert of(STOPS, "show(4.9); return [control.value, control.attributes.max, control.attributes.step]") == [
        2,
        "3",
        "1",
    ]


def test_a_point_moves_along_a_slider_by_its_steps_and_not_beyond() -> None:
    moved = "return [1, -10, Infinity, -Infinity].map((steps) => field.axis.moved(1, steps))"
    assert of(PLAIN, moved) == [1.05, 0.5, 2, -2]
    assert of(STOPS, moved) == [2, 1, 10, 1]
    assert of(LOG, moved)[2:] == [2, 1e-6]
    assert of(PLAIN.replace("label: 'x'", "label: 'place <i>x</i>'"), "return field.axis.label") == "place x"


def test_a_slider_says_its_value_beside_it_and_aloud() -> None:
    steps = "show(0.5); return [rest[0].textContent, control.attributes['aria-valuetext']]"
    assert of(PLAIN, steps) == ["0.5 m", "0.5 m"]
    assert of(PLAIN, "return name.attributes.for === control.id && control.id !== undefined") is True


@pytest.mark.parametrize(("limit", "part"), [("1", 0.25), ("4", 1), ("5", None), ("null", None)])
def test_a_mark_is_shown_where_it_lies_on_the_slider(limit: str, part: float | None) -> None:
    flag = "control.children[1]"
    hidden, where = of(MARKED, f"show(1, {{ limit: {limit} }}); return [{flag}.hidden, {flag}.style['--nb-part']]")
    assert hidden == (part is None)
    assert hidden or where == part


def test_a_choice_is_set_and_shown() -> None:
    assert of(CHOICE, "page.enter(control, 'right'); return heard") == [{"side": "right"}]
    assert of(CHOICE, "show('right'); return control.value") == "right"


def test_a_text_that_cannot_be_read_is_complained_of_and_not_taken_over() -> None:
    says = "return [heard, rest[1].textContent, control.attributes['aria-invalid']]"
    assert of(TYPED, f"page.enter(control, '?'); {says}") == [[], "I cannot read that.", "true"]
    assert of(TYPED, f"page.enter(control, '?'); page.enter(control, 'x^2'); {says}") == [[{"f": "x^2"}], "", "false"]


def test_what_is_being_typed_is_not_replaced() -> None:
    shown = "show('x'); return control.value"
    assert of(TYPED, f"control.value = 'x +'; {shown}") == "x"
    assert of(TYPED, f"control.value = 'x +'; document.activeElement = control; {shown}") == "x +"

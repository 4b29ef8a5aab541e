"""The state of an explorable: what the address holds, and what it does not."""

from typing import Any

from tests.explorables.javascript import evaluate

FIELDS = """[
  { name: "h", start: 1, read: (text) => (Number.isNaN(Number(text)) ? undefined : Number(text)) },
  { name: "side", start: "right", read: (text) => (["left", "right"].includes(text) ? text : undefined) },
]"""


def after(steps: str, query: str = "") -> Any:
    """Return what `steps` return, at a page with this query; they know the `state`, and `told`, what it has told."""
    program = f"""(() => {{
      page.open("https://example.org/topic/{query}");
      const told = [];
      const state = module.keepState("one", {FIELDS}, () => told.push({{ ...state.values }}));
      {steps}
    }})()"""
    return evaluate("state", program, folder="explorable")[0]


def test_it_begins_with_what_the_address_holds_of_it() -> None:
    assert after("return state.values") == {"h": 1, "side": "right"}
    assert after("return state.values", "?one.h=0.5&two.h=7&h=3&one.side=left") == {"h": 0.5, "side": "left"}


def test_what_a_field_cannot_read_is_left_aside() -> None:
    assert after("return state.values", "?one.h=much&one.side=up&one.none=1") == {"h": 1, "side": "right"}


def test_each_change_is_told_once_and_none_if_nothing_changes() -> None:
    told = after("state.set({ h: 2 }); state.set({ h: 2 }); state.set({ h: 2, side: 'left' }); return told")
    assert told == [{"h": 2, "side": "right"}, {"h": 2, "side": "left"}]


def test_the_address_follows_when_the_changes_pause() -> None:
    steps = "state.set({ h: 2 }); page.wait(299); state.set({ h: 3 }); page.wait(299); "
    assert after(steps + "return location.href") == "https://example.org/topic/"
    assert after(steps + "page.wait(1); return location.href") == "https://example.org/topic/?one.h=3"


def test_the_address_keeps_what_is_not_of_this_explorable() -> None:
    found = after("state.set({ h: 1 }); page.wait(300); return location.href", "?two.h=7&one.h=2#fold")
    assert found == "https://example.org/topic/?two.h=7#fold"


def test_a_link_leads_to_the_explorable_with_numbers_to_six_digits() -> None:
    found = after("state.set({ h: 2 / 3 }); return state.address().href", "?two.h=7#fold")
    assert found == "https://example.org/topic/?two.h=7&one.h=0.666667#one"


def test_reset_brings_all_values_back_and_empties_the_address() -> None:
    steps = "state.reset(); page.wait(300); return [state.values, location.search, told.length]"
    assert after(steps, "?one.h=2&one.side=left") == [{"h": 1, "side": "right"}, "", 1]

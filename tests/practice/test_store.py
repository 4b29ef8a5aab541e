"""The state of the exercises of a page: what is told of it, and what the browser keeps."""

from typing import Any

from tests.explorables.javascript import evaluate

PLACE = "nabla.practice.1."


def after(steps: str) -> Any:
    """Return what `steps` return; they know the `store` of two exercises, and `reopened()`, that of the next visit."""
    program = f"""(() => {{
      page.open();
      const reopened = () => module.createStore(["one", "two"]);
      const store = reopened();
      {steps}
    }})()"""
    return evaluate("store", program, folder="practice")[0]


def test_an_exercise_begins_untried_and_resting() -> None:
    state = after("return store.get('one')")
    assert state["phase"] == "resting"
    assert not any(value for name, value in state.items() if name != "phase")


def test_each_change_is_told_with_the_state_before() -> None:
    steps = """const told = [];
      store.subscribe((id, { phase }, before) => told.push([id, phase, before.phase]));
      store.update("two", { phase: "loading" });
      store.update("two", { phase: "running" });
      return [told, store.get("one").phase];"""
    assert after(steps) == [[["two", "loading", "resting"], ["two", "running", "loading"]], "resting"]


def test_work_and_success_are_there_at_the_next_visit_and_nothing_else() -> None:
    steps = """store.update("one", { code: "return 1", solved: true, phase: "running", notice: "Stopped." });
      const { code, solved, tried, phase, notice } = reopened().get("one");
      return [code, solved, tried, phase, notice, reopened().get("two").code];"""
    assert after(steps) == ["return 1", True, False, "resting", "", ""]


def test_what_passes_by_is_not_written() -> None:
    steps = f"store.update('one', {{ code: 'x' }}); localStorage.removeItem('{PLACE}one');"
    steps += "store.update('one', { phase: 'running', result: { passed: true } }); return localStorage.names"
    assert after(steps) == []


def test_what_is_empty_again_takes_no_room() -> None:
    steps = "store.update('one', { code: 'x' }); const kept = localStorage.names; store.update('one', { code: '' });"
    assert after(f"{steps} return [kept, localStorage.names]") == [[f"{PLACE}one"], []]


def test_a_full_storage_loses_nothing_before_the_page_is_left() -> None:
    assert after("localStorage.isFull = true; store.update('one', { code: 'x' }); return store.get('one').code") == "x"


def test_what_somebody_else_wrote_does_no_harm() -> None:
    for text in ("'{'", "'null'", "'7'"):
        assert after(f"localStorage.setItem('{PLACE}one', {text}); return reopened().get('one').code") == ""

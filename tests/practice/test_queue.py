"""One Python for the page: checks wait for each other, and one that does not end is ended."""

from typing import Any

import pytest

from tests.explorables.javascript import evaluate

READY = '{ kind: "ready" }'
RIGHT = '{ kind: "result", result: { passed: true }, heavy: false }'
ABSENT = '{ kind: "absent", message: "the server answers 404" }'
BROKEN = '{ kind: "broken", message: "Maximum call stack size exceeded" }'


def after(steps: str) -> Any:
    """Return what `steps` return.

    They know the `queue`, its `workers` so far, `told`, the phases of each check, `results`, and `check(id)`, which
    begins a check of five seconds.
    """
    program = f"""(async () => {{
      page.open();
      const [workers, told, results] = [[], {{}}, {{}}];
      const queue = new module.PythonQueue(() => {{
        workers.push(new page.Worker());
        return workers.at(-1);
      }});
      const check = (id) => {{
        told[id] = [];
        const tell = (phase, progress) => told[id].push(progress ? `${{phase}} ${{progress.loaded}}` : phase);
        const given = {{ id, exercise: `exercise ${{id}}`, code: `code ${{id}}`, seconds: 5, tell }};
        queue.check(given).then((result) => {{
          results[id] = result;
        }});
      }};
      const say = async (data) => {{
        workers.at(-1).say(data);
        await null;
      }};
      {steps}
    }})()"""
    return evaluate("queue", program, folder="practice")[0]


def test_no_python_is_fetched_before_the_first_check() -> None:
    assert after("const before = workers.length; check('a'); check('b'); return [before, workers.length]") == [0, 1]


def test_a_check_hears_what_happens_and_python_what_to_check() -> None:
    steps = (
        f"check('a'); say({{ kind: 'progress', loaded: 7, total: 9 }}); say({READY}); const heard = workers[0].heard;"
    )
    told, heard, results = after(f"{steps} await say({RIGHT}); return [told.a, heard, results]")
    assert told == ["waiting", "loading", "loading 7", "running"]
    assert heard == [{"exercise": "exercise a", "code": "code a"}]
    assert results == {"a": {"passed": True}}


def test_checks_wait_for_each_other_in_their_order() -> None:
    begin = f"for (const id of ['a', 'b', 'c']) check(id); say({READY}); const codes = () => workers[0].heard.length;"
    assert after(f"{begin} return [codes(), told.b, told.c]") == [1, ["waiting"], ["waiting"]]
    assert after(f"{begin} await say({RIGHT}); return [codes(), told.b, told.c]") == [
        2,
        ["waiting", "running"],
        ["waiting"],
    ]
    steps = f"{begin} for (const _ of told.a) await say({RIGHT}); return [Object.keys(results), workers.length]"
    assert after(steps) == [["a", "b", "c"], 1]


def test_what_does_not_end_is_ended_and_the_next_check_has_a_new_python() -> None:
    begin = f"check('a'); check('b'); page.wait(60000); say({READY});"
    assert after(f"{begin} page.wait(4999); await null; return [results, workers[0].isEnded]") == [{}, False]
    steps = f"{begin} page.wait(5000); await null; return [results.a, workers.map((one) => one.isEnded), told.b]"
    result, ended, told = after(steps)
    assert "5 seconds" in result["error"]["message"]
    assert not result["passed"]
    assert ended == [True, False]
    assert told == ["waiting", "loading"]


def test_a_check_that_came_to_its_end_is_not_ended_later() -> None:
    steps = f"check('a'); say({READY}); page.wait(4000); await say({RIGHT}); check('b'); page.wait(4000); await null;"
    assert after(f"{steps} return [workers[0].isEnded, results.b ?? null]") == [False, None]


def test_stopping_the_one_that_runs_ends_python() -> None:
    steps = f"check('a'); check('b'); say({READY}); queue.stop('a'); await null;"
    assert after(f"{steps} return [results, workers.map((one) => one.isEnded)]") == [{"a": None}, [True, False]]


def test_stopping_one_that_waits_leaves_the_others_alone() -> None:
    steps = f"for (const id of ['a', 'b', 'c']) check(id); say({READY}); queue.stop('b'); await null;"
    assert after(f"{steps} return [results, workers.length, workers[0].isEnded]") == [{"b": None}, 1, False]
    steps += f"await say({RIGHT}); return workers[0].heard.at(-1).code"
    assert after(steps) == "code c"


def test_after_a_check_that_took_much_memory_python_begins_anew() -> None:
    heavy = RIGHT.replace("false", "true")
    steps = f"check('a'); say({READY}); await say({heavy}); check('b');"
    assert after(f"{steps} return [results.a, workers.map((one) => one.isEnded)]") == [{"passed": True}, [True, False]]


@pytest.mark.parametrize(
    ("before", "message", "words"),
    [("", ABSENT, "could not be loaded (the server answers 404)"), (f"say({READY});", BROKEN, "keeps calling itself")],
)
def test_python_that_is_lost_is_told_in_words_and_had_anew(before: str, message: str, words: str) -> None:
    steps = f"check('a'); {before} await say({message}); check('b'); return [results.a.error.message, workers.length]"
    found, workers = after(steps)
    assert words in found
    assert workers == 2


def test_what_an_ended_python_says_is_not_heard() -> None:
    late = f"check('a'); say({READY}); queue.stop('a'); check('b'); workers[0].say({RIGHT}); await null;"
    assert after(f"{late} return [results, told.b]") == [{"a": None}, ["waiting", "loading"]]

"""The bridge to JavaScript: one Node, started when it is needed, gone when the program is, and clear when it fails."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from scripts.foundation.installed import SET_UP, NotInstalledError
from scripts.foundation.paths import FRONTEND, ROOT
from scripts.typeset import node
from scripts.typeset.node import Node, NodeError
from tests.processes import is_gone

ECHO = """
export const echo = (...given) => given;
export const process_ = () => process.pid;
export const nothing = () => {};
export const fail = () => { throw new TypeError("it fails"); };
export const chat = () => { console.log('{"value": "not the answer"}'); return "the answer"; };
export const end = () => { console.error("Error: the end"); process.exit(3); };
"""


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the bridge's program with a module of functions that tests call, and one that is not whole."""
    folder = tmp_path_factory.mktemp("bridge")
    shutil.copy(FRONTEND / "bridge" / "main.js", folder / "main.mjs")
    text = (folder / "main.mjs").read_text(encoding="utf-8").replace("${module}.js", "${module}.mjs")
    (folder / "main.mjs").write_text(text, encoding="utf-8")
    (folder / "test.mjs").write_text(ECHO, encoding="utf-8")
    (folder / "broken.mjs").write_text('import "no-such-package";', encoding="utf-8")
    return folder


@pytest.fixture
def own(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Node]:
    """Yield a Node of the test's own."""
    monkeypatch.setattr(node, "_MAIN", bridge / "main.mjs")
    made = Node()
    yield made
    made._end()


def test_what_goes_in_comes_out(own: Node) -> None:
    given = ["∇ü\u2028\n\r𝒳", 1.5, None, {"a": [True, ""]}]
    assert own.ask("test.echo", *given) == given
    assert own.ask("test.nothing") is None


def test_one_process_answers_all(own: Node) -> None:
    assert own._process is None, "started before it is asked"
    assert own.ask("test.process_") == own.ask("test.process_")


def test_what_a_function_prints_is_not_its_answer(own: Node) -> None:
    assert own.ask("test.chat") == "the answer"
    assert own.ask("test.echo", 1) == [1]


def test_what_a_function_throws_is_an_error_and_the_next_is_answered(own: Node) -> None:
    with pytest.raises(NodeError, match=r"test\.fail: TypeError: it fails"):
        own.ask("test.fail")
    assert own.ask("test.echo", 2) == [2]


def test_a_package_that_is_missing_is_named_with_the_remedy(own: Node) -> None:
    with pytest.raises(NotInstalledError, match="no-such-package") as caught:
        own.ask("broken.anything")
    assert SET_UP in str(caught.value)


def test_a_node_that_ends_says_why_with_the_remedy_and_another_takes_its_place(own: Node) -> None:
    first = own.ask("test.process_")
    with pytest.raises(NotInstalledError, match=r"Node ended \(Error: the end\)") as caught:
        own.ask("test.end")
    assert SET_UP in str(caught.value)
    assert own.ask("test.process_") != first


def test_a_node_that_was_killed_is_the_same_error(own: Node) -> None:
    psutil.Process(own.ask("test.process_")).kill()
    with pytest.raises(NotInstalledError, match="Node ended"):
        own.ask("test.echo", "x" * 1_000_000)


def test_without_packages_or_program_the_error_is_the_same(
    own: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(node, "_MAIN", tmp_path / "none.js")
    with pytest.raises(NotInstalledError, match="Cannot find module"):
        own.ask("test.echo")
    monkeypatch.setattr(node, "NODE_MODULES", tmp_path / "none")
    with pytest.raises(NotInstalledError, match="all of frontend/node_modules"):
        own.ask("test.echo")


def test_questions_from_several_threads_get_their_own_answers(own: Node) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda n: own.ask("test.echo", n), range(200))) == [[n] for n in range(200)]


def test_an_interrupt_leaves_no_answer_for_the_next_question(own: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    first = own.ask("test.process_")

    def interrupted(self: Node, question: object) -> object:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"module": "test", "name": "echo", "given": ["late"]}).encode() + b"\n")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Node, "_answer", interrupted)
        with pytest.raises(KeyboardInterrupt):
            own.ask("test.echo", "late")
    assert own.ask("test.echo", "next") == ["next"]
    assert is_gone(first)


@pytest.mark.parametrize("end", ["pass", "raise SystemExit(3)", f"os.kill(os.getpid(), {int(signal.SIGTERM)})", "hang"])
def test_node_ends_with_the_program_however_that_ends(end: str, bridge: Path) -> None:
    program = f"""
import os, sys, time
from pathlib import Path
from scripts.typeset import node
node._MAIN = Path({str(bridge / "main.mjs")!r})
print(node.ask("test.process_"), node.ask("test.echo", "∇")[0] == "∇", flush=True)
{"time.sleep(60)" if end == "hang" else end}
"""
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with subprocess.Popen(
        [sys.executable, "-X", "dev", "-c", program.replace("∇", r"\u2207")],
        stdout=subprocess.PIPE,
        env=settings,
        encoding="utf-8",
    ) as running:
        assert running.stdout is not None
        pid, same = running.stdout.readline().split()
        if end == "hang":
            running.kill()
    assert same == "True"
    assert is_gone(int(pid))

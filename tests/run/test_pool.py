"""Jobs run apart: within limits of time, memory and output, and whatever they do, alone."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts.run import apart, pool
from scripts.run.apart import SnippetError
from scripts.run.pool import run_apart
from tests.processes import is_gone
from tests.run.jobs import MB, fill_the_disk_and_say, obey, raise_system_exit

# Windows has neither forks nor signals nor sessions; there a job's time, memory and output are limited all the same.
posix = pytest.mark.skipif(sys.platform == "win32", reason="forks, signals or sessions, which Windows has not")


def word(job: tuple, **limits) -> str:
    """Return the words by which a job fails, run between two that do not."""
    first, failed, last = run_apart(obey, [("double", 1), job, ("double", 2)], **limits)
    assert (first, last) == (2, 4), "one job took another with it"
    assert isinstance(failed, SnippetError), failed
    return str(failed)


def test_results_come_in_the_order_of_the_jobs() -> None:
    assert run_apart(obey, [("double", number) for number in range(20)]) == list(range(0, 40, 2))
    assert run_apart(obey, []) == []


@posix
@pytest.mark.parametrize("name", ["sleep", "loop", "loop_and_catch_all", "ignore_signals", "fork_for_ever"])
def test_a_job_that_does_not_end_is_ended(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "is_snippet", lambda path, _: path.parent == Path(__file__).parent)
    started = time.monotonic()
    words = word((name, 1000), seconds=0.5)
    assert time.monotonic() - started < 30
    assert "it ran for more than 0.5 seconds" in words or "it started more than 50 processes" in words
    if name != "fork_for_ever":
        assert "jobs.py:" in words, "the place is not named"


@posix
@pytest.mark.parametrize(("name", "place"), [("eat", " at tests/run/jobs.py:"), ("eat_at_once", "")])
def test_a_job_that_eats_memory_is_ended(name: str, place: str) -> None:
    assert word((name, None), memory=300 * MB).startswith(f"it took more than 0.3 GB of memory{place}")


def test_what_its_children_eat_counts_too() -> None:
    assert word(("let_children_eat", None), memory=300 * MB).startswith("it took more than 0.3 GB of memory")


def test_a_job_that_prints_for_ever_is_ended(capfd: pytest.CaptureFixture[str]) -> None:
    assert word(("print_for_ever", None)) == "it printed more than 100,000 characters"
    assert "more than 0.5 seconds" in word(("write_for_ever", None), seconds=0.5)
    assert len("".join(capfd.readouterr())) < 300_000


def test_a_job_that_fills_the_disk_is_ended(tmp_path: Path) -> None:
    file = tmp_path / "full"
    (words,) = run_apart(fill_the_disk_and_say, [str(file)])
    assert words.startswith("OSError: [Errno 27] File too large")
    assert file.stat().st_size == apart.WRITTEN
    file.unlink()


def test_what_a_job_prints_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    run_apart(print, ["a word"])
    assert capsys.readouterr().err == "a word\n"


@posix
@pytest.mark.parametrize(
    ("job", "how"),
    [
        (("end_python", 3), " (exit code 3)"),
        (("end_python", 0), ""),
        (("end_by_signal", None), " (SIGSEGV)"),
        (("fork_and_end_python", "pid"), ""),
    ],
)
def test_a_job_that_ends_its_process_takes_no_other_with_it(job: tuple, how: str, tmp_path) -> None:
    name, argument = job
    child = tmp_path / "pid"
    words = word((name, str(child) if argument == "pid" else argument))
    assert words == f"it ended the Python process that ran it{how}"
    if argument == "pid":
        assert is_gone(int(child.read_text()))


def test_a_job_that_cuts_its_way_back_is_ended() -> None:
    assert "it ended the Python process" in word(("close_all", None), seconds=0.5)


@posix
@pytest.mark.parametrize(
    "name", ["leave_a_child", "leave_a_child_of_its_own_session", "leave_an_orphan", "fork_and_hang"]
)
def test_what_a_job_starts_ends_with_it(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pid"
    run_apart(obey, [(name, str(file))], seconds=0.5)
    assert is_gone(int(file.read_text()))


@posix
def test_a_copy_that_comes_back_from_a_job_is_not_heard() -> None:
    assert run_apart(obey, [("return_twice", None), ("double", 4)]) == [os.getpid(), 8]


@posix
@pytest.mark.parametrize("name", ["start_a_thread", "set_an_alarm"])
def test_what_a_job_leaves_running_does_not_meet_the_next(name: str, monkeypatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    results = run_apart(obey, [(name, None), ("work", 0.5), ("double", 3)], seconds=20)
    assert results == [None, None, 6]


@pytest.mark.parametrize("name", ["go_elsewhere", "compute_with_few_digits", "shallow"])
def test_what_a_job_sets_does_not_meet_the_next(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    before, _, after = run_apart(obey, [("surroundings", None), (name, None), ("surroundings", None)])
    assert before == after


def test_a_process_serves_several_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert len(set(run_apart(obey, [("process", None)] * 3))) == 1


@posix
@pytest.mark.parametrize("name", ["start_a_thread", "leave_a_child"])
def test_a_process_in_which_a_job_left_something_serves_no_other(name: str, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    first, _, last = run_apart(obey, [("process", None), (name, str(tmp_path / "pid")), ("process", None)])
    assert first != last


def test_a_mistake_of_ours_is_no_snippet_s() -> None:
    with pytest.raises(KeyError):
        run_apart(obey, [("nothing", None)])
    with pytest.raises(RuntimeError, match="SystemExit"):
        run_apart(obey, [("raise_system_exit", None)])
    with pytest.raises(RuntimeError, match="loop"):
        run_apart(obey, [("return_what_cannot_be_sent", None)])


@posix
def test_jobs_end_with_the_build_that_runs_them(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    script = f"""if __name__ == "__main__":
    from tests.run.jobs import obey
    from scripts.run.pool import run_apart
    run_apart(obey, [("fork_and_hang", {str(file)!r})])
"""
    (tmp_path / "build.py").write_text(script)
    build = subprocess.Popen([sys.executable, tmp_path / "build.py"], env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    while not (file.is_file() and file.read_text()):
        assert build.poll() is None
        time.sleep(0.05)
    build.kill()
    build.wait()
    assert is_gone(int(file.read_text()))


def test_a_snippet_s_failure_has_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "is_snippet", lambda path, _: path.parent == Path(__file__).parent)
    try:
        raise_system_exit(None)
    except SystemExit as error:
        assert apart.describe(error).startswith("SystemExit: 3 at tests/run/jobs.py:")

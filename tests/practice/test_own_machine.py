"""Practicing on one's own machine, with the command and with the zip that runs with plain Python."""

import subprocess
import sys
import zipfile
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from scripts.practice import runner
from scripts.practice.bundle import zipped_exercises
from tests.exercises import COURSE
from tests.exercises import EXERCISES as EXERCISES_OF_ALL

TOPIC = COURSE.topics[0]
EXERCISES = [exercise for exercise in EXERCISES_OF_ALL if exercise.topic == TOPIC.planned.slug]
FIRST = next(exercise for exercise in EXERCISES if exercise.name == "slope_toward")


def practice(folder: Path, *words: str) -> int:
    """Run the command in a folder."""
    return runner.main(list(words), [exercise.as_data() for exercise in EXERCISES], folder, "practice")


def test_start_writes_blanks_and_never_over_existing_work(tmp_path: Path) -> None:
    assert practice(tmp_path, "start") == 0
    mine = tmp_path / TOPIC.planned.folder / f"{FIRST.name}.py"
    assert mine.read_text(encoding="utf-8") == FIRST.blank
    mine.write_text("my own work", encoding="utf-8")
    practice(tmp_path, "start", TOPIC.planned.slug)
    assert mine.read_text(encoding="utf-8") == "my own work"


def test_check_says_what_is_wrong_and_exits_accordingly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    practice(tmp_path, "start", FIRST.name)
    mine = tmp_path / TOPIC.planned.folder / f"{FIRST.name}.py"
    assert practice(tmp_path, "check", FIRST.name) == 1
    assert "The body is still missing." in capsys.readouterr().out
    mine.write_text("def broken(:\n", encoding="utf-8")
    assert practice(tmp_path, "check", FIRST.name) == 1
    assert "SyntaxError" in capsys.readouterr().out
    mine.write_text(FIRST.solution, encoding="utf-8")
    assert practice(tmp_path, "check", FIRST.name) == 0
    assert f"✓ {FIRST.name}  (and {len(FIRST.cases)} more inputs)" in capsys.readouterr().out
    practice(tmp_path, "list")
    assert f"1 of {len(EXERCISES)} passed." in capsys.readouterr().out


def test_an_answer_that_passes_the_examples_alone_sees_an_input_on_which_it_is_wrong() -> None:
    code = FIRST.solution.replace("    return ", "    if here == [7.5]:\n        return None\n    return ")
    result = runner.run_apart(FIRST.as_data(), code)
    first = result["cases"]["first"]
    told = runner.told(FIRST.as_data(), result)
    assert not result["passed"]
    assert "The examples pass, but" in told
    assert f">>> {first['source']}\n      expected {first['want']}\n      got      \n" in told + "\n"
    assert told.count(">>>") == 1


def test_hints_come_one_by_one_and_the_solution_on_demand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    practice(tmp_path, "hint", FIRST.name)
    assert capsys.readouterr().out.startswith(f"Hint 1 of {len(FIRST.hints)}")
    practice(tmp_path, "solution", FIRST.name)
    assert FIRST.solution in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("while True:\n    pass\n", "without an end"),
        ("import os\nos._exit(3)\n", "Python itself stopped"),
        (f"def {FIRST.name}(*a, **k):\n    return {FIRST.name}(*a, **k)\n", "RecursionError"),
        ("x = 1\n", "no function named"),
    ],
)
def test_an_answer_that_misbehaves_ends_only_itself(code: str, words: str) -> None:
    result = runner.run_apart(FIRST.as_data(), code, seconds=3)
    assert not result["passed"]
    assert words in str(result)


def test_a_megabyte_of_output_is_cut_and_does_no_harm() -> None:
    code = FIRST.solution.replace("    return", "    print('x' * 1_000_000)\n    return")
    result = runner.run_apart(FIRST.as_data(), code)
    assert result["passed"], "what a learner prints must spoil no example"
    assert result["cut"]
    assert len(result["printed"]) <= 10_000


def test_the_zip_runs_with_plain_python_and_nothing_installed(tmp_path: Path) -> None:
    archive = tmp_path / "practice.zip"
    archive.write_bytes(zipped_exercises(TOPIC, EXERCISES))
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path)
    root = tmp_path / f"nabla-{TOPIC.planned.folder}"
    (root / TOPIC.planned.folder / f"{FIRST.name}.py").write_text(FIRST.solution, encoding="utf-8")
    # -I and -S: no site-packages, no environment, nothing of this project.
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(root)!r}); "]
    command[-1] += f"sys.argv = ['practice.py', 'check', {FIRST.name!r}]; "
    command[-1] += f"exec(compile(open({str(root / 'practice.py')!r}).read(), {str(root / 'practice.py')!r}, 'exec'), "
    command[-1] += f"{{'__file__': {str(root / 'practice.py')!r}, '__name__': '__main__'}})"
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"✓ {FIRST.name}" in done.stdout


def test_the_zip_is_the_same_bytes_every_time() -> None:
    made = zipped_exercises(TOPIC, EXERCISES)
    assert made == zipped_exercises(TOPIC, EXERCISES)
    # Two made within two seconds would be the same with the clock's time in them, too.
    with zipfile.ZipFile(BytesIO(made)) as opened:
        dates = {datetime(*entry.date_time) for entry in opened.infolist()}
    assert all(abs(datetime.now() - date) > timedelta(hours=1) for date in dates), "dated by the clock"

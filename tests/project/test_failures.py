"""Every failure of a known kind is a sentence with its place and a remedy; only a fault of ours shows a traceback."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts import __main__ as command_line
from scripts.course.plan import read_plan
from scripts.decks.lock import Lock
from scripts.decks.lock_file import write_lock
from scripts.decks.settings import read_settings
from scripts.foundation import failures, installed
from scripts.foundation.cache import Cache
from scripts.foundation.files import write_whole
from scripts.foundation.mistakes import Mistakes
from scripts.foundation.paths import NODE_MODULES, ROOT, Places
from scripts.site import configuration

PLAN = (ROOT / "course.toml").read_text(encoding="utf-8")
DECK = (ROOT / "decks/deck.toml").read_text(encoding="utf-8")


def told_by(
    fail: Callable[[], object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, str]:
    """Run a command that fails like this; return its exit code and what it says."""
    command = SimpleNamespace(main=lambda _: fail())
    monkeypatch.setattr(command_line.importlib, "import_module", lambda _: command)
    code = command_line.main(["build"])
    return code, capsys.readouterr().err


def import_of(name: str) -> Callable[[], object]:
    return lambda: exec(f"import {name}", {})


def raising(error: BaseException) -> Callable[[], object]:
    def fail() -> None:
        raise error

    return fail


SENTENCES = {
    "a full disk": (raising(OSError(errno.ENOSPC, "No space left on device")), "make room on the disk"),
    "a file of ours": (
        raising(PermissionError(errno.EACCES, "Permission denied", str(ROOT / "course.toml"))),
        "course.toml: Permission denied; mend its permissions.",
    ),
    "a package of Python": (import_of("no_such_package.inner"), "'no_such_package' is missing or not whole"),
    "a package of Node": (
        lambda: (NODE_MODULES / "no-such-package" / "package.json").read_text(),
        "frontend/node_modules/no-such-package/package.json is missing: run 'make setup'",
    ),
    "memory": (raising(MemoryError()), "not enough memory"),
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_failure_is_a_sentence(
    kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fail, words = SENTENCES[kind]
    code, said = told_by(fail, monkeypatch, capsys)
    assert code == 1 and words in said and len(said.strip().splitlines()) == 1


FAULTS = {
    "a bug": raising(KeyError("oops")),
    "a module of ours that is not there": import_of("scripts.no_such_module"),
    "a name that a module of ours lacks": lambda: exec("from scripts.foundation.paths import NOWHERE", {}),
    "an error of the system without a place": raising(OSError("what")),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_of_ours_shows_where_it_is_and_asks_for_a_report(
    kind: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = told_by(FAULTS[kind], monkeypatch, capsys)
    assert code == 1 and "Traceback" in said and "Please report" in said


def test_an_interruption_is_one_line_and_its_own_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told_by(raising(KeyboardInterrupt()), monkeypatch, capsys) == (130, "Stopped.\n")


def test_what_is_piped_is_utf8_whatever_the_machine_says() -> None:
    # In ASCII, since a machine whose locale is C cannot hand over anything else.
    script = r"""
from types import SimpleNamespace
from scripts import __main__ as command_line
command_line.importlib.import_module = lambda _: SimpleNamespace(main=lambda _: print("\u2192 \u2207 \udc80") or 0)
command_line.main(["build"])
"""
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, env=plain)
    assert done.stdout.decode("utf-8").split() == ["→", "∇", "\\udc80"]


@pytest.mark.skipif(os.name == "nt", reason="Windows ends such a program itself")
def test_a_reader_who_leaves_is_no_failure() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "--help"], cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_an_output_without_room_is_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "scripts", "--help"]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False, text=True)
    assert done.returncode == 1 and "Traceback" not in done.stderr and "make room" in done.stderr


def test_ctrl_c_in_the_middle_of_an_export_leaves_nothing(tmp_path: Path) -> None:
    script = """
import signal, sys
from scripts import __main__ as command_line
from scripts.decks import folder
write = folder._write
def interrupted(path, data):
    write(path, data)
    if path.name == "cards.json":
        signal.raise_signal(signal.SIGINT)
folder._write = interrupted
sys.exit(command_line.main(["decks", "--out", sys.argv[1]]))
"""
    command = [sys.executable, "-c", script, str(tmp_path / "out")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert (done.returncode, done.stderr) == (130, "Stopped.\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_file_that_cannot_grow_leaves_the_old_one_whole(tmp_path: Path) -> None:
    """The size of files is limited, as on a full disk, which binds the superuser as well."""
    write_whole(tmp_path / "kept.json", "old")
    script = f"""
import resource, signal, sys
from pathlib import Path
from types import SimpleNamespace
from scripts import __main__ as command_line
from scripts.foundation.files import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
command = SimpleNamespace(main=lambda _: write_whole(Path({str(tmp_path / "kept.json")!r}), "x" * 100_000))
command_line.importlib.import_module = lambda _: command
sys.exit(command_line.main(["build"]))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 1 and "kept.json: File too large" in done.stderr and "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept.json"]
    assert (tmp_path / "kept.json").read_text(encoding="utf-8") == "old"


def test_a_lock_or_a_cache_with_a_folder_in_its_place_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cards.lock.json").mkdir()
    results = Cache("checks", folder=tmp_path / "cards.lock.json" / "file")
    results.put("a", 1)
    (tmp_path / "cards.lock.json" / "file").write_text("in the way", encoding="utf-8")
    for fail, name in (
        (lambda: write_lock(Lock(), tmp_path / "cards.lock.json"), "cards.lock.json"),
        (results.save, "checks-e3b0c44298fc.json"),
    ):
        code, said = told_by(fail, monkeypatch, capsys)
        assert code == 1 and name in said and "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["cards.lock.json"]


def test_a_cache_forgets_its_own_files_alone(tmp_path: Path) -> None:
    mine = ["checks-notes.json", "checks-0123456789abc.json", "other-0123456789ab.json", "checks-0123456789ab.txt"]
    for name in [*mine, "checks-0123456789ab.json"]:
        (tmp_path / name).write_text("{}", encoding="utf-8")
    (tmp_path / "checks-ba9876543210.json").mkdir()
    results = Cache("checks", folder=tmp_path)
    results.put("a", 1)
    results.save()
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {*mine, "checks-ba9876543210.json", "checks-e3b0c44298fc.json"}


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000, "null", "7"])
def test_a_spoiled_cache_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "checks-e3b0c44298fc.json").write_text(content, encoding="utf-8")
    assert Cache("checks", folder=tmp_path).get("a") is None


def test_a_missing_front_end_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "FRONTEND", tmp_path)
    monkeypatch.setattr(installed, "NODE_MODULES", tmp_path / "node_modules")
    assert installed.missing_packages() == ["all of frontend/node_modules"]
    packages = {"node_modules/katex": {}, "node_modules/@lezer/common": {}}
    write_whole(tmp_path / "node_modules/.package-lock.json", json.dumps({"packages": packages}))
    write_whole(tmp_path / "node_modules/katex/package.json", "{}")
    with pytest.raises(installed.NotInstalledError, match=r"missing \(@lezer/common\): run 'make setup'"):
        installed.require_packages()
    write_whole(tmp_path / "node_modules/@lezer/common/package.json", "{}")
    installed.require_packages()


SPOILED_PLANS = {
    PLAN.replace('title = "Nabla"', "title = Nabla", 1): 2,
    PLAN.replace('title = "Nabla"\n', "", 1): 1,
    PLAN.replace('slug = "derivatives-and-gradients"\n', "", 1): 13,
    PLAN.replace("number = 1\nphase", 'number = "1"\nphase', 1): 13,
    PLAN.replace('slug = "der', 'minutes = 3\nslug = "der', 1): 13,
    PLAN.replace("[[phases]]", "[[stages]]"): 1,
    PLAN.replace("[[topics]]", "[[topic]]"): 1,
    "topics = 3\nphases = 3\ntitle = 'a'\nsubtitle = 'b'": 1,
    "": 1,
}


@pytest.mark.parametrize("text", SPOILED_PLANS, ids=range(len(SPOILED_PLANS)))
def test_a_spoiled_plan_is_a_mistake_with_its_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "course.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        read_plan(Places(tmp_path))
    (mistake,) = caught.value.found
    assert (mistake.path.name, mistake.line) == ("course.toml", SPOILED_PLANS[text]) and mistake.remedy


def test_a_plan_that_is_not_utf8_says_where(tmp_path: Path) -> None:
    (tmp_path / "course.toml").write_bytes(b'title = "a"\nsubtitle = "M\xfcller"\n')
    with pytest.raises(Mistakes, match=r"course\.toml:2: the file is not UTF-8"):
        read_plan(Places(tmp_path))


@pytest.mark.parametrize(
    "text",
    [DECK.replace("\nurl", "\nlink"), DECK.replace("[ankiweb]", "[web]"), DECK.replace('"', "", 1), "", "url = 3"],
)
def test_spoiled_settings_are_a_mistake_with_their_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "deck.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Mistakes, match=r"deck\.toml:\d+: ") as caught:
        read_settings(tmp_path)
    assert caught.value.found[0].remedy


CONFIG = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CONFIG + "\n  bad: [", r"mkdocs\.yml:\d{3}: .*<block end>"),
        ("- a\n", r"mkdocs\.yml:1: .*key-value mapping"),
        ("", r"mkdocs\.yml:1: .*site_name"),
        (CONFIG.replace("name: material", "name: marble"), r"mkdocs\.yml:\d+: .*marble"),
        ("site_name: x\nplugins: [no-such-plugin]\n", r"mkdocs\.yml:2: .*no-such-plugin"),
    ],
)
def test_a_spoiled_configuration_is_a_mistake_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        configuration.read_configuration(Places(tmp_path))
    assert re.search(words, str(caught.value), re.DOTALL) and caught.value.found[0].remedy


@pytest.mark.parametrize("command", command_line.COMMANDS)
def test_an_unknown_option_is_named(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = command_line.main([command, "--no-such-option"])
    except SystemExit as left:
        code = left.code
    assert code == 2 and f"scripts {command}" in capsys.readouterr().err


def test_every_remedy_is_for_an_error_that_exists() -> None:
    assert all(os.strerror(number) for number in failures._REMEDIES)

"""The set-up does what is left to do, says how long it took, and ends: with success, or with a reason."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.tools import setup_environment as setup
from scripts.tools.browser import CHROMIUM, FIREFOX, Kind


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty project whose virtual environment is there but holds nothing."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / "lock").write_text("one", encoding="utf-8")
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup, "STAMPS", tmp_path / ".venv/stamps")
    monkeypatch.setattr(setup, "MODULES", tmp_path / ".venv/stamps/modules")
    return tmp_path


def step(project: Path, do: Callable[[], None] = lambda: None) -> setup.Step:
    return setup.Step("packages", (project / "lock",), project / "lock", do)


def test_a_step_is_done_once(project: Path) -> None:
    assert not step(project).is_done()
    step(project).mark_done()
    assert step(project).is_done()


def test_a_step_is_done_again_when_its_lock_changes(project: Path) -> None:
    step(project).mark_done()
    (project / "lock").write_text("two", encoding="utf-8")
    assert not step(project).is_done()


def test_a_step_is_done_again_when_what_it_made_is_gone(project: Path) -> None:
    made = project / "node_modules"
    made.mkdir()
    packages = setup.Step("packages", (project / "lock",), made, lambda: None)
    packages.mark_done()
    made.rmdir()
    assert not packages.is_done()


def test_a_step_is_done_again_when_the_project_has_moved(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    step(project).mark_done()
    monkeypatch.setattr(setup, "ROOT", project / "elsewhere")
    assert not step(project).is_done()


def test_a_step_that_failed_is_not_marked(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        setup.run([sys.executable, "-c", "print('no such package'); raise SystemExit(3)"], limit=20)

    monkeypatch.setattr(setup, "venv_is_sound", lambda: True)
    monkeypatch.setattr(setup, "steps", lambda: [step(project, fail)])
    assert setup.main([]) == 1
    said = capsys.readouterr()
    assert "packages … failed after" in said.out
    assert "exit code 3" in said.err
    assert "no such package" in said.err
    assert not step(project).is_done()


def test_a_program_that_hangs_is_stopped_with_all_that_it_started(project: Path) -> None:
    sleeper = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    start = time.perf_counter()
    with pytest.raises(setup.SetupError, match="took more than 1 s"):
        setup.run([sys.executable, "-c", sleeper], limit=1)
    assert time.perf_counter() - start < 15


def test_a_program_that_is_missing_is_named(project: Path) -> None:
    with pytest.raises(setup.SetupError, match="no-such-program"):
        setup.run(["no-such-program"], limit=1)


def test_nothing_waits_for_an_answer(project: Path) -> None:
    setup.run([sys.executable, "-c", "import sys; raise SystemExit(sys.stdin.read() != '')"], limit=20)


def test_an_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 6))
    assert setup.main([]) == 1
    assert "Python 3.11 or newer" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("version", "sound"), [("3.10.1", False), ("3.9.2", False), (".".join(map(str, sys.version_info[:3])), True)]
)
def test_a_virtual_environment_of_an_old_python_is_made_anew(
    version: str, sound: bool, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    (project / ".venv/pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n", encoding="utf-8")
    assert setup.venv_is_sound() is sound


def test_a_virtual_environment_that_lost_a_package_is_made_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "PYTHON", Path(sys.executable))
    version = ".".join(map(str, sys.version_info[:3]))
    (project / ".venv/pyvenv.cfg").write_text(f"version = {version}\n", encoding="utf-8")
    packages = project / ".venv/lib/python3.11/site-packages"
    (packages / "markdown").mkdir(parents=True)
    (project / ".venv/stamps").mkdir()
    setup.MODULES.write_text("\n".join(setup.installed_modules()), encoding="utf-8")
    (packages / "of_my_own").mkdir()
    assert setup.venv_is_sound()
    (packages / "markdown").rmdir()
    assert not setup.venv_is_sound()


def test_a_front_end_package_that_is_gone_is_installed_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    monkeypatch.setattr(setup, "missing_packages", lambda: gone)
    packages = next(one for one in setup.steps() if one.name == "front-end packages")
    packages = replace(packages, inputs=(project / "lock",), made=project / "lock")
    packages.mark_done()
    assert packages.is_done()
    gone.append("katex")
    assert not packages.is_done()


@pytest.mark.parametrize("name", [".venv", "frontend/node_modules"])
def test_nothing_is_set_up_behind_a_link(
    project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "mine").write_text("mine", encoding="utf-8")
    (project / ".venv").rmdir()
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).symlink_to(elsewhere)
    monkeypatch.setattr(setup, "FRONTEND", project / "frontend")
    monkeypatch.setattr(setup, "venv_is_sound", lambda: name != ".venv")
    monkeypatch.setattr(setup, "steps", lambda: [step(project, lambda: pytest.fail("the step was done"))])
    with pytest.raises(setup.SetupError, match="is a link to"):
        setup.set_up(browser=False)
    assert [path.name for path in elsewhere.iterdir()] == ["mine"]


def test_an_environment_of_others_is_not_emptied(project: Path) -> None:
    (project / ".venv/mine").write_text("mine", encoding="utf-8")
    with pytest.raises(setup.SetupError, match="was not made by this set-up"):
        setup.make_venv()
    assert (project / ".venv/mine").exists()


def test_an_environment_of_ours_is_emptied_the_stamps_last(project: Path, tmp_path: Path) -> None:
    step(project).mark_done()
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/mine").write_text("mine", encoding="utf-8")
    (project / ".venv/lib").mkdir()
    (project / ".venv/lib64").symlink_to(tmp_path / "outside")
    setup.make_room()
    assert [path.name for path in (project / ".venv").iterdir()] == ["stamps"]
    assert not list((project / ".venv/stamps").iterdir()) and (tmp_path / "outside/mine").exists()
    setup.make_room()  # again, as after an interruption


def test_every_way_to_a_browser_is_tried_and_each_reason_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise setup.SetupError("no network here")

    def find_none(_: Kind) -> Path:
        raise setup.NoBrowserError("none found")

    for name in ("NABLA_BROWSER", "NABLA_FIREFOX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(setup, "run", refuse)
    monkeypatch.setattr(setup, "find_browser", find_none)
    with pytest.raises(setup.SetupError) as told:
        setup.ensure_browser(CHROMIUM, "chromium")
    assert "look for a browser: none found" in str(told.value)
    assert "install Playwright's browser: no network here" in str(told.value)
    assert "install the system's browser: " in str(told.value)
    with pytest.raises(setup.SetupError, match="no Firefox for the tests") as told:
        setup.ensure_browser(FIREFOX)
    assert "look for a Firefox: none found" in str(told.value)
    assert "install the system's Firefox: " in str(told.value)
    assert "Playwright" not in str(told.value)


@pytest.mark.parametrize(("root", "tried"), [(True, ["chromium-headless-shell"]), (False, [])])
def test_root_gets_the_browser_that_tests_fastest_and_everybody_else_keeps_theirs(
    project: Path, monkeypatch: pytest.MonkeyPatch, root: bool, tried: list[str]
) -> None:
    def refuse(package: str) -> None:
        asked.append(package)
        raise setup.SetupError("no network here")

    asked: list[str] = []
    monkeypatch.delenv("NABLA_BROWSER", raising=False)
    setup.STAMPS.mkdir()
    monkeypatch.setattr(setup, "is_root", lambda: root)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(setup, "install_with_apt", refuse)
    monkeypatch.setattr(setup, "find_browser", lambda kind: project / "chromium")
    setup.ensure_browser(CHROMIUM, "chromium")
    assert asked == tried


def test_a_browser_that_was_found_is_not_sought_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NABLA_FIREFOX", raising=False)
    setup.STAMPS.mkdir()
    firefox = project / "firefox"
    firefox.touch()
    sought = []
    monkeypatch.setattr(setup, "find_browser", lambda kind: sought.append(kind.name) or firefox)
    setup.ensure_browser(FIREFOX)
    setup.ensure_browser(FIREFOX)
    assert sought == ["Firefox"]
    firefox.unlink()
    setup.ensure_browser(FIREFOX)
    assert sought == ["Firefox"] * 2


def test_set_up_again_starts_no_program(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So it costs a few milliseconds, and each command of make may begin with it."""
    monkeypatch.setattr(setup, "venv_is_sound", lambda: True)
    done = []
    monkeypatch.setattr(setup, "steps", lambda: [step(project, lambda: done.append("step"))])
    assert setup.main([]) == 0 and done == ["step"]
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("a program was started"))
    assert setup.main([]) == 0 and done == ["step"]
    assert capsys.readouterr().out.count("set-up: complete") == 2

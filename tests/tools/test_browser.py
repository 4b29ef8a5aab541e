"""A browser is found where machines keep one, and only if it runs."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.tools import browser

# As they are on a machine that keeps no programs at fixed places
KINDS = CHROMIUM, FIREFOX = [replace(kind, mac_apps=()) for kind in (browser.CHROMIUM, browser.FIREFOX)]

posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand for browsers")


def fake(path: Path, says: str, code: int = 0) -> Path:
    """Write a program that prints `says` and ends with `code`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of programs of a machine without any browser."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    for kind in KINDS:
        monkeypatch.delenv(kind.chosen_by, raising=False)
    return tmp_path / "bin"


@pytest.mark.parametrize("kind", [browser.CHROMIUM, browser.FIREFOX], ids=lambda kind: kind.name)
def test_this_machine_has_one(kind: browser.Kind) -> None:
    assert browser.runs(browser.find_browser(kind))


@posix
def test_one_of_the_system_is_found(bare: Path) -> None:
    chrome = fake(bare / "google-chrome", "Google Chrome 140")
    assert browser.find_browser(CHROMIUM) == chrome


@posix
def test_one_without_windows_goes_before_one_with(bare: Path) -> None:
    fake(bare / "chromium", "Chromium 140")
    shell = fake(bare / "chromium-headless-shell", "Chromium 140")
    assert browser.find_browser(CHROMIUM) == shell


@posix
def test_a_stub_that_does_not_run_is_passed_over(bare: Path, tmp_path: Path) -> None:
    fake(bare / "chromium", "requires the chromium snap to be installed", code=10)
    own = fake(tmp_path / "playwright/chromium-1200/chrome-linux64/chrome", "Chromium 140")
    assert browser.find_browser(CHROMIUM) == own


@posix
def test_the_newest_of_playwrights_own_is_taken(bare: Path, tmp_path: Path) -> None:
    fake(tmp_path / "playwright/chromium-1100/chrome-linux/chrome", "Chromium 120")
    newest = fake(tmp_path / "playwright/chromium-1200/chrome-linux64/chrome", "Chromium 140")
    assert browser.find_browser(CHROMIUM) == newest


@posix
def test_the_chosen_one_goes_first_and_must_run(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(bare / "chromium", "Chromium 140")
    chosen = fake(tmp_path / "mine", "Chromium 141")
    monkeypatch.setenv("NABLA_BROWSER", str(chosen))
    assert browser.find_browser(CHROMIUM) == chosen
    monkeypatch.setenv("NABLA_BROWSER", str(tmp_path / "none"))
    with pytest.raises(browser.NoBrowserError, match="NABLA_BROWSER"):
        browser.find_browser(CHROMIUM)


@posix
def test_firefox_is_found_beside_another_browser_and_chosen_apart(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(bare / "chromium", "Chromium 140")
    fake(bare / "firefox", "requires the firefox snap to be installed", code=10)
    own = fake(bare / "firefox-esr", "Mozilla Firefox 140.0esr")
    assert browser.find_browser(FIREFOX) == own
    chosen = fake(tmp_path / "mine", "Mozilla Firefox 150.0")
    monkeypatch.setenv("NABLA_FIREFOX", str(chosen))
    assert browser.find_browser(FIREFOX) == chosen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps browsers at fixed places, too")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_without_one_the_error_says_what_to_do(kind: browser.Kind, bare: Path) -> None:
    with pytest.raises(browser.NoBrowserError, match=rf"no {kind.members} found.*setup --browser.*{kind.chosen_by}"):
        browser.find_browser(kind)

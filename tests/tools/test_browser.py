"""A browser is found where machines keep one, and only if it runs."""

import sys
from pathlib import Path

import pytest

from scripts.tools import browser

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
    monkeypatch.delenv("NABLA_BROWSER", raising=False)
    monkeypatch.setattr(browser, "MAC_APPS", ())
    return tmp_path / "bin"


def test_this_machine_has_one() -> None:
    assert browser.runs(browser.find_browser())


@posix
def test_one_of_the_system_is_found(bare: Path) -> None:
    chrome = fake(bare / "google-chrome", "Google Chrome 140")
    assert browser.find_browser() == chrome


@posix
def test_a_stub_that_does_not_run_is_passed_over(bare: Path, tmp_path: Path) -> None:
    fake(bare / "chromium", "requires the chromium snap to be installed", code=10)
    own = fake(tmp_path / "playwright/chromium-1200/chrome-linux64/chrome", "Chromium 140")
    assert browser.find_browser() == own


@posix
def test_the_newest_of_playwrights_own_is_taken(bare: Path, tmp_path: Path) -> None:
    fake(tmp_path / "playwright/chromium-1100/chrome-linux/chrome", "Chromium 120")
    newest = fake(tmp_path / "playwright/chromium-1200/chrome-linux64/chrome", "Chromium 140")
    assert browser.find_browser() == newest


@posix
def test_the_chosen_one_goes_first_and_must_run(bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(bare / "chromium", "Chromium 140")
    chosen = fake(tmp_path / "mine", "Chromium 141")
    monkeypatch.setenv("NABLA_BROWSER", str(chosen))
    assert browser.find_browser() == chosen
    monkeypatch.setenv("NABLA_BROWSER", str(tmp_path / "none"))
    with pytest.raises(browser.NoBrowserError, match="NABLA_BROWSER"):
        browser.find_browser()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps browsers at fixed places, too")
def test_without_one_the_error_says_what_to_do(bare: Path) -> None:
    with pytest.raises(browser.NoBrowserError, match="setup --browser"):
        browser.find_browser()

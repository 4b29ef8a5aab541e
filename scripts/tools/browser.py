"""Which browsers the tests drive: Chromium, Chrome or Edge, and Firefox, wherever this machine keeps them.

Any version will do, because the pages are tested against the web's standards, not against one version. Set
`NABLA_BROWSER` or `NABLA_FIREFOX` to the path of an executable to choose.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright


@dataclass(frozen=True)
class Kind:
    """A kind of browser: what it is called, and where machines keep it."""

    name: str
    members: str  # by name, as an error lists them
    chosen_by: str  # a variable of the environment
    debian: str  # the package
    commands: tuple[str, ...]  # the best for tests first
    mac_apps: tuple[str, ...]
    windows_programs: tuple[str, ...]
    playwright_builds: tuple[str, ...] = ()
    # The package, and the command, of a build that has no windows: a fresh profile costs it a third of the time.
    windowless: str = ""


CHROMIUM = Kind(
    name="browser",
    members="Chromium, Chrome or Edge",
    chosen_by="NABLA_BROWSER",
    debian="chromium",
    windowless="chromium-headless-shell",
    commands=(
        "chromium-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "msedge",
    ),
    mac_apps=(
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    windows_programs=(
        "Chromium/Application/chrome.exe",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ),
    # Playwright unpacks each build into its own folder, and the layout inside has changed over time.
    playwright_builds=(
        "chromium-*/chrome-*/chrome",
        "chromium-*/chrome-*/chrome.exe",
        "chromium-*/chrome-*/*.app/Contents/MacOS/*",
        "chromium_headless_shell-*/chrome-*/headless_shell*",
        "chromium_headless_shell-*/chrome-*/chrome-headless-shell*",
    ),
)

# Not Playwright's own, which is patched and does not speak WebDriver BiDi.
FIREFOX = Kind(
    name="Firefox",
    members="Firefox",
    chosen_by="NABLA_FIREFOX",
    debian="firefox-esr",
    commands=("firefox-esr", "firefox"),
    mac_apps=("/Applications/Firefox.app/Contents/MacOS/firefox",),
    windows_programs=("Mozilla Firefox/firefox.exe",),
)

# The sandbox needs rights that containers and root do not have; the rest keeps the browser from talking to its maker.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoBrowserError(RuntimeError):
    """There is no browser that the tests could use."""


def find_browser(kind: Kind = CHROMIUM) -> Path:
    """Return the first browser of a kind that runs. Raises `NoBrowserError` with a remedy if there is none."""
    chosen = os.environ.get(kind.chosen_by)
    if chosen:
        if runs(Path(chosen)):
            return Path(chosen)
        raise NoBrowserError(
            f"{kind.chosen_by} names {chosen}, which does not run; name a {kind.name} that does, or unset it"
        )
    for candidate in _candidates(kind):
        if runs(candidate):
            return candidate
    raise NoBrowserError(
        f"no {kind.members} found; install one, or run `python3 -m scripts setup --browser`, "
        f"or set {kind.chosen_by} to its path"
    )


def launched(play: "Playwright") -> "Browser":
    """Return the browser, started."""
    return play.chromium.launch(executable_path=find_browser(), args=list(FLAGS))


def _candidates(kind: Kind) -> Iterator[Path]:
    """Yield the places where a browser may be, the system's before Playwright's own."""
    yield from (Path(found) for name in kind.commands if (found := shutil.which(name)))
    if sys.platform == "darwin":
        yield from map(Path, kind.mac_apps)
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(root, program) for root in roots if root for program in kind.windows_programs)
    for pattern in kind.playwright_builds:
        yield from sorted(_playwright_folder().glob(pattern), reverse=True)


def _playwright_folder() -> Path:
    """Return the folder into which `playwright install` puts browsers."""
    if chosen := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home()), "ms-playwright")
    caches = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return caches / "ms-playwright"


def runs(browser: Path) -> bool:
    """Return whether `browser` starts: a stub that asks for a Snap, or a build without its libraries, does not."""
    if not browser.is_file():
        return False
    if sys.platform == "win32":  # there, `--version` opens a window
        return True
    try:
        answer = subprocess.run([browser, "--version"], capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and bool(answer.stdout.strip())

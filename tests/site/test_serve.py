"""The preview: what is saved is built anew and served, open pages are told, nothing stale is shown, Ctrl-C ends it."""

import json
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.foundation.paths import ROOT, Places
from scripts.site.preview import Preview, name_of
from tests.courses import TOPIC, small_course

# Builds nothing, but says when it would; a page that says "mistake" cannot be built.
PREVIEW = """
import sys
from pathlib import Path
from scripts.foundation.paths import Places
from scripts.site import serve
from scripts.site.builder import Outcome

places = Places(Path(sys.argv[1]))

class Builder:
    def make_ahead(self, names, out):
        print("ahead", *names, flush=True)
        return Outcome(done=True)

    def build(self):
        good = "mistake" not in (places.docs / sys.argv[2]).read_text()
        print("built" if good else "not built", flush=True)
        return Outcome(done=good, wrong="" if good else "A mistake.")

    def give_way(self):
        pass

sys.exit(serve.serve(places, Builder(), "127.0.0.1", int(sys.argv[3]), open_in_browser=False))
"""
HTML = "<html><body>{}</body></html>"
PAGE = "one.html"


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


def shown_in(html: str) -> str:
    """Return the name under which a served page knows what it shows."""
    found = re.search(r'data-shown="(\w+)"', html)
    assert found is not None
    return found[1]


@pytest.mark.skipif(sys.platform == "win32", reason="there, Ctrl-C cannot be sent to one process")
def test_what_is_saved_is_built_and_served_until_ctrl_c(tmp_path: Path) -> None:
    course = small_course(tmp_path, {TOPIC: "# One\n"}, {"derivatives_and_gradients/__init__.py": ""})
    page = course.places.docs / TOPIC
    for folder in (course.places.docs / "assets", course.places.decks, course.places.site):
        folder.mkdir()
    (course.places.site / "index.html").write_text(HTML.format("Hello"), encoding="utf-8")
    command = [sys.executable, "-c", PREVIEW, str(tmp_path), TOPIC, str(free_port())]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        address = line_with(process, "Serving").split()[1]
        text = answer_of(address)
        assert "Hello" in text
        with urllib.request.urlopen(f"{address}.preview?page=/&shown={shown_in(text)}") as news:
            assert news.readline().startswith(b":")
            page.write_text("# Two\n", encoding="utf-8")
            line_with(process, "ahead index.html")
            line_with(process, "built")
            page.write_text("# A mistake\n", encoding="utf-8")
            line_with(process, "not built")
            assert json.loads(next(line[6:] for line in news if line.startswith(b"data: "))) == "A mistake."
        page.write_text("# Three\n", encoding="utf-8")
        line_with(process, "built")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        process.communicate()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return the places of a course with a site of one page, which loads a style."""
    places = Places(tmp_path)
    for folder in (places.site / "assets", places.docs / "assets", places.build):
        folder.mkdir(parents=True)
    (places.site / PAGE).write_text(HTML.format('<link href="assets/a.css">old'), encoding="utf-8")
    for folder in (places.site, places.docs):
        (folder / "assets" / "a.css").write_text("old", encoding="utf-8")
    return places


def put(places: Places, words: str) -> None:
    """Make the page ahead."""
    text = HTML.format(f'<link href="assets/a.css">{words}')
    (places.build / PAGE).write_text(text, encoding="utf-8")


def content(preview: Preview, name: str = PAGE) -> str:
    """Return what is served."""
    found = preview.content(name)
    assert found is not None
    return found.decode()


def news_of(preview: Preview) -> Iterator[str]:
    """Yield what the page is told that is served now, a line for each thing."""
    for said in preview.news(PAGE, shown_in(content(preview))):
        yield said.replace("\n", " ").strip()


def test_an_open_page_is_served_ahead_of_the_site_and_told_of_it(places: Places) -> None:
    preview = Preview(places, places.build)
    news = news_of(preview)
    assert next(news) == ": listening"
    assert preview.open == {PAGE}
    preview.unsettle()
    put(places, "new")
    preview.show_ahead({PAGE}, "")
    assert next(news) == "event: changed data: 1"
    assert list(news) == []
    assert preview.open == set()
    assert "new" in content(preview)


def test_a_page_is_not_told_twice_of_one_change(places: Places) -> None:
    preview = Preview(places, places.build)
    preview.unsettle()
    put(places, "new")
    preview.show_ahead({PAGE}, "")
    news = news_of(preview)
    assert next(news) == ": listening"
    (places.site / PAGE).write_bytes((places.build / PAGE).read_bytes())
    (places.site / "assets" / "a.css").write_text("without what no page uses", encoding="utf-8")
    preview.settle("Only to be told something.")
    assert next(news).startswith("event: wrong")


def test_a_page_is_told_of_a_style_that_it_loads(places: Places) -> None:
    preview = Preview(places, places.build)
    news = news_of(preview)
    next(news)
    preview.unsettle()
    put(places, "old")
    (places.docs / "assets" / "a.css").write_text("new!", encoding="utf-8")
    preview.show_ahead({PAGE}, "")
    assert next(news) == "event: changed data: 1"
    assert content(preview, "assets/a.css") == "new!"


@pytest.mark.parametrize("name", [PAGE, "search/index.js", "assets/generated/practice/one.json"])
def test_what_may_be_stale_is_waited_for(places: Places, name: str) -> None:
    (places.site / name).parent.mkdir(parents=True, exist_ok=True)
    (places.site / name).write_text("old", encoding="utf-8")
    preview, answers = Preview(places, places.build), list[str]()
    put(places, "older")
    preview.unsettle()
    asked = threading.Thread(target=lambda: answers.append(content(preview, name)))
    asked.start()
    preview.show_ahead(set(), "")
    (places.site / name).write_text("new", encoding="utf-8")
    preview.settle("")
    asked.join()
    assert answers[0].startswith("new")


def test_what_is_wrong_stays_until_the_whole_site_is_right(places: Places) -> None:
    preview = Preview(places, places.build)
    preview.settle("A mistake elsewhere.")
    news = news_of(preview)
    assert [next(news), next(news)][1] == 'event: wrong data: "A mistake elsewhere."'
    preview.unsettle()
    preview.show_ahead({PAGE}, "")
    preview.settle("")
    assert next(news) == 'event: wrong data: ""'


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/passwd", "a/../../secret.txt"])
def test_nothing_beside_the_site_is_served(places: Places, name: str) -> None:
    (places.root / "secret.txt").write_text("secret", encoding="utf-8")
    assert Preview(places, places.build).content(name_of(name)) is None

"""The browser of the tests knows the project's fonts, and nothing of this machine's."""

import os
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browsing import NARROW, WIDE, launch

SAMPLE = "".join(
    f"<p style='font-family:{family}'>∇f = 0</p>" for family in ("serif", "sans-serif", "monospace", "system-ui", "X")
)


def faces(browser: Browser) -> list[set[str]]:
    """Return which faces each generic name, and a name that nobody has, is drawn with."""
    page = browser.new_page()
    page.set_content(SAMPLE)
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "p"})["nodeIds"]
    found = [session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"] for node in nodes]
    page.close()
    return [{font["familyName"] for font in fonts} for fonts in found]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux asks Fontconfig for fonts")
def test_every_font_is_the_projects(browser: Browser, narrow_browser: Browser) -> None:
    sans, mono = {"DejaVu Sans"}, {"DejaVu Sans Mono"}
    assert faces(browser) == [{"DejaVu Serif"}, sans, mono, sans, sans]
    narrow = {"STIXGeneral"}
    assert faces(narrow_browser) == [narrow, narrow, mono, narrow, narrow]


def test_it_forgets_the_machines_time_language_and_home(
    playwright: Playwright, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"TZ": "Pacific/Kiritimati", "LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8"}.items():
        monkeypatch.setitem(os.environ, name, value)
    started = launch(playwright, tmp_path)
    page = started.new_page()
    told = page.evaluate("[Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.language, devicePixelRatio]")
    started.close()
    if sys.platform != "win32":
        assert told[0] == "UTC"
    assert told[1:] == ["en-US", 1]
    assert WIDE.keys() == NARROW.keys()

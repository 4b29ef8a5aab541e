"""Pictures take fewer bytes and stay the same picture."""

import re
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from playwright.sync_api import Browser

from scripts.foundation.installed import version_of
from scripts.foundation.paths import NODE_MODULES
from scripts.run.figures import svg_of
from scripts.typeset import svg
from tests.pictures.comparing import SAME_BROWSER, differences
from tests.pictures.looking import LAPTOP, open_page, pictures

DRAWN = """<?xml version="1.0" encoding="utf-8"?><!-- made by hand -->
<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 300 200">
 <metadata><x/></metadata><defs><style>*{stroke-linejoin: round}</style><path id="unused" d="M 0 0"/></defs>
 <g id="axes_1"><path d="M 10.0000001 10.0000 L 290.12345678 10.1 L 290.12345 190.00001 z" style="fill: #ffffff; stroke:
  #000000; stroke-width: 0.8000001"/><g><text x="100" y="100" style="font-size: 20px">a &lt; b</text></g></g></svg>"""


def test_a_smaller_picture_is_the_same_picture(browser: Browser, tmp_path: Path) -> None:
    smaller = svg.shrink_svg(DRAWN)
    assert len(smaller) < 0.7 * len(DRAWN)
    (tmp_path / "page.html").write_text(
        "<!DOCTYPE html>"
        + "".join(
            f'<div class="nb-sample" data-sample="{n}">{s}</div>'
            for n, s in (("before", DRAWN[DRAWN.index("<svg") :]), ("after", smaller))
        ),
        encoding="utf-8",
    )
    found = pictures(open_page(browser, (tmp_path / "page.html").as_uri(), LAPTOP, "light"), ".nb-sample")
    assert np.asarray(found["before"]).min() < 100, "nothing is drawn"
    assert differences(found["after"], found["before"], SAME_BROWSER) == ("", None)


def test_it_keeps_its_size_and_is_the_same_every_time() -> None:
    once = svg.shrink_svg(DRAWN)
    assert 'width="300"' in once
    assert 'height="200"' in once
    assert svg.shrink_svg(DRAWN) == once
    assert svg.shrink_svg(once) == once
    assert "a &lt; b" in once
    assert "metadata" not in once


def test_the_letters_of_a_figure_stand_on_a_coarser_grid() -> None:
    figure = Figure()
    figure.text(0.5, 0.5, "a letter")
    drawn = svg_of(figure)[0]
    smaller = svg.shrink_svg(drawn)
    outlines = re.findall(r'd="([^"]*)" transform="scale\(\.25\)"', smaller)
    assert len(outlines) == len(set("aletter"))
    assert all("." not in outline for outline in outlines)
    assert len(smaller) < 0.5 * len(drawn)


def test_the_version_is_that_of_the_program_which_made_it() -> None:
    assert f'"{version_of("svgo")}"' in (NODE_MODULES / "svgo" / "dist" / "svgo.browser.js").read_text(encoding="utf-8")

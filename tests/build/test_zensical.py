"""Zensical, the successor of MkDocs with Material, makes the same pages from the same configuration."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from posixpath import normpath

from bs4 import BeautifulSoup, Tag

from tests.build.conftest import PAGE, House

PAGES = ("index.html", PAGE.removeprefix("docs/").replace(".md", ".html"))


def substance(page: Path) -> dict[str, object]:
    """Return what a reader gets from a page, apart from markup that no one sees."""
    whole = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    content = whole.find("article")  # without the frame that the builder's theme puts around it
    assert isinstance(content, Tag)
    elements = [element for element in content.find_all() if isinstance(element, Tag)]
    return {
        "words": content.get_text(" ", strip=True).split(),
        "anchors": [element["id"] for element in elements if element.get("id") and element["id"] != "__skip"],
        "blocks": Counter(name for e in elements for name in e.get("class", []) if name.startswith("nb-")),
        "links": [element["href"] for element in elements if element.get("href") and element.name == "a"],
        "ways": [
            (normpath(str(link["href"])), link.get_text(), link.get("class")) for link in whole.select(".nb-panel a")
        ],
        "pictures": [element["src"] for element in elements if element.name == "img"],
        "scripts": [str(script["src"]).removeprefix("./") for script in whole.find_all("script", src=True)],
        "formulas": [e.get_text() for e in elements if e.name == "math"],
    }


def test_zensical_makes_the_same_pages_as_mkdocs(house: House) -> None:
    done = house.run("build")
    assert done.returncode == 0, done.stdout + done.stderr
    by_mkdocs = {page: substance(house.path("site") / page) for page in PAGES}
    done = subprocess.run(
        [Path(sys.executable).with_name("zensical"), "build", "--clean"],
        cwd=house.root,
        env={**os.environ, "PYTHONPATH": str(house.root)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for page in PAGES:
        by_zensical = substance(house.path("site") / page)
        for part, expected in by_mkdocs[page].items():
            assert by_zensical[part] == expected, f"{page}: {part} differ"
        assert by_mkdocs[page]["words"], "an empty page would equal any other"

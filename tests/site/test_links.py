"""Every link of the built site leads somewhere: to a file that is there, and to an anchor that is on it.

The builder checks links, too; this test shares no code with it and reads what was really published.
"""

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.site.reading import html_files

# Attributes that make a browser fetch something, or a reader follow it.
LINKS = {"href", "src", "data", "poster", "action"}
HERE = "https://site.invalid/"
# What a <link> may be without a file that the browser loads for the page.
NOT_LOADED = {"canonical", "prev", "next", "alternate", "license", "edit"}
CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


class Reference(HTMLParser):
    """Collects the anchors of a page, and its links: (line, address, whether a browser loads it by itself)."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.twice: set[str] = set()
        self.links: list[tuple[int, str, bool]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if "id" in values:
            self.twice |= self.anchors & {values["id"]}
            self.anchors.add(values["id"])
        if tag == "a" and "name" in values:
            self.anchors.add(values["name"])
        loaded = tag not in ("a", "area", "form") and not NOT_LOADED & set(values.get("rel", "").split())
        line = self.getpos()[0]
        self.links += [(line, values[name], loaded) for name in LINKS & values.keys()]
        for source in filter(None, values.get("srcset", "").split(",")):
            self.links.append((line, source.split()[0], True))
        self.links += [(line, url, True) for url in CSS_URL.findall(values.get("style", ""))]


@cache
def parsed(path: Path) -> Reference:
    """Return the anchors and links of the page `path`."""
    return Reference(path.read_text(encoding="utf-8"))


def trouble(site: Path, name: str, link: str, loaded: bool) -> str | None:
    """Return what is wrong with `link` on the page or style sheet `name`, if anything."""
    target = urlsplit(urljoin(HERE + name, link))
    if target.scheme in ("data", "mailto", "javascript"):
        return "runs a script" if target.scheme == "javascript" else None
    if f"{target.scheme}://{target.netloc}/" != HERE:
        if loaded:
            return "is loaded from another host"
        return None if target.scheme == "https" else "is not https"
    path = site / unquote(target.path).lstrip("/")
    if path.is_dir():
        return "is a folder, which has no page when the site is read without a server"
    if not path.is_file():
        return "leads to a file that does not exist"
    if link.startswith("/"):
        return "starts at the root of the host, which breaks below a folder"
    if target.fragment and path.suffix == ".html" and unquote(target.fragment) not in parsed(path).anchors:
        return "leads to an anchor that does not exist"
    return None


def test_every_link_leads_somewhere(site: Path) -> None:
    found = []
    for name in (name for name in html_files(site) if name != "404.html"):
        links = parsed(site / name).links
        assert len(links) > 5, name
        for line, link, loaded in links:
            if wrong := trouble(site, name, link, loaded):
                found.append(f"{name}:{line}: {link} {wrong}")
    assert not found, "\n".join(["", *found])


def test_style_sheets_load_files_that_exist(site: Path) -> None:
    found = []
    sheets = sorted(site.rglob("*.css"))
    assert sheets
    for path in sheets:
        name = path.relative_to(site).as_posix()
        for link in CSS_URL.findall(path.read_text(encoding="utf-8")):
            if not link.startswith("#") and (wrong := trouble(site, name, link, loaded=True)):
                found.append(f"{name}: {link} {wrong}")
    assert not found, "\n".join(["", *found])


def test_no_anchor_stands_twice_on_a_page(site: Path) -> None:
    assert {name: twice for name in html_files(site) if (twice := parsed(site / name).twice)} == {}


def test_a_broken_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.html").write_text("<p id=here>", encoding="utf-8")
    wrong = {
        link: trouble(tmp_path, "a/b.html", link, loaded)
        for link, loaded in {
            "#here": False,
            "b.html#here": False,
            "../a/b.html": False,
            "https://x.example/": False,
            "#there": False,
            "c.html": False,
            "..": False,
            "/a/b.html": False,
            "//x.example/y.js": True,
        }.items()
    }
    assert list(map(bool, wrong.values())) == [False] * 4 + [True] * 5

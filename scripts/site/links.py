"""Links of the built site: every one inside it must lead somewhere, to the very anchor."""

import posixpath
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from scripts.course.labs import lab_beside, read_lab
from scripts.course.model import Course
from scripts.course.page import Page
from scripts.foundation.folders import files_in
from scripts.foundation.mistakes import Mistake, line_at
from scripts.foundation.steady import by_text
from scripts.site.search import without_formulas

_PAGES = {".md", ".html", ".py"}
_LINKS = {"a": "href", "area": "href", "img": "src", "script": "src", "link": "href", "source": "src"}
_LINK = re.compile(r"""\]\(\s*<?([^)\s>]+)|(?:href|src)=["']([^"']+)["']""")
# Start tags that have attributes, and the attributes that link or can be linked to. What a script says is none.
_TAG = re.compile(r"""<([a-zA-Z][\w-]*)((?:\s+[^\s"'=<>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)+)\s*/?>""")
_ATTRIBUTE = re.compile(r"""\s(id|name|href|src|rel)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""", re.IGNORECASE)
_UNREAD = re.compile(r"<!--.*?-->|(<(script|style)\b[^>]*>).*?</\2>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class _Page:
    """What a page links to, and the anchors that others can link to."""

    anchors: frozenset[str]
    links: tuple[str, ...]


@by_text
def _page(html: str) -> _Page:
    anchors: set[str] = set()
    links: dict[str, None] = {}
    for tag, said in _TAG.findall(_UNREAD.sub(r"\1", without_formulas(html))):
        values = {name.lower(): unescape("".join(value)) for name, *value in _ATTRIBUTE.findall(said)}
        anchors.update(value for name in ("id", "name") if (value := values.get(name)))
        if (target := values.get(_LINKS.get(tag.lower(), ""))) and "canonical" not in values.get("rel", ""):
            links[target] = None
    return _Page(frozenset(anchors), tuple(links))


def broken_links(site: Path, course: Course, *, unmade: Collection[str] = ()) -> Iterator[Mistake]:
    """Yield a mistake for each link of the site in `site` whose target is not there.

    Into the folders `unmade` nothing is followed: what would be there was not made, for a reason reported before.
    """
    files = set(files_in(site))
    names = sorted(name for name in files if name.endswith(".html"))
    pages = {name: _page((site / name).read_text(encoding="utf-8")) for name in names}
    for name, page in pages.items():
        # The page of errors is served from any depth; its links begin at the site's root.
        if name == "404.html":
            continue
        for link in page.links:
            if (what := _broken(link, name, pages, files)) and not _target(link, name).startswith(tuple(unmade)):
                yield _mistake(link, what, Path(name), course)


def _broken(link: str, here: str, pages: dict[str, _Page], files: set[str]) -> str:
    """Return what is wrong with a link, empty if nothing is."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    target = _target(link, here)
    if target not in files:
        target = posixpath.normpath(f"{target}/index.html")
    if target not in files:
        return f"the link '{link}' leads nowhere"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors and not anchor.startswith("__"):
        return f"the link '{link}' leads to a page without the anchor '{anchor}'"
    return ""


def _target(link: str, here: str) -> str:
    """Return where a link of the page `here` leads, from the root of the site."""
    path = unquote(urlsplit(link).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here


def _mistake(link: str, what: str, page: Path, course: Course) -> Mistake:
    remedy = "correct the link: pages by their .md file, blocks by their id"
    source = course.places.docs / page.with_suffix(".md")
    page_here = course.pages.get(source)
    lab = lab_beside(source)
    written = read_lab(lab, course.places).page if page_here and lab.is_file() else page_here
    for line, target in _written(written) if written else ():
        if written and _alike(urlsplit(target), urlsplit(link)):
            return written.mistake(line, what, remedy)
    # Not written on the page: it comes with the theme, on every page.
    return Mistake(
        course.places.config, 1, f"a link of every page leads nowhere: '{Path(link).name}'", "see mkdocs.yml"
    )


def _written(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the links of a page as its author wrote them, each with its line."""
    for match in _LINK.finditer(page.prose):
        yield line_at(page.prose, match.start()), match[1] or match[2]


def _alike(written: SplitResult, built: SplitResult) -> bool:
    """Return whether a link of a page may have become `built`, where a page's ending is another."""
    return written.fragment == built.fragment and _name(written.path) == _name(built.path)


def _name(path: str) -> str:
    """Return the name of what a link leads to, a page's without its ending."""
    target = Path(unquote(path))
    return target.stem if target.suffix in _PAGES else target.name

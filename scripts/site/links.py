"""Links of the built site: every one inside it must lead somewhere, to the very anchor."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from scripts.course.labs import lab_beside, read_lab
from scripts.course.model import Course
from scripts.course.page import Page
from scripts.foundation.mistakes import Mistake, line_at
from scripts.site.search import without_formulas

_PAGES = {".md", ".html", ".py"}
_LINKS = {"a": "href", "area": "href", "img": "src", "script": "src", "link": "href", "source": "src"}


_LINK = re.compile(r"""\]\(\s*<?([^)\s>]+)|(?:href|src)=["']([^"']+)["']""")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors.update(value for name in ("id", "name") if (value := values.get(name)))
        if (target := values.get(_LINKS.get(tag, ""))) and "canonical" not in (values.get("rel") or ""):
            self.links.append(target)


def broken_links(site: Path, course: Course) -> Iterator[Mistake]:
    """Yield a mistake for each link of the site in `site` whose target is not there."""
    pages: dict[Path, _Page] = {}
    for path in sorted(site.rglob("*.html")):
        pages[path] = _Page()
        pages[path].feed(without_formulas(path.read_text(encoding="utf-8")))
    for path, page in pages.items():
        # The page of errors is served from any depth; its links begin at the site's root.
        if path.name == "404.html":
            continue
        for link in dict.fromkeys(page.links):
            if what := _broken(link, path, pages):
                yield _mistake(link, what, path.relative_to(site), course)


def _broken(link: str, path: Path, pages: dict[Path, _Page]) -> str:
    """Return what is wrong with a link, empty if nothing is."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target.is_dir():
        target = target / "index.html"
    if not target.exists():
        return f"the link '{link}' leads nowhere"
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors and not anchor.startswith("__"):
        return f"the link '{link}' leads to a page without the anchor '{anchor}'"
    return ""


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

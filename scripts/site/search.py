"""What the search of the site finds: the sections and blocks of its built pages, and the index over their words.

Made from the pages as they stand in a folder, so it does not matter which builder wrote them. Formulas are found by
their names and by the words around them, never by TeX.
"""

import json
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from scripts.foundation.steady import by_text
from scripts.typeset.node import ask

INDEX = Path("search") / "index.js"
EXCERPT = 60
_KINDS = {"index.html": "Topic", "practice.html": "Practice", "interview.html": "Questions", "lab.html": "Lab"}
# Pages for authors are found by their headings.
_AUTHORS = "contributing/"

_FORMULA = re.compile(
    r"(<nb-math\b[^>]*>).*?(?=</nb-math>)" r'|(<div\b[^>]*\bclass="nb-display"[^>]*>).*?(?=</div>)', re.DOTALL
)
_FORMULAS = "…"
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_PROGRAM = re.compile(r"(<(pre|svg)\b[^>]*>).*?(?=</\2>)", re.DOTALL)
_LEADING = re.compile(rf"\A(?:{_FORMULAS} )+(?=[A-Z])")
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_HEADINGS = {"h1", "h2", "h3"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "span", "strong", "sub", "sup"}
_SILENT = {"button", "pre", "script", "select", "style", "svg"}
# Solutions are not given away, and the rest says nothing of its own.
_SILENT_CLASSES = {"headerlink", "nb-download", "nb-hint", "nb-label", "nb-level", "nb-solution"}


def without_formulas(html: str) -> str:
    """Return `html` with nothing in its formulas, which hold neither links nor anchors."""
    return _FORMULA.sub(lambda found: found[1] or found[2], html)


@dataclass
class Record:
    """What a search can find: a section or a block, by its anchor."""

    anchor: str
    kind: str
    title: str = ""
    text: str = ""


@dataclass
class _Element:
    tag: str
    anchor: str = ""
    part: str = ""  # of its record: "title", "kind", or "silent"
    record: Record | None = None  # that ends with it


@dataclass
class _Reader(HTMLParser):
    """Reads the records of an article."""

    records: list[Record] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[_Element] = []
        self._section: Record | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        values = {name: value or "" for name, value in attrs}
        classes = values.get("class", "").split()
        element = _Element(tag, values.get("id", ""))
        if tag not in _INLINE:
            self.handle_data(" ")
        self._open.append(element)
        if self._in_silence():
            return
        if tag == "nb-math" or "nb-display" in classes:
            self.handle_data(_FORMULAS)
            element.part = "silent"
        elif tag in _HEADINGS and element.anchor:
            self._section = self._begin(element.anchor, "Section")
            element.part = "title"
        elif "nb-title" in classes or "nb-prompt" in classes:
            self._begin_block()
            element.part = "title" if "nb-prompt" in classes else ""
        elif "nb-name" in classes and self._record() is not self._section:
            element.part = "title"
        elif "nb-kind" in classes:
            element.part = "kind"
        elif tag in _SILENT or "data-search-exclude" in values or _SILENT_CLASSES.intersection(classes):
            element.part = "silent"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over elements without content."""

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        record = self._record()
        part = next((element.part for element in reversed(self._open) if element.part), "text")
        if record and part != "silent":
            setattr(record, part, getattr(record, part) + data)

    def _begin(self, anchor: str, kind: str) -> Record:
        self.records.append(Record(anchor, kind))
        return self.records[-1]

    def _begin_block(self) -> None:
        """Begin the record of the innermost element with an anchor. A question says its kind nowhere."""
        home = next((element for element in reversed(self._open) if element.anchor), None)
        if home and home.record is None and home.tag not in _HEADINGS:
            home.record = self._begin(home.anchor, "Question" if home.tag == "details" else "")

    def _in_silence(self) -> bool:
        """Return whether this stands in an element of which nothing is to be found."""
        return any(element.part == "silent" for element in self._open)

    def _record(self) -> Record | None:
        return next((element.record for element in reversed(self._open) if element.record), self._section)


@dataclass(frozen=True)
class SearchPage:
    """A page of the site as the search knows it."""

    url: str
    title: str
    topic: str
    records: list[Record]


def write_search(site: Path) -> int:
    """Write the search's index for the pages in `site`; return how many records it finds."""
    pages = read_pages(site)
    found = [(number, page, record) for number, page in enumerate(pages) for record in page.records]
    asked = [{"id": number, "title": record.title, "text": record.text} for number, (_, _, record) in enumerate(found)]
    index = {
        "pages": [{"url": page.url, "title": page.title, "topic": page.topic} for page in pages],
        "records": [[number, r.anchor, r.kind, r.title, excerpt(r.text)] for number, _, r in found],
        "index": ask("search.makeIndex", asked),
    }
    # A script and not JSON, which a page opened from a folder may not read.
    script = f"globalThis.nablaSearch={json.dumps(index, ensure_ascii=False, separators=(',', ':'))}\n"
    (site / INDEX).parent.mkdir(exist_ok=True)
    (site / INDEX).write_text(script, encoding="utf-8", newline="\n")
    return len(found)


def read_pages(site: Path) -> list[SearchPage]:
    """Return the pages in `site` that hold something to be found, with what that is."""
    read = {path.relative_to(site).as_posix(): read_records(path.read_text(encoding="utf-8")) for path in _html(site)}
    titles = {url: records[0].title for url, records in read.items() if records}
    pages = []
    for url, title in titles.items():
        home = f"{url.rpartition('/')[0]}/index.html"
        topic = titles.get(home, "") if url.startswith("topics/") and url != home else ""
        in_topic = url.startswith("topics/")
        read[url][0].kind = _KINDS.get(url.rpartition("/")[2], "Lesson") if in_topic else "Page"
        if url.startswith(_AUTHORS):
            for record in read[url]:
                record.text = ""
        pages.append(SearchPage(url, title, topic, read[url]))
    return pages


def _html(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*.html")) if path.name != "404.html")


def read_records(html: str) -> list[Record]:
    """Return what can be found on a page, the page's own title first; blocks that it collects are found at home."""
    article = _ARTICLE.search(html)
    return [copy(record) for record in _records(article[0] if article else "")]


@by_text
def _records(article: str) -> list[Record]:
    reader = _Reader()
    reader.feed(_PROGRAM.sub(r"\1", without_formulas(article)))
    for record in reader.records:
        record.title, record.text = " ".join(record.title.split()), " ".join(record.text.split())
    # A heading over nothing but blocks, such as "Exercises", says less than they do.
    empty = [one for one in reader.records[1:] if one.kind == "Section" and not one.text]
    return [one for one in reader.records if one not in empty]


def excerpt(text: str) -> str:
    """Return how a text begins, in whole words; a displayed formula before the first sentence is passed over.

    >>> excerpt("… Here the place is fixed. The derivative exists where this limit does.")
    'Here the place is fixed. The derivative exists where this …'
    """
    text = _LEADING.sub("", text)
    return text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] + " …"

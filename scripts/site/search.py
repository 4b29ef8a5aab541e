"""What the search of the site finds: the sections and blocks of its built pages, and the index over their words.

Made from the pages as they stand in a folder, so it does not matter which builder wrote them. Formulas are found by
their names and by the words around them, never by TeX; where a reader sees one, it stands in a line of text. Only what
counts operations, such as n³, is a word by itself.
"""

import json
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from scripts.foundation.steady import by_text
from scripts.typeset.mathml_words import in_words
from scripts.typeset.node import ask

INDEX, WORDS = Path("search") / "index.js", Path("search") / "words.js"
# How many letters of a text are shown, and what formula is too long for them.
TEASER, LONG = 60, 40
_KINDS = {"index.html": "Topic", "practice.html": "Practice", "interview.html": "Questions", "lab.html": "Lab"}
# Pages for authors are found by their headings.
_AUTHORS = "contributing/"

_FORMULA = re.compile(
    r"(<nb-math\b[^>]*>)(.*?)(?=</nb-math>)" r'|(<div\b[^>]*\bclass="nb-display"[^>]*>)(.*?)(?=</div>)', re.DOTALL
)
_TAG = re.compile(r"<[^>]+>")
_MATHML = re.compile(r"<math\b.*?</math>", re.DOTALL)
# What is kept on one line with a formula (scripts/pages/extension.py), behind its last box.
_BEHIND = re.compile(r"</span>([.,;:!?)]+)(?:</span>)?\Z")
_HATS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303"}
_HAT = re.compile(rf"(\w) ({'|'.join(_HATS)}) ?")
# A formula stands in a text as its number between these: one in a line, one that is displayed.
_INLINE_MARK, _DISPLAY_MARK = "\u2063", "\u2064"
_MARKED = re.compile("([\u2063\u2064])(\\d+)\\1")
# How many operations something takes, in a formula of not many more signs.
_COUNT = re.compile(r"(?<![\w(])n[²³](?!\w)")
_SIGNS_OF_A_COUNT = 10
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_PROGRAM = re.compile(r"(<(pre|svg)\b[^>]*>).*?(?=</\2>)", re.DOTALL)
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
_HEADINGS = {"h1", "h2", "h3"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "nb-math", "span", "strong", "sub", "sup"}
_SILENT = {"button", "pre", "script", "select", "style", "svg"}
# Solutions are not given away, and the rest says nothing of its own.
_SILENT_CLASSES = {"headerlink", "nb-download", "nb-hint", "nb-label", "nb-level", "nb-solution"}


def without_formulas(html: str) -> str:
    """Return `html` with nothing in its formulas, which hold neither links nor anchors."""
    return _FORMULA.sub(lambda found: found[1] or found[3], html)


@dataclass
class Record:
    """What a search can find: a section or a block, by its anchor."""

    anchor: str
    kind: str
    title: str = ""
    text: str = ""
    # How the text begins, for the list of what was found: with its formulas, which `text` is without.
    teaser: str = ""


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
            return
        if tag in _HEADINGS and element.anchor:
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


def write_search(site: Path) -> int:
    """Write the search's index for the pages in `site`; return how many records it finds.

    What goes by titles stands in a file of its own, and comes to the reader first.
    """
    pages = _read_pages(site)
    found = [(number, record) for number, records in enumerate(pages.values()) for record in records]
    records = [[number, record.anchor, record.kind, record.title] for number, record in found]
    packed = ask("search.pack", records, [record.text for _, record in found])
    words = {**packed["words"], "texts": [record.teaser for _, record in found]}
    _write(site / INDEX, f"globalThis.nablaSearch={_json({'pages': list(pages), 'records': packed['records']})}\n")
    _write(site / WORDS, f"nablaSearch.hear({_json(words)})\n")
    return len(found)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, script: str) -> None:
    """Write a script, and not JSON, which a page opened from a folder may not read."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(script, encoding="utf-8", newline="\n")


def _read_pages(site: Path) -> dict[str, list[Record]]:
    """Return what is to be found on the pages in `site`, by their addresses; the first is the page itself."""
    read = {path.relative_to(site).as_posix(): read_records(path.read_text(encoding="utf-8")) for path in _html(site)}
    pages = {url: records for url, records in read.items() if records}
    for url, records in pages.items():
        in_topic = url.startswith("topics/")
        records[0].kind = _KINDS.get(url.rpartition("/")[2], "Lesson") if in_topic else "Page"
        if url.startswith(_AUTHORS):
            for record in records:
                record.text = record.teaser = ""
    return pages


def _html(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*.html")) if path.name != "404.html")


def read_records(html: str) -> list[Record]:
    """Return what can be found on a page, the page's own title first; blocks that it collects are found at home."""
    article = _ARTICLE.search(html)
    return [copy(record) for record in _records(article[0] if article else "")]


@by_text
def _records(article: str) -> list[Record]:
    formulas: list[str] = []

    def number(found: re.Match[str]) -> str:
        head, formula, mark = (found[1], found[2], _INLINE_MARK) if found[1] else (found[3], found[4], _DISPLAY_MARK)
        formulas.append(formula)
        return f"{head}{mark}{len(formulas) - 1}{mark}"

    reader = _Reader()
    reader.feed(_PROGRAM.sub(r"\1", _FORMULA.sub(number, article)))
    for record in reader.records:
        title, text = " ".join(record.title.split()), " ".join(record.text.split())
        record.title = _MARKED.sub(lambda found: _words(formulas[int(found[2])]), title)
        record.text = " ".join(_MARKED.sub(lambda found: f" {_count(_words(formulas[int(found[2])]))} ", text).split())
        record.teaser = _teaser(text, formulas)
    # A heading over nothing but blocks, such as "Exercises", says less than they do.
    empty = [one for one in reader.records[1:] if one.kind == "Section" and not one.teaser]
    return [one for one in reader.records if one not in empty]


@lru_cache(maxsize=4096)
def _words(formula: str) -> str:
    """Return the HTML of a formula as a line of text, with the comma or the like behind it."""
    mathml = _MATHML.search(formula)
    if mathml is None:  # a single symbol
        return unescape(_TAG.sub("", formula))
    behind = _BEHIND.search(formula)
    words = in_words(ElementTree.fromstring(mathml[0]))  # noqa: S314 (our own)
    return _HAT.sub(lambda hat: f"{hat[1]}{_HATS[hat[2]]}", words) + (behind[1] if behind else "")


def _count(formula: str) -> str:
    """Return what a formula, in a line of text, counts, such as n³; of most nothing."""
    counted = _COUNT.search(formula) if len(formula) <= _SIGNS_OF_A_COUNT else None
    return counted[0] if counted else ""


def _teaser(text: str, formulas: list[str]) -> str:
    """Return how a text begins, in whole words and formulas; a formula that is displayed before it, if that fits."""
    leading = _MARKED.match(text)
    if leading and leading[1] == _DISPLAY_MARK:
        shown = _words(formulas[int(leading[2])])
        return shown if len(shown) <= TEASER else _teaser(text[leading.end() :].strip(), formulas)

    def in_line(found: re.Match[str]) -> str:
        shown = _words(formulas[int(found[2])])
        return shown if len(shown) <= LONG else "…"

    begun: list[str] = []
    for word in text.split():
        shown = _MARKED.sub(in_line, word)
        if len(" ".join([*begun, shown])) > TEASER:
            return " ".join([*begun, "…"])
        begun.append(shown)
    return " ".join(begun)

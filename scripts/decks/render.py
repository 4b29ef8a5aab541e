"""From the Markdown of a block to the HTML of a field, with the pictures and formulas it uses."""

import posixpath
import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.snippets import SnippetMissingError

from scripts.course import gaps
from scripts.course.model import Course
from scripts.course.page import Block, Page
from scripts.course.plan import PlannedTopic
from scripts.decks.card_markdown import extensions_of_cards
from scripts.decks.fields import Formula, field_text, formulas_in
from scripts.decks.media import Media, media_of
from scripts.decks.settings import PLACEHOLDER
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.figure import card_figure
from scripts.pages.kinds import BLOCKS
from scripts.run.figures import FIGURES

_ONE_PARAGRAPH = re.compile(r"\A<p>((?:(?!<p>).)*)</p>\Z", re.DOTALL)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


@dataclass
class Rendered:
    """A field: its HTML, and what it uses."""

    html: str
    formulas: list[Formula] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)


class Renderer:
    """Converts the Markdown of blocks. Mistakes it meets are collected in `mistakes`."""

    block: Block

    def __init__(self, course: Course) -> None:
        self.mistakes: list[Mistake] = []
        self.course = course
        names, settings = extensions_of_cards(course.places)
        self._md = Markdown(extensions=[*names, CardExtension(self)], extension_configs=settings, output_format="html")
        self._inner: list[Block] = []
        self.media: list[Media] = []

    def docs_path(self, page: Page) -> str:
        """Return the path of a page below `docs/`."""
        return page.path.relative_to(self.course.places.docs).as_posix()

    def convert(self, block: Block, markdown: str, *, cloze: bool = False) -> Rendered:
        """Return the field made of `markdown`, which stands in `block`."""
        self.block, self.media = block, []
        self._inner = block.page.within(block)[1:]
        try:
            converted = self._md.reset().convert(markdown)
        except SnippetMissingError as error:
            self.wrong(str(error).strip(), "name a file and a section that exist below snippets/")
            return Rendered("")
        if lost := _RAW.search(converted):
            what = next(filter(None, lost.groups()))
            self.wrong(f"a card cannot hold this: '{what}'", f"it can: text, {', '.join(_BLOCKS)}")
        converted = _TABLE.sub(r'<div class="nb-table">\g<0></div>', converted)
        html = field_text(converted, cloze=cloze)
        if match := _ONE_PARAGRAPH.match(html):
            html = match[1]
        return Rendered(html, list(formulas_in(converted, cloze=cloze)), self.media)

    def wrong(self, what: str, remedy: str) -> None:
        """Collect a mistake at the block that is converted."""
        self.mistakes.append(self.block.mistake(what, remedy))

    def inner_block(self, kind: str, argument: str) -> Block | None:
        """Return the block inside of the card's own that is meant."""
        return next((one for one in self._inner if (one.kind, one.argument) == (kind, argument)), None)

    def figure(self, block: Block) -> Rendered:
        """Return the figure that `block` names for its cards, or nothing if it names none."""
        self.block, self.media = block, []
        if "figure" not in block.options:
            return Rendered("")
        name, known = str(block.options["figure"]), self._figures[block.topic]
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.3)
            what, remedy = (
                f"no page of the topic shows a figure '{name}'",
                f"there are {', '.join(near or known) or 'none'}",
            )
            self.mistakes.append(block.mistake(what, remedy, option="figure"))
            return Rendered("")
        if FIGURES.result(known[name]) is None:
            return Rendered("")  # it failed, which is reported where it is drawn
        element = card_figure(known[name], self.picture)
        return Rendered(etree.tostring(element, encoding="unicode", method="html"), media=self.media)

    @cached_property
    def _figures(self) -> dict[PlannedTopic | None, dict[str, Block]]:
        """The figures of each topic by name; those that cards name are drawn."""
        found: dict[PlannedTopic | None, dict[str, Block]] = {topic.planned: {} for topic in self.course.topics}
        for topic, block in self.course.blocks("figure"):
            found[topic.planned][block.argument] = block
        named = [(topic.planned, block.options.get("figure")) for topic, block in self.course.blocks(*BLOCKS)]
        FIGURES.run_missing([found[topic][name] for topic, name in named if name in found[topic]])
        return found

    def picture(self, path: Path, program: str = "") -> str:
        """Return the name in Anki of the picture at `path`, which the package then carries.

        For the lock its `program` stands for a drawing that no two kinds of processors make alike.
        """
        try:
            media = media_of(path, program)
        except OSError:
            self.wrong(f"the image '{path.name}' does not exist", "correct its path, or let a figure block draw it")
            return ""
        self.media.append(media)
        return media.name


_BLOCKS = {name: kind.ON_CARD for name, kind in BLOCKS.items() if kind.ON_CARD}
# What stays as it was written: a block that no card can hold, a diagram, a mark of a footnote.
_RAW = re.compile(r"(?:<p>|^)(/{3,}[^<\n]*)|<code[^>]*>(flowchart [^<\n]*)|(\[\^[^\]<]+\])", re.MULTILINE)


class _Finish(Treeprocessor):
    """Marks gaps for the field, makes links absolute, and takes pictures into the package."""

    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        super().__init__(md)
        self._renderer = renderer

    def run(self, root: etree.Element) -> None:
        """Go through the converted text once."""
        for element in root.iter():
            if number := element.get("data-gap"):
                element.tag = f"gap{number}"
                element.attrib.clear()
            elif element.tag == "a" and element.get("href") is not None:
                element.set("href", self._absolute(str(element.get("href"))))
            elif element.tag == "img" and element.get("width") is None:
                self._take(element)

    def _absolute(self, link: str) -> str:
        if urlsplit(link).scheme or link.startswith("//"):
            return link
        path, _, anchor = link.partition("#")
        course, page = self._renderer.course, self._renderer.block.page
        here = self._renderer.docs_path(page if path else course.homes.get(anchor, page))
        target = posixpath.normpath(posixpath.join(posixpath.dirname(here), unquote(path))) if path else here
        if path.startswith("/") or target.startswith("..") or not (course.places.docs / target).is_file():
            what = f"the link '{link}' leads nowhere"
            self._renderer.wrong(what, "link a page by its path, such as '../02-…/index.md', and a block by '#id'")
        return PLACEHOLDER + page_url(target) + (f"#{anchor}" if anchor else "")

    def _take(self, image: etree.Element) -> None:
        source = str(image.get("src", ""))
        if urlsplit(source).scheme or source.startswith("//"):
            self._renderer.wrong(f"the image '{source}' is on another host", "keep the file beside the page")
        else:
            image.set("src", self._renderer.picture(self._renderer.block.path.parent / unquote(source)))
        if not (image.get("alt") or "").strip():
            self._renderer.wrong(f"the image '{source}' has no alternative text", "write it as '![what it shows](…)'")


def page_url(path: str) -> str:
    """Return the address of a page, relative to the site, for its path below `docs/`."""
    stem, suffix = posixpath.splitext(path)
    return f"{stem}.html" if suffix in (".md", ".py") else path


class CardExtension(BlocksExtension):
    """What cards need of Markdown beyond what others have made."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self._renderer = renderer

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802 (PyMdown's name)
        """Register blocks, gaps and the last pass."""
        md.nabla_cards = self._renderer  # type: ignore[attr-defined]
        for block in _BLOCKS.values():
            block_mgr.register(block, self.getConfigs())
        gaps.extend(md)
        md.treeprocessors.register(_Finish(md, self._renderer), "nabla-cards", 15)

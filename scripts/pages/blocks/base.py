"""What all blocks of the course share: their declaration, and their way to the model while a page is rendered."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

from markdown.util import AtomicString
from pymdownx.blocks.block import Block as PymdownBlock

from scripts.course.page import Block, paragraphs
from scripts.course.snippets import functions
from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import shown
from scripts.pages.context import Context, context_of
from scripts.pages.gives import Card, Section
from scripts.run.results import Runs

# The option by which a block that is rendered knows where it was read; no author writes it.
PLACE = "at"

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def block_id(value: Any) -> str:
    """Accept an id: lower-case words joined by hyphens. Raises ValueError."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise ValueError("an id is lower-case words joined by hyphens, such as 'chain-rule'")
    return value


def text(value: Any) -> str:
    """Accept a text that is not empty. Raises ValueError."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("it wants a text")
    return value


def flag(value: Any) -> bool:
    """Accept true or false. Raises ValueError."""
    if not isinstance(value, bool):
        raise ValueError("it is 'true' or 'false'")
    return value


# The figure below the answer of a block's card: a function that a figure of the same topic shows.
FIGURE = ("", text)


def one_of(*choices: str) -> Callable[[Any], str]:
    """Return a type that accepts one of `choices`."""

    def accept(value: Any) -> str:
        if value not in choices:
            raise ValueError(f"it is one of {', '.join(choices)}")
        return str(value)

    return accept


class CourseBlock(PymdownBlock):
    """A block of the course.

    A subclass declares, as PyMdown knows it, `NAME`, `ARGUMENT` (whether something follows the bar) and `OPTIONS`
    (name: default and type), and besides what is its own of the following. One that has a box has an option `id`.
    """

    NAME: ClassVar[str] = ""
    # Options that an author must write.
    REQUIRED: ClassVar[tuple[str, ...]] = ()
    # What the argument names: a function in this module of the topic, whose package has other files that are shown;
    # or a module of the front end.
    FUNCTIONS_IN: ClassVar[str] = ""
    SHOWS: ClassVar[tuple[str, ...]] = ()
    MODULE: ClassVar[bool] = False
    # Whether it has content, and whether that is text alone, since other pages repeat it.
    BODY: ClassVar[bool] = True
    ALONE: ClassVar[bool] = False
    # The only pages on which it may stand (`topic` or `study`), whether only once with the same argument, and whether
    # it may stand inside of another block.
    HOME: ClassVar[str] = ""
    ONCE: ClassVar[bool] = False
    INSIDE: ClassVar[bool] = False
    # What must be run for it.
    RUNS: ClassVar[Runs | None] = None
    # How it stands on a card, if it is inside of a block that becomes one.
    ON_CARD: ClassVar[type[PymdownBlock] | None] = None
    # What counts besides its words, or instead of them, by the table in `scripts.pages.minutes`; whether its words do
    # not count.
    READING: ClassVar[str] = ""
    PRACTICE: ClassVar[str] = ""
    FOLDED: ClassVar[bool] = False

    source: Block
    context: Context

    def __init_subclass__(cls) -> None:
        # Written into each head before the page is parsed (`scripts.pages.extension`).
        cls.OPTIONS = {**cls.OPTIONS, PLACE: ("", text)}

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """Yield what its author did wrong, beyond what the declaration says."""
        yield from ()

    @classmethod
    def cards(cls, block: Block) -> Iterator[Card]:
        """Yield the notes that Anki gets of it."""
        yield from ()

    @classmethod
    def prompts(cls, block: Block) -> Iterator[str]:
        """Yield what a lesson asks of it again at its end, in Markdown: questions that its content answers."""
        yield from ()

    @classmethod
    def notes(cls, block: Block) -> Iterator[tuple[Section, str]]:
        """Yield what the notes template has of it, in Markdown, each with its section."""
        yield from ()

    def on_validate(self, parent: etree.Element) -> bool:
        """Find the block as it was read from the page."""
        self.context = context_of(self.md)
        found = self.context.block_at(str(self.options[PLACE]), self.NAME)
        if found is None:
            return False
        self.source = found
        return True

    def box(self, parent: etree.Element, kind: str, name: str) -> etree.Element:
        """Add a box for the block, with its kind in words, its name and a permanent link."""
        element = sub(parent, "div", f"nb-box nb-{self.source.kind}", id=self.source.id)
        title = sub(element, "p", "nb-title")
        unsearched(sub(title, "span", "nb-kind", kind)).tail = " "
        sub(title, "strong", "nb-name", name)
        self.permalink(title)
        return element

    def permalink(self, parent: etree.Element) -> None:
        """Add a link to the block itself."""
        label, href = "Permanent link", f"#{self.source.id}"
        words = f"{label}: {plain(self.source.argument)}"
        unsearched(sub(parent, "a", "headerlink", "¶", href=href, title=label, aria_label=words))

    def folded(self, parent: etree.Element, summary: str, css: str) -> etree.Element:
        """Add a folded part and return it; `summary` is Markdown in one line."""
        details = sub(parent, "details", css)
        sub(details, "summary", "", summary)
        return details

    def picture(self, parent: etree.Element, theme: str, path: Path, alt: str, size: tuple[int, int]) -> None:
        """Add a picture for one theme, of which the stylesheet shows the reader's."""
        width, height = map(str, size)
        said = {"src": self.context.relative(path), "alt": alt, "loading": "lazy", "width": width, "height": height}
        sub(parent, "img", f"nb-only-{theme}", **said)

    def printed(self, parent: etree.Element, output: str) -> etree.Element:
        """Add what a program printed, and return it."""
        element = sub(parent, "div", "nb-output")
        unsearched(sub(element, "p", "nb-label", "prints"))
        sub(sub(element, "pre"), "code").text = AtomicString(output)
        return element

    def markdown(self, parent: etree.Element, content: str) -> None:
        """Render Markdown blocks into `parent`."""
        self.md.parser.parseChunk(parent, content)

    def html(self, parent: etree.Element, content: str) -> None:
        """Put ready HTML into `parent`."""
        sub(parent, "div", "nb-html", self.md.htmlStash.store(content))


class CaptionedBlock(CourseBlock):
    """A block that makes a figure and puts its content into the caption."""

    def captioned(self, figure: etree.Element) -> etree.Element:
        """Close a figure with its caption, for `on_create`."""
        self.caption = sub(figure, "figcaption")
        return figure

    def on_add(self, block: etree.Element) -> etree.Element:
        """Put the content into the caption."""
        return self.caption

    def on_markdown(self) -> str:
        """Read the caption as blocks, since it may hold several."""
        return "block"


class CardBlock(PymdownBlock):
    """A block inside of a block that becomes a card, as it stands on the card."""

    source: Block

    def on_validate(self, parent: etree.Element) -> bool:
        """Find the block as it was read from the page."""
        found: Block | None = self.md.nabla_cards.inner_block(self.NAME, self.argument or "")
        if found is not None:
            self.source = found
        return found is not None


def missing_function(block: Block, module: str, name: str, option: str | None = None) -> Iterator[Mistake]:
    """Yield a mistake if `module` of the block's topic has no function `name`."""
    known = functions(block.package, module)
    if name not in known:
        what = f"there is no function '{name}' in {shown(block.package / module)}"
        yield block.mistake(what, f"known: {', '.join(known) or 'none'}", option=option)


def sub(parent: etree.Element, tag: str, css: str = "", content: str = "", **attributes: str) -> etree.Element:
    """Add an element with a class, Markdown inline content and attributes, `data_topic` for `data-topic`."""
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    element = etree.SubElement(parent, tag, {"class": css} | named if css else named)
    element.text = content
    return element


def unsearched(element: etree.Element) -> etree.Element:
    """Keep an element out of the search index: it says nothing of its own."""
    element.set("data-search-exclude", "")
    return element


def plain(markdown: str) -> str:
    """Return inline Markdown as plain words, for attributes and titles."""
    return re.sub(r"[*_`$\\]", "", markdown)


def unmarked(element: etree.Element, marker: str) -> bool:
    """Take `marker` off the beginning of a paragraph; return whether it was there."""
    words = element.text or ""
    if element.tag != "p" or not words.startswith(marker):
        return False
    element.text = words.removeprefix(marker).lstrip()
    return True


def marked(markdown: str, marker: str) -> tuple[str, list[str]]:
    """Split a body into what comes without and the paragraphs that begin with `marker`, marker removed."""
    rest, found = [], []
    for paragraph in paragraphs(markdown):
        if paragraph.startswith(marker):
            found.append(paragraph.removeprefix(marker).strip())
        else:
            rest.append(paragraph)
    return "\n\n".join(rest), found

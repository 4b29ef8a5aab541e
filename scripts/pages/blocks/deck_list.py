"""The block `deck-list`."""

import json
import xml.etree.ElementTree as etree
from datetime import UTC, datetime
from typing import Any

from markdown.util import AtomicString

from scripts.course.page import Block
from scripts.pages.blocks.base import CourseBlock, sub


class DeckListBlock(CourseBlock):
    """The packages with their numbers, what is new, and how to find removed cards. No argument, options or content."""

    NAME = "deck-list"
    BODY = False
    HOME = "study"
    ONCE = True

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the list from what the export wrote down."""
        element = sub(parent, "section", "nb-decks")
        # The decks are made before the pages, since this page tells what is in them.
        cards = self.source.places.build / "decks" / "cards.json"
        if not cards.is_file():
            sub(element, "p", "", "The decks are not made yet: run `python -m scripts decks`.")
            return element
        data = json.loads(cards.read_text(encoding="utf-8"))
        self._table(element, data)
        if data["release"]:
            self._news(element, data)
        self._removed(element, data)
        return element

    def _table(self, parent: etree.Element, data: dict[str, Any]) -> None:
        table = sub(parent, "table")
        head = sub(sub(table, "thead"), "tr")
        for name in ("Deck", "Cards", "Size", *(["New, changed"] if data["release"] else [])):
            sub(head, "th", "", name).set("scope", "col")
        body = sub(table, "tbody")
        for file in data["files"]:
            row, since = sub(body, "tr"), file["since_release"]
            link = sub(sub(row, "td"), "a", "", file["title"] if file["topic"] else "The whole course")
            link.set("href", self.context.relative(self.source.places.docs / "decks" / file["name"]))
            link.set("download", file["name"])
            sub(row, "td", "", str(file["cards"]))
            sub(row, "td", "", f"{max(1, round(file['bytes'] / 1000))}\N{NO-BREAK SPACE}kB")
            if data["release"]:
                sub(row, "td", "", f"{len(since['new'])}, {len(since['changed'])}")
        latest = max(file["since_release"]["date"] for file in data["files"])
        sub(parent, "p", "", f"The cards last changed on {day(latest)}.")

    def _news(self, parent: etree.Element, data: dict[str, Any]) -> None:
        since = data["files"][0]["since_release"]
        total = sum(len(since[kind]) for kind in ("new", "changed", "removed"))
        if not total:
            sub(parent, "p", "", f"Nothing has changed since release {data['release']}.")
            return
        details = self.folded(parent, f"What is new since release {data['release']}", "nb-deck-news")
        home = {block.id: block for page in self.context.course.pages.values() for block in page.blocks}
        for kind in ("new", "changed"):
            ids = dict.fromkeys(identifier.removesuffix(".cloze") for identifier in since[kind])
            self._links(details, kind.capitalize(), [home[identifier] for identifier in ids])
        if since["removed"]:
            sub(details, "p", "nb-label", f"Removed: {len(since['removed'])}, see below")

    def _links(self, parent: etree.Element, label: str, blocks: list[Block]) -> None:
        if not blocks:
            return
        sub(parent, "p", "nb-label", label)
        items = sub(parent, "ul")
        for block in blocks:
            link = sub(sub(items, "li"), "a", "", block.argument)
            link.set("href", f"{self.context.link(block.path)}#{block.id}")

    def _removed(self, parent: etree.Element, data: dict[str, Any]) -> None:
        count = len(data["removed"])
        if not count:
            sub(parent, "p", "", "No card has been removed from the course so far.")
            return
        sub(parent, "p", "", f"Cards removed from the course so far: {count}. This search finds them in Anki:")
        code = sub(sub(parent, "pre", "nb-search"), "code")
        code.text = AtomicString(data["removed_search"])


def day(seconds: int) -> str:
    """Return a day in words.

    >>> day(1_795_000_000)
    '18 November 2026'
    """
    moment = datetime.fromtimestamp(seconds, tz=UTC)
    return f"{moment.day} {moment:%B %Y}"

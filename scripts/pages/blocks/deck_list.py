"""The block `deck-list`."""

import json
import xml.etree.ElementTree as etree
from collections.abc import Iterator
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
        news = dict(_news(data))
        self._table(element, data, next(iter(news), ""))
        if release := data["release"]:
            since = "" if "since_release" in news else " Nothing has changed since."
            sub(element, "p", "", f"The last release is {release}, of {_day(data['releases'][release])}.{since}")
        for kind, title in news.items():
            self._told(element, title, data["files"][0][kind])
        self._removed(element, data)
        return element

    def _table(self, parent: etree.Element, data: dict[str, Any], kind: str) -> None:
        table = sub(parent, "table")
        head = sub(sub(table, "thead"), "tr")
        for name in ("Deck", "Cards", "Size", *(["New, changed"] if kind else [])):
            sub(head, "th", "", name).set("scope", "col")
        body = sub(table, "tbody")
        for file in data["files"]:
            row = sub(body, "tr")
            link = sub(sub(row, "td"), "a", "", file["title"] if file["topic"] else "The whole course")
            link.set("href", self.context.relative(self.source.places.docs / "decks" / file["name"]))
            link.set("download", file["name"])
            sub(row, "td", "", str(file["cards"]))
            sub(row, "td", "", f"{max(1, round(file['bytes'] / 1000))}\N{NO-BREAK SPACE}kB")
            if kind:
                sub(row, "td", "", f"{len(file[kind]['new'])}, {len(file[kind]['changed'])}")
        latest = max(file["since_release"]["date"] for file in data["files"])
        sub(parent, "p", "", f"The cards last changed on {_day(latest)}.")

    def _told(self, parent: etree.Element, title: str, news: dict[str, Any]) -> None:
        details = self.folded(parent, title, "nb-deck-news")
        home = {block.id: block for page in self.context.course.pages.values() for block in page.blocks}
        for kind in ("new", "changed"):
            ids = dict.fromkeys(identifier.removesuffix(".cloze") for identifier in news[kind])
            self._links(details, kind.capitalize(), [home[identifier] for identifier in ids])
        if news["removed"]:
            sub(details, "p", "nb-label", f"Removed: {len(news['removed'])}, see below")

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


def _news(data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what there is to tell, what is most recent first: the key under which each file has it, and a title."""
    whole = data["files"][0]
    for kind, title in (("since_release", "What is new since"), ("of_release", "What was new in")):
        if data["release"] and any(whole[kind][change] for change in ("new", "changed", "removed")):
            yield kind, f"{title} release {data['release']}"


def _day(seconds: int) -> str:
    """Return a day in words.

    >>> _day(1_795_000_000)
    '18 November 2026'
    """
    moment = datetime.fromtimestamp(seconds, tz=UTC)
    return f"{moment.day} {moment:%B %Y}"

"""The plan of the course, read from `course.toml`: two phases, ten topics, and the lessons of each in their order."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.foundation.mistakes import Mistake, Mistakes
from scripts.foundation.paths import HERE, Places

_TOPIC = {"number": int, "phase": int, "slug": str, "title": str, "summary": str}
_LESSONS = {"lessons": list}
FRONT = "index"
AFTER_LESSONS = {"practice": "Practice", "interview": "Interview questions", "lab": "Lab"}
"""What a topic has besides its front page and its lessons, in the order in which readers come to it, and its names."""


@dataclass(frozen=True)
class PlannedTopic:
    """A topic as planned, written or not."""

    number: int
    phase: int
    slug: str
    title: str
    summary: str
    lessons: tuple[str, ...] = ()
    docs: Path = field(default=HERE.docs, compare=False)

    @property
    def folder(self) -> str:
        """The topic's folder under `docs/topics/`."""
        return f"{self.number:02}-{self.slug}"

    @property
    def path(self) -> Path:
        """The topic's front page."""
        return self.page(FRONT)

    @property
    def way(self) -> list[Path]:
        """The topic's pages in the order in which a reader walks through them, written or not."""
        return [self.page(name) for name in (FRONT, *self.lessons, *AFTER_LESSONS)]

    def page(self, name: str) -> Path:
        """Return where a page of the topic stands."""
        return self.docs / "topics" / self.folder / f"{name}.md"

    @property
    def package(self) -> str:
        """The topic's package under `snippets/`: its slug with underscores."""
        return self.slug.replace("-", "_")

    @property
    def written(self) -> bool:
        """Whether the topic has a front page yet."""
        return self.path.is_file()


@dataclass(frozen=True)
class Plan:
    """The course as planned."""

    title: str
    subtitle: str
    phases: dict[int, str]
    topics: tuple[PlannedTopic, ...]
    # The address below which the project's files can be read in a browser; empty if there is none.
    repository: str = ""
    # The address of a form for mistakes on cards, behind which a card's id is put; empty if there is none.
    report: str = ""

    @cached_property
    def by_slug(self) -> dict[str, PlannedTopic]:
        """The topics by slug."""
        return {topic.slug: topic for topic in self.topics}

    def topic_at(self, path: Path) -> PlannedTopic | None:
        """Return the topic in whose folder `path` stands, if any."""
        return next((topic for topic in self.topics if topic.path.parent in path.parents), None)


def read_plan(places: Places = HERE) -> Plan:
    """Read the plan of a course. Raises `Mistakes` with the place where it is not one."""
    path = places.plan
    text = _read_utf8(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise wrong_toml(path, error) from None
    place = _Place(path, text)
    return Plan(
        title=place.value(data, "title", str),
        subtitle=place.value(data, "subtitle", str),
        phases={
            place.value(phase, "number", int): place.value(phase, "title", str)
            for phase in place.tables(data, "phases", {"number": int, "title": str})
        },
        topics=tuple(_topic(topic, places) for topic in place.tables(data, "topics", _TOPIC, _LESSONS)),
        repository=os.environ.get("REPOSITORY_URL") or place.value({"repository": "", **data}, "repository", str),
        report=place.value({"report": "", **data}, "report", str),
    )


def _topic(table: dict[str, Any], places: Places) -> PlannedTopic:
    return PlannedTopic(**{**table, "lessons": tuple(table.get("lessons", ())), "docs": places.docs})


def _read_utf8(path: Path) -> str:
    """Return the text of a file. Raises `Mistakes` if it is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Mistakes([Mistake(path, line, "the file is not UTF-8", "save it with that encoding")]) from None


def wrong_toml(path: Path, error: tomllib.TOMLDecodeError) -> Mistakes:
    """Return the mistake of a file that is not TOML."""
    line = re.search(r"at line (\d+)", str(error))
    what = f"it is not TOML: {error}"
    return Mistakes([Mistake(path, int(line[1]) if line else 1, what, "correct it there, or take it from Git")])


_KINDS = {int: "a number", str: "a text in quotes", list: "[…], a list"}


class _Place:
    """Reads values of the plan, and knows the lines of its tables."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()

    def value(self, table: dict[str, Any], name: str, kind: type, line: int = 1) -> Any:
        """Return the value of a key."""
        if not isinstance(table.get(name), kind):
            what = f"'{name}' is missing" if name not in table else f"'{name}' is {table[name]!r}"
            remedy = f"write {name} = {_KINDS[kind]}"
            raise Mistakes([Mistake(self._path, line, what, remedy)])
        return table[name]

    def tables(
        self, data: dict[str, Any], name: str, keys: dict[str, type], besides: Mapping[str, type] = {}
    ) -> list[dict[str, Any]]:
        """Return the tables `[[name]]`, each with just these keys, and those `besides` that it has."""
        found = data.get(name)
        if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
            raise Mistakes([Mistake(self._path, 1, f"there is no table '{name}'", f"write one or more [[{name}]]")])
        places = [number for number, line in enumerate(self._lines, start=1) if line.strip() == f"[[{name}]]"]
        for table, line in zip(found, [*places, *[1] * len(found)], strict=False):
            known = {**keys, **besides}
            for key, kind in known.items():
                if key in keys or key in table:
                    self.value(table, key, kind, line)
            if unknown := sorted(set(table) - set(known)):
                what = f"there is no key '{unknown[0]}' in [[{name}]]"
                raise Mistakes([Mistake(self._path, line, what, f"its keys are {', '.join(known)}")])
        return found

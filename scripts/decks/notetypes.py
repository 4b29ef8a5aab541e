"""The note types: ids and fields from `decks/<name>/notetype.toml`, templates from the HTML files beside it.

A template is a whole page, so that an author can open it in a browser with its style; what is within its `<body>` goes
to Anki.
"""

import json
import re
import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.course.plan import Plan
from scripts.foundation.mistakes import Mistake, Mistakes, line_at
from scripts.foundation.paths import HERE

BASIC = "basic"
CLOZE = "cloze"
_BODY = re.compile(r"<body[^>]*>\s*(.*?)\s*</body>", re.DOTALL)
_REPORT = re.compile(r'\n<a class="nb-report".*?</a>')
_REPORT_AT = "https://report.invalid/"
_USED = re.compile(r"\{\{(?:[#^/]|\w+:)?([\w ]+)\}\}")


@dataclass(frozen=True)
class Field:
    """A field: its name and id."""

    name: str
    id: int


@dataclass(frozen=True)
class Template:
    """A card template: its name and id, and the HTML of both sides."""

    name: str
    id: int
    front: str
    back: str


@dataclass(frozen=True)
class NoteType:
    """A note type as Anki knows it."""

    key: str
    id: int
    name: str
    sort: int
    cloze: bool
    fields: tuple[Field, ...]
    templates: tuple[Template, ...]
    css: str

    @cached_property
    def schema(self) -> dict[str, Any]:
        """What may never change: with any other ids, names or order Anki stops updating."""
        return {
            "id": self.id,
            "name": self.name,
            "fields": [[field.name, field.id] for field in self.fields],
            "templates": [[template.name, template.id] for template in self.templates],
        }

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of its fields, in order."""
        return tuple(field.name for field in self.fields)

    def values(self, fields: dict[str, str]) -> list[str]:
        """Return the values of `fields` in the note type's order, empty where there is none."""
        get = fields.get
        return [get(name, "") for name in self.names]


def read_note_types(folder: Path = HERE.decks) -> dict[str, NoteType]:
    """Read the note types by key. Raises `Mistakes`."""
    return {key: _read(folder, key) for key in (BASIC, CLOZE)}


def of_course(note_type: NoteType, plan: Plan) -> NoteType:
    """Return a note type with what cards say of a course: the titles of topics, and where to report a mistake.

    Neither stands in a note, so that a new title or address rewrites no card, and with it no reader's own words.
    """
    titles = [
        f'.nb-topic[data-topic="{topic.number:02}"]::after {{ content: {_css(f" {topic.title}")} }}\n'
        for topic in plan.topics
    ]
    templates = tuple(
        replace(one, front=_reporting(one.front, plan), back=_reporting(one.back, plan)) for one in note_type.templates
    )
    return replace(note_type, css="".join([note_type.css, *titles]), templates=templates)


def _css(text: str) -> str:
    """Return a text as a string of CSS."""
    return json.dumps(text, ensure_ascii=False)


def _reporting(side: str, plan: Plan) -> str:
    return side.replace(_REPORT_AT, plan.report) if plan.report else _REPORT.sub("", side)


def _read(folder: Path, key: str) -> NoteType:
    path = folder / key / "notetype.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        fields = tuple(Field(**field) for field in data["fields"])
        templates = tuple(
            Template(
                name=template["name"],
                id=template["id"],
                front=_body(path.parent / template["front"], fields),
                back=_body(path.parent / template["back"], fields),
            )
            for template in data["templates"]
        )
        css = (folder / "card.css").read_text(encoding="utf-8")
        sort = [field.name for field in fields].index(data["sort"])
        return NoteType(key, data["id"], data["name"], sort, data.get("cloze", False), fields, templates, css)
    except KeyError as error:
        what = f"{error} is missing"
    except (OSError, ValueError, TypeError) as error:
        what = f"the note type cannot be read: {error}"
    raise Mistakes(
        [Mistake(path, 1, what, "take the file from Git; what it may hold is in docs/contributing/decks.md")]
    )


def _body(path: Path, fields: tuple[Field, ...]) -> str:
    text = path.read_text(encoding="utf-8")
    match = _BODY.search(text)
    if match is None:
        raise Mistakes([Mistake(path, 1, "the template has no <body>", "write a whole page, like its neighbors")])
    known = {field.name for field in fields} | {"FrontSide"}
    for used in _USED.finditer(match[1]):
        if used[1] not in known:
            line = line_at(text, match.start(1) + used.start())
            what, remedy = f"there is no field '{used[1]}'", f"it is one of {', '.join(sorted(known))}"
            raise Mistakes([Mistake(path, line, what, remedy)])
    return match[1]

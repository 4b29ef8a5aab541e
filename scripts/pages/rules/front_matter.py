"""The rules for what a page says of itself in its front matter and its title, by its role in the topic."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from scripts.course.page import Page
from scripts.course.plan import Plan
from scripts.foundation.mistakes import Mistake, line_at

_LONGEST_QUESTION = 160
_DIFFICULTIES = ("foundational", "intermediate", "advanced")
_TITLE = re.compile(r"^# +(.+?) *$", re.MULTILINE)
_GUIDE = "see docs/contributing/writing-a-page.md"


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


# Each name, what its value must be, and the words for that.
_FRONT: dict[str, tuple[Callable[[Any], bool], str]] = {
    "title": (_text, "a text"),
    "description": (_text, "a text"),
    "difficulty": (lambda value: value in _DIFFICULTIES, f"one of {', '.join(_DIFFICULTIES)}"),
    "prerequisites": (lambda value: isinstance(value, list) and all(map(_text, value)), "a list of topics' slugs"),
    "question": (
        lambda value: _text(value) and len(value) <= _LONGEST_QUESTION and "$" not in value,
        f"a question of at most {_LONGEST_QUESTION} characters, without TeX",
    ),
    "further": (lambda value: isinstance(value, bool), "'true' or 'false'"),
}
_ALL = ("title", "description")
_SEEN = ("title", "question")  # on the page, in menus and in what is found
_STRAIGHT = re.compile("[\"']")
# By the page's role in its topic: what it must have, and what it may have.
_NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "index": ((*_ALL, "difficulty", "prerequisites"), ()),
    "lesson": ((*_ALL, "question"), ("further",)),
    "practice": (_ALL, ()),
    "interview": (_ALL, ()),
    "lab": ((), _ALL),
    # Of no topic: what Material's front matter has besides.
    "": ((), (*_ALL, "hide", "icon", "template", "search")),
}


def wrong_front_matter(page: Page, plan: Plan) -> Iterator[Mistake]:
    """Yield what is wrong in a page's front matter and title; those of a topic are fixed in the `plan`."""
    if not page.role and page.places.docs / "topics" in page.path.parents:
        yield _homeless(page, plan)
    wanted, besides = _NAMES[page.role]
    known = (*wanted, *besides)
    for name, value in page.meta.items():
        line = page.meta_lines.get(name, 1)
        if name not in known:
            yield page.mistake(line, f"the front matter knows no '{name}'", f"it has {', '.join(known)}")
        elif name in _FRONT and not _FRONT[name][0](value):
            yield page.mistake(line, f"'{name}' of the front matter is {value!r}", f"it is {_FRONT[name][1]}")
        elif name in _SEEN and (straight := _STRAIGHT.search(str(value))):
            what = f"'{name}' of the front matter has a straight {straight[0]}"
            yield page.mistake(line, what, "write ’, or “ and ”: no program rounds them there, as it does in the text")
    for name in wanted:
        if name not in page.meta:
            yield page.mistake(1, f"the front matter lacks '{name}'", _GUIDE)
    if page.role == "index":
        yield from _as_planned(page, plan)
    if page.role in ("index", "lesson"):
        yield from _title(page)


def _homeless(page: Page, plan: Plan) -> Mistake:
    if page.topic is None:
        folders = ", ".join(planned.folder for planned in plan.topics)
        return page.mistake(1, "this page belongs to no topic of the plan", f"course.toml has {folders}")
    what = f"'{page.path.stem}' is no lesson of the topic in the plan"
    return page.mistake(1, what, f"add it to the lessons of '{page.topic.slug}' in course.toml, in its place")


def _as_planned(page: Page, plan: Plan) -> Iterator[Mistake]:
    topic = page.topic
    if topic and page.meta.get("title", topic.title) != topic.title:
        yield page.mistake(1, f"the title is not the plan's, '{topic.title}'", "titles are fixed in course.toml")
    line, wanted = page.meta_lines.get("prerequisites", 1), page.meta.get("prerequisites")
    for slug in wanted if isinstance(wanted, list) else ():
        if slug not in plan.by_slug:
            what = f"there is no topic '{slug}' to be a prerequisite"
            yield page.mistake(line, what, "use a slug of course.toml")
        elif topic and slug == topic.slug:
            yield page.mistake(line, "the topic is its own prerequisite", "leave it out")
        elif topic and plan.by_slug[slug].number > topic.number:
            what = f"the topic needs '{slug}', which comes after it"
            yield page.mistake(line, what, "leave it out; who reads in order must miss nothing")


def _title(page: Page) -> Iterator[Mistake]:
    """Yield what is wrong with the titles of a page: it begins with one, that of its front matter."""
    fixed = page.role == "index"
    title = page.topic.title if fixed and page.topic else page.meta.get("title")
    remedy = "titles are fixed in course.toml" if fixed else "write the same in front matter and heading"
    titles = list(_TITLE.finditer(page.prose))
    if title and (not titles or titles[0][1] != title):
        line = line_at(page.prose, titles[0].start()) if titles else page.first_line
        yield page.mistake(line, f"the page does not begin with '# {title}'", remedy)
    for extra in titles[1:]:
        yield page.mistake(
            line_at(page.prose, extra.start()), "a second title of the page", "sections begin with '## '"
        )

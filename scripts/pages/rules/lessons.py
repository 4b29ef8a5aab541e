"""The rules for lessons: each is there, closes with its answer and recall, and the navigation leads through them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.course.model import Course
from scripts.course.page import Page
from scripts.course.plan import PlannedTopic
from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import Places, shown

_CLOSE = ("answer", "recall")


def lessons_in(course: Course) -> Iterator[Mistake]:
    """Yield what is wrong with the lessons of a course."""
    for topic in course.plan.topics:
        for name in topic.lessons:
            page = course.pages.get(topic.page(name))
            if page is None:
                what = f"there is no lesson {shown(topic.page(name))}"
                yield Mistake(
                    course.places.plan, _line(course.places.plan, f'"{name}"'), what, "write it, or take it out"
                )
            elif page.text:
                yield from _closing(page)


def _closing(page: Page) -> Iterator[Mistake]:
    outer = [block for block in page.blocks if block.parent is None]
    for kind in _CLOSE:
        if not any(block.kind == kind for block in outer):
            yield page.mistake(page.text.count("\n") + 1, f"the lesson has no '{kind}'", f"close it with '/// {kind}'")
            return
    last = outer[-2:]
    if tuple(block.kind for block in last) != _CLOSE or page.text.split("\n")[last[-1].last_line :] not in ([], [""]):
        what = "something follows the lesson's answer and recall"
        yield last[-1].mistake(what, "close the lesson with 'answer' and 'recall', in this order")


def navigation(course: Course, nav: Any) -> Iterator[Mistake]:
    """Yield the topics whose pages stand in the navigation in another order than the plan's."""
    listed = list(_paths(nav))
    for topic in course.plan.topics:
        pages = [path for path in topic.way if path in course.pages]
        wanted = [path.relative_to(course.places.docs).as_posix() for path in pages]
        found = [path for path in listed if Path(path).parts[:2] == ("topics", topic.folder)]
        if found and found != wanted:
            yield _led_astray(course.places, topic, found, wanted)


def _led_astray(places: Places, topic: PlannedTopic, found: list[str], wanted: list[str]) -> Mistake:
    missing = [path for path in wanted if path not in found]
    wrong = next((a for a, b in zip(found, wanted, strict=False) if a != b), found[-1])
    what = f"the navigation lacks '{missing[0]}'" if missing else f"'{wrong}' is out of place in the navigation"
    return Mistake(places.config, _line(places.config, wrong), what, f"its order is {', '.join(map(_name, wanted))}")


def _name(path: str) -> str:
    return Path(path).name


def _paths(nav: Any) -> Iterator[str]:
    """Yield the pages of a navigation in their order."""
    for one in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        if isinstance(one, str):
            yield one
        else:
            yield from _paths(one)


def _line(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if text in line), 1)

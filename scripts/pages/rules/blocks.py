"""The rules of the grammar: what may stand on a page, and what a block must have. Reports every mistake it finds."""

from collections.abc import Iterator
from difflib import get_close_matches

from scripts.course.model import Course
from scripts.course.page import Block, Page
from scripts.course.snippets import syntax_error
from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import Places, shown
from scripts.pages.blocks.base import PLACE, CourseBlock, missing_function
from scripts.pages.kinds import BLOCKS
from scripts.pages.rules.front_matter import wrong_front_matter
from scripts.pages.rules.lessons import lessons_in
from scripts.pages.rules.lookalikes import lines_like_blocks
from scripts.pages.rules.text import rules_of


def mistakes_in(course: Course) -> list[Mistake]:
    """Return every mistake in the sources of the course that can be seen without running anything."""
    found = [mistake for page in course.pages.values() for mistake in mistakes_on(page, course)]
    found += lessons_in(course)
    found += _twice(course)
    found += _syntax_errors(course.places)
    return found


def mistakes_on(page: Page, course: Course) -> Iterator[Mistake]:
    """Yield the mistakes of one page that can be seen on it alone."""
    yield from page.mistakes
    # What is no UTF-8 or not YAML has no more to say.
    if page.text:
        yield from lines_like_blocks(page)
        yield from rules_of(page)
        yield from wrong_front_matter(page, course.plan)
    for block in page.blocks:
        yield from _block(block, in_topic=bool(page.role))


def _block(block: Block, *, in_topic: bool) -> Iterator[Mistake]:
    declared = BLOCKS.get(block.kind)
    if declared is None:
        meant = get_close_matches(block.kind, BLOCKS, n=1)
        remedy = f"did you mean '{meant[0]}'? " if meant else ""
        yield block.mistake(f"there is no block '{block.kind}'", f"{remedy}Known: {', '.join(sorted(BLOCKS))}")
        return
    if declared.ARGUMENT and not block.argument:
        yield block.mistake(f"'{block.kind}' lacks its argument", f"write '/// {block.kind} | …'")
        return
    if not declared.ARGUMENT and block.argument:
        yield block.mistake(f"'{block.kind}' takes no argument", f"write '/// {block.kind}'")
    yield from _options(block, declared)
    if declared.BODY and not block.body.strip():
        yield block.mistake(f"'{block.kind}' has no text", "write its content below an empty line")
    if not declared.BODY and block.body.strip():
        yield block.mistake(f"'{block.kind}' takes no text", "close it right after its head")
    if declared.ALONE:
        yield from _alone(block)
    if declared.HOME == "topic" and not in_topic:
        yield block.mistake(f"'{block.kind}' stands outside of a topic", "put it on a topic's page")
        return
    if declared.HOME == "study" and in_topic:
        yield block.mistake(
            f"'{block.kind}' stands on a topic's page", "it collects from all: put it below docs/study/"
        )
    if block.parent is not None and not declared.INSIDE:
        yield block.mistake(f"'{block.kind}' stands inside of '{block.parent.kind}'", "close that before")
    if declared.FUNCTIONS_IN:
        yield from missing_function(block, declared.FUNCTIONS_IN, block.argument)
    if "figure" in block.options and "figure" in declared.OPTIONS and not any(declared.cards(block)):
        what = "a figure for a card, and the block makes none"
        yield block.mistake(what, "leave 'figure' out, or let it be a card", option="figure")
    yield from declared.mistakes(block)


def _alone(block: Block) -> Iterator[Mistake]:
    """Yield a mistake if a block or a program stands inside of one whose text is repeated elsewhere."""
    lines = [inner.line for inner in block.page.within(block)[1:]]
    lines += [fence.line - 1 for fence in block.page.fences if block.line < fence.line <= block.last_line]
    if lines:
        what = f"a block or a program stands inside of '{block.kind}', which is text alone"
        yield block.page.mistake(min(lines), what, "put it below: other pages repeat this text")


def _options(block: Block, declared: type[CourseBlock]) -> Iterator[Mistake]:
    own = [name for name in declared.OPTIONS if name != PLACE]
    known = ", ".join(own) or "none"
    for name, value in block.options.items():
        if name not in own:
            yield block.mistake(
                f"'{block.kind}' has no option '{name}'",
                f"its options: {known}; text follows an empty line",
                option=name,
            )
            continue
        try:
            declared.OPTIONS[name][1](value)
        except ValueError as error:
            yield block.mistake(f"option '{name}' of '{block.kind}' is {value!r}", str(error), option=name)
    for name in declared.REQUIRED:
        if name not in block.options:
            yield block.mistake(f"'{block.kind}' lacks the option '{name}'", f"write '    {name}: …' below its head")


def _twice(course: Course) -> Iterator[Mistake]:
    """Yield what may be only once and is there twice: an id, an exercise, a figure; a collection on its page."""
    seen: dict[tuple[object, ...], Block] = {}
    for page in course.pages.values():
        for block in page.blocks:
            declared = BLOCKS.get(block.kind)
            keys: dict[tuple[object, ...], tuple[str, str | None]] = {}
            if block.id:
                keys["id", block.id] = (f"the id '{block.id}'", "id")
            if declared and declared.ONCE:
                name = f"'{block.kind}{' | ' * bool(block.argument)}{block.argument}'"
                keys[page.path, block.kind, block.argument] = (name, None)
            for key, (words, option) in keys.items():
                if first := seen.get(key):
                    yield block.mistake(
                        f"{words} is taken by {shown(first.path)}:{first.line}",
                        "give the newer block one of its own; an id in use never changes" if option else "keep one",
                        option=option,
                    )
                seen.setdefault(key, block)


def _syntax_errors(places: Places) -> Iterator[Mistake]:
    """Yield the snippets that are no Python, of which no function is known."""
    for path in sorted(places.snippets.rglob("*.py")):
        if what := syntax_error(path):
            yield Mistake(path, what[0], what[1], "correct the file")

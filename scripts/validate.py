"""The rules of the grammar: what may stand on a page, and what a block must have. Reports every mistake it finds."""

import re
from collections.abc import Iterator
from typing import Any

from scripts.blocks import BLOCKS
from scripts.blocks.base import PLACE, CourseBlock
from scripts.blocks.explorable import MODULES, explorables
from scripts.checks import IDENTITY, tex_of
from scripts.course import Course, Topic
from scripts.mistakes import Mistake
from scripts.paths import SNIPPETS, shown
from scripts.plan import the_plan, topic_at
from scripts.snippet_code import functions, sections
from scripts.source import Block, Page

_INCLUDE = re.compile(r"^\s*--8<--\s+[\"']([^\"':]+)(?::([\w-]+))?[\"']", re.MULTILINE)
_TITLE = re.compile(r"^# +(.+?) *$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} .*(?<!\\)\$.*", re.MULTILINE)


def mistakes_in(course: Course) -> list[Mistake]:
    """Return every mistake in the sources of the course that can be seen without running anything."""
    found: list[Mistake] = []
    for page in course.pages.values():
        found += page.mistakes
        found += _includes(page)
        found += _headings(page)
        for block in page.blocks:
            found += _block(block)
    for topic in course.topics:
        found += _front_matter(topic)
    found += _ids(course)
    return found


def _block(block: Block) -> Iterator[Mistake]:
    declared = BLOCKS.get(block.kind)
    if declared is None:
        yield block.mistake(f"there is no block '{block.kind}'", f"known: {', '.join(sorted(BLOCKS))}")
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
    if declared.FUNCTIONS_IN:
        yield from _function(block, declared.FUNCTIONS_IN, block.argument, None)
    if block.kind == "formula":
        yield from _formula(block)
    if block.kind == "explorable":
        yield from _explorable(block)
    if block.kind == "problem" and not re.search(r"^Solution:", block.body, re.MULTILINE):
        yield block.mistake("the problem has no solution", "begin a paragraph with 'Solution:'")
    if block.kind == "exercise" and not re.search(r"^Hint:", block.body, re.MULTILINE):
        yield block.mistake("the exercise has no hint", "begin a paragraph with 'Hint:'")


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


def _function(block: Block, module: str, name: str, option: str | None) -> Iterator[Mistake]:
    topic = topic_at(block.path)
    if topic is None:
        yield block.mistake(f"'{block.kind}' stands outside of a topic", "put it on a topic's page")
        return
    known = functions(topic.package, module)
    if name not in known:
        where = f"snippets/{topic.package}/{module}"
        yield block.mistake(
            f"there is no function '{name}' in {where}", f"known: {', '.join(known) or 'none'}", option=option
        )


def _explorable(block: Block) -> Iterator[Mistake]:
    if block.argument not in explorables():
        known = ", ".join(explorables())
        yield block.mistake(f"there is no explorable '{block.argument}'", f"known, in {shown(MODULES)}: {known}")
    if isinstance(name := block.options.get("figure"), str):
        yield from _function(block, "figures", name, "figure")


def _third(text: str) -> int:
    """Return where the second displayed formula of a text begins."""
    return text.index("$$", text.index("$$", text.index("$$") + 2) + 2)


def _formula(block: Block) -> Iterator[Mistake]:
    if not tex_of(block):
        yield block.mistake("the formula does not begin with $$ … $$", "put the formula first, then the words")
    elif block.body.count("$$") > 2:
        line = block.body_line + block.body[: _third(block.body)].count("\n")
        yield Mistake(
            block.path,
            line,
            "a second displayed formula in a formula block, which nothing checks",
            "give it its own block",
        )
    check: Any = block.options.get("check")
    identity_only = [name for name in ("where", "functions", "assume") if name in block.options]
    if isinstance(check, str) and check != IDENTITY:
        yield from _function(block, "checks", check, "check")
        for name in identity_only:
            yield block.mistake(f"'{name}' belongs to 'check: identity'", f"leave '{name}' out", option=name)


def _ids(course: Course) -> Iterator[Mistake]:
    seen: dict[str, Block] = {}
    for page in course.pages.values():
        for block in page.blocks:
            if not block.id:
                continue
            if block.id in seen:
                first = seen[block.id]
                yield block.mistake(
                    f"the id '{block.id}' is taken by {shown(first.path)}:{first.line}",
                    "give the newer block an id of its own; an id in use never changes",
                    option="id",
                )
            seen.setdefault(block.id, block)


def _includes(page: Page) -> Iterator[Mistake]:
    for fence in page.fences:
        for match in _INCLUDE.finditer(fence.content):
            line = fence.line + fence.content.count("\n", 0, match.start())
            path = SNIPPETS / match[1]
            if not path.is_file():
                yield page.mistake(line, f"there is no file snippets/{match[1]}", "name a file below snippets/")
            elif match[2] and match[2] not in sections(path):
                known = ", ".join(sorted(sections(path))) or "none"
                yield page.mistake(
                    line, f"snippets/{match[1]} has no section '{match[2]}' (with both its marks)", f"known: {known}"
                )


def _headings(page: Page) -> Iterator[Mistake]:
    for match in _HEADING.finditer(page.prose):
        line = page.prose.count("\n", 0, match.start()) + 1
        yield page.mistake(line, "mathematics in a heading", "write it in words: contents and search show headings")


def _front_matter(topic: Topic) -> Iterator[Mistake]:
    page, planned = topic.page, topic.planned
    for name in ("title", "description", "time", "difficulty", "prerequisites"):
        if name not in page.meta:
            yield page.mistake(1, f"the front matter lacks '{name}'", "see docs/contributing/writing-a-page.md")
    if page.meta.get("title", planned.title) != planned.title:
        yield page.mistake(1, f"the title is not the plan's, '{planned.title}'", "titles are fixed in course.toml")
    heading = _TITLE.search(page.prose)
    if heading is None or heading[1] != planned.title:
        line = page.prose.count("\n", 0, heading.start()) + 1 if heading else page.first_line
        yield page.mistake(line, f"the page does not begin with '# {planned.title}'", "titles are fixed in course.toml")
    for slug in page.meta.get("prerequisites") or []:
        if slug not in the_plan().by_slug:
            yield page.mistake(1, f"there is no topic '{slug}' to be a prerequisite", "use a slug of course.toml")

"""Drafts quotes for the numbers that nothing holds: short, found in one place only, in the order of the pages."""

import re
from collections.abc import Iterator

from scripts.foundation.paths import shown
from scripts.numbers.held import Account, Unheld
from scripts.numbers.quotes import PLACEHOLDER
from scripts.numbers.tokens import Number, numbers
from scripts.numbers.visible import Visible

_REACH = 70
_WORDS = 3
_WIDE = 96
_LINE = 120


def drafted_quotes(account: Account, only: str = "") -> str:
    """Return functions that quote the numbers that nothing holds."""
    lines: list[str] = []
    for text in account.texts:
        if not shown(text.path).endswith(only):
            continue
        own = list(numbers(text.text))
        by_section: dict[int, list[Unheld]] = {}
        for one in account.unheld:
            if one.text is text:
                by_section.setdefault(text.section(one.number.start), []).append(one)
        for section, unheld in by_section.items():
            lines += _function(account, text, own, section, unheld)
    return "\n".join(lines) or f"# Everything is held: {account.pages.title}."


def _function(account: Account, text: Visible, own: list[Number], section: int, unheld: list[Unheld]) -> list[str]:
    heading = text.sections[section][1] or ("The top of the page" if text.path.suffix == ".md" else "The lab")
    # Headings such as "Exercises" stand on many pages.
    name = re.sub(r"[^a-z0-9]+", "_", f"{text.path.stem} {heading}".lower()).strip("_")
    lines = ["", "", f"def {name}():", f'    """{heading.rstrip(".?!")}."""']
    names = {one.number.start: one.names for one in unheld}
    done = 0
    for group in _groups(text, unheld):
        if group[-1].end <= done:
            continue
        start, end = _quoted(account, text, [number for number in group if number.start >= done])
        done = end
        inside = [number for number in own if number.start >= start and number.end <= end]
        values = [PLACEHOLDER if not names.get(number.start, True) else "..." for number in inside]
        words = " ".join(text.source[start:end].split())
        line = f"    yield {_literal(words)}, {', '.join(values)}"
        if len(line) <= _LINE:
            lines.append(line)
        else:
            lines += ["    yield (", f"        {_literal(words)},", f"        {', '.join(values)},", "    )"]
    return lines


def _groups(text: Visible, unheld: list[Unheld]) -> Iterator[list[Number]]:
    """Put numbers together that stand close to each other in one paragraph or row."""
    group: list[Number] = []
    for one in unheld:
        number = one.number
        between = text.source[group[-1].end : number.start] if group else ""
        far = not group or number.end - group[0].start > _REACH or not _one_passage(between)
        if far and group:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _one_passage(between: str) -> bool:
    return not re.search(r"\n\s*\n|\n\s*[|/]|\n\s*(?:[-*]|\d+\.) |\|\n|\n\s+[\w-]+:", between)


def _quoted(account: Account, text: Visible, group: list[Number]) -> tuple[int, int]:
    """Return the stretch to quote: the words before the group too, as many as make it stand in one place only."""
    start = _word_start(text.source, _formula(text, group[0].start)[0])
    end = _formula(text, group[-1].end)[1]
    end += len(text.source[end:]) - len(text.source[end:].lstrip(")]%°"))
    floor = text.source.rfind("\n\n", 0, group[0].start) + 2
    while end - start < _WIDE:
        words = text.source[start:end]
        unique = sum(1 for other in account.texts for _ in other.occurrences(words)) <= 1
        if unique and len(words.split()) > _WORDS:
            break
        wider = _word_start(text.source, start - 1)
        if start <= floor or wider < floor or text.text[wider:start].strip(" |/-*") == "":
            if unique:
                break
            further = re.compile(r"\s*\S+").match(text.source, end)
            if not further or "\n\n" in further[0]:
                break
            end = _formula(text, further.end())[1]
        else:
            start = _formula(text, wider)[0]
    return start, end - len(text.source[start:end]) + len(text.source[start:end].rstrip(" .,;:\n"))


def _word_start(source: str, place: int) -> int:
    while place > 0 and source[place - 1].isspace():
        place -= 1
    while place > 0 and not source[place - 1].isspace():
        place -= 1
    return place


def _formula(text: Visible, place: int) -> tuple[int, int]:
    """Return the bounds of the short formula or code that `place` is in, delimiters included, or the place itself."""
    for span in text.spans:
        if span.kind != "diagram" and span.start <= place <= span.end and span.end - span.start < _REACH:
            start, end = span.start, span.end
            while text.source[start - 1] in "$`":
                start -= 1
            while text.source[end : end + 1] in ("$", "`"):
                end += 1
            return start, end
    return place, place


def _literal(words: str) -> str:
    quote = "'" if '"' in words and "'" not in words else '"'
    if "\\" in words and quote not in words:
        return f"r{quote}{words}{quote}"
    escaped = words.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    return f"{quote}{escaped}{quote}"

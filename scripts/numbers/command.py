"""List the numbers on pages that are wrong, or that nothing holds."""

import argparse
import sys

from scripts.course.model import Course, load_course
from scripts.foundation.mistakes import Mistakes, collecting
from scripts.foundation.paths import shown
from scripts.numbers.draft import drafted_quotes
from scripts.numbers.held import Account, Pages, Unheld, accounts, all_pages
from scripts.numbers.rules import examples
from scripts.run.outputs import OUTPUTS


def main(argv: list[str] | None = None) -> int:
    """Run the command; return 1 if a number is wrong or nothing holds it."""
    parser = argparse.ArgumentParser(prog="python -m scripts numbers", description=__doc__)
    parser.add_argument("pages", nargs="?", default="", help="a topic (its number, slug or folder), or a page's path")
    parser.add_argument("--draft", action="store_true", help="instead, print quotes of what nothing holds, to complete")
    args = parser.parse_args(argv)
    course = load_course()
    chosen, only = choose(course, args.pages)
    if not chosen:
        known = ", ".join(topic.slug for topic in course.plan.topics if topic.written)
        print(f"No page is meant by '{args.pages}'. Topics: {known}.", file=sys.stderr)
        return 2
    with collecting() as found:
        OUTPUTS.run_all([block for _, block in course.blocks("output") if block.argument in examples(block)])
        made = accounts(course, chosen)
    if found:
        print(Mistakes(found), file=sys.stderr)
        return 1
    if args.draft:
        print("\n\n".join(drafted_quotes(account, only) for account in made))
        return 0
    print("\n".join(_report(made, only)))
    return int(any(account.wrong or account.unheld for account in made))


def choose(course: Course, words: str) -> tuple[list[Pages], str]:
    """Return the pages that are meant, and the path of the only one if it is one."""
    every = all_pages(course)
    if not words:
        return every, ""
    topics = course.plan.topics
    named = {name: topic.package for topic in topics for name in (f"{topic.number:02}", topic.slug, topic.folder)}
    last = words.rstrip("/").split("/")[-1]
    if chosen := [pages for pages in every if pages.package.name == named.get(last, last)]:
        return chosen, ""
    return [pages for pages in every if any(shown(path).endswith(words) for path in pages.paths)], words


def _report(made: list[Account], only: str) -> list[str]:
    """Return the lines to print: wrong numbers, then those that nothing holds, then the count."""
    lines: list[str] = []
    wrong = [mistake for account in made for mistake in account.wrong]
    if wrong:
        lines += [str(Mistakes(wrong)).rsplit("\n", 1)[0], ""]
    unheld = [one for account in made for one in account.unheld if shown(one.text.path).endswith(only)]
    place: tuple[str, str] = ("", "")
    for one in unheld:
        section = one.text.sections[one.text.section(one.number.start)][1]
        if (one.text.path.as_posix(), section) != place:
            place = (one.text.path.as_posix(), section)
            lines += ["", f"{shown(one.text.path)} · {section or 'top'}"]
        lines.append(f"{shown(one.text.path)}:{one.line}: {_around(one)}")
    count, computed, given = (sum(getattr(one, name) for one in made) for name in ("count", "computed", "given"))
    by_rule = count - computed - given - sum(len(account.unheld) for account in made)
    lines += [
        "",
        f"{count} numbers: {computed} computed in quotes, {given} given there, {by_rule} held by rules.",
        f"{len(wrong)} mistakes, {len(unheld)} numbers that nothing holds.",
    ]
    return lines


def _around(one: Unheld) -> str:
    """Return a number with the words around it."""
    source, number = one.text.source, one.number
    before = " ".join(source[max(0, number.start - 40) : number.start].split("\n\n")[-1].split())
    after = " ".join(source[number.end : number.end + 30].split("\n\n")[0].split())
    left = " " if source[number.start - 1 : number.start].isspace() else ""
    right = " " if source[number.end : number.end + 1].isspace() else ""
    return f"…{before}{left}[{number.text}]{right}{after}…"

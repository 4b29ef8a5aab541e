"""Digits changed on the course's own pages: nearly every change must be refused."""

import random
from pathlib import Path

import pytest

from scripts.course.model import load_course
from scripts.course.page import read_page
from scripts.foundation.paths import SCRIPTS
from scripts.foundation.steady import standing_still
from scripts.numbers.draft import drafted_quotes
from scripts.numbers.held import Pages, account, all_pages
from scripts.numbers.ledger import Ledger
from scripts.numbers.quotes import PLACEHOLDER, quoted_by
from scripts.numbers.rules import Context, formulas, references
from scripts.numbers.visible import visible_text
from tests.kept import programs
from tests.numbers.writing import quote, verify, written

COURSE = load_course()
PAGES = all_pages(COURSE)
SHARE = 10


# That nothing is wrong as it stands, and that everything is held, is asked by the build.
@pytest.mark.parametrize("pages", PAGES, ids=lambda pages: pages.package.name)
def test_of_the_digits_changed_at_random_97_in_100_are_refused(pages, tmp_path, once):
    def look():
        [quoted] = quoted_by([pages.package])
        missed = []
        changes, texts = changed(pages, random.Random(1), tmp_path)
        made = account(pages, texts, quoted.quotes, verify)
        noticed = {(mistake.path, mistake.line) for mistake in made.wrong}
        noticed |= {(one.text.path, place) for one in made.unheld for place in range(one.number.start, one.number.end)}
        for text, places in zip(texts, changes, strict=True):
            for place in places:
                if not {(text.path, -place), (text.path, place), (text.path, text.line(place))} & noticed:
                    missed.append(text.source[place - 40 : place + 20])
        count = sum(map(len, changes))
        assert count >= 2
        assert len(missed) <= max(1, 0.03 * count), missed

    with standing_still():
        once(look, hangs_on(pages))


def hangs_on(pages: Pages) -> set[Path]:
    """Return the pages, the programs that calculate their numbers, and those that compare."""
    snippets = pages.package.parent
    return {*pages.paths, *programs(snippets), *SCRIPTS.glob("*/*.py"), *Path(__file__).parent.glob("*.py")}


def changed(pages: Pages, rng: random.Random, folder):
    """Change a digit of one number in ten, but for formula blocks, which have checks, and references."""
    changes, texts = [], []
    for path in pages.paths:
        page = COURSE.pages.get(path) or read_page(path)
        ledger = Ledger(visible_text(page))
        context = Context(ledger.text, ledger.numbers, [])
        for rule in (formulas, references):
            ledger.hold(rule(context))
        free = [number for number in ledger.numbers if number.start not in ledger.held]
        characters, places = list(page.text), []
        for number in rng.sample(free, (len(free) + SHARE - 1) // SHARE):
            place = rng.choice([index for index in range(number.start, number.end) if characters[index].isdecimal()])
            characters[place] = rng.choice([digit for digit in "0123456789" if digit != characters[place]])
            places.append(place)
        text = written(folder, "".join(characters), path.name)
        # Blocks find their topic by their page.
        for block in text.blocks:
            block.page.topic = page.topic
        changes.append(places)
        texts.append(text)
    return changes, texts


@pytest.mark.parametrize("pages", PAGES[:1], ids=lambda pages: pages.package.name)
def test_a_draft_of_quotes_holds_everything_when_it_is_completed(pages):
    texts = [visible_text(COURSE.pages.get(path) or read_page(path)) for path in pages.paths]
    made = account(pages, texts, [], verify)
    names = {PLACEHOLDER: None}
    exec(drafted_quotes(made).replace("...", "None"), names)
    functions = [made for name, made in names.items() if callable(made)]
    completed = [quote(words, *values) for function in functions for words, *values in function()]
    again = account(pages, texts, completed, verify)
    assert made.unheld
    assert not again.wrong
    assert not again.unheld

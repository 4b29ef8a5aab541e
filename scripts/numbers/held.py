"""Accounts for the numbers of a topic's pages: quotes hold them first, then rules; nothing holds the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scripts.course.model import Course
from scripts.course.page import read_page
from scripts.foundation.mistakes import Mistake
from scripts.numbers.arithmetic import Chain
from scripts.numbers.identities import identities
from scripts.numbers.ledger import Ledger, compare
from scripts.numbers.quotes import Quote, quoted_by
from scripts.numbers.rules import lettered, named_objects
from scripts.numbers.tokens import Number
from scripts.numbers.visible import Visible, visible_text

# The package that quotes the pages that belong to no topic.
OTHER_PAGES = "other_pages"
# Below docs/, but not for learners.
_NOT_LESSONS = ("contributing", "theme", "assets", "topics")


Verify = Callable[[Sequence[Chain]], list[Chain]]


@dataclass(frozen=True)
class Pages:
    """The pages that one package quotes: a topic's, or those that belong to none."""

    title: str
    package: Path
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class Unheld:
    """A number that nothing holds; `names` says that it is part of an expression that claims nothing."""

    text: Visible
    number: Number
    names: bool

    @property
    def line(self) -> int:
        """Its line."""
        return self.text.line(self.number.start)


@dataclass
class Account:
    """What became of the numbers of some pages."""

    pages: Pages
    texts: list[Visible]
    count: int = 0
    computed: int = 0
    given: int = 0
    wrong: list[Mistake] = field(default_factory=list)
    unheld: list[Unheld] = field(default_factory=list)


def all_pages(course: Course) -> list[Pages]:
    """Return the written topics in the plan's order, then the other pages."""
    docs, snippets = course.places.docs, course.places.snippets
    found = [
        Pages(
            topic.title,
            snippets / topic.package,
            (*sorted(topic.path.parent.glob("*.md")), *topic.path.parent.glob("lab.py")),
        )
        for topic in course.plan.topics
        if topic.written
    ]
    others = [path for path in sorted(docs.rglob("*.md")) if path.relative_to(docs).parts[0] not in _NOT_LESSONS]
    return [*found, Pages("Other pages", snippets / OTHER_PAGES, tuple(others))]


def accounts(course: Course, chosen: Sequence[Pages]) -> list[Account]:
    """Account for every number on the chosen pages."""
    made = []
    for pages, quoted in zip(chosen, quoted_by([pages.package for pages in chosen]), strict=True):
        texts = [visible_text(course.pages.get(path) or read_page(path, course.places)) for path in pages.paths]
        made.append(account(pages, texts, quoted.quotes, partial(identities, package=pages.package)))
        made[-1].wrong += quoted.mistakes
    return made


def account(pages: Pages, texts: list[Visible], quoted: Sequence[Quote], verify: Verify) -> Account:
    """Account for the numbers of some texts; `verify` finds the identities among chains of equal sides."""
    ledgers = [Ledger(text) for text in texts]
    made = Account(pages, texts, sum(len(ledger.numbers) for ledger in ledgers))
    for quote in quoted:
        made.wrong += compare(quote, ledgers)
    for ledger in ledgers:
        made.wrong += ledger.wrong_sums()
        ledger.apply_rules(texts)
    _hold_identities(ledgers, verify)
    for ledger in ledgers:
        naming = named_objects(ledger.text)
        named = {number.start for start, end, _ in naming for number in ledger.within((start, end))}
        made.computed += len(ledger.computed)
        made.given += len(ledger.given - ledger.computed)
        made.unheld += [
            Unheld(ledger.text, number, number.start in named)
            for number in ledger.numbers
            if number.start not in ledger.held
        ]
    return made


def _hold_identities(ledgers: Sequence[Ledger], verify: Verify) -> None:
    """Hold what is a verified identity, trying only what nothing else holds."""
    tried = [
        (ledger, chain)
        for ledger in ledgers
        for chain in lettered(ledger.text)
        if not ledger.holds((chain[0].start, chain[-1].end))
    ]
    for (ledger, _), part in zip(tried, verify([chain for _, chain in tried]), strict=True):
        if part:
            ledger.hold([(part[0].start, part[-1].end)])

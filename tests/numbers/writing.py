"""Pages in small, and what becomes of their numbers."""

from pathlib import Path

from scripts.course.page import read_page
from scripts.numbers.arithmetic import Chain
from scripts.numbers.held import Account, Pages, account
from scripts.numbers.identities import name_of, verified
from scripts.numbers.quotes import Quote, Value
from scripts.numbers.visible import Visible, visible_text

NUMBERS = Path("numbers.py")


def written(folder: Path, text: str, name: str = "index.md") -> Visible:
    """Write a page, or a lab, and return what is shown of it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return visible_text(read_page(path))


def quote(words: str, *values: Value, line: int = 7) -> Quote:
    """Return a quote as `numbers.py` yields it; None is a given number."""
    return Quote(NUMBERS, line, words, values)


def accounted(texts: list[Visible], *quotes: Quote) -> Account:
    """Account for the numbers of some texts."""
    return account(Pages("A topic", "a_topic", tuple(text.path for text in texts)), texts, quotes, verify)


_KNOWN: dict[str, list[int]] = {}


def verify(chains: list[Chain]) -> list[Chain]:
    """Find the identities here and now, each chain once."""
    names = [name_of(chain) for chain in chains]
    for name in names:
        if name not in _KNOWN:
            _KNOWN[name] = verified(name)
    return [chain[slice(*_KNOWN[name])] if _KNOWN[name] else [] for chain, name in zip(chains, names, strict=True)]


def unheld(made: Account) -> list[str]:
    """Return the numbers that nothing holds, as they are written."""
    return [one.number.text for one in made.unheld]

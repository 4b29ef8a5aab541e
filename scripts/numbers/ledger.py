"""The numbers of one text, and which of them something holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import shown
from scripts.foundation.texts import short
from scripts.numbers.quotes import Quote, Value
from scripts.numbers.rules import RULES, Context, Stretch, wrong_arithmetic
from scripts.numbers.tokens import Number, decimal, numbers
from scripts.numbers.visible import Visible

# How much of a quote a message shows
_MOST = 100


class Ledger:
    """The numbers of one text in order, and the places of those that are held, computed by a quote, or given in one."""

    def __init__(self, text: Visible) -> None:
        self.text = text
        self.held: set[int] = set()
        self.computed: set[int] = set()
        self.given: set[int] = set()

    @cached_property
    def numbers(self) -> list[Number]:
        """Every number of the text."""
        return list(numbers(self.text.text))

    @cached_property
    def lines(self) -> list[list[str]]:
        """The words of each line as it is written."""
        return [line.split() for line in self.text.source.split("\n")]

    def within(self, stretch: Stretch) -> Iterator[Number]:
        """Yield the numbers that lie in a stretch as a whole."""
        for number in self.numbers[bisect_left(self.numbers, stretch[0], key=lambda number: number.start) :]:
            if number.end > stretch[1]:
                return
            yield number

    def cuts(self, stretch: Stretch) -> bool:
        """Return whether a stretch begins or ends inside a number."""
        for place in stretch:
            index = bisect_right(self.numbers, place, key=lambda number: number.end)
            if index < len(self.numbers) and self.numbers[index].start < place:
                return True
        return False

    def hold(self, stretches: Iterable[Stretch]) -> None:
        """Note that something holds every number of these stretches."""
        for stretch in stretches:
            self.held.update(number.start for number in self.within(stretch))

    def holds(self, stretch: Stretch) -> bool:
        """Return whether every number of a stretch is held."""
        return all(number.start in self.held for number in self.within(stretch))

    def apply_rules(self, topic: Sequence[Visible]) -> None:
        """Note what the rules hold."""
        context = Context(self.text, self.numbers, topic)
        for rule in RULES:
            self.hold(rule(context))

    def wrong_sums(self) -> Iterator[Mistake]:
        """Yield the sums that are wrong, but for those whose result a quote computes."""
        for side, mistake in wrong_arithmetic(self.text):
            if not any(number.start in self.computed for number in self.within((side.start, side.end))):
                yield mistake


def compare(quote: Quote, ledgers: Sequence[Ledger]) -> Iterator[Mistake]:
    """Find a quote, and compare its numbers with its values wherever it stands; note them as held."""
    places = [
        (ledger, list(ledger.within(stretch)))
        for ledger in ledgers
        for stretch in ledger.text.occurrences(quote.words)
        if not ledger.cuts(stretch)
    ]
    if not places:
        yield quote.mistake(f"the pages say nowhere {short(quote.words, _MOST)!r}", _nearest(quote, ledgers))
    for ledger, inside in places:
        if len(inside) != len(quote.values):
            words = ", ".join(number.text for number in inside) or "none"
            yield quote.mistake(f"the quote has {len(inside)} numbers ({words}), not {len(quote.values)}")
            return
        for number, value in zip(inside, quote.values, strict=True):
            ledger.held.add(number.start)
            (ledger.given if value is None else ledger.computed).add(number.start)
            if not _agrees(number, value):
                place = f"{shown(quote.path)}:{quote.line}"
                what = f"it says {number.text}, but {_say(value)} is computed in {place}"
                line = ledger.text.line(number.start)
                yield Mistake(ledger.text.path, line, what, "correct the page, or the computation")


def _agrees(number: Number, value: Value) -> bool:
    if value is None:
        return True
    if isinstance(value, tuple):
        return value[0] <= number.value <= value[1]
    return number.holds(value)


def _say(value: Value) -> str:
    if isinstance(value, tuple):
        return f"between {decimal(value[0])} and {decimal(value[1])}"
    return decimal(value)


def _nearest(quote: Quote, ledgers: Sequence[Ledger]) -> str:
    """Say which words of the pages are most like the quote."""
    wanted = quote.words.split()
    sought, reach = set(wanted), quote.words.count("\n") + 2
    best, share = "", 0.0
    for ledger in ledgers:
        found = [sought.intersection(words) for words in ledger.lines]
        for index in (index for index, here in enumerate(found) if here):
            near = ledger.lines[index : index + reach]
            common = len(set.union(*found[index : index + reach])) / (len(sought) + 0.02 * sum(map(len, near)))
            if common > share:
                words = [word for line in near for word in line]
                best = f"{shown(ledger.text.path)}:{index + 1} says {short(_like(words, wanted), _MOST)!r}"
                share = common
    return f"the nearest: {best}" if best else "quote the page as it is written"


def _like(words: list[str], wanted: list[str]) -> str:
    """Return the stretch of `words` that is most like `wanted`."""
    blocks = SequenceMatcher(None, words, wanted, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return " ".join(words)
    return " ".join(words[max(0, blocks[0].a - 1) : blocks[-1].a + blocks[-1].size + 1])

"""The block `formula`."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.util import AtomicString

from scripts.course.page import Block, paragraphs
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import FIGURE, CourseBlock, block_id, flag, missing_function, sub, text, unsearched
from scripts.pages.gives import Card, Section, gap_card
from scripts.run.formula_checks import CHECKS, DISPLAYED, IDENTITY, CheckResult, check_of, tex_of

_CONDITION = re.compile(r"\b(holds|must|unless|provided|assumes?|assuming|requires?|needs?|only if|only for)\b")
_FORMULA = re.compile(r'r?"""\s*\$\$.*?\$\$\s*', re.DOTALL)


class FormulaBlock(CourseBlock):
    """A named formula that a program has checked.

    Argument: its name. Options: `id`; `check`, either `identity` or a function of the topic's `checks`; for an
    identity `where`, `functions`, `assume`; `prompt`, the question whose answer it is, for its card and for Recall, or
    `card: false` for what nobody should know by heart; `reverse: true` for a second card, from formula to name;
    `figure`, a figure of the topic that its cards show below the answer; `sheet: false` for a step or a special case
    that nobody looks up on the topic's sheet. Content: the formula in `$$ … $$`, a paragraph that says what its symbols
    mean and when it holds, and others that formula sheets leave out.
    """

    NAME = "formula"
    ARGUMENT = True
    OPTIONS = {
        "id": ("", block_id),
        "check": ("", text),
        "where": ("", text),
        "functions": ("", text),
        "assume": ("", text),
        "prompt": ("", text),
        "card": (True, flag),
        "reverse": (False, flag),
        "figure": FIGURE,
        "sheet": (True, flag),
    }
    REQUIRED = ("id", "check")
    ALONE = True
    HOME = "topic"
    RUNS = CHECKS

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """It is one formula, and its check exists."""
        if not tex_of(block):
            yield block.mistake("the formula does not begin with $$ … $$", "put the formula first, then the words")
        elif block.body.count("$$") > 2:
            line = block.body_line + block.body[: _third(block.body)].count("\n")
            what = "a second displayed formula in a formula block, which nothing checks"
            yield Mistake(block.path, line, what, "give it its own block")
        for paragraph in list(paragraphs(block.body))[2:]:
            if said := _CONDITION.search(paragraph):
                line = block.page.line_of(paragraph)
                what = f"'{said[0]}' in a paragraph that formula sheets leave out, where no condition may stand"
                yield Mistake(block.path, line, what, "say the condition in the first paragraph, or say this otherwise")
        if bool(block.options.get("prompt")) != _is_asked(block):
            what = "a formula is asked for by its 'prompt', or has 'card: false', and not both"
            yield block.mistake(what, "ask so that the formula is the answer, or leave it off the deck")
        check = block.options.get("check")
        if not isinstance(check, str) or check == IDENTITY:
            return
        yield from missing_function(block, "checks", check, "check")
        for name in ("where", "functions", "assume"):
            if name in block.options:
                yield block.mistake(f"'{name}' belongs to 'check: identity'", f"leave '{name}' out", option=name)

    @classmethod
    def cards(cls, block: Block) -> Iterator[Card]:
        """Ask for the formula, for its name with `reverse`, and for its gaps."""
        if _is_asked(block):
            shown = DISPLAYED.match(block.body)
            formula = shown[0] if shown else ""
            said, *rest = list(paragraphs(block.body.removeprefix(formula))) or [""]
            parts = {
                "Front": str(block.options.get("prompt")),
                "Back": formula.strip(),
                "More": said,
                "Fold": "\n\n".join(rest),
            }
            yield Card("formula", "Formula", parts, reverse=block.argument if block.options.get("reverse") else "")
        yield from gap_card(block)

    @classmethod
    def prompts(cls, block: Block) -> Iterator[str]:
        """Ask for the formula."""
        if _is_asked(block):
            yield str(block.options["prompt"])

    @classmethod
    def notes(cls, block: Block) -> Iterator[tuple[Section, str]]:
        """Ask for the formula."""
        yield Section.FORMULAS, f"- {block.argument}:\n"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make a titled box."""
        element = self.box(parent, "Formula", self.argument)
        element.set("data-topic", self.source.topic.slug if self.source.topic else "")
        return element

    def on_end(self, block: etree.Element) -> None:
        """Add the mark that opens the check."""
        result = check_of(self.source)
        details = unsearched(self.folded(block, result.mark, "nb-check"))
        if result.function is not None:
            self._show_function(details, result)
        else:
            self._show_identity(details, result)

    def _show_function(self, parent: etree.Element, result: CheckResult) -> None:
        self.markdown(parent, _tried(result))
        if result.harmless:
            self.markdown(parent, "Besides, these changes make no difference:")
            items = sub(parent, "ul")
            for change, reason in result.harmless:
                item = sub(items, "li")
                code = sub(item, "code")
                code.text, code.tail = AtomicString(change), AtomicString(f": {reason}")
        if result.function is not None:
            # Without the formula, which stands above.
            self.html(parent, self.context.folded_code(_FORMULA.sub('"""', result.function.source, count=1)))

    def _show_identity(self, parent: etree.Element, result: CheckResult) -> None:
        how = (
            "The difference of its sides simplifies to zero by computer algebra, and they agree to 30 digits at "
            if result.method == "symbolic"
            else "Its sides agree to 30 digits at "
        )
        self.markdown(
            parent,
            f"The formula as it stands here was read and checked by program. {how}{_count(result.points, 'point')} of "
            f"its domain, drawn at random. {_count(result.refused, 'disturbance')} of it (a sign, a factor, an "
            "exponent, a term, a function) were tried, and the check refused each. What was understood:",
        )
        _listed(parent, result.understood_tex, result.understood)
        if result.definitions:
            self.markdown(parent, "where")
            _listed(parent, result.definitions_tex, result.definitions)


def _is_asked(block: Block) -> bool:
    """Return whether a formula is one to know by heart."""
    return block.options.get("card") is not False


def _third(text: str) -> int:
    """Return where the second displayed formula of a text begins."""
    return text.index("$$", text.index("$$", text.index("$$") + 2) + 2)


def _tried(result: CheckResult) -> str:
    """Say how the formula was compared, and how its check was tested."""
    return (
        "The formula is compared with an independent route whenever the site is built, at "
        f"{_count(result.inputs, 'input')} drawn at random. Greatest relative error: {result.error:.1e}; allowed: "
        f"{result.tolerance:.0e}. The code of the claim was then changed in {_count(result.refused, 'small way')} "
        "(a sign, a factor, an exponent, a term, an argument, a function): the comparison refused each."
    )


def _count(number: int, noun: str) -> str:
    """Return `1 point`, `20 points`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _listed(parent: etree.Element, formulas: list[str], codes: list[str]) -> None:
    """List what was understood, as a formula and as code."""
    items = sub(parent, "ul")
    for tex, code in zip(formulas, codes, strict=True):
        item = sub(items, "li")
        item.text = f"${tex}$ " if tex else ""
        sub(item, "code").text = AtomicString(code)

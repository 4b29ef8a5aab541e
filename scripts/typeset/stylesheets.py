"""Other projects' stylesheets as their rules, read by PostCSS."""

from dataclasses import dataclass

from scripts.typeset.node import ask


@dataclass(frozen=True)
class Rule:
    """A rule with selectors, or an at-rule with a name. `body` is what its braces hold, `text` the whole of it."""

    name: str
    selectors: list[str]
    declarations: dict[str, str]
    body: str
    text: str


def read_rules(css: str) -> list[Rule]:
    """Return the rules at the top of a stylesheet."""
    return [Rule(**rule) for rule in ask("stylesheets.rules", css)]

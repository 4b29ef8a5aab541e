"""The Markdown of cards: that of the pages, as `mkdocs.yml` configures it, less what a card cannot have."""

from functools import cache
from typing import Any

from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scripts.foundation.paths import Places

# What a card cannot have, and why.
_WITHOUT = {
    "toc": "a card has no contents, and an id in it would be an anchor that nothing leads to",
    "footnotes": "a note at the foot of the page is not on the card",
    "abbr": "an explanation under the pointer needs a pointer, and cards are mostly studied on phones",
    "scripts.pages.extension": "its blocks are made for pages; `scripts.decks.render` has those of cards",
}
# Settings that are another's on a card, and why.
_INSTEAD: dict[str, dict[str, Any]] = {
    # The short forms that are appended serve `abbr`.
    "pymdownx.snippets": {"auto_append": []},
    # Diagrams are drawn for the site's stylesheet.
    "pymdownx.superfences": {"custom_fences": []},
    # MathJax in Anki sets the mathematics, so no element needs to be known to the site's search.
    "pymdownx.arithmatex": {"inline_tag": "span"},
}


@cache
def extensions_of_cards(places: Places) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Return the extensions of a card's Markdown, and their settings by name."""
    settings: dict[str, dict[str, Any]] = {}
    for item in _configured(places):
        name, options = next(iter(item.items())) if isinstance(item, dict) else (item, None)
        if name not in _WITHOUT:
            settings[name] = {**(options or {}), **_INSTEAD.get(name, {})}
    snippets = settings["pymdownx.snippets"]
    # MkDocs runs in the root; what makes cards may run elsewhere.
    snippets["base_path"] = [str(places.root / folder) for folder in snippets["base_path"]]
    return list(settings), settings


def _configured(places: Places) -> list[Any]:
    with places.config.open(encoding="utf-8") as file:
        return list(yaml_load(file, get_yaml_loader())["markdown_extensions"])

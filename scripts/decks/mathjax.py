"""MathJax 3, which typesets cards inside Anki: whether it accepts each formula, and how the formula looks.

Only formulas that are new are asked about; answers are kept from build to build.
"""

import json
from collections.abc import Iterable

from scripts.decks.fields import Formula
from scripts.foundation.cache import Cache
from scripts.foundation.installed import NotInstalledError
from scripts.foundation.paths import NODE_MODULES
from scripts.typeset.node import ask

_PACKAGE = NODE_MODULES / "mathjax-full" / "package.json"


def rejected(formulas: Iterable[Formula]) -> dict[Formula, str]:
    """Return what MathJax does not accept, with its own words."""
    cache = Cache("mathjax", _version())
    keys = {formula: f"{formula.display}:{formula.tex}" for formula in formulas}
    for formula, key in keys.items():
        if not cache.has(key):
            cache.put(key, _ask(formula).get("error", ""))
    words = {formula: cache.get(key) for formula, key in keys.items()}
    cache.save()
    return {formula: word for formula, word in words.items() if word}


def drawn(formulas: Iterable[Formula]) -> dict[Formula, str]:
    """Return each formula as SVG, for the preview."""
    return {formula: _ask(formula).get("svg", "") for formula in dict.fromkeys(formulas)}


def _version() -> str:
    try:
        return str(json.loads(_PACKAGE.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        raise NotInstalledError("MathJax is not installed") from None


def _ask(formula: Formula) -> dict[str, str]:
    answer: dict[str, str] = ask("cards.draw", formula.tex, formula.display)
    return answer

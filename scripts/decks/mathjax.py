"""MathJax 3, which typesets cards inside Anki: whether it accepts each formula, and how the formula looks.

Only formulas that are new are asked about; answers are kept from build to build.
"""

from collections.abc import Iterable

from scripts.decks.fields import Formula
from scripts.foundation.cache import Cache
from scripts.foundation.installed import version_of
from scripts.typeset.node import ask


def rejected(formulas: Iterable[Formula]) -> dict[Formula, str]:
    """Return what MathJax does not accept, with its own words."""
    cache = Cache("mathjax", version_of("mathjax-full"))
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


def _ask(formula: Formula) -> dict[str, str]:
    answer: dict[str, str] = ask("cards.draw", formula.tex, formula.display)
    return answer

"""MathJax 3, which typesets cards inside Anki: whether it accepts each formula, how wide that is, and how it looks.

Only formulas that are new are asked about; answers are kept from build to build.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from scripts.decks.fields import Formula
from scripts.foundation.cache import Cache
from scripts.foundation.installed import version_of
from scripts.typeset.node import ask


@dataclass(frozen=True)
class Verdict:
    """What MathJax says of a formula: its own words if it does not accept it, or else how wide it is, in ex."""

    error: str = ""
    width: float = 0.0


def judged(formulas: Iterable[Formula]) -> dict[Formula, Verdict]:
    """Return what MathJax says of each formula."""
    cache = Cache("mathjax", version_of("mathjax-full"), "width")
    keys = {formula: f"{formula.display}:{formula.tex}" for formula in formulas}
    for formula, key in keys.items():
        if not cache.has(key):
            answer = _ask(formula)
            cache.put(key, [answer.get("error", ""), answer.get("width", 0.0)])
    found = {formula: Verdict(*cache.get(key)) for formula, key in keys.items()}
    cache.save()
    return found


def drawn(formulas: Iterable[Formula]) -> dict[Formula, str]:
    """Return each formula as SVG, for the preview."""
    return {formula: _ask(formula).get("svg", "") for formula in dict.fromkeys(formulas)}


def _ask(formula: Formula) -> dict[str, Any]:
    answer: dict[str, Any] = ask("cards.draw", formula.tex, formula.display)
    return answer

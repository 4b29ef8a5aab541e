"""TeX as HTML and MathML, by KaTeX, when the site is built.

Each distinct formula is set once and kept from build to build, so Node is not even started when nothing is new.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from scripts.course.macros import MACROS
from scripts.foundation.cache import Cache
from scripts.foundation.files import digest_of_text
from scripts.foundation.installed import version_of
from scripts.foundation.paths import FRONTEND
from scripts.typeset.katex_html import shrink_formula
from scripts.typeset.node import ask
from scripts.typeset.spacing import spaced

_CODE = [
    *map(Path(__file__).with_name, ("katex.py", "katex_html.py", "mathml_html.py", "mathml_words.py", "spacing.py")),
    FRONTEND / "bridge" / "formulas.js",
]


class TexError(ValueError):
    """KaTeX does not accept a formula; the text is KaTeX's own, without its preamble."""


@dataclass(frozen=True)
class Formula:
    """A formula to be set: displayed or in a line, with MathML or `named` in words."""

    tex: str
    display: bool
    named: bool = False

    @property
    def key(self) -> str:
        """The key under which it is kept."""
        return f"{self.display}{'-named' * self.named}:{self.tex}"


class Katex:
    """Sets formulas, each distinct one once; keeps them in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: dict[str, Any] = {}

    @cached_property
    def _cache(self) -> Cache:
        made_by = digest_of_text(*(path.read_text(encoding="utf-8") for path in _CODE))
        return Cache("katex", json.dumps(MACROS, sort_keys=True), version_of("katex"), made_by, folder=self._folder)

    def render(self, tex: str, *, display: bool, named: bool = False) -> str:
        """Return HTML for `tex`, with MathML, or `named` in words. Raises `TexError`."""
        formula = Formula(tex, display, named)
        self.prepare([formula])
        result = self._asked[formula.key] = self._cache.get(formula.key)
        if "error" in result:
            raise TexError(result["error"])
        return str(result["html"])

    def prepare(self, formulas: Iterable[Formula]) -> None:
        """Set those of some formulas that are new, with one question for all."""
        new = list({one.key: one for one in formulas if not self._cache.has(one.key)}.values())
        answers = ask("formulas.renderAll", [[spaced(one.tex), one.display] for one in new], MACROS) if new else []
        for formula, made in zip(new, answers, strict=True):
            html = {"html": shrink_formula(made["html"], named=formula.named)} if "html" in made else made
            self._cache.put(formula.key, html)

    def asked(self) -> dict[str, Any]:
        """Return the formulas asked for since the last such question, with what was made of them."""
        asked, self._asked = self._asked, {}
        return asked

    def learn(self, made: dict[str, Any]) -> None:
        """Take over formulas that another process has set."""
        for key, result in made.items():
            self._cache.put(key, result)

    def keep(self, keys: Iterable[str]) -> None:
        """Keep formulas for the next build that this one did not have to ask for."""
        self._cache.keep(keys)

    def save(self) -> None:
        """Keep what was set for the next build."""
        self._cache.save()


@cache
def katex_with(folder: Path) -> Katex:
    """Return what renders formulas and keeps them in a folder, that of a course's cache."""
    return Katex(folder)

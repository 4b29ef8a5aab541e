"""Drops from a built site what none of its pages can use of the theme: its scripts, and most rules of its stylesheets.

PurgeCSS decides about the rules, by the pages and by the words of our scripts; `frontend/bridge/stylesheets.js` says
how. A builder without this step makes the same pages, only heavier.
"""

import re
import shutil
from functools import lru_cache
from pathlib import Path

from scripts.foundation.steady import by_text
from scripts.typeset.node import ask

_ASKED_FOR = re.compile(r"""<script>.*?</script>|<\w(?:"[^"]*"|'[^']*'|[^"'>])*>""", re.DOTALL)


def purge_theme(site: Path) -> None:
    """Drop what is not used from the theme's scripts and the stylesheets in a built site."""
    assets = site / "assets"
    # The script of the pages is ours (docs/theme/main.html).
    shutil.rmtree(assets / "javascripts", ignore_errors=True)
    for source_map in (assets / "stylesheets").glob("*.map"):
        source_map.unlink()
    used = set[str]().union(*(_used(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(assets.rglob("*.js")))
    sheets = [path for folder in ("stylesheets", "generated") for path in sorted((assets / folder).glob("*.css"))]
    texts = tuple(path.read_text(encoding="utf-8") for path in sheets)
    for path, text in zip(sheets, _purged("".join(sorted(used)), scripts, texts), strict=True):
        path.write_text(text, encoding="utf-8", newline="\n")


@by_text
def _used(html: str) -> frozenset[str]:
    """Return the start tags and the scripts of a page, each once: a rule can ask for nothing else."""
    return frozenset(_ASKED_FOR.findall(html))


@lru_cache(maxsize=1)
def _purged(html: str, script: str, sheets: tuple[str, ...]) -> list[str]:
    users = [{"raw": html, "extension": "html"}, {"raw": script, "extension": "js"}]
    purged: list[str] = ask("stylesheets.purge", users, sheets)
    return purged

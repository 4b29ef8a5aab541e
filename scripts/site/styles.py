"""Drops from a built site what none of its pages can use: the theme's own files, and most rules of the stylesheet.

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
    """Drop what is not used from a built site's stylesheet, and the theme's files, which no page asks for."""
    assets = site / "assets"
    # The script is ours (docs/theme/main.html); the theme's styles are in our stylesheet (scripts/site/assets.py).
    for folder in ("javascripts", "stylesheets"):
        shutil.rmtree(assets / folder, ignore_errors=True)
    used = set[str]().union(*(_used(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(assets.rglob("*.js")))
    sheet = assets / "generated" / "nabla.css"
    purged = _purged("".join(sorted(used)), scripts, sheet.read_text(encoding="utf-8"))
    sheet.write_text(purged, encoding="utf-8", newline="\n")


@by_text
def _used(html: str) -> frozenset[str]:
    """Return the start tags and the scripts of a page, each once: a rule can ask for nothing else."""
    return frozenset(_ASKED_FOR.findall(html))


@lru_cache(maxsize=1)
def _purged(html: str, script: str, sheet: str) -> str:
    users = [{"raw": html, "extension": "html"}, {"raw": script, "extension": "js"}]
    return str(ask("stylesheets.purge", users, sheet))

"""The labs: notebooks that MkDocs runs (mkdocs-jupyter), made to need nothing from another host.

Zensical has no counterpart yet, so this works on the built pages and not in Markdown.
"""

import re
from pathlib import Path

from bs4 import BeautifulSoup, NavigableString, Tag

from scripts.cache import Cache
from scripts.katex import katex
from scripts.mistakes import Mistake
from scripts.paths import CACHE, DOCS, SNIPPETS
from scripts.snippet_code import fingerprint


class LabError(Exception):
    """A lab that does not run, or whose mathematics is wrong."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake
        super().__init__(str(mistake))


def forget_stale_labs() -> None:
    pass


def finish_labs(site: Path) -> None:
    pass

"""Material's search index, made without parsing what it leaves out: formulas and diagrams, most of a page's marks.

The index is the same. Only its parser, which is slow, gets them empty.
"""

import importlib
import re
from html.parser import HTMLParser

_FORMULA = re.compile(
    r"(<nb-math\b[^>]*>).*?(?=</nb-math>)" r'|(<div\b[^>]*\bclass="nb-display"[^>]*>).*?(?=</div>)', re.DOTALL
)
_DIAGRAM = re.compile(r'(<figure class="nb-diagram"[^>]*>).*?(?=</figure>)', re.DOTALL)


def emptied(html: str) -> str:
    """Return `html` with nothing in the elements that never reach the index.

    >>> emptied('<p>At <nb-math class="nb-math" data-search-exclude=""><i>x</i>,</nb-math> it is flat.</p>')
    '<p>At <nb-math class="nb-math" data-search-exclude=""></nb-math> it is flat.</p>'
    """
    return _DIAGRAM.sub(r"\1", without_formulas(html))


def without_formulas(html: str) -> str:
    """Return `html` with nothing in its formulas, which hold neither links nor anchors."""
    return _FORMULA.sub(lambda found: found[1] or found[2], html)


def spare_the_parser() -> None:
    """Let the search plugin parse pages without formulas and diagrams, from now on in this process."""
    plugin = importlib.import_module("material.plugins.search.plugin")
    plugin.Parser.feed = lambda parser, html: HTMLParser.feed(parser, emptied(html))

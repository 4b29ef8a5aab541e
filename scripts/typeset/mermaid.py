"""Mermaid's diagrams as SVG, by mmdr, when the site is built: without a script in the reader's browser.

SVGO makes each diagram the page's own (`frontend/bridge/diagrams.js`); colors come from the page's stylesheet.
"""

import re
from typing import Any

from markdown import Markdown

from scripts.typeset.node import ask

_CLASSES = ("accent", "good", "bad", "muted")
_SETTINGS = '%%{init: {"theme": "base", "themeVariables": {"fontSize": "15px"}, "flowchart": {"padding": 12}}}%%\n'


class MermaidError(ValueError):
    """A diagram that cannot be drawn, or that a reader who does not see it would miss."""


def render(source: str, uid: str) -> str:
    """Return the diagram as SVG whose ids begin with `uid`. Raises `MermaidError`."""
    import mmdr

    for word, means in (("accTitle", "its title"), ("accDescr", "what it shows")):
        if not re.search(rf"^[ \t]*{word}[ \t]*(?::[ \t]*\S|\{{\s*[^\s}}])", source, re.MULTILINE):
            raise MermaidError(f"the diagram has no '{word}:' line ({means}, for readers who do not see it)")
    classes = "".join(f"\nclassDef {name} color:inherit" for name in _CLASSES if f":::{name}" in source)
    try:
        svg = mmdr.render(_SETTINGS + source.rstrip() + classes).svg()
    except ValueError as error:
        raise MermaidError(str(error)) from None
    return str(ask("diagrams.adopt", svg, uid))


def fence(source: str, language: str, css_class: str, options: Any, md: Markdown, **_: Any) -> str:
    """Format a fenced block named `mermaid`, for pymdownx.superfences."""
    context = md.nabla  # type: ignore[attr-defined]
    uid = f"diagram-{context.next_diagram()}"
    try:
        svg = render(source, uid)
    except MermaidError as error:
        what = f"Mermaid: {str(error).strip()}"
        remedy = "correct the diagram; it is Mermaid's own syntax, with accTitle: and accDescr: lines"
        context.report(source, what, remedy)
        return ""
    # A wide diagram scrolls, so the keyboard must be able to reach it.
    return f'<figure class="nb-diagram" tabindex="0" data-search-exclude>{svg}</figure>'

"""Fences named `mermaid` on a page, as diagrams."""

from typing import Any

from markdown import Markdown

from scripts.pages.context import context_of
from scripts.typeset.mermaid import MermaidError, render


def fence(source: str, language: str, css_class: str, options: Any, md: Markdown, **_: Any) -> str:
    """Format a fenced block named `mermaid`, for pymdownx.superfences."""
    context = context_of(md)
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

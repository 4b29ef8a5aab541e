"""Mermaid to SVG, by mmdr, when the site is built: no script in the reader's browser, colors from the theme."""

import re
from typing import Any

from markdown import Markdown

_CLASSES = ("accent", "good", "bad", "muted")
_SETTINGS = '%%{init: {"theme": "base", "themeVariables": {"fontSize": "15px"}, "flowchart": {"padding": 12}}}%%\n'
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_ID = re.compile(r'(?<![\w-])id="([^"]+)"')


class MermaidError(ValueError):
    """A diagram that cannot be drawn, or that a reader who does not see it would miss."""


def render(source: str, uid: str) -> str:
    """Return the diagram as SVG whose ids begin with `uid`. Raises `MermaidError`."""
    import mmdr

    for word, means in (("accTitle", "its title"), ("accDescr", "what it shows")):
        if not re.search(rf"^\s*{word}\s*[:{{]\s*\S", source, re.MULTILINE):
            raise MermaidError(f"the diagram has no '{word}:' line ({means}, for readers who do not see it)")
    classes = "".join(f"\nclassDef {name} color:inherit" for name in _CLASSES if f":::{name}" in source)
    try:
        svg = mmdr.render(_SETTINGS + source.rstrip() + classes).svg()
    except ValueError as error:
        raise MermaidError(str(error)) from None
    return _adopt(svg, uid)


def _adopt(svg: str, uid: str) -> str:
    """Make a diagram the page's own: unique ids, and no colors of its own, so that the stylesheet sets them."""
    svg = _STYLE.sub("", svg)
    svg = re.sub(r' style="color:inherit[^"]*"', "", svg)
    for name in sorted(set(_ID.findall(svg)), key=len, reverse=True):
        own = f"{uid}-{name}"
        svg = svg.replace(f'id="{name}"', f'id="{own}"').replace(f"url(#{name})", f"url(#{own})")
        for attribute in ('href="#', 'aria-labelledby="', 'aria-describedby="'):
            svg = svg.replace(f'{attribute}{name}"', f'{attribute}{own}"')
    return svg


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
    return f'<figure class="nb-diagram" data-search-exclude>{svg}</figure>'

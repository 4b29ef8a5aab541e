"""Mermaid's diagrams as SVG, by mmdr, when the site is built: without a script in the reader's browser.

SVGO makes each diagram the page's own (`frontend/bridge/diagrams.js`); colors come from the page's stylesheet.
"""

import json
import re

from scripts.typeset.diagram_math import SIZE, put_in, set_aside
from scripts.typeset.node import ask

WIDEST = 437
"""How wide a diagram may be: in the 350 px of a phone's column its text is then 12 px high."""
# What would stand in a label as no reader writes it.
_RAW = re.compile(r"(?<![\w])[A-Za-zα-ω]_\w+|[∂∇]\w*")
_CLASSES = ("accent", "good", "bad", "muted")
_SEQUENCE = {"width": 90, "actorMargin": 30, "diagramMarginX": 10}
_FLOWCHART = {
    **{"padding": 8, "nodeSpacing": 16, "rankSpacing": 40, "minNodeWidth": 40, "wrappingWidth": 1000},
    "subGraphTitleMargin": {"top": 0, "bottom": 20},
}
_SETTINGS = {
    "theme": "base",
    "layout": "dagre",
    "themeVariables": {"fontSize": f"{SIZE}px"},
    "flowchart": _FLOWCHART,
    "sequence": _SEQUENCE,
}


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
        plain, formulas = set_aside(source)
        if raw := _RAW.search(re.sub(r"^[ \t]*acc(?:Title|Descr).*$", "", plain, flags=re.MULTILINE)):
            raise MermaidError(f"'{raw[0]}' stands in a label as it is: mathematics stands between dollars")
        svg = mmdr.render(f"%%{{init: {json.dumps(_SETTINGS)}}}%%\n{plain.rstrip()}{classes}").svg()
    except ValueError as error:
        raise MermaidError(str(error)) from None
    drawn = str(ask("diagrams.adopt", svg, uid))
    width = re.search(r'<svg[^>]* width="(\d+)"', drawn)
    if width and int(width[1]) > WIDEST:
        what = f"the diagram is {width[1]} px wide; on a phone its text is too small to read beyond {WIDEST} px"
        raise MermaidError(f"{what}: draw it from top to bottom, with fewer boxes in a row or shorter lines (<br/>)")
    return put_in(drawn, formulas)

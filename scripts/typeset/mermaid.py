"""Mermaid to SVG, by mmdr, when the site is built: no script in the reader's browser, colors from the theme."""

import re
from typing import Any

from markdown import Markdown

_CLASSES = ("accent", "good", "bad", "muted")
_SETTINGS = '%%{init: {"theme": "base", "themeVariables": {"fontSize": "15px"}, "flowchart": {"padding": 12}}}%%\n'
_ID = re.compile(r'(?<![\w-])id="([^"]+)"')
_ROOM = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')
# Arrow heads, and symbols of actors: all that there are, whether the diagram has one or not.
_MARKER = re.compile(r'<(marker|symbol) id="([^"]+)".*?</\1>', re.DOTALL)
_CENTERED = re.compile(r'<text ([^>]*)style="[^"]*text-anchor:middle[^"]*"')
# What the renderer leaves that our stylesheet says, or that nothing uses: half of the file.
_LEFTOVERS = (
    re.compile(r"<style>.*?</style>", re.DOTALL),
    re.compile(r"<defs><filter.*?</defs>", re.DOTALL),
    re.compile(r"<linearGradient.*?</linearGradient>", re.DOTALL),
    re.compile(r' (?:style|data-(?!merman-source)[\w-]+|(?<=<rect )fill|xml:space|alignment-baseline)="[^"]*"'),
)
_EMPTY = re.compile(r"<(g|defs)\b[^>]*(?:/>|></\1>)")
# An outline as the renderer's hand draws it, the filled one first: a hundred curves to round two ends.
_OUTLINE = re.compile(r'<g class="([^"]*)outer-path"><path d="(M[^"]*)"[^>]*/>(?:<path[^>]*/>)?</g>')
_DRAWN = re.compile(r' (?:d|transform|x|y|width|height|points)="[^"]*"')
_NUMBER = re.compile(r"-?\d+\.\d{3,}")


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
    return _adopt(svg, uid)


def _adopt(svg: str, uid: str) -> str:
    """Make a diagram the page's own: unique ids, its natural size, and no look, which the stylesheet gives."""
    # Where a label stands is no look.
    svg = _CENTERED.sub(r'<text \1text-anchor="middle"', svg)
    for leftover in _LEFTOVERS:
        svg = leftover.sub("", svg)
    svg = _OUTLINE.sub(_outline, svg)
    # A hundredth of a pixel is below what a screen shows; a tenth may move a line of text by a whole one.
    svg = _DRAWN.sub(lambda drawn: _NUMBER.sub(lambda number: f"{float(number[0]):.2f}", drawn[0]), svg)
    used = set(re.findall(r'(?:url\(|href=")#([^)"]+)', svg))
    svg = _MARKER.sub(lambda marker: marker[0] if marker[2] in used else "", svg)
    while (fewer := _EMPTY.sub("", svg)) != svg:
        svg = fewer
    svg = re.sub(r'(<text [^>]*?) ?fill="[^"]*"', r"\1", svg)
    if room := _ROOM.search(svg):
        svg = svg.replace('width="100%"', f'width="{float(room[1]):.0f}" height="{float(room[2]):.0f}"', 1)
    for name in sorted(set(_ID.findall(svg)), key=len, reverse=True):
        own = f"{uid}-{name}"
        svg = svg.replace(f'id="{name}"', f'id="{own}"').replace(f"url(#{name})", f"url(#{own})")
        for attribute in ('href="#', 'aria-labelledby="', 'aria-describedby="'):
            svg = svg.replace(f'{attribute}{name}"', f'{attribute}{own}"')
    return svg


def _outline(drawn: re.Match[str]) -> str:
    """Return one shape for an outline drawn twice, once to fill it and once for its edge: a box with round ends."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", drawn[2])]
    right, bottom = max(numbers[::2]), max(numbers[1::2])
    # The path begins where the left end's half circle meets the upper edge.
    to_end, to_edge = -numbers[0] - numbers[1], -numbers[1]
    if drawn[2].count("C") < 20 or abs(to_end - right) > 0.5 or abs(to_edge - bottom) > 0.5:
        return f'<path class="{drawn[1].strip()}" d="{drawn[2]}"/>'
    box = f'x="{-right}" y="{-bottom}" width="{2 * right}" height="{2 * bottom}" rx="{bottom}"'
    return f'<rect class="{drawn[1].strip()}" {box}/>'


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

"""What the benchmark of builds has found, as a table in Markdown and as a picture for the page on performance."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Measured:
    """A build: seconds by the clock and of the processor, and the most memory it had, in MB."""

    seconds: float
    busy: float
    peak: float


Found = Mapping[str, Mapping[int, Measured]]
"""What was measured, by program and by how many lessons it built."""

_WIDTH, _LEFT, _BAR, _GAP, _MOST = 430, 62, 18, 16, 250
_WORDS = 'fill="currentColor" font-family="var(--nb-sans)" font-size="14"'
_FILLS = ("var(--nb-accent)", "var(--nb-rule-strong)")


def _each_further(sizes: Mapping[int, Measured]) -> dict[int, float]:
    """Return what a further lesson costs, in milliseconds of processor, from the size before up to each size.

    >>> _each_further({10: Measured(0, 2.0, 0), 110: Measured(0, 12.0, 0)})
    {110: 100.0}
    """
    steps = pairwise(sorted(sizes))
    return {more: 1000 * (sizes[more].busy - sizes[less].busy) / (more - less) for less, more in steps}


def table(found: Found) -> str:
    """Return the table of the page."""
    rows = [
        "| lessons | by | processor | each further lesson | memory | clock |",
        "| ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    for size in sorted({size for sizes in found.values() for size in sizes}):
        for name, sizes in found.items():
            if one := sizes.get(size):
                further = _each_further(sizes).get(size)
                words = f"{further:.0f} ms" if further else ""
                rows.append(
                    f"| {size:,} | {name} | {one.busy:.1f} s | {words} | {one.peak:.0f} MB | {one.seconds:.1f} s |"
                )
    return "\n".join(rows)


def picture(found: Found) -> str:
    """Return bars as SVG: what a lesson costs in a site of each size, all of the build included."""
    costs = {(size, name): 1000 * one.busy / size for name, sizes in found.items() for size, one in sizes.items()}
    sizes, most = sorted({size for size, _ in costs}), max(costs.values())
    parts, y = list[str](), 8
    for lessons in sizes:
        middle = y + len(found) * _BAR / 2 + 5
        parts.append(f'<text x="{_LEFT - 10}" y="{middle:g}" text-anchor="end">{lessons:,}</text>')
        for fill, name in zip(_FILLS, found, strict=True):
            if (lessons, name) in costs:
                width = round(_MOST * costs[lessons, name] / most)
                words = f"{costs[lessons, name]:.0f} ms"
                parts.append(f'<rect x="{_LEFT}" y="{y}" width="{width}" height="{_BAR - 3}" style="fill:{fill}"/>')
                parts.append(f'<text x="{_LEFT + width + 6}" y="{y + 12}">{words}</text>')
            y += _BAR
        y += _GAP
    x = _LEFT
    for fill, name in zip(_FILLS, found, strict=True):
        parts.append(f'<rect x="{x}" y="{y}" width="12" height="12" style="fill:{fill}"/>')
        parts.append(f'<text x="{x + 18}" y="{y + 11}">{escape(name)}</text>')
        x += 110
    said = "; ".join(f"{size:,} lessons, {name}: {cost:.0f} ms" for (size, name), cost in sorted(costs.items()))
    title = f"Milliseconds of processor for each lesson of a site. {said}."
    size = f'viewBox="0 0 {_WIDTH} {y + 18}" width="{_WIDTH}" style="max-width:100%"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {_WORDS} role="img" aria-labelledby="building-title">'
    return "\n".join([head, f'<title id="building-title">{escape(title)}</title>', *parts, "</svg>", ""])

"""The picture of the home page: level curves of a real function, and gradient descent on it, as SVG.

    python -m scripts.tools.hero

writes `docs/assets/hero.svg`, which is kept, so that no build waits for it. It has no colors of its own: it stands in
the page, and the stylesheet gives it those of the reader's theme.
"""

from itertools import pairwise
from typing import Any

import numpy as np
from contourpy import FillType, contour_generator
from numpy.typing import NDArray

from scripts.foundation.paths import HERE

Array = NDArray[np.float64]

# What part of the plane is seen, and how large: units of the picture per unit of the plane.
X, Y, SCALE = (-4.2, 3.8), (-2.5, 2.8), 100
LEVELS = [0.04 * 1.34**n for n in range(19)]
START, LEARNING_RATE, STEPS = (-3.15, 1.75), 0.3, 40

_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="hero-title">
<title id="hero-title">{title}</title>
<g class="nb-levels">
{levels}
</g>
<path class="nb-path" pathLength="1" d="{path}"/>
<g class="nb-steps">
{steps}
</g>
</svg>
"""
_TITLE = (
    "Level curves of a curved valley, and gradient descent on it: forty steps that run down the wall, "
    "turn, and grow shorter along the floor toward the lowest point."
)


def f(x: Array, y: Array) -> Array:
    """A valley whose floor follows the sine: x²/6 + (y − sin x)²/2."""
    return x**2 / 6 + (y - np.sin(x)) ** 2 / 2


def gradient(point: Array) -> Array:
    """The gradient of f at a point of shape (2,)."""
    x, y = point
    return np.array([x / 3 - (y - np.sin(x)) * np.cos(x), y - np.sin(x)])


def descent() -> list[Array]:
    """The points that gradient descent goes through."""
    points = [np.array(START)]
    for _ in range(STEPS):
        points.append(points[-1] - LEARNING_RATE * gradient(points[-1]))
    return points


def _on_paper(points: Array) -> list[tuple[int, int]]:
    """Points of shape (n, 2) as coordinates of the picture, whose y runs downward."""
    return [(round((x - X[0]) * SCALE), round((Y[1] - y) * SCALE)) for x, y in points.tolist()]


def path(points: list[tuple[int, int]]) -> str:
    """A line through points, each but the first as seen from the one before, which is shorter to write."""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points) if a != b]
    return f"M{points[0][0]} {points[0][1]}l" + " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")


def level(value: float) -> str:
    """The region in which f is at most `value`, as a path; it reaches beyond the picture."""
    x, y = np.linspace(X[0] - 0.2, X[1] + 0.2, 78), np.linspace(Y[0] - 0.2, Y[1] + 0.2, 52)
    generator = contour_generator(x, y, f(*np.meshgrid(x, y)), fill_type=FillType.OuterOffset)
    regions: Any = generator.filled(-1, value)
    rings = [points[a:b] for points, cuts in zip(*regions, strict=True) for a, b in pairwise(cuts)]
    return "".join(f"{path(_on_paper(ring))}z" for ring in rings)


def main() -> None:
    """Write the picture."""
    points = _on_paper(np.array(descent()))
    svg = _SVG.format(
        width=round((X[1] - X[0]) * SCALE),
        height=round((Y[1] - Y[0]) * SCALE),
        title=_TITLE,
        levels="\n".join(f'<path d="{level(value)}"/>' for value in reversed(LEVELS)),
        path=path(points),
        steps="\n".join(f'<circle cx="{x}" cy="{y}" r="5.5" style="--n:{n}"/>' for n, (x, y) in enumerate(points)),
    )
    (HERE.docs / "assets" / "hero.svg").write_text(svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""The generated figures: each drawn in a light and a dark version, only when the code it depends on changed.

A figure with text that nobody can read is a mistake of its author's.
"""

import importlib
import importlib.metadata
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.course.page import Block
from scripts.course.snippets import Function, fingerprint, function_of, imported_files
from scripts.foundation.files import write
from scripts.foundation.installed import version_of
from scripts.foundation.steady import once
from scripts.run import drawing
from scripts.run.apart import SnippetError, call
from scripts.run.drawing import faults, texts_drawn
from scripts.run.results import Runs
from scripts.typeset.fonts import FIGURE_FONT, figure_fonts
from scripts.typeset.svg import PROGRAM, shrink_svg

THEMES = ("light", "dark")


@dataclass(frozen=True)
class Figure:
    """A drawn figure: its function, and its files."""

    function: Function
    folder: Path
    sizes: dict[str, tuple[int, int]]

    def file(self, theme: str) -> Path:
        """Return the SVG for `theme`, light or dark."""
        return figure_file(self.folder, self.function, theme)

    def size(self, theme: str) -> tuple[int, int]:
        """Return width and height in CSS pixels, at which a figure's text has the size of the page's captions."""
        width, height = self.sizes[theme]
        return width, height


def figure_file(folder: Path, function: Function, theme: str) -> Path:
    """Return where the SVG of a figure function goes, below the `folder` of a course's figures."""
    package = function.module.split(".")[1]
    return folder / package / f"{function.name}-{theme}.svg"


def figure_of(block: Block) -> Figure:
    """Return the block's figure."""
    sizes = FIGURES.result(block) or dict.fromkeys(THEMES, (0, 0))
    return Figure(*_job(block), sizes)


@once
def _style_files(snippets: Path) -> frozenset[Path]:
    return frozenset(path for path in (snippets / "style").iterdir() if path.is_file())


@cache
def _versions() -> tuple[str, ...]:
    return (*(importlib.metadata.version(name) for name in ("matplotlib", "numpy")), version_of("svgo"))


def _key(block: Block) -> str:
    function, _ = _job(block)
    files = imported_files(function.path) | _style_files(block.places.snippets) | {PROGRAM, Path(drawing.__file__)}
    return f"{function.module}.{function.name}:{fingerprint(files, FIGURE_FONT, *_versions())}"


def _file(block: Block, theme: str) -> Path:
    function, folder = _job(block)
    return figure_file(folder, function, theme)


def _job(block: Block) -> tuple[Function, Path]:
    return function_of(block, "figures"), block.places.generated / "figures"


# A figure as Matplotlib draws it: for each theme its file, the SVG and its size.
_Drawing = dict[str, tuple[Path, str, tuple[int, int]]]


def _draw(job: tuple[Function, Path]) -> _Drawing:
    function, folder = job
    return {theme: (figure_file(folder, function, theme), *_draw_theme(function, theme)) for theme in THEMES}


def _write(drawn: _Drawing) -> dict[str, tuple[int, int]]:
    """Write the files of a figure that was drawn, made small, and return the sizes of the pictures."""
    for file, svg, _ in drawn.values():
        write(file, shrink_svg(svg))
    return {theme: size for theme, (_, _, size) in drawn.items()}


def _draw_theme(function: Function, theme: str) -> tuple[str, tuple[int, int]]:
    from matplotlib.figure import Figure as MatplotlibFigure

    with look(theme), texts_drawn() as texts:
        figure: Any = call(function.module, function.name)
        if not isinstance(figure, MatplotlibFigure):
            raise SnippetError(
                f"it returned {type(figure).__name__} instead of a Matplotlib figure; end it with `return figure`"
            )
        svg = svg_of(figure)
        for fault in faults(figure, texts):
            raise SnippetError(fault)
        return svg


@contextmanager
def look(theme: str) -> Iterator[None]:
    """Draw with the fonts of the site and the style of `theme`; close what was drawn at the end."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    style = Path(str(importlib.import_module("snippets.style").__file__)).parent
    _add_fonts()
    with plt.style.context([style / "base.mplstyle", style / f"{theme}.mplstyle"]):
        try:
            yield
        finally:
            plt.close("all")


@cache
def _add_fonts() -> None:
    from matplotlib.font_manager import fontManager

    for font in figure_fonts():
        fontManager.addfont(font)


def svg_of(figure: Any) -> tuple[str, tuple[int, int]]:
    """Return a figure as Matplotlib writes it, with its width and height in CSS pixels."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    svg = out.getvalue()
    match = re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', svg)
    if match is None:
        raise SnippetError("its SVG has no size")
    # 72 points are an inch, and an inch is 100 pixels: figure sizes read as hundreds of pixels.
    width, height = (round(float(value) / 0.72) for value in match.groups())
    return svg.replace(match[0], f'width="{width}" height="{height}"', 1), (width, height)


FIGURES = Runs(
    "figures",
    "Figures",
    key=_key,
    job=_job,
    worker=_draw,
    then=_write,
    left=lambda block, _: [_file(block, theme) for theme in THEMES],
    mistake=lambda block, error: block.mistake(
        f"the figure '{_job(block)[0].name}' failed: {error}", "mend the function in the topic's figures"
    ),
)

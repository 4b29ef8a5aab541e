"""The course's typefaces, from their npm packages: small web fonts for the pages, and static ones for figures."""

from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from scripts.foundation.files import digest_of, digest_of_text, write
from scripts.foundation.paths import HERE, NODE_MODULES

_SANS = NODE_MODULES / "@fontsource-variable" / "source-sans-3" / "files"
_SANS_NORMAL = _SANS / "source-sans-3-latin-wght-normal.woff2"
FIGURE_FONT = "Source Sans 3, weights 400 and 600, named"

# What English with a little mathematics needs. Greek and other signs come from KaTeX (`scripts/site/assets.py`).
TEXT = frozenset([*range(0x20, 0x7F), *map(ord, "\u00a0§©°±²³·×äçèéïöü–—‘’“”…′−↑↓")])

# Letter frequencies of English, in percent: how wide a text runs in a typeface.
_FREQUENCIES = {
    " ": 18.0, "e": 10.4, "t": 7.4, "a": 6.5, "o": 6.2, "n": 5.7, "i": 5.7, "s": 5.2, "r": 5.0, "h": 5.0, "l": 3.3,
    "d": 3.5, "c": 2.2, "u": 2.3, "m": 2.0, "f": 1.8, "p": 1.5, "g": 1.6, "w": 1.7, "y": 1.5, "b": 1.3, "v": 0.8,
    "k": 0.6, "x": 0.2, "j": 0.1, "q": 0.1, "z": 0.1,
}  # fmt: skip


@dataclass(frozen=True)
class Face:
    """One web font: where it comes from, and what is kept of it."""

    name: str
    family: str
    source: Path
    characters: frozenset[int]
    limits: dict[str, Any] = field(default_factory=dict)
    weight: str = "400"
    style: str = "normal"
    features: tuple[str, ...] = ("kern", "liga", "tnum")


def _serif(part: str) -> Path:
    return NODE_MODULES / "@fontsource-variable" / "source-serif-4" / "files" / f"source-serif-4-{part}.woff2"


FACES = (
    Face("serif", "Nabla Serif", _serif("latin-wght-normal"), TEXT, {"wght": 400}),
    # Bold is for headings, so it comes from an optical size for large type: finer serifs, closer letters.
    Face(
        "serif-bold",
        "Nabla Serif",
        _serif("latin-opsz-normal"),
        TEXT,
        {"wght": 600, "opsz": 24},
        "600",
    ),
    Face(
        "serif-italic",
        "Nabla Serif",
        _serif("latin-wght-italic"),
        TEXT,
        {"wght": 400},
        style="italic",
    ),
    Face("sans", "Nabla Sans", _SANS_NORMAL, TEXT, {"wght": 440}),
)
# The raised T in a line of text, which neither the typefaces above nor KaTeX's have.
TRANSPOSE = Face(
    "transpose", "Nabla Signs", _SANS / "source-sans-3-latin-ext-wght-normal.woff2", frozenset([0x1D40]), {"wght": 440}
)


@dataclass(frozen=True)
class Fallback:
    """A typeface of the reader's system that stands in until ours is here."""

    family: str
    stands_for: str
    local: tuple[str, ...]
    mean_width: float


# Mean widths of the letters above, in ems. Where the system has none of these, the page moves a little once.
FALLBACKS = (
    Fallback("Nabla Serif Georgia", "Nabla Serif", ("Georgia", "Gelasio"), 0.434),
    Fallback("Nabla Serif Times", "Nabla Serif", ("Times New Roman", "Liberation Serif", "Tinos"), 0.3995),
    Fallback("Nabla Sans Arial", "Nabla Sans", ("Arial", "Liberation Sans", "Arimo"), 0.441),
)


def page_fonts(folder: Path) -> str:
    """Write the fonts of the pages into `folder`; return the stylesheet that declares them, for beside the folder."""
    rules = [_rule(face, f"{folder.name}/{subset(face, folder)}") for face in FACES]
    return "\n".join([*rules, *map(_fallback_rule, FALLBACKS)]) + "\n"


def subset(face: Face, folder: Path) -> str:
    """Write a face's file into `folder`, unless the same code made it from the same before; return the file's name."""
    what = repr((face.source.name, sorted(face.characters), face.limits, face.features))
    made_of = digest_of_text(what, digest_of(face.source), digest_of(Path(__file__)))
    font, stamp = folder / f"{face.name}.woff2", HERE.cache / "fonts" / f"{face.name}.sha256"
    before = stamp.read_text(encoding="utf-8") if stamp.is_file() and font.is_file() else ""
    if before != made_of:
        write(font, _made(face))
        write(stamp, made_of)
    return font.name


def characters_of(source: Path) -> frozenset[int]:
    """Return the characters that a font file holds."""
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(source).getBestCmap())


def unicode_range(characters: frozenset[int]) -> str:
    """Return characters in CSS's notation.

    >>> unicode_range(frozenset([0x41, 0x42, 0x43, 0x2202]))
    'U+41-43,U+2202'
    """
    spans: list[list[int]] = []
    for code in sorted(characters):
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ",".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in spans)


def _made(face: Face) -> bytes:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(face.source, recalcTimestamp=False)
    # Hints are for screens of another age, and a third of the file.
    options = Options(layout_features=list(face.features), hinting=False, name_IDs=[1, 2], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    if face.limits:
        # Read back in between: the instancer stumbles over what the subsetter leaves in memory.
        between = BytesIO()
        font.flavor = None
        font.save(between)
        font = instantiateVariableFont(TTFont(between, recalcTimestamp=False), face.limits)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _rule(face: Face, url: str) -> str:
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};font-display:swap;'
        f'src:url({url}) format("woff2");unicode-range:{unicode_range(face.characters)}}}'
    )


def _fallback_rule(fallback: Fallback) -> str:
    """Return the stand-in, sized and set on the line like the typeface it stands for."""
    from fontTools.ttLib import TTFont

    face = next(face for face in FACES if face.family == fallback.stands_for)
    font = TTFont(face.source)
    em, glyphs, widths = font["head"].unitsPerEm, font.getBestCmap(), font["hmtx"]
    total = sum(widths[glyphs[ord(letter)]][0] * share for letter, share in _FREQUENCIES.items())
    adjust = total / em / sum(_FREQUENCIES.values()) / fallback.mean_width
    local = ",".join(f'local("{name}")' for name in fallback.local)
    ascent, descent = font["hhea"].ascent / em / adjust, -font["hhea"].descent / em / adjust
    return (
        f'@font-face{{font-family:"{fallback.family}";src:{local};size-adjust:{adjust:.2%};'
        f"ascent-override:{ascent:.2%};descent-override:{descent:.2%};line-gap-override:0%}}"
    )


@cache
def figure_fonts() -> list[Path]:
    """Return the fonts of figures as TrueType files, made from the pages' own, since Matplotlib reads nothing else."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    files = []
    for weight in (400, 600):
        path = HERE.build / "figure-fonts" / f"source-sans-3-{weight}.ttf"
        if not path.is_file():
            font = instantiateVariableFont(TTFont(_SANS_NORMAL), {"wght": weight})
            _name(font, weight)
            font.flavor = None
            out = BytesIO()
            font.save(out)
            write(path, out.getvalue())  # whole or not at all: several processes may get here at once
        files.append(path)
    return files


def _name(font: Any, weight: int) -> None:
    """Give a static font its family and weight, by which Matplotlib finds it."""
    style = {400: "Regular", 600: "SemiBold"}[weight]
    names = {1: "Source Sans 3", 2: style, 4: f"Source Sans 3 {style}", 16: "Source Sans 3", 17: style}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight

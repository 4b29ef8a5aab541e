"""What the pages load besides themselves: typefaces, KaTeX's stylesheet and fonts, the scripts."""

import re
from pathlib import Path

from scripts.fonts import TEXT, Face, characters_of, page_fonts, subset, unicode_range
from scripts.paths import GENERATED, NODE_MODULES

_KATEX = NODE_MODULES / "katex" / "dist"
_FACE = re.compile(r"@font-face\{[^}]*?font-family:\"?(\w+)\"?;[^}]*?src:url\(fonts/([\w-]+)\.woff2\)[^}]*\}")

# What nearly every formula is made of. The rest of a large font is a second file, loaded by a page that needs it.
_COMMON = frozenset(
    [
        *range(0x20, 0x7F),
        *map(ord, "\u00a0¬°±·×÷ˆˉˇ˘˙˚˜ΓΔΘΛΞΠΣΥΦΨΩ…←↑→↓↔↦⇒⇔∀∂∃∇∈∉−∓∗∘∙√∝∞∠∣∥∧∨∩∪∫∼≃≅≈≠≡≤≥≪≫⊂⊆⊙⊗⊤⊥⋅⋮⋯⋱⌈⌉⌊⌋⟨⟩⟶⟹⟺ℓℏ"),
        0x20D7,  # the arrow over a vector
        0xE020,  # the slash of "not"
    ]
)
_SPLIT = {
    "KaTeX_Main-Regular": _COMMON,
    "KaTeX_Main-Bold": _COMMON,
    # Blackboard letters stand in a font of rare signs.
    "KaTeX_AMS-Regular": frozenset(map(ord, "CENPQRZ")),
}


def make_assets() -> None:
    """Write everything under `docs/assets/generated/` that comes from npm packages, and the scripts of the pages."""
    write_if_new(GENERATED / "fonts.css", page_fonts(GENERATED / "fonts"))
    write_if_new(GENERATED / "katex.css", _katex(GENERATED / "katex-fonts"))


def _katex(folder: Path) -> str:
    """Write KaTeX's fonts, each in two parts; return its stylesheet with those."""
    css = (_KATEX / "katex-swap.min.css").read_text(encoding="utf-8")
    return _FACE.sub(lambda face: _parts(face[0], face[1], face[2], folder), css) + _symbols(folder)


def _parts(rule: str, family: str, name: str, folder: Path) -> str:
    source = _KATEX / "fonts" / f"{name}.woff2"
    everything = characters_of(source)
    common = everything & _SPLIT.get(name, everything)
    rules = []
    for characters in (common, everything - common):
        if characters:
            url = f"{folder.name}/{subset(Face(family, source, characters), folder)}"
            head = rule[: rule.index("src:")]
            rules.append(f'{head}src:url({url}) format("woff2");unicode-range:{unicode_range(characters)}}}')
    return "".join(rules)


def _symbols(folder: Path) -> str:
    """Return a face that lends the text the signs that its own typefaces lack: arrows, relations, the nabla."""
    source = _KATEX / "fonts" / "KaTeX_Main-Regular.woff2"
    common = characters_of(source) & _COMMON
    url = f"{folder.name}/{subset(Face('KaTeX_Main', source, common), folder)}"
    signs = unicode_range(frozenset(code for code in common - TEXT if code > 0x2000))
    described = f'font-display:swap;src:url({url}) format("woff2");unicode-range:{signs}'
    return f'@font-face{{font-family:"Nabla Signs";{described}}}\n'


def write_if_new(path: Path, text: str) -> None:
    """Write a file unless it holds this text already, so that nothing seems changed that is not."""
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

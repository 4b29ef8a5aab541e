"""What the pages load besides themselves: one stylesheet, the theme's, KaTeX's and ours; fonts; the scripts."""

import json
import subprocess
import tempfile
from importlib import resources
from pathlib import Path

from scripts.foundation.files import forget, write
from scripts.foundation.paths import FRONTEND, NODE_MODULES, Places
from scripts.practice.python_files import copy_python
from scripts.typeset.fonts import TEXT, TRANSPOSE, Face, characters_of, page_fonts, subset, unicode_range
from scripts.typeset.stylesheets import read_rules

_KATEX = NODE_MODULES / "katex" / "dist"

# What nearly every formula is made of, then what many are made of. A page loads only the parts of a font that it needs.
# Counted over the lessons of six topics; pages are heavier, and nothing else, if they come to use others.
_SMALL = frozenset(map(ord, "abcdefghijklmnopqrstuvwxyz"))
_CAPITALS = frozenset(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
_GREEK = frozenset(map(ord, "αβγδεζηθικλμνξπρστυφχψωϵ"))
_SIGNS = frozenset(
    [
        *(code for code in range(0x20, 0x7F) if not chr(code).isalpha()),
        *map(ord, "\u00a0\u200b\u2061°±∓·×ˆˉ˙˜ΔΣ′…←→⇒↦∂∇∈−∗√∝∞∘∣∥∼≈≠≤≥≪≫⊙⊤⋅ℓ⋮⋯⋱⟨⟩⟶⟹⪯⪰"),
        0xE020,  # the slash of "not"
    ]
)
_BIG_SIGNS = frozenset(map(ord, "\u200b()[]{}√∣∥∑∏∫⎛⎜⎝⎞⎟⎠⎡⎢⎣⎤⎥⎦⎧⎨⎩⎪⎫⎬⎭ˆ˜"))
_PARTS = {
    "KaTeX_Main-Regular": (_SIGNS | _SMALL, _CAPITALS | frozenset(map(ord, "ΓΘΛΞΠΦΨΩ∫"))),
    "KaTeX_Main-Bold": (frozenset(map(ord, "0123456789")), _SIGNS | _SMALL, _CAPITALS),
    "KaTeX_Math-Italic": (_SMALL | _GREEK | _CAPITALS,),
    "KaTeX_Math-BoldItalic": (
        frozenset(map(ord, "abdfghprsuvwxyzAHIJWXδθλμ")),
        _SMALL | frozenset(map(ord, "BCEKMSYσ")),
        _CAPITALS | _GREEK,
    ),
    "KaTeX_SansSerif-Regular": (frozenset(map(ord, "T")),),  # the course's sign for a transposed matrix
    "KaTeX_AMS-Regular": (frozenset(map(ord, "CENPQRZ")),),  # blackboard letters stand in a font of rare signs
    "KaTeX_Size1-Regular": (_BIG_SIGNS,),
    "KaTeX_Size2-Regular": (_BIG_SIGNS,),
}


# In this order, since what comes later wins.
_STYLES = (
    *("tokens", "page", "search", "navigation", "text", "tables", "mathematics", "blocks", "figures"),
    *("collections", "lessons", "boards", "explorables", "code", "editor", "practice", "diagrams", "home"),
    *("print", "sheets"),
)


def make_assets(places: Places) -> None:
    """Write the one stylesheet with its fonts, and the scripts, to `docs/assets/generated/`."""
    generated = places.generated
    parts = [_theme(), page_fonts(generated / "fonts"), _katex(generated / "katex-fonts")]
    parts += [(places.docs / "assets" / "css" / f"{name}.css").read_text(encoding="utf-8") for name in _STYLES]
    files = {generated / "nabla.css": _esbuild("--loader=css", content="\n".join(parts))}
    for source in sorted((FRONTEND / "src").glob("*.js")):
        # In a form that also runs on a page read from a folder.
        bundle = _esbuild(source, "--bundle", "--format=iife", "--target=es2020")
        files[generated / "js" / source.name] = bundle
    files |= _modules(places)
    for path, text in files.items():
        write(path, text)
    _forget_all_but(places, files)


def _theme() -> str:
    """Return Material's stylesheets, which ours build upon, whichever builder makes the pages."""
    folder = resources.files("material") / "templates" / "assets" / "stylesheets"
    sheets = sorted((path for path in folder.iterdir() if path.name.endswith(".css")), key=lambda path: path.name)
    return "\n".join(path.read_text(encoding="utf-8") for path in sheets)


def _modules(places: Places) -> dict[Path, str]:
    """Return the modules that a page asks for when a reader comes near, with what they share, by where they go."""
    with tempfile.TemporaryDirectory() as folder:
        sources = sorted((FRONTEND / "src" / "modules").rglob("*.js"))
        options = ("--bundle", "--splitting", "--format=esm", "--target=es2022", "--chunk-names=shared/[name]-[hash]")
        # As a text, which lands where it is read; esbuild would share an object with every module.
        python = f"--define:PYTHON={json.dumps(json.dumps(copy_python(places)))}"
        _esbuild(*sources, *options, python, f"--outbase={FRONTEND / 'src' / 'modules'}", f"--outdir={folder}")
        made = {path: path.relative_to(folder) for path in Path(folder).rglob("*.js")}
        return {places.generated / "modules" / name: path.read_text(encoding="utf-8") for path, name in made.items()}


def _forget_all_but(places: Places, files: dict[Path, str]) -> None:
    """Remove what an earlier build made and nothing asks for any more."""
    named = "".join(files.values())
    kinds = ("*.css", "js/*.js", "modules/**/*.js", "*fonts/*.woff2")
    made = (path for kind in kinds for path in places.generated.glob(kind))
    forget(path for path in made if path not in files and path.name not in named)


def _esbuild(*arguments: str | Path, content: str = "") -> str:
    """Return what esbuild makes of a file or of `content`, without what only people need."""
    program = next(path for path in (NODE_MODULES / "@esbuild").glob("*/**/esbuild*") if path.is_file())
    command = [program, *arguments, "--minify", "--charset=utf8", "--log-level=warning"]
    done = subprocess.run(command, input=content, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"esbuild fails:\n{done.stderr}")
    return done.stdout


def _katex(folder: Path) -> str:
    """Write KaTeX's fonts, the large ones in parts; return its stylesheet with those."""
    rules = read_rules((_KATEX / "katex-swap.min.css").read_text(encoding="utf-8"))
    made = [_faces(rule.declarations, folder) if rule.name == "font-face" else rule.text for rule in rules]
    return "".join(made) + _signs(folder)


def _faces(declared: dict[str, str], folder: Path) -> str:
    """Write the font that one of KaTeX's faces names; return the face, or those of its parts."""
    source = next(path for path in (_KATEX / "fonts").glob("*.woff2") if path.name in declared["src"])
    family, name, rest = declared["font-family"], source.stem, characters_of(source)
    if name not in _PARTS:
        return _face(declared, subset(Face(name, family, source, rest), folder), folder)
    faces = []
    for number, part in enumerate((*_PARTS[name], rest), start=1):
        characters = part & rest
        rest -= part
        font = subset(Face(f"{name}-{number}", family, source, characters), folder)
        faces.append(_face(declared | {"unicode-range": unicode_range(characters)}, font, folder))
    return "".join(faces)


def _face(declared: dict[str, str], font: str, folder: Path) -> str:
    described = declared | {"src": f'url({folder.name}/{font}) format("woff2")'}
    return f"@font-face{{{';'.join(f'{name}:{value}' for name, value in described.items())}}}"


def _signs(folder: Path) -> str:
    """Return faces that lend the text what its typefaces lack: Greek as in formulas, arrows, relations, the nabla."""
    source = _KATEX / "fonts" / "KaTeX_Main-Regular.woff2"
    signs = frozenset(code for code in characters_of(source) & _SIGNS - TEXT if code > 0x2100)
    lent = {"KaTeX_Main-Regular-1": (signs, "100%"), "KaTeX_Math-Italic-1": (_GREEK, "112%")}
    # There is one weight of them, which stands for all: a browser would smear a missing bold.
    described = {"font-family": '"Nabla Signs"', "font-display": "swap", "font-weight": "1 1000"}
    subset(TRANSPOSE, folder)
    lent |= {TRANSPOSE.name: (TRANSPOSE.characters, "100%")}
    faces = [
        described | {"font-style": style, "size-adjust": size, "unicode-range": unicode_range(codes), "src": font}
        for font, (codes, size) in lent.items()
        for style in ("normal", "italic")  # so that no browser slants them once more
    ]
    return "".join(_face(face, f"{face['src']}.woff2", folder) for face in faces) + "\n"

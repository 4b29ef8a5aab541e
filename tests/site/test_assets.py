"""Every sign that a formula or a text may have is in a font that the pages load, and in one only."""

import re
from pathlib import Path

import pytest

from scripts.foundation.paths import NODE_MODULES, Places
from scripts.site import assets
from scripts.typeset.fonts import TEXT, Face, characters_of
from tests.site.reading import PAGES

KATEX = NODE_MODULES / "katex" / "dist"
FACE = re.compile(r"@font-face\{([^}]*)\}")


@pytest.fixture(scope="module")
def css(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return KaTeX's stylesheet as the pages have it, with fonts of a few bytes."""

    def subset(face: Face, folder: Path) -> str:
        (folder / f"{face.name}.woff2").write_bytes(b"x")
        return f"{face.name}.woff2"

    folder = tmp_path_factory.mktemp("katex") / "katex-fonts"
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "subset", subset)
        return assets._katex(folder)


def faces(css: str) -> list[dict[str, str]]:
    """Return the faces of a stylesheet as what they say."""
    return [dict(part.split(":", 1) for part in rule.split(";") if ":" in part) for rule in FACE.findall(css)]


def codes(face: dict[str, str]) -> set[int]:
    """Return the characters of a face."""
    found: set[int] = set()
    for part in face["unicode-range"].split(","):
        low, _, high = part.removeprefix("U+").partition("-")
        found |= set(range(int(low, 16), int(high or low, 16) + 1))
    return found


def of_katex(css: str) -> dict[tuple[str, str, str], list[dict[str, str]]]:
    """Return KaTeX's faces by family, weight and style."""
    found: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for face in faces(css):
        family = face["font-family"].strip('"')
        if family.startswith("KaTeX"):
            found.setdefault((family, face["font-weight"], face["font-style"]), []).append(face)
    return found


def test_no_face_of_katex_is_lost(css: str) -> None:
    own = of_katex((KATEX / "katex-swap.min.css").read_text(encoding="utf-8"))
    assert len(own) >= 18
    assert of_katex(css).keys() == own.keys()


def test_the_parts_of_a_font_are_the_font(css: str) -> None:
    own = of_katex((KATEX / "katex-swap.min.css").read_text(encoding="utf-8"))
    split = 0
    for key, parts in of_katex(css).items():
        if len(parts) == 1:
            continue
        split += 1
        name = re.search(r"fonts/([\w-]+)\.woff2", own[key][0]["src"])
        assert name
        whole = characters_of(KATEX / "fonts" / f"{name[1]}.woff2")
        held = [codes(part) for part in parts]
        assert set().union(*held) == whole
        assert sum(map(len, held)) == len(whole), "a character is in two parts"
        assert [f"{name[1]}-{number}.woff2" in part["src"] for number, part in enumerate(parts, 1)] == [True] * len(
            parts
        )
    assert split == len(assets._PARTS)


def test_every_face_is_swapped_in_and_loaded_from_beside_the_stylesheet(css: str) -> None:
    for face in faces(css):
        assert face["font-display"] == "swap"
        assert re.fullmatch(r'url\(katex-fonts/[\w-]+\.woff2\) format\("woff2"\)', face["src"])


def test_fonts_that_pages_ask_for_ahead_are_there(site: Path) -> None:
    asked = set()
    for name in PAGES:
        (fonts,) = re.findall(r"for \(const font of \[(.*?)\]\)", (site / name).read_text(encoding="utf-8"))
        asked |= set(re.findall(r'"([^"]+)"', fonts))
    assert len(asked) >= 10
    assert [font for font in asked if not (site / "assets" / "generated" / f"{font}.woff2").is_file()] == []


@pytest.mark.parametrize(
    ("part", "lent"), [("KaTeX_Main-Regular-1", "∂∇∈≤≥≈→⇒√∞"), ("KaTeX_Math-Italic-1", "αβδεηκλμρστ")]
)
def test_signs_in_the_text_come_from_parts_that_are_loaded_for_formulas(css: str, part: str, lent: str) -> None:
    loaded = [face for face in faces(css) if f"{part}.woff2" in face["src"]]
    signs = [face for face in loaded if face["font-family"].strip('"') == "Nabla Signs"]
    [own] = [face for face in loaded if face not in signs]
    # In both, so that no browser slants letters that are slanted.
    assert [face["font-style"] for face in signs] == ["normal", "italic"]
    for face in signs:
        assert codes(face) <= codes(own)
        assert codes(face).isdisjoint(TEXT)
        assert {ord(sign) for sign in lent} <= codes(face)


def test_the_part_for_most_formulas_is_small() -> None:
    first = assets._PARTS["KaTeX_Main-Regular"][0]
    source = KATEX / "fonts" / "KaTeX_Main-Regular.woff2"
    assert 0 < len(first & characters_of(source)) < 0.6 * len(characters_of(source))


def test_the_theme_s_styles_come_whole_and_before_ours() -> None:
    theme = assets._theme()
    assert theme.index(".md-header{") < theme.index("[data-md-color-scheme=slate]")


def test_esbuild_makes_small_what_it_is_given_and_says_what_is_wrong() -> None:
    assert assets._esbuild("--loader=css", content=".a {\n  color: #ff0000;\n}\n/* gone */") == ".a{color:red}\n"
    with pytest.raises(RuntimeError, match="esbuild fails"):
        assets._esbuild("--loader=js", content="const = 1;")


def test_what_nothing_asks_for_any_more_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: set[Path] = set()
    monkeypatch.setattr(assets, "forget", gone.update)
    generated = Places(tmp_path).generated
    names = ("nabla.css", "old.css", "js/page.js", "js/old.js", "fonts/kept.woff2", "fonts/old.woff2", "figures/a.svg")
    for name in (*names, "modules/a.js", "modules/shared/old.js"):
        path = generated / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    files = {"nabla.css": "src:url(fonts/kept.woff2)", "js/page.js": "x", "modules/a.js": "y"}
    assets._forget_all_but(Places(tmp_path), {generated / name: text for name, text in files.items()})
    old = {"old.css", "js/old.js", "fonts/old.woff2", "modules/shared/old.js"}
    assert {path.relative_to(generated).as_posix() for path in gone} == old

"""Web fonts hold what they say, letter by letter as in their sources, and are made anew when anything of it changes."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from scripts.foundation.paths import Places
from scripts.typeset import fonts
from scripts.typeset.fonts import (
    FACES,
    FALLBACKS,
    TEXT,
    Face,
    characters_of,
    figure_fonts,
    page_fonts,
    subset,
    unicode_range,
)
from tests.browsing import FONTS

SERIF, SANS = FACES[0], FACES[-1]


@pytest.fixture(autouse=True)
def _kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "HERE", Places(tmp_path))


def small(face: Face, letters: str = "aé") -> Face:
    """Return a face with few letters, which is made quickly."""
    return Face("small", face.family, face.source, frozenset(map(ord, letters)), face.limits)


def box(font: TTFont, letter: str) -> tuple[float, ...] | None:
    """Return where a letter's outline lies."""
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getBestCmap()[ord(letter)]].draw(pen)
    return pen.bounds


def test_a_font_holds_the_letters_asked_for_and_no_other(tmp_path: Path) -> None:
    name = subset(small(SERIF), tmp_path)
    assert name == "small.woff2"
    assert characters_of(tmp_path / name) == frozenset(map(ord, "aé"))
    assert (tmp_path / name).read_bytes()[:4] == b"wOF2"


def test_the_letters_are_those_of_the_source_at_the_weight_asked_for(tmp_path: Path) -> None:
    made = TTFont(tmp_path / subset(small(SERIF), tmp_path))
    assert "fvar" not in made
    source = TTFont(SERIF.source)
    assert made["head"].unitsPerEm == source["head"].unitsPerEm
    assert box(made, "a") == pytest.approx(box(source, "a"), abs=2)  # the source's default is the weight 400
    heavy = Face("small", "x", SERIF.source, frozenset(map(ord, "a")), {"wght": 700})
    assert TTFont(BytesIO(fonts._made(heavy)))["hmtx"].metrics != made["hmtx"].metrics


@pytest.mark.parametrize("face", [SERIF, SANS], ids=["serif", "sans"])
def test_figures_are_of_equal_width_and_letters_are_set_close(face: Face, tmp_path: Path) -> None:
    made = TTFont(tmp_path / subset(small(face, "0123456789AVfi"), tmp_path))
    glyphs = made.getBestCmap()
    assert len({made["hmtx"][glyphs[ord(figure)]][0] for figure in "0123456789"}) == 1
    assert {record.FeatureTag for record in made["GPOS"].table.FeatureList.FeatureRecord} == {"kern"}
    assert {record.FeatureTag for record in made["GSUB"].table.FeatureList.FeatureRecord} == {"liga"}


def test_a_font_is_made_again_only_when_something_of_it_changes(tmp_path: Path, monkeypatch) -> None:
    made = []
    monkeypatch.setattr(fonts, "_made", lambda face: made.append(face) or b"font")
    faces = [
        small(SERIF),
        small(SERIF),
        small(SERIF, "ab"),
        Face("small", "x", SERIF.source, frozenset(map(ord, "ab")), {"wght": 500}),
        Face("small", "x", SANS.source, frozenset(map(ord, "ab")), {"wght": 500}),
        Face("small", "x", SANS.source, frozenset(map(ord, "ab")), {"wght": 500}, features=("kern",)),
    ]
    for face in faces:
        subset(face, tmp_path)
    assert made == [face for at, face in enumerate(faces) if at != 1]
    (tmp_path / "small.woff2").unlink()
    subset(faces[-1], tmp_path)
    assert len(made) == len(faces)


@given(st.frozensets(st.integers(0x20, 0x2FFFF), min_size=1, max_size=40))
def test_a_range_says_which_characters_it_holds(characters: frozenset[int]) -> None:
    found: set[int] = set()
    for part in unicode_range(characters).split(","):
        match = re.fullmatch(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", part)
        assert match
        found |= set(range(int(match[1], 16), int(match[2] or match[1], 16) + 1))
    assert found == characters


def test_the_stylesheet_declares_every_face_and_what_stands_in_for_it(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(fonts, "_made", lambda face: b"font")
    css = page_fonts(tmp_path / "fonts")
    rules = dict(re.findall(r'@font-face\{(font-family:"[^"]+";(?:font-style:\w+;font-weight:\d+;)?)(.*?)\}', css))
    assert len(rules) == len(FACES) + len(FALLBACKS)
    for face in FACES:
        rule = rules[f'font-family:"{face.family}";font-style:{face.style};font-weight:{face.weight};']
        assert f'src:url(fonts/{face.name}.woff2) format("woff2")' in rule
        assert (tmp_path / "fonts" / f"{face.name}.woff2").is_file()
        assert rule.endswith(f"unicode-range:{unicode_range(face.characters)}")
    for fallback in FALLBACKS:
        assert all(f'local("{name}")' in rules[f'font-family:"{fallback.family}";'] for name in fallback.local)


# Of the fonts that stand in, Matplotlib brings one that is as wide as Times.
def test_what_stands_in_runs_as_wide_as_what_it_stands_for() -> None:
    sentence = "the derivative says how fast a function changes and in which direction it falls"
    times = TTFont(FONTS / "STIXGeneral.ttf")
    fallback = next(one for one in FALLBACKS if "Times New Roman" in one.local)
    adjust = float(re.search(r"size-adjust:([\d.]+)%", fonts._fallback_rule(fallback))[1]) / 100
    ours = width(TTFont(SERIF.source), sentence)
    assert width(times, sentence) * adjust == pytest.approx(ours, rel=0.03)


def width(font: TTFont, words: str) -> float:
    """Return how wide words run, in ems."""
    glyphs, widths = font.getBestCmap(), font["hmtx"]
    return sum(widths[glyphs[ord(letter)]][0] for letter in words) / font["head"].unitsPerEm


def test_what_stands_in_is_as_high_as_what_it_stands_for() -> None:
    for fallback in FALLBACKS:
        face = next(face for face in FACES if face.family == fallback.stands_for)
        font = TTFont(face.source)
        rule = fonts._fallback_rule(fallback)
        size, up, down, gap = (
            float(re.search(rf"{name}:([\d.]+)%", rule)[1]) / 100
            for name in ("size-adjust", "ascent-override", "descent-override", "line-gap-override")
        )
        assert size * up == pytest.approx(font["hhea"].ascent / font["head"].unitsPerEm, rel=1e-3)
        assert size * down == pytest.approx(-font["hhea"].descent / font["head"].unitsPerEm, rel=1e-3)
        assert gap == 0


def test_the_text_of_the_course_is_in_its_own_typefaces() -> None:
    assert {chr(code) for code in TEXT} >= set("azAZ09 .,;:!?()[]{}-–—“”‘’…×−é§")
    for face in FACES:
        assert characters_of(face.source) >= TEXT - set(map(ord, "−↑↓′"))


def test_figures_draw_with_the_same_typeface_in_two_weights() -> None:
    named = {}
    for path in figure_fonts():
        font = TTFont(path)
        assert "fvar" not in font
        assert font["name"].getDebugName(1) == "Source Sans 3"
        named[font["OS/2"].usWeightClass] = (font["name"].getDebugName(2), width(font, "weight"))
    assert {weight: style for weight, (style, _) in named.items()} == {400: "Regular", 600: "SemiBold"}
    assert named[600][1] > named[400][1]

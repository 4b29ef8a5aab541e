"""Stylesheets lose the rules that no page can use, and no other."""

from pathlib import Path

import pytest

from scripts.site.styles import trim_styles, trimmed, without_unread_variables, without_unused_faces

PAGE = '<!DOCTYPE html><p class="seen also">x</p><p class=bare>y</p><span class="katex frac">z</span>'
KEEPS = (
    "p{a:b}",
    ".seen{a:b}",
    ".also.seen p{a:b}",
    ".bare{a:b}",
    ".seen:not(.gone){a:b}",
    ":is(.gone,.seen){a:b}",
    ".seen:not(.gone:is(.other,.seen)){a:b}",
    '[data-x="}{,"] .seen{content:"}"}',
    ".by-script{a:b}",
    '@media print{.seen{a:b}}',
    "@supports (a:b){.seen{a:b}}",
    "@keyframes turn{from{a:b}to{a:c}}",
    '@charset "utf-8";',
    "@font-face{font-family:A;src:a}",
    ".md-typeset{a:b}",
)  # fmt: skip
GOES = (
    ".gone{a:b}",
    ".seen .gone{a:b}",
    ".seen.gone:hover{a:b}",
    "@media print{.gone{a:b}}",
    "[dir=rtl] .seen{a:b}",
    ".seen.tabbed-set{a:b}",
    ".seen .mermaid{a:b}",
    ".md-banner{a:b}",
    "/* .seen{a:b} */",
)


def site(folder: Path, css: str, *, own: str = "", page: str = PAGE) -> Path:
    """Return the theme's stylesheet of a small site, after it was trimmed."""
    theme, generated = folder / "assets" / "stylesheets" / "main.css", folder / "assets" / "generated" / "nabla.css"
    for path, text in (
        (theme, css),
        (generated, own),
        (folder / "index.html", page),
        (folder / "assets" / "page.js", 'add("by-script", "md-typeset tabbed-set md-banner")'),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    trim_styles(folder)
    return theme


@pytest.mark.parametrize("rule", KEEPS)
def test_a_rule_that_a_page_or_a_script_can_use_stays(rule: str, tmp_path: Path) -> None:
    assert site(tmp_path, f".first{{x:y}}{rule}.last{{x:y}}").read_text(encoding="utf-8") == rule


@pytest.mark.parametrize("rule", GOES)
def test_a_rule_that_no_page_can_use_goes(rule: str, tmp_path: Path) -> None:
    assert site(tmp_path, f"p{{x:y}}{rule}a{{x:y}}").read_text(encoding="utf-8") == "p{x:y}a{x:y}"


def test_of_a_list_of_selectors_those_stay_that_are_of_use(tmp_path: Path) -> None:
    css = "a,.gone,.seen:is(.gone,.bare),.gone p{x:y}"
    assert site(tmp_path, css).read_text(encoding="utf-8") == "a,.seen:is(.gone,.bare){x:y}"


def test_our_own_rules_stay_but_for_formulas(tmp_path: Path) -> None:
    own = ".nb-new{a:b}.katex .frac{a:b}.katex .gone{a:b}"
    site(tmp_path, "", own=own)
    left = (tmp_path / "assets" / "generated" / "nabla.css").read_text(encoding="utf-8")
    assert left == ".nb-new{a:b}.katex .frac{a:b}"


def test_faces_that_nothing_names_go_from_our_own(tmp_path: Path) -> None:
    face = '@font-face{{font-family:"{0}";src:url({0})}}'
    own = (
        face.format("KaTeX_A") + face.format("KaTeX_B") + ".katex .frac{font:1em KaTeX_B}.katex .gone{font:1em KaTeX_A}"
    )
    site(tmp_path, "", own=own)
    left = (tmp_path / "assets" / "generated" / "nabla.css").read_text(encoding="utf-8")
    assert left == face.format("KaTeX_B") + ".katex .frac{font:1em KaTeX_B}"


def test_variables_that_nothing_reads_go_one_after_the_other() -> None:
    css = ':root{--md-a:var(--md-b);--md-b:url("data:;,}");--md-c:1;--nb-d:2}p{x:var(--md-c)}'
    assert without_unread_variables(css, "") == ":root{--md-c:1;--nb-d:2}p{x:var(--md-c)}"


def test_variables_that_our_own_stylesheet_reads_stay(tmp_path: Path) -> None:
    css = ":root{--md-a:url('data:;x');--md-b:2}"
    assert site(tmp_path, css, own="p{x:var(--md-a)}").read_text(encoding="utf-8") == ":root{--md-a:url('data:;x');}"


def test_a_face_is_named_with_and_without_quotes() -> None:
    css = '@font-face{font-family:"A B";src:a}@font-face{font-family:C;src:c}p{font-family:"A B"}'
    assert without_unused_faces(css) == '@font-face{font-family:"A B";src:a}p{font-family:"A B"}'


def test_rules_within_rules_are_kept_whole() -> None:
    css = "@media a{@media b{.x{c:d}}.y{e:f}}"
    assert trimmed(css, lambda selector: selector == ".x") == "@media a{@media b{.x{c:d}}}"
    assert trimmed(css, lambda selector: False) == ""

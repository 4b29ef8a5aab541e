"""Stylesheets lose what no page can use, and nothing else."""

from pathlib import Path

import pytest

from scripts.site.styles import purge_theme

PAGE = (
    "<!DOCTYPE html><html dir=ltr data-theme>"
    '<p class="seen also" data-kind=\'a\'>x<a href=#x target="_blank" title="<gone>">y</a>'
    '<p class=bare id="one">y<span class="katex frac">z</span><b class="md-path">w</b>'
    '<script>turn("dark")</script>'
)
KEEPS = (
    "p{a:b}",
    ".seen{a:b}",
    ".also.seen p{a:b}",
    ".bare{a:b}",
    "#one>b{a:b}",
    ".seen:not(.gone){a:b}",
    ":focus-visible{a:b}",
    "::selection{a:b}",
    '[data-kind="a"] [href^="#"],[dir=ltr] .seen{a:b}',
    ".by-script{a:b}",
    "[data-theme=dark] p[aria-busy=true]{a:b}",
    "@media print{.seen{a:b}}",
    "@supports (a:b){.seen{a:b}}",
    "@keyframes turn{from{a:b}to{a:c}}p{animation:turn 1s}",
    '@charset "utf-8";',
    '@font-face{font-family:"A B";src:a}p{font:1em A B}',
    "@font-face{font-family:C;src:a}p{--nb-face:'C',serif}",
    ".md-typeset,.md-path{a:b}",
    '.seen{content:"}.gone{"}',
)  # fmt: skip
GOES = (
    ".gone{a:b}",
    "gone{a:b}",
    "x.seen{a:b}",
    ".y{a:b}",
    "#two{a:b}",
    ".seen .gone{a:b}",
    ".seen.gone:hover{a:b}",
    "@media print{.gone{a:b}}",
    "[dir=rtl] .seen{a:b}",
    ".seen .mermaid{a:b}",
    ".dark{a:b}",
    "[data-md-color-primary=custom]{a:b}",
    "@keyframes turn{from{a:b}to{a:c}}",
    "@font-face{font-family:A;src:a}",
    "@font-face{font-family:B;src:a}.gone{font:1em B}",
)


def purged(folder: Path, css: str, *, own: str = "") -> tuple[str, str]:
    """Return the theme's stylesheet of a small site and our own, without what its page and its script do not use."""
    theme, generated = folder / "assets" / "stylesheets" / "main.css", folder / "assets" / "generated" / "nabla.css"
    for path, text in (
        (theme, css),
        (generated, own),
        (folder / "index.html", PAGE),
        (folder / "assets" / "page.js", 'add("by-script md-typeset", { "aria-busy": true }, "rtl mermaid custom")'),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    purge_theme(folder)
    return theme.read_text(encoding="utf-8"), generated.read_text(encoding="utf-8")


def test_what_a_page_or_a_script_can_use_stays(tmp_path: Path) -> None:
    for place, rule in enumerate(KEEPS):
        assert purged(tmp_path / str(place), rule)[0] == rule


@pytest.mark.parametrize("own", [False, True])
def test_what_no_page_can_use_goes(own: bool, tmp_path: Path) -> None:
    for place, rule in enumerate(GOES):
        css = f"p{{x:y}}{rule}a{{x:y}}"
        assert purged(tmp_path / str(place), "" if own else css, own=css if own else "")[own] == "p{x:y}a{x:y}", rule


def test_of_a_list_of_selectors_those_stay_that_are_of_use(tmp_path: Path) -> None:
    assert purged(tmp_path, "a,.gone,.seen:is(.gone,.bare),.gone p{x:y}")[0] == "a,.seen:is(.bare){x:y}"


def test_the_theme_s_variables_that_nothing_reads_go_one_after_the_other(tmp_path: Path) -> None:
    css = ':root{--md-a:var(--md-b);--md-b:url("data:;,}");--md-c:1;--md-d:var(--md-e);--md-e:3}p{x:var(--md-c)}'
    theme, own = purged(tmp_path, css, own="p{x:var(--md-d);--nb-mine:2}")
    assert theme == ":root{--md-c:1;--md-d:var(--md-e);--md-e:3}p{x:var(--md-c)}"
    assert own == "p{x:var(--md-d);--nb-mine:2}"


def test_a_variable_is_kept_in_each_stylesheet_that_sets_it(tmp_path: Path) -> None:
    read, given = "p{x:var(--md-a)}", ":root{--md-a:1}"
    assert purged(tmp_path / "1", read, own=given) == (read, given)
    assert purged(tmp_path / "2", given, own=read) == (given, read)

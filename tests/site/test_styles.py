"""The stylesheet loses what no page can use, and nothing else."""

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


def purged(folder: Path, css: str) -> str:
    """Return the stylesheet of a small site without what its page and its script do not use."""
    sheet = folder / "assets" / "generated" / "nabla.css"
    for path, text in (
        (sheet, css),
        (folder / "assets" / "stylesheets" / "main.css", "p{x:y}"),
        (folder / "index.html", PAGE),
        (folder / "assets" / "page.js", 'add("by-script md-typeset", { "aria-busy": true }, "rtl mermaid custom")'),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    purge_theme(folder)
    return sheet.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", KEEPS)
def test_what_a_page_or_a_script_can_use_stays(rule: str, tmp_path: Path) -> None:
    assert purged(tmp_path, rule) == rule


@pytest.mark.parametrize("rule", GOES)
def test_what_no_page_can_use_goes(rule: str, tmp_path: Path) -> None:
    assert purged(tmp_path, f"p{{x:y}}{rule}a{{x:y}}") == "p{x:y}a{x:y}"


def test_of_a_list_of_selectors_those_stay_that_are_of_use(tmp_path: Path) -> None:
    assert purged(tmp_path, "a,.gone,.seen:is(.gone,.bare),.gone p{x:y}") == "a,.seen:is(.bare){x:y}"


def test_the_theme_s_variables_that_nothing_reads_go_one_after_the_other(tmp_path: Path) -> None:
    css = ':root{--md-a:var(--md-b);--md-b:url("data:;,}");--md-c:1;--md-d:var(--md-e);--md-e:3}p{x:var(--md-c)}'
    own = "p{x:var(--md-d);--nb-mine:2}"
    assert purged(tmp_path, css + own) == f":root{{--md-c:1;--md-d:var(--md-e);--md-e:3}}p{{x:var(--md-c)}}{own}"


def test_the_theme_s_files_go(tmp_path: Path) -> None:
    purged(tmp_path, "p{x:y}")
    assert sorted(path.name for path in (tmp_path / "assets").iterdir()) == ["generated", "page.js"]

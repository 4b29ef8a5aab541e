"""A shrunk formula looks as KaTeX draws it: the oracle is KaTeX's own HTML under its own stylesheet."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from scripts.foundation.paths import NODE_MODULES
from scripts.typeset.katex_html import shrink_formula
from tests.pictures.comparing import Tolerance, differences
from tests.pictures.looking import LAPTOP, open_page, pictures
from tests.typeset.families import FAMILIES
from tests.typeset.test_mathml import katex_own

KATEX = NODE_MODULES / "katex" / "dist"
PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Formulas</title><base href="{base}/"><style>{css}</style>
<style>body {{ width: 900px; font-size: 20px }} .nb-sample {{ height: 160px; padding: 8px }}</style>{samples}"""
INLINE = {f"{name} in a line": tex for name, tex in FAMILIES.items() if r"\tag" not in tex}
# Letters joined into one text begin a fraction of a pixel from where they stood alone.
JOINED = Tolerance(level=64, mean=6.0, pixels=6, moved=1, size=0)
# KaTeX makes each of these in its own way; together they hold every kind of box that the course's formulas have.
SAMPLES = {**{name: (tex, True) for name, tex in FAMILIES.items()}, **{n: (t, False) for n, t in INLINE.items()}}


def drawn(browser: Browser, path: Path, css: str, formulas: dict[str, str]) -> Page:
    """Open a page of formulas (HTML by name) under a stylesheet of KaTeX's."""
    samples = "".join(f'<div class="nb-sample" data-sample="{name}">{made}</div>' for name, made in formulas.items())
    path.write_text(PAGE.format(base=KATEX.as_uri(), css=css, samples=samples), encoding="utf-8")
    return open_page(browser, path.as_uri(), LAPTOP, "light")


def test_a_shrunk_formula_looks_as_katex_draws_it(browser: Browser, tmp_path: Path) -> None:
    css = (KATEX / "katex-swap.min.css").read_text(encoding="utf-8")
    own = {name: katex_own(tex, display=display) for name, (tex, display) in SAMPLES.items()}
    theirs = drawn(browser, tmp_path / "theirs.html", css, own)
    expected = pictures(theirs, ".nb-sample")
    ours = drawn(browser, tmp_path / "ours.html", css, {name: shrink_formula(made) for name, made in own.items()})
    wrong = []
    for name, picture in pictures(ours, ".nb-sample").items():
        what, where = differences(picture, expected[name], JOINED)
        if where is not None:
            where.save(tmp_path / f"{name}.png")
        if what:
            wrong.append(f"{name}: {what}")
    assert not wrong, "\n".join(["", *wrong, f"see {tmp_path}"])

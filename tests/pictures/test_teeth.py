"""The judge of pictures can say no: one small fault in each kind of sample, and each is seen, in any browser."""

from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.pictures.comparing import OTHER_BROWSER, differences
from tests.pictures.looking import LAPTOP, open_page, samples_on
from tests.pictures.test_pictures import APPROVED, PAGES, TRIES

# By page and sample, a rule that spoils something in it, and hardly more than a reader would notice.
FAULTS = {
    "blocks": {
        "definition": ".nb-kind { color: var(--nb-soft) }",
        "formula-identity": ".nb-formula { background-color: transparent }",
        "formula-function": ".nb-check > summary { color: var(--nb-accent) }",
        "question": ".nb-level { visibility: hidden }",
        "figure": ".nb-figure img { transform: translateX(2px) }",
        "output": "pre { padding-left: 3px }",
        "frameworks": ".nb-from { color: var(--nb-ink) }",
        "exercise": ".nb-html :is(.mi, .mf) { color: inherit }",
        "problem": ".nb-problem { border-top-color: transparent }",
        "mistake": ".nb-mistake { border-top-color: var(--nb-rule-strong) }",
        "links-to-take-along": '.nb-download::before { content: "" }',
        "folded-text": "summary::before { transform: none }",
        "note": ".admonition { background-color: var(--nb-paper) }",
        "activation-slope": ".nb-handle { visibility: hidden }",
        "computational-graph": ".nb-board > div { translate: 0 2px }",
        "directional-derivative": ".nb-readout b { color: inherit }",
        "gradient-descent-1d": "circle, ellipse { display: none }",
        "gradient-descent-2d": "input { accent-color: var(--nb-bad) }",
        "lagrange-multipliers": "svg path { stroke-width: 0.4px }",
        "numerical-derivative": ".nb-board { border-color: var(--nb-ink) }",
        "partial-derivatives": "svg path { stroke-dasharray: none }",
        "quadratic-form": "button { border-radius: 0; border-width: 2px }",
        "secant-to-tangent": "svg :is(path, line) { stroke-dasharray: none }",
        "valley-descent": ".nb-mark { visibility: hidden }",
    },
    "formulas": {
        "fractions": ".frac-line { visibility: hidden }",
        "binomial": ".frac-line { border-bottom-width: 3px }",
        "roots": "svg { visibility: hidden }",
        "scripts": ".vlist > span { translate: 0 2px }",
        "sums": ".op-symbol { font-size: 0.9em }",
        "limits": ".op-limits > .vlist-t { text-align: left }",
        "accents": ".accent-body { translate: 2px }",
        "norms": ".delimsizing { opacity: 0 }",
        "cases": ".arraycolsep { width: 0.3em }",
        "relations": '[style*="0.2778em"] { margin: 0 0.4em }',
        "operators": '[style*="0.2222em"] { margin: 0 }',
        "letters": ".mathnormal { font-family: inherit }",
        "boxed": ".fbox { border: 0 }",
        "numbered": ".katex-tag { right: 4px }",
        "braces": "svg { translate: 3px }",
        "words": ".katex { font-size: 1.19em }",
    },
    "diagrams": {
        "boxes-and-edges": "text { translate: 2px }",
        "decisions-and-classes": ".good rect { stroke: var(--nb-rule-strong) }",
        "from-left-to-right": ".flowchart-link { marker-end: none }",
        "groups": ".cluster rect { stroke-dasharray: none }",
        "messages": ".messageLine1 { stroke-dasharray: none }",
        "states": ".state-start { fill: none }",
    },
    "text": {
        "headings": "h3 { letter-spacing: 0.3px }",
        "formulas-in-a-line": ".katex { vertical-align: 2px }",
        "lists": "li { padding-left: 2px }",
        "quotation": "blockquote { border-color: transparent }",
        "terms": "dt { font-weight: 400 }",
        "table": "th { color: var(--nb-ink) }",
        "code": ".k { color: inherit }",
        "kinds-of-tokens": ".c1 { color: var(--nb-ink) }",
        "words-without-color": "pre { background: none } code { background: none }",
        "long-code": "code { font-size: 0.98em }",
    },
}


# In the dark, where a wrong color is easily overlooked.
@pytest.mark.parametrize("page", FAULTS)
def test_a_fault_in_a_sample_is_seen(page: str, browser: Browser, samples_server: str) -> None:
    theme = "dark"
    wanted = dict.fromkeys(FAULTS[page], True)
    for _ in range(TRIES):  # a font that Chromium forgets is one more fault
        opened = open_page(browser, samples_server + PAGES[page], LAPTOP, theme)
        opened.add_style_tag(content="".join(_only_in(name, rule) for name, rule in FAULTS[page].items()))
        seen = samples_on(opened, unfolded=False)
        opened.context.close()
        differs = {
            name: bool(differences(picture, _approved(page, name, theme), OTHER_BROWSER)[0])
            for name, picture in seen.items()
        }
        if differs == dict.fromkeys(seen, False) | wanted:
            break
    for name, is_seen in differs.items():
        assert is_seen == (name in wanted), f"{name}: {FAULTS[page].get(name, 'nothing is wrong')}"


def _only_in(name: str, rule: str) -> str:
    """Return a rule that holds in one sample, and there before all others."""
    return f'[data-sample="{name}"] {{ {rule.replace(" }", " !important }").replace("; ", " !important; ")} }}\n'


def _approved(page: str, name: str, theme: str) -> Image.Image:
    path = Path(APPROVED, page, f"{name}-{LAPTOP.name}-{theme}.webp")
    with Image.open(path) as picture:
        return picture.convert("RGB")

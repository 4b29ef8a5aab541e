"""What is highlighted stays so in fewer marks, and what is not has none."""

from bs4 import BeautifulSoup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from scripts.foundation.paths import HERE
from scripts.typeset.code_html import shrink_code


def marks(html: str) -> list[tuple[str, str]]:
    """Return the marked pieces of a program, with their kinds."""
    return [
        (span["class"][0], span.get_text()) for span in BeautifulSoup(html, "html.parser").find_all("span", class_=True)
    ]


def test_kinds_of_one_color_are_one_kind() -> None:
    kinds = {
        "s1": "s",
        "s2": "s",
        "sa": "s",
        "se": "s",
        "c1": "c",
        "sd": "c",
        "mi": "m",
        "mf": "m",
        "k": "k",
        "nf": "nf",
    }
    for kind, one in kinds.items():
        assert marks(shrink_code(f'<span class="{kind}">x</span>')) == [(one, "x")]


def test_what_has_the_color_of_the_text_has_no_mark() -> None:
    for kind in ("n", "nn", "o", "p", "w", "si"):
        assert shrink_code(f'a <span class="{kind}">x</span> b') == "a x b"


def test_neighbors_of_one_kind_are_one_piece_with_the_blanks_between() -> None:
    html = '<span class="sa">f</span><span class="s2">"a</span> <span class="se">\\n</span>\n<span class="s2">b"</span>'
    assert marks(shrink_code(html)) == [("s", 'f"a \\n\nb"')]
    apart = '<span class="k">if</span> x <span class="k">else</span>'
    assert shrink_code(apart) == apart
    others = '<span class="k">for</span> <span class="nf">x</span>'
    assert shrink_code(others) == others


def test_no_letter_of_a_program_is_lost() -> None:
    for path in sorted(HERE.snippets.glob("*/*.py"))[:20]:
        html = highlight(path.read_text(encoding="utf-8"), PythonLexer(), HtmlFormatter())
        shrunk = shrink_code(html)
        assert BeautifulSoup(shrunk, "html.parser").get_text() == BeautifulSoup(html, "html.parser").get_text()
        kinds = {kind for kind, _ in marks(shrunk)}
        assert kinds.isdisjoint({"n", "nn", "o", "p", "w", "si", "s1", "s2", "sa", "se", "c1", "sd", "mi", "mf"})
        assert len(html) < 1000 or len(shrunk) < 0.8 * len(html)


def test_the_empty_mark_before_a_program_goes_and_no_other_html_changes() -> None:
    assert shrink_code("<pre><span></span><code>x</code></pre>") == "<pre><code>x</code></pre>"
    page = '<p><span class="nb-kind">Formula</span> <em>n</em> <span class="gp">&gt;&gt;&gt; </span></p>'
    assert shrink_code(page) == page

"""The search index is made from less, and is the same."""

from material.plugins.search.plugin import Parser, Section

from scripts.site.search import emptied

PAGE = """<h1 id="a">At <nb-math class="nb-math" data-search-exclude=""><span class=katex><i>x</i></span></nb-math></h1>
<p>Where <nb-math class="nb-math nb-short" data-search-exclude=""><span class=katex>0</span>,</nb-math> it is flat.</p>
<div aria-label="Formula" class="nb-display" data-search-exclude="" role="group"><span><i>f</i> = 1</span></div>
<figure class="nb-diagram" tabindex="0" data-search-exclude><svg><text>hidden</text></svg></figure>
<h2 id="b">Next</h2><div class="nb-other"><p>found</p></div><figure class="nb-figure"><p>caption</p></figure>"""


def sections(html: str) -> list[tuple[str | None, list[str], list[str]]]:
    """Return what Material's parser finds: the sections with their titles and texts."""
    parser = Parser()
    super(Parser, parser).feed(html)
    found: list[Section] = parser.data
    return [(section.id, section.title, section.text) for section in found]


def test_the_index_is_that_of_the_whole_page() -> None:
    assert sections(emptied(PAGE)) == sections(PAGE)


def test_formulas_and_diagrams_are_not_parsed_and_all_else_is() -> None:
    rest = emptied(PAGE)
    assert "katex" not in rest
    assert "hidden" not in rest
    assert all(word in rest for word in ("it is flat.", "found", "caption"))

"""The labs: notebooks that MkDocs runs (mkdocs-jupyter), set like every other page.

What mkdocs-jupyter writes carries JupyterLab's half megabyte of styles and asks other hosts for MathJax and Mermaid.
So its cells are taken out of that and put into the page plainly: text with mathematics by KaTeX and diagrams by mmdr,
code with the page's highlighting, outputs, pictures with their description. Zensical has no counterpart yet, so this
works on built pages and not in Markdown.
"""

import html
import re
from pathlib import Path
from typing import Any

import jupytext
from bs4 import BeautifulSoup, Tag

from scripts.course.page import Page, read_page
from scripts.foundation.mistakes import report
from scripts.foundation.paths import DOCS
from scripts.run.lab_runs import labs
from scripts.site.lab_style import with_style_written_out
from scripts.typeset.katex import KATEX, TexError
from scripts.typeset.mermaid import MermaidError, render

_HERE = "[[the lab goes here]]"
_DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.DOTALL)
_FORMULA = re.compile(r"<nb-math.*?</nb-math>", re.DOTALL)
_DOLLAR = re.compile(r"[^<>\n$\\]{0,20}(?<!\\)\$[^<>\n$]{0,20}")
_INLINE = re.compile(r"(?<![\\$])\$(?!\s)([^$]+?)(?<!\s)\$(?!\d)")


def finish_labs(site: Path) -> None:
    """Rewrite the pages of all labs in `site`, and put each lab beside its page as a notebook to download."""
    for source in labs():
        built = site / source.relative_to(DOCS).with_suffix(".html")
        if built.is_file():
            notebook = jupytext.read(source)
            page = BeautifulSoup(built.read_text(encoding="utf-8"), "html.parser")
            body = _rewrite(page, notebook, read_page(source))
            built.write_text(str(page).replace(_HERE, body, 1), encoding="utf-8", newline="\n")
            for number, cell in enumerate(notebook.cells, start=1):
                cell["id"] = f"cell-{number}"  # else random, and no two builds the same
                cell["source"] = with_style_written_out(cell["source"])
            jupytext.write(notebook, built.with_suffix(".ipynb"))


def _rewrite(page: BeautifulSoup, notebook: Any, source: Page) -> str:
    """Empty the page but for a mark where the lab goes; return the lab, which is not parsed, since that takes long."""
    wrapper = page.select_one(".jupyter-wrapper")
    article = wrapper.parent if wrapper else None
    if wrapper is None or article is None:
        raise ValueError(f"{source.path}: mkdocs-jupyter writes its pages in another way than this module reads them")
    cells = wrapper.select(".jp-Notebook > .jp-Cell")
    parts = [
        _cell(cell, made, source, f"diagram-{number}")
        for number, (cell, made) in enumerate(zip(notebook.cells, cells, strict=True))
    ]
    download = '<p><a class="nb-download" href="lab.ipynb" download>Download this lab as a Jupyter notebook</a></p>'
    article.clear()
    article.append(_HERE)
    return f'<div class="nb-lab">{"".join(parts)}</div>'.replace("</h1>", f"</h1>{download}", 1)


def _cell(cell: Any, made: Tag, source: Page, uid: str) -> str:
    if cell.cell_type == "markdown":
        text = made.select_one(".jp-RenderedMarkdown")
        return _mathematics(_diagrams(_inner(text), source, uid), source) if text else ""
    code = made.select_one(".highlight-ipynb pre")
    parts = (
        [f'<div class="highlight"><pre tabindex="0"><code>{_inner(code).strip()}</code></pre></div>'] if code else []
    )
    for output in made.select(".jp-OutputArea-output"):
        parts.append(_output(output, cell, source))
    return "".join(parts)


def _output(output: Tag, cell: Any, source: Page) -> str:
    picture = output.find("img")
    if isinstance(picture, Tag):
        alt = str(cell.metadata.get("alt", ""))
        if not alt:
            line = source.line_of(cell.source)
            report(
                source.mistake(line, "a picture of the lab has no description", "write '# %% alt=\"…\"' at its cell")
            )
        return (
            '<figure class="nb-figure nb-plate">'
            f'<img src="{picture["src"]}" alt="{html.escape(alt)}" loading="lazy"></figure>'
        )
    text = output.find("pre")
    if isinstance(text, Tag):
        code = f'<pre tabindex="0"><code>{_inner(text)}</code></pre>'
        return f'<div class="nb-output"><p class="nb-label">prints</p>{code}</div>'
    return f'<div class="nb-output">{_inner(output)}</div>'


def _inner(tag: Tag | None) -> str:
    return tag.decode_contents() if tag else ""


def _diagrams(text: str, source: Page, uid: str) -> str:
    page = BeautifulSoup(text, "html.parser")
    for number, diagram in enumerate(page.select(".jp-Mermaid"), start=1):
        try:
            svg = render(diagram.get_text().strip(), f"{uid}-{number}")
        except MermaidError as error:
            line = source.line_of(diagram.get_text().strip().split("\n")[0])
            report(source.mistake(line, f"Mermaid: {error}", "correct the diagram"))
            svg = ""
        diagram.replace_with(BeautifulSoup(f'<figure class="nb-diagram">{svg}</figure>', "html.parser"))
    for link in page.select(".anchor-link"):
        link["class"] = "headerlink"
    return str(page)


def _mathematics(text: str, source: Page) -> str:
    """Set the mathematics of a text cell; code in it stays as it is."""
    parts = re.split(r"(<pre.*?</pre>|<code.*?</code>|<svg.*?</svg>)", text, flags=re.DOTALL)
    for index in range(0, len(parts), 2):
        displayed = _DISPLAY.sub(lambda m: _set(m[1], source, display=True), parts[index])
        pieces = re.split(r"(<div class=\"nb-display.*?</div>)", displayed, flags=re.DOTALL)
        pieces[::2] = [_INLINE.sub(lambda m: _set(m[1], source, display=False), piece) for piece in pieces[::2]]
        for left in _DOLLAR.finditer(" ".join(_FORMULA.sub("", piece) for piece in pieces[::2])):
            remedy = r"close it in the same paragraph, without a blank inside; a dollar is '\$'"
            line = source.line_of(html.unescape(left[0]).strip())
            report(source.mistake(line, "a '$' that begins or ends no formula", remedy))
        parts[index] = "".join(pieces)
    return re.sub(r"<p>\s*(<div class=\"nb-display.*?</div>)\s*</p>", r"\1", "".join(parts), flags=re.DOTALL)


def _set(escaped: str, source: Page, *, display: bool) -> str:
    tex = html.unescape(escaped).strip()
    try:
        made = KATEX.render(tex, display=display)
    except TexError as error:
        report(source.mistake(source.line_of(tex.split("\n")[0]), f"TeX: {error} in '{tex}'", "correct the formula"))
        return ""
    if display:
        return (
            f'<div class="nb-display" tabindex="0" role="group" aria-label="Formula" data-search-exclude>{made}</div>'
        )
    return f'<nb-math class="nb-math" data-search-exclude>{made}</nb-math>'

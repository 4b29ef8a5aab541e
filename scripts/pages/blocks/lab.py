"""The block `lab`."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from html import unescape
from typing import Any

from scripts.course.labs import Cell, lab_beside, read_lab
from scripts.course.page import Block
from scripts.foundation.mistakes import Mistake, report
from scripts.pages.blocks.base import CourseBlock, sub
from scripts.pages.rules.text import rules_of
from scripts.run.lab_runs import LABS, pictures_of

_CODE = re.compile(r"(?<=<code>).*(?=</code>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NARROW = 40
"""As many letters a phone shows in a line: one that is longer goes on below, set back behind its own beginning."""


class LabBlock(CourseBlock):
    """The notebook beside the page, run when the site is built: its texts, programs, and what they put out.

    No argument, no options, no content. The notebook has the page's name and ends in `.py`.
    """

    NAME = "lab"
    BODY = False
    ONCE = True
    RUNS = LABS

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """There is a notebook, its title is the page's, and its texts are right."""
        path = lab_beside(block.path)
        if not path.is_file():
            yield block.mistake(f"there is no '{path.name}' beside this page", "write it, or remove the page")
            return
        lab = read_lab(path, block.places)
        heading = f"# {lab.title}"
        if heading not in block.page.body.split("\n"):
            yield Mistake(block.path, 1, "the page's title is not that of its lab", f"begin it with '{heading}'")
        yield from rules_of(lab.page)
        for cell in lab.cells:
            if not cell.is_code and "```" in cell.source:
                yield Mistake(path, cell.line, "a text of a lab has a fence", "write a program as a cell of its own")

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Show the cells with their outputs."""
        element = sub(parent, "div", "nb-lab")
        lab = read_lab(lab_beside(self.source.path), self.source.places)
        self.context.included.append(lab.page)
        self._download(element, lab.path.with_suffix(".ipynb").name)
        results = iter(LABS.result(self.source) or [])
        for cell in lab.cells:
            if cell.is_code:
                program = _set_back(self.context.highlight(cell.source))
                sub(element, "p", "", self.md.htmlStash.store(program))
                for output in next(results, []):
                    self._output(element, cell, output)
            else:
                # The title stands on the page.
                self._text(element, cell.source.removeprefix(f"# {lab.title}"))
        return element

    def _text(self, parent: etree.Element, text: str) -> None:
        """Render a text. A notebook folds by HTML; that is set aside first, as on every page, and holds Markdown."""
        lines = text.replace("<details>", '<details markdown="1">').split("\n")
        self.markdown(parent, "\n".join(self.md.preprocessors["html_block"].run(lines)))

    def _output(self, parent: etree.Element, cell: Cell, output: dict[str, Any]) -> None:
        if "text" in output:
            self.printed(parent, output["text"].rstrip("\n"))
            return
        if not cell.alt:
            what, remedy = "a picture of the lab has no description", "write '# %% alt=\"…\"' at its cell"
            report(Mistake(lab_beside(self.source.path), cell.line, what, remedy))
        figure = sub(parent, "figure", "nb-figure")
        for theme, picture in output.items():
            path = pictures_of(self.source) / picture["file"]
            self.picture(figure, theme, path, cell.alt, (picture["width"], picture["height"]))

    def _download(self, element: etree.Element, name: str) -> None:
        sub(sub(element, "p"), "a", "nb-download", "Download this lab as a Jupyter notebook", href=name, download="")


def _set_back(html: str) -> str:
    """Put each long line of highlighted code into an element that knows how far the line is indented."""

    def line_of(line: str) -> str:
        text = unescape(_TAG.sub("", line)).rstrip("\n")
        indented = len(text) - len(text.lstrip(" "))
        return f'<span class="nb-line" style="--nb-in:{indented}ch">{line}</span>' if len(text) > _NARROW else line

    return _CODE.sub(lambda code: "".join(map(line_of, code[0].splitlines(keepends=True))), html)

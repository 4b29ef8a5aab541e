"""A block knows its place while it is rendered; a text that is no page, and a block that was not read, are mistakes."""

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from scripts.course.model import load_course
from scripts.foundation.mistakes import Mistake, Mistakes, collecting
from scripts.foundation.paths import HERE

PAGE = load_course().pages[HERE.docs / "study" / "notes.md"]


class Changes(Preprocessor):
    """Another extension, which changes the text before Nabla's sees it, or after."""

    def run(self, lines: list[str]) -> list[str]:
        return "\n".join(lines).replace(*self.md.change).split("\n")


class Meddles(Extension):
    """Registers it."""

    def __init__(self, change: tuple[str, str], priority: int) -> None:
        super().__init__()
        self.change, self.priority = change, priority

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        md.change = self.change
        md.preprocessors.register(Changes(md), "meddles", self.priority)


def mistakes(change: tuple[str, str], priority: int) -> list[Mistake]:
    """Return the mistakes that rendering the page reports, with a change to its text."""
    with collecting() as found:
        Markdown(extensions=["scripts.pages.extension", Meddles(change, priority)]).convert(PAGE.body)
    return found


def test_a_page_as_it_is_has_none() -> None:
    assert mistakes(("", ""), 1000) == []


@pytest.mark.parametrize("change", [("/// notes-list", "/// notes-list "), ("Fill", "fill")])
def test_a_text_that_is_not_the_file_s_is_a_mistake_at_its_first_other_line(change: tuple[str, str]) -> None:
    (mistake,) = mistakes(change, 1000)
    line = next(n for n, text in enumerate(PAGE.text.split("\n"), 1) if n >= PAGE.first_line and change[0] in text)
    assert (mistake.path, mistake.line) == (PAGE.path, line)
    assert "another text" in mistake.what


def test_outside_of_a_build_it_is_raised() -> None:
    with pytest.raises(Mistakes, match="another text"):
        Markdown(extensions=["scripts.pages.extension"]).convert("/// formula | F\n\nText.\n///")


def test_a_block_that_does_not_reach_the_page_is_a_mistake_at_its_head() -> None:
    found = mistakes(("/// notes-list", "notes-list"), 50)
    line = next(block.line for block in PAGE.blocks if block.kind == "notes-list")
    assert any(mistake.line == line and "is not on the page" in mistake.what for mistake in found)


def test_a_block_that_nobody_read_is_a_mistake() -> None:
    found = mistakes(("/// notes-list", "/// note | A\n\nText.\n///\n\n/// notes-list"), 50)
    assert any("that was not read" in mistake.what for mistake in found)

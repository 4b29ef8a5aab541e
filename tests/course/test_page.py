"""Reading a page's source: blocks with their lines, options, bodies, and nothing inside code taken for a block."""

from pathlib import Path

from scripts.course.page import read_page


def page_of(tmp_path: Path, text: str):
    """Write a page and read it."""
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    return read_page(path)


def test_a_block_has_its_lines_options_and_body(tmp_path: Path) -> None:
    page = page_of(
        tmp_path, "---\ntitle: T\n---\n\n/// formula | Name\n    id: a-b\n    check: f\n\n$$x$$\n\nWords.\n///\n"
    )
    (block,) = page.blocks
    assert (block.kind, block.argument, block.options) == ("formula", "Name", {"id": "a-b", "check": "f"})
    assert (block.line, block.option_lines["check"], block.body_line, block.last_line) == (5, 7, 9, 12)
    assert block.body == "$$x$$\n\nWords."


def test_a_block_inside_another_knows_its_parent_and_both_are_whole(tmp_path: Path) -> None:
    page = page_of(
        tmp_path, "//// question | Q\n    id: q\n\nA.\n\n/// figure | f\n    alt: x\n\nC.\n///\n\nB.\n////\n"
    )
    question, figure = page.blocks
    assert figure.parent is question
    assert page.within(question) == [question, figure]
    assert question.body.endswith("B.")
    assert page.raw(figure) == "/// figure | f\n    alt: x\n\nC.\n///"


def test_blocks_in_code_and_in_indented_text_are_none(tmp_path: Path) -> None:
    page = page_of(tmp_path, "```\n/// question | Q\n```\n\n    /// question | Q\n\n~~~~\n```\n/// x\n~~~~\n")
    assert page.blocks == []
    assert page.mistakes == []


def test_a_text_is_found_though_its_white_space_differs(tmp_path: Path) -> None:
    page = page_of(tmp_path, "one\n\n$$\na +\n  b\n$$\n")
    assert page.line_of("a + b") == 4


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\n\r\n/// note | N\r\n\r\nText.\r\n///\r\n")
    page = read_page(path)
    assert page.meta == {"title": "T"}
    assert [(block.kind, block.body) for block in page.blocks] == [("note", "Text.")]


def test_a_file_that_is_not_utf_8_is_a_mistake_and_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes("Müller".encode("latin-1"))
    (mistake,) = read_page(path).mistakes
    assert "not UTF-8" in mistake.what


def test_broken_front_matter_is_reported_at_its_line(tmp_path: Path) -> None:
    page = page_of(tmp_path, "---\ntitle: a: b\n---\n\nText\n")
    (mistake,) = page.mistakes
    assert mistake.line == 2

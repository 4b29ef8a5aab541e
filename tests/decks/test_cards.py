"""From a block to a card: fields, mathematics, gaps, pictures, code, links; and all of it in the real Anki."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from scripts.course.gaps import extend, gaps_in, without_gaps
from scripts.decks.cards import AnkiNote
from scripts.decks.content import Content
from scripts.decks.fields import brace_safe
from scripts.decks.files import made_files
from scripts.decks.lock import Lock
from scripts.decks.update import updated
from tests.decks.making import NOTE_TYPES, SETTINGS, URL
from tests.decks.reader import Reader
from tests.decks.written import PLANNED, definition, findings, formula, notes_from, question


def install(reader: Reader, notes: list[AnkiNote]) -> None:
    """Give the reader a package of these notes."""
    content = Content(notes, NOTE_TYPES, SETTINGS)
    lock = updated(Lock(), content, 1_700_000_000)
    reader.install(made_files(content, lock, URL).contents["nabla.apkg"])


def test_macros_are_written_out_and_tex_is_escaped(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("If $\\norm{\\vect{x}} < 1 & y$ then\n\n$$a > \\dd x$$"))
    assert r"\(\lVert \boldsymbol{x} \rVert &lt; 1 &amp; y\)" in note.fields["Back"]
    assert r"\[a &gt; \mathrm{d} x\]" in note.fields["Back"]


def test_a_hint_is_no_part_of_the_answer(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("Because.\n\nHint: *think*"))
    assert (note.fields["Back"], note.fields["Hint"]) == ("Because.", "<em>think</em>")


def test_a_formula_asks_both_ways_if_it_says_so(tmp_path: Path) -> None:
    body = "$$f'(x) = 1$$\n\nWords."
    assert notes_from(tmp_path, formula(body))[0].numbers == (1,)
    (note,) = notes_from(tmp_path, formula(body, more="    reverse: true\n"))
    assert note.numbers == (1, 2)
    assert [note.fields[name] for name in ("Front", "More", "Reverse")] == ["Which law is it?", "Words.", "A law"]


def test_a_formula_shows_what_its_symbols_mean_and_folds_the_rest(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, formula("$$x = 1$$\n\nThe symbols.\n\nA remark."))
    assert [note.fields[name] for name in ("More", "Fold")] == ["The symbols.", "A remark."]


def test_a_definition_is_asked_for_by_its_prompt_or_by_its_gaps(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, definition("A *word*."))
    assert (note.id, note.kind, note.numbers) == ("term", "definition", (1,))
    assert [note.fields[name] for name in ("Front", "Back")] == ["What is a term?", "A <em>word</em>."]
    (note,) = notes_from(tmp_path, definition("A ==1:word==.\n\nMore of it."))
    assert (note.id, note.fields["Text"], note.fields["More"]) == ("term.cloze", "A {{c1::word}}.", "More of it.")


def test_what_nobody_should_know_by_heart_is_no_card(tmp_path: Path) -> None:
    assert notes_from(tmp_path, definition("A word.", more="    card: false\n")) == []


def test_an_answer_ends_where_a_paragraph_follows_a_whole_one(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("It rises.\n\nA remark.\n\nAnother."))
    assert [note.fields[name] for name in ("Back", "Fold")] == ["<p>It rises.</p>", "<p>A remark.</p>\n<p>Another.</p>"]
    for before, inner in (("So:", "$$x = 1,$$"), ("With $x$,", "- one\n- two"), ("So", "$$x = 1,$$")):
        (note,) = notes_from(tmp_path, question(f"{before}\n\n{inner}\n\nand it rises.\n\nA remark."))
        assert "and it rises." in note.fields["Back"] and note.fields["Fold"] == "<p>A remark.</p>"
    (note,) = notes_from(tmp_path, question("For $x$,\n\nit rises.\n\nA remark."))
    assert note.fields["Fold"] == "<p>A remark.</p>"


def test_an_answer_that_does_not_fit_in_a_breath_is_folded(tmp_path: Path) -> None:
    long = "word " * 40 + "so:\n\n$$x = 1$$\n\n" + "more " * 30
    (note,) = notes_from(tmp_path, question(long))
    assert note.fields["Back"].count("word") == 40 and note.fields["Fold"].count("more") == 30
    (derived,) = notes_from(tmp_path, question(long, "Derive the law."))
    assert "more" in derived.fields["Back"] and "Fold" not in derived.fields
    assert findings(tmp_path, question(long)) == []


def test_one_paragraph_is_never_folded_in_its_middle(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("word " * 40 + "`code` and *more* " + "word " * 40))
    assert "Fold" not in note.fields and note.fields["Back"].count("word") == 80


def test_a_formula_holds_the_marks_beside_it(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("If ($a$), then $b$, and $c$ or $d$.\n\n$$e.$$\n\n`(f).`"))
    held = [r"(\(a\)),", r"\(b\),", r"\(d\)."]
    assert re.findall(r'<span class="nb-held">(.*?)</span>', note.fields["Back"]) == held


def test_code_is_highlighted_and_tables_scroll(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("```python\ndef f(x): return x\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"))
    assert '<span class="k">def</span>' in note.fields["Back"]
    assert '<div class="nb-table"><table>' in note.fields["Back"]


def test_code_can_be_included_by_section(tmp_path: Path) -> None:
    fence = '```python\n--8<-- "derivatives_and_gradients/derivatives.py:central_difference"\n```'
    assert "central_difference" in notes_from(tmp_path, question(fence))[0].fields["Back"]


def test_links_lead_to_the_site(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("See [a](#it), [b](index.md#x), [c](https://other.test/)."))
    page = f"https://site.invalid/topics/{PLANNED.folder}/index.html"
    for link in (f"{page}#it", f"{page}#x", "https://other.test/"):
        assert f'href="{link}"' in note.fields["Back"]


def test_an_image_travels_with_its_card(tmp_path: Path, reader: Reader) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    picture = tmp_path / "docs" / "topics" / PLANNED.folder / "a.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text(svg, encoding="utf-8")
    notes = notes_from(tmp_path, question("![A square](a.svg)"))
    install(reader, notes)
    assert reader.complaints() == []
    assert (Path(reader.collection.media.dir()) / notes[0].media[0].name).read_text(encoding="utf-8") == svg


def test_a_drawing_that_differs_in_its_last_digits_is_no_change(tmp_path: Path) -> None:
    def hashed(x: str) -> tuple[str, str]:
        picture = tmp_path / "docs" / "topics" / PLANNED.folder / "a.svg"
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_text(f'<svg d="M {x} 2.0"/>', encoding="utf-8")
        (note,) = notes_from(tmp_path, question("![A](a.svg)"))
        return note.content_hash(), note.media[0].name

    one, other, third = hashed("1.2345678"), hashed("1.2345679"), hashed("7.5")
    assert one[0] == other[0] != third[0]
    assert one[1] != other[1]


# Gaps


def test_gaps_show_without_marks_on_a_page() -> None:
    md = Markdown()
    extend(md)
    assert md.convert("The ==1:*steepest* way==.") == (
        '<p>The <span class="nb-gap" data-gap="1"><em>steepest</em> way</span>.</p>'
    )
    assert md.convert("`==1:x==`") == "<p><code>==1:x==</code></p>"
    assert without_gaps(r"a = ==2:\frac{b}{c}==") == r"a = \frac{b}{c}"


def test_a_block_with_gaps_makes_a_cloze_beside_its_other_card(tmp_path: Path) -> None:
    notes = notes_from(tmp_path, formula("$$f = ==2:\\frac{a}{b_{i}}==$$\n\nAnd ==1:words=="))
    assert [note.id for note in notes] == ["law", "law.cloze"]
    assert "==" not in notes[0].fields["Back"] + notes[0].fields["More"]
    assert r"\[f = {{c2::\frac{a}{b_{i} } }}\]" in notes[1].fields["Text"]
    assert "{{c1::words}}" in notes[1].fields["Text"]
    assert notes[1].numbers == (1, 2)


GAPS = [
    (r"$\sigma' = ==1:\sigma(1-\sigma)==$", r"\sigma(1-\sigma)"),
    (r"$x = ==1:\frac{a}{b_{i_{j}}}==$", r"\frac{a}{b_{i_{j} } }"),
    (r"$\frac{a}{==1:b==}$", "b"),
    (r"$x_{==1:{{a}}==}$", "{{a} }"),
    ("a ==1:word $\\frac{1}{x_{i}}$==", r"word \(\frac{1}{x_{i} } \)"),
    ("a ==1:`{{x}}`== b", "<code>{{x}&#125;</code>"),
    ("a ==1:std::vector== b", "std:&#58;vector"),
    ("a ==1:*one* two== b", "<em>one</em> two"),
    ("a ==1:one== and ==1:two== b", "one"),
]


@pytest.mark.parametrize(("body", "inside"), GAPS)
def test_braces_and_colons_in_gaps_survive_anki(tmp_path: Path, reader: Reader, body: str, inside: str) -> None:
    install(reader, notes_from(tmp_path, definition(f"We say {body}.")))
    assert reader.complaints() == []
    ((front, back),) = reader.sides().values()
    hidden = re.sub(r' (?:data-cloze|class)="[^"]*"', "", front.split("nb-text", 1)[1])
    assert inside not in hidden and "[...]" in hidden
    assert inside in back and "}}" not in back


@given(st.text(alphabet="{}a\\ ", max_size=12))
def test_brace_safe_tex_never_ends_a_cloze(tex: str) -> None:
    safe = brace_safe(tex)
    assert "}}" not in safe and not safe.endswith("}")
    assert safe.replace(" ", "") == tex.replace(" ", "")


def test_gaps_are_not_seen_in_code() -> None:
    assert list(gaps_in("`==1:x==` and ==2:y==")) == list(gaps_in("==2:y=="))


# The content hash


def test_the_hash_knows_everything_a_reader_sees(tmp_path: Path) -> None:
    (note,) = notes_from(tmp_path, question("Because."))
    for name in note.fields:
        changed = replace(note, fields={**note.fields, name: "other"})
        assert changed.content_hash() != note.content_hash(), name
    assert replace(note, tags=("other",)).content_hash() != note.content_hash()

"""The decks of this very course: their cards in the real Anki, their page, their preview, their command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.course.model import load_course
from scripts.decks import command
from scripts.decks.content import Content, read_content
from scripts.decks.export import export
from scripts.decks.lock_file import LOCK, read_lock
from scripts.decks.notetypes import read_note_types
from scripts.decks.preview import write_preview
from scripts.foundation.mistakes import Mistakes
from scripts.foundation.paths import HERE
from tests.decks.reader import Reader

URL = "https://course.test/nabla/"
# Whoever builds the site draws the figures that are on cards.
pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(load_course())


@pytest.fixture(scope="module")
def decks(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export the course with the committed lock, which must not be stale."""
    out = tmp_path_factory.mktemp("course") / "decks"
    export(content, out, url=URL)
    return out


@pytest.fixture(scope="module")
def reader(decks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    reader = Reader(tmp_path_factory.mktemp("reader"))
    reader.install(decks / "nabla.apkg")
    yield reader
    reader.close()


def test_every_card_arrives_and_nothing_is_wrong_with_it(decks: Path, reader: Reader) -> None:
    data = json.loads((decks / "cards.json").read_text(encoding="utf-8"))
    assert set(reader.notes()) == {note["guid"] for note in data["notes"]}
    assert len(reader.cards()) == sum(len(note["cards"]) for note in data["notes"]) > 40
    assert reader.complaints() == []


def test_every_card_links_to_a_block_of_its_topic(content: Content, reader: Reader) -> None:
    sides = reader.sides()
    for note in content.notes:
        for number in note.numbers:
            page = note.block.path.relative_to(HERE.docs).with_suffix(".html").as_posix()
            link = f'href="{URL}{page}#{note.block.id}"'
            assert link in sides[note.guid, number][1]


def test_the_packages_of_topics_bring_nothing_twice(decks: Path, reader: Reader) -> None:
    before = reader.notes()
    for package in sorted(set(decks.glob("*.apkg")) - {decks / "nabla.apkg"}):
        assert set(reader.install(package)) == {"duplicate"}
    assert reader.notes() == before


@pytest.fixture(scope="module")
def preview(content: Content, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the preview. Only its first card has its night: the others differ in colors alone."""
    page = write_preview(content, tmp_path_factory.mktemp("preview"))
    first, *others = page.read_text(encoding="utf-8").split("</section>")
    nights = re.compile(r'\n<div class="card nightMode">.*', re.DOTALL)
    page.write_text("</section>".join([first, *(nights.sub("</div>", card) for card in others)]), encoding="utf-8")
    return page.as_uri()


TOO_WIDE = """() => [...document.querySelectorAll(".card, .nb-front, .nb-back, .nb-more, .nb-text")]
    .filter(box => box.scrollWidth > box.clientWidth).map(box => box.closest("section").firstChild.innerText)"""
CUT = """() => [...document.querySelectorAll(".card .nb-display")]
    .filter(box => box.scrollWidth > box.clientWidth).map(box => box.closest("section").dataset.card)"""
# What scrolls has a shadow at its edge, which paper that scrolls along covers where nothing is cut.
CUT_UNSEEN = """() => [...document.querySelectorAll(".card :is(.nb-table, pre)")]
    .filter(box => box.scrollWidth > box.clientWidth + 1)
    .filter(box => getComputedStyle(box).backgroundAttachment !== "local, local, scroll, scroll")
    .map(box => box.closest("section").dataset.card)"""
# In a line of text, how far a formula's own baseline is from that of the line: MathJax says how deep it hangs.
OFF_THE_LINE = """() => {
  const inLine = [...document.querySelectorAll(".card svg")].filter(svg => !svg.closest(".nb-display, details"));
  const marks = inLine.map(svg => {
    const [held, mark] = [document.createElement("span"), document.createElement("span")];
    held.style.whiteSpace = "nowrap";
    mark.style.cssText = "display: inline-block; width: 0; height: 0";
    svg.replaceWith(held);
    held.append(mark, svg);
    return mark;
  });
  const bottom = element => element.getBoundingClientRect().bottom;
  return inLine
    .map((svg, at) => [svg, bottom(svg) + parseFloat(getComputedStyle(svg).verticalAlign) - bottom(marks[at])])
    .filter(([, off]) => !(Math.abs(off) < 0.75))
    .map(([svg, off]) => `${svg.closest("section").dataset.card}: ${off}`);
}"""
# How long a side is, folds closed, and in which a picture is not there.
SIDES = """() => [...document.querySelectorAll(".card")].map(card => ({
  card: card.closest("section").dataset.card,
  back: !!card.querySelector(".nb-foot"),
  long: card.lastElementChild.getBoundingClientRect().bottom - card.getBoundingClientRect().top,
  blank: [...card.querySelectorAll("img")].filter(img => !img.naturalWidth).length,
  seen: [...card.querySelectorAll("img")].filter(img => img.offsetWidth).length,
}))"""
PHONE = 640
INK_AND_PAPER = "card => { const s = getComputedStyle(card); return [s.color, s.backgroundColor] }"


@pytest.mark.parametrize("fonts", ["browser", "narrow_browser"])
def test_every_card_fits_a_phone_whatever_fonts_it_has(
    preview: str, fonts: str, request: pytest.FixtureRequest
) -> None:
    """No formula is cut or makes its text scroll, and those in a line stand on it; code and tables show a shadow.

    A question is seen at once, an answer, its folds closed, on two screens; a figure is there behind, and there once.
    """
    browser: Browser = request.getfixturevalue(fonts)
    page = browser.new_page(viewport={"width": 1600, "height": 900})
    page.set_default_timeout(120_000)  # a busy machine is slow, not broken
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(preview)
    page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = true))")
    assert page.evaluate(TOO_WIDE) == page.evaluate(CUT) == []
    page.evaluate("document.querySelectorAll('details').forEach(fold => (fold.open = false))")
    assert page.evaluate(CUT_UNSEEN) == []
    assert page.evaluate(OFF_THE_LINE) == []
    sides = page.evaluate(SIDES)
    assert not [side for side in sides if side["long"] > (2 * PHONE if side["back"] else PHONE)]
    assert not [side for side in sides if side["blank"] or side["seen"] > side["back"]]
    assert sum(side["seen"] for side in sides) >= 30
    assert [url for url in requests if not url.startswith(("file:", "data:"))] == []
    # Ink on paper of the theme, not the browser's own colors.
    assert page.eval_on_selector(".card", INK_AND_PAPER) == ["rgb(29, 36, 38)", "rgb(255, 253, 248)"]
    assert page.eval_on_selector(".card.nightMode", INK_AND_PAPER) == ["rgb(227, 225, 218)", "rgb(20, 24, 26)"]
    page.close()


def test_templates_need_no_script_and_no_network() -> None:
    for note_type in read_note_types().values():
        for template in note_type.templates:
            for side in (template.front, template.back, note_type.css):
                ours = side.replace('@import url("_nabla-user.css");', "")  # a file of the reader's own, or none
                assert not any(sign in ours for sign in ("<script", "url(", "@import"))
                assert " on" not in ours.split()


def test_the_cards_are_what_their_schema_says(decks: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(decks / "cards.schema.json")]
    cards = json.loads((decks / "cards.json").read_text(encoding="utf-8"))
    cards["notes"][0]["kind"] = "poem"
    spoiled = tmp_path / "cards.json"
    spoiled.write_text(json.dumps(cards), encoding="utf-8")
    for path, code in ((decks / "cards.json", 0), (spoiled, 1)):
        done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout
    assert all((decks / file["name"]).stat().st_size == file["bytes"] for file in cards["files"])


def test_the_command_says_what_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from scripts.decks import export as exporting

    lock = read_lock()
    entry = lock.cards["chain-rule"]
    lock.cards["chain-rule"] = replace(entry, hash="other", fields={**entry.fields, "Back": "other"}, mod=entry.mod + 1)
    monkeypatch.setattr(exporting, "read_lock", lambda path: lock)
    with pytest.raises(Mistakes) as stale:
        command.main(["--out", str(tmp_path / "decks")])
    told = str(stale.value)
    assert f"{LOCK.name}:1: the lock is stale" in told
    assert "chain-rule: changed (Back)" in told and "--update" in told
    assert not (tmp_path / "decks").exists()


def test_the_command_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--out", str(tmp_path / "decks")]) == 0
    assert "nabla.apkg" in capsys.readouterr().out
    assert (tmp_path / "decks" / "nabla.txt").is_file()
    assert command.main(["--out", str(tmp_path / "decks")]) == 0
    assert "is up to date" in capsys.readouterr().out
    assert command.main(["--out", str(tmp_path / "others")]) == 0
    assert "nabla.apkg" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--help"], ["--unknown"]])
def test_the_command_helps(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        command.main(arguments)
    out = capsys.readouterr()
    assert left.value.code == (0 if arguments == ["--help"] else 2)
    assert "--update" in out.out + out.err

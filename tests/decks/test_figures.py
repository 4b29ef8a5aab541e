"""Figures on cards: drawn for both themes, packed once, replaced when they change, and never before the answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts.decks import render
from scripts.decks.cards import AnkiNote
from scripts.decks.committed import History
from scripts.decks.content import Content
from scripts.decks.files import Files, made_files
from scripts.decks.lock import Lock
from scripts.decks.obstacles import obstacles
from scripts.decks.update import updated
from scripts.pages.blocks import figure
from tests.decks.making import NOTE_TYPES, SETTINGS, URL
from tests.decks.reader import Reader
from tests.decks.written import definition, findings, formula, notes_from, question

SHOWN = "/// figure | slopes\n    alt: A line\n        that rises.\n\nCap.\n///\n"
NAMED = "    figure: slopes\n"
CARDS = [
    question("It rises.").replace("level: screen\n", "level: screen\n" + NAMED),
    formula("$$x = 1$$\n\nWords.", more="    reverse: true\n" + NAMED),
    definition("It ==1:rises==.", more=NAMED),
]


class Drawing:
    """A figure that is drawn: for each theme a file of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, theme: str) -> Path:
        return self.folder / f"{theme}.svg"

    def size(self, theme: str) -> tuple[int, int]:
        return 600, 300

    def draw(self, color: str) -> None:
        self.folder.mkdir(exist_ok=True)
        head = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">'
        for theme in ("light", "dark"):
            self.file(theme).write_text(f'{head}<path id="{theme}" fill="{color}"/></svg>', encoding="utf-8")


@pytest.fixture
def drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drawing:
    """Return the figure `slopes`, drawn."""
    drawn = Drawing(tmp_path / "drawn")
    drawn.draw("red")
    monkeypatch.setattr(figure, "figure_of", lambda block: drawn)
    monkeypatch.setattr(render, "FIGURES", type("Runs", (), {"run_missing": len, "result": id}))
    return drawn


def files_of(notes: list[AnkiNote], lock: Lock, now: int) -> tuple[Files, Lock]:
    """Return the files of an edition, and its lock."""
    content = Content(notes, NOTE_TYPES, SETTINGS)
    lock = updated(lock, content, now)
    return made_files(content, lock, URL), lock


def test_every_kind_of_card_shows_it_behind_and_never_in_front(
    tmp_path: Path, drawing: Drawing, reader: Reader
) -> None:
    notes = notes_from(tmp_path, SHOWN + "".join(CARDS))
    files, _ = files_of(notes, Lock(), 1_700_000_000)
    reader.install(files.contents["nabla.apkg"])
    sides = reader.sides()
    assert len(sides) == 4
    for front, back in sides.values():
        assert "<img" not in front
        for theme, media in zip(("light", "dark"), notes[0].media, strict=True):
            image = f'<img class="nb-only-{theme}" src="{media.name}" alt="A line that rises." '
            assert back.count(image + 'width="600" height="300">') == 1
    assert reader.complaints() == []


def test_it_is_packed_once_for_all_cards_and_laid_beside_the_other_formats(tmp_path: Path, drawing: Drawing) -> None:
    files, _ = files_of(notes_from(tmp_path, SHOWN + "".join(CARDS)), Lock(), 1_700_000_000)
    names = sorted(name.removeprefix("media/") for name in files.contents if name.startswith("media/"))
    assert len(names) == 2
    for name in ("cards.json", "nabla.txt", "nabla-cloze.txt"):
        assert all(media in files.contents[name].decode() for media in names)


def test_one_that_is_drawn_anew_reaches_readers_and_costs_no_schedule(
    tmp_path: Path, drawing: Drawing, reader: Reader
) -> None:
    text = SHOWN + "".join(CARDS[:1]) + question("No picture.", "What else?", "else")
    files, lock = files_of(notes_from(tmp_path, text), Lock(), 1_700_000_000)
    reader.install(files.contents["nabla.apkg"])
    reader.review()
    schedules = reader.schedules()
    drawing.draw("blue")
    notes = notes_from(tmp_path, text)
    files, lock = files_of(notes, lock, 1_700_086_400)
    assert reader.install(files.contents["nabla.apkg"]) == {"updated": 1, "duplicate": 1}
    held = {path.name for path in Path(reader.collection.media.dir()).iterdir()}
    assert held >= {media.name for media in notes[0].media}
    assert not [line for line in reader.complaints() if not line.startswith("unused")]
    assert reader.schedules() == schedules


def test_the_text_files_find_the_pictures_that_the_package_brought(
    tmp_path: Path, drawing: Drawing, reader: Reader
) -> None:
    files, _ = files_of(notes_from(tmp_path, SHOWN + "".join(CARDS)), Lock(), 1_700_000_000)
    reader.install(files.contents["nabla.apkg"])
    for name in ("nabla.txt", "nabla-cloze.txt"):
        reader.read_in(files.contents[name])
    assert reader.complaints() == [] and all("<img" in back for _, back in reader.sides().values())


def test_a_figure_that_no_page_of_the_topic_shows_is_one_mistake_at_its_line(tmp_path: Path, drawing: Drawing) -> None:
    (found,) = findings(tmp_path, CARDS[0] + SHOWN.replace("slopes", "slope_of_a_line"))
    assert found == (4, "no page of the topic shows a figure 'slopes'")


@pytest.mark.parametrize(("option", "changed"), [("    noise: true\n", False), ("", True)])
def test_one_of_noise_changes_with_its_program_and_not_with_the_machine(
    tmp_path: Path, drawing: Drawing, monkeypatch: pytest.MonkeyPatch, option: str, changed: bool
) -> None:
    text = SHOWN.replace("slopes\n", f"slopes\n{option}") + CARDS[0]
    keys = iter("aab")
    monkeypatch.setattr(figure, "FIGURES", type("Runs", (), {"key": lambda block: next(keys)}))
    hashes = [notes_from(tmp_path, text)[0].content_hash()]
    drawing.draw("blue")
    hashes.append(notes_from(tmp_path, text)[0].content_hash())
    assert (hashes[0] != hashes[1]) is changed
    assert changed or notes_from(tmp_path, text)[0].content_hash() != hashes[1]


def test_one_that_cannot_be_drawn_is_no_mistake_of_its_card(
    tmp_path: Path, drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = notes_from(tmp_path, SHOWN + CARDS[0])
    lock = updated(Lock(), Content([before], NOTE_TYPES, SETTINGS), 1_700_000_000)
    monkeypatch.setattr(render, "FIGURES", type("Runs", (), {"run_missing": len, "result": lambda block: None}))
    assert findings(tmp_path, SHOWN + CARDS[0]) == []
    now = Content(notes_from(tmp_path, SHOWN + CARDS[0]), NOTE_TYPES, SETTINGS)
    told = {whole: obstacles(now, lock, History(), tmp_path, 1_800_000_000, whole=whole) for whole in (True, False)}
    assert "changed (Picture)" in told[True][0].what and told[False] == []


def test_inside_of_an_answer_it_has_its_caption(tmp_path: Path, drawing: Drawing) -> None:
    text = f"//// question | What?\n    id: it\n    level: screen\n\nLook:\n\n{SHOWN}////\n"
    (note,) = notes_from(tmp_path, text)
    assert note.fields["Back"].count("<img") == 2 and "Cap." in note.fields["Back"]


@pytest.mark.parametrize(("theme", "shown"), [("", "light"), ("nightMode", "dark"), ("night_mode nightMode", "dark")])
def test_the_version_of_the_theme_is_seen_nearly_as_wide_as_a_phone(
    tmp_path: Path, drawing: Drawing, browser: Browser, theme: str, shown: str
) -> None:
    (note,) = notes_from(tmp_path, SHOWN + CARDS[0])
    (tmp_path / "card.html").write_text(
        f'<style>{NOTE_TYPES["basic"].css}</style><body class="card {theme}">'
        f'<div class="nb-picture">{note.fields["Picture"]}</div>',
        encoding="utf-8",
    )
    for media in note.media:
        (tmp_path / media.name).write_bytes(media.data)
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto((tmp_path / "card.html").as_uri())
    measured = (
        "all => all.filter(one => one.offsetWidth).map(one => [one.className, one.naturalWidth, one.offsetWidth])"
    )
    seen = page.eval_on_selector_all("img", measured)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert [(name, natural) for name, natural, _ in seen] == [(f"nb-only-{shown}", 600)]
    assert 340 <= seen[0][2] <= 360 and wide == 360

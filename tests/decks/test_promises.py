"""What the decks page says of updates is what the real Anki does, sentence by sentence."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from scripts.decks.changes import changes, same_field
from scripts.decks.settings import read_settings
from scripts.foundation.mistakes import Mistakes
from scripts.foundation.paths import HERE
from tests.decks.making import Author, Item
from tests.decks.reader import Reader

ALL = "nabla.apkg"


def install(author: Author, reader: Reader, **choices: bool) -> dict[str, int]:
    """Publish, and import as the page says."""
    return reader.install(author.publish().contents[ALL], **choices)


def fields_of(reader: Reader, identifier: str) -> dict[str, str]:
    note = reader.collection.get_note(reader.collection.find_notes(f"Id:{identifier}")[0])
    return dict(note.items())


def tags_of(reader: Reader, identifier: str) -> list[str]:
    return reader.notes()[f"nabla:{identifier}"][2]


def put_away(reader: Reader, note_type: dict[str, Any]) -> None:
    reader.collection.models.update_dict(note_type)


@pytest.fixture
def owner(author: Author, reader: Reader) -> Reader:
    """A reader who has all cards, and has studied them; what the author changes from now on is newer."""
    install(author, reader)
    reader.review()
    author.clock = int(time.time())
    return reader


def test_what_is_changed_takes_all_fields_and_tags_and_what_is_not_keeps_them(author: Author, owner: Reader) -> None:
    for identifier in ("slope", "tangent"):
        owner.write(identifier, tag="mine", Spare_1="my own words")
    schedules = owner.schedules()
    author.change("slope", wording=7)
    assert install(author, owner) == {"updated": 1, "duplicate": 6}
    assert fields_of(owner, "slope")["Spare 1"] == "" and "mine" not in tags_of(owner, "slope")
    assert fields_of(owner, "tangent")["Spare 1"] == "my own words" and "mine" in tags_of(owner, "tangent")
    assert owner.schedules() == schedules


def test_what_was_touched_after_our_change_waits_for_the_next_one_or_for_always(author: Author, owner: Reader) -> None:
    author.change("slope", wording=7)
    later = author.publish().contents[ALL]
    owner.collection.db.execute("update notes set mod = ? where guid = 'nabla:slope'", author.clock + 60)  # type: ignore[union-attr]
    assert owner.install(later) == {"duplicate": 7}
    assert "wording 7" not in fields_of(owner, "slope")["Back"]
    owner.install(later, always=True)
    assert "wording 7" in fields_of(owner, "slope")["Back"]


def test_decks_flags_and_suspended_cards_stay(author: Author, owner: Reader) -> None:
    cards = owner.cards()
    mine = owner.collection.decks.id("My mathematics")
    owner.collection.set_deck([cards["nabla:slope", 1]], mine)
    owner.collection.set_user_flag_for_cards(3, [cards["nabla:slope", 1]])
    owner.collection.sched.suspend_cards([cards["nabla:tangent", 1]])
    author.change("slope", wording=7)
    author.change("tangent", wording=7)
    install(author, owner)
    assert owner.decks()["nabla:slope", 1] == "My mathematics"
    assert owner.collection.get_card(cards["nabla:slope", 1]).flags == 3
    assert owner.collection.get_card(cards["nabla:tangent", 1]).queue == -1


def test_a_renamed_deck_keeps_its_cards_and_new_ones_come_under_the_old_name(author: Author, owner: Reader) -> None:
    decks = owner.collection.decks
    decks.rename(decks.id("Nabla::01 Slopes"), "Math::Slopes")  # type: ignore[arg-type]
    author.chapters[0] = replace(author.chapters[0], items=(*author.chapters[0].items, Item("new-one")))
    install(author, owner)
    found = owner.decks()
    assert found["nabla:slope", 1] == "Math::Slopes"
    assert found["nabla:new-one", 1] == "Nabla::01 Slopes"


def test_a_deleted_card_comes_back(author: Author, owner: Reader) -> None:
    owner.delete("Id:slope")
    assert install(author, owner) == {"new": 1, "duplicate": 6}


def add_field(note_type: dict[str, Any], reader: Reader) -> None:
    reader.collection.models.add_field(note_type, reader.collection.models.new_field("Mine"))


def add_template(note_type: dict[str, Any], reader: Reader) -> None:
    models = reader.collection.models
    template = models.new_template("Mine")
    template |= {"qfmt": "{{Front}} again", "afmt": "{{Back}}"}
    models.add_template(note_type, template)


@pytest.mark.parametrize("deed", [add_field, add_template], ids=lambda deed: deed.__name__)
def test_a_note_type_of_ones_own_conflicts_until_note_types_are_merged(
    deed: Any, author: Author, owner: Reader
) -> None:
    note_type = owner.collection.models.by_name("Nabla")
    assert note_type
    deed(note_type, owner)
    put_away(owner, note_type)
    schedules = owner.schedules()
    author.change("slope", wording=7)
    assert "conflicting" in install(author, owner)
    assert "wording 7" not in fields_of(owner, "slope")["Back"]
    author.change("slope", wording=8)
    assert "conflicting" not in install(author, owner, merge=True)
    assert "wording 8" in fields_of(owner, "slope")["Back"]
    assert {name: owner.schedules()[name] for name in schedules} == schedules


def test_names_of_fields_are_ones_own(author: Author, owner: Reader) -> None:
    note_type = owner.collection.models.by_name("Nabla")
    assert note_type
    note_type["flds"][10]["name"] = "My notes"
    put_away(owner, note_type)
    author.change("slope", wording=7)
    assert install(author, owner) == {"updated": 1, "duplicate": 6}


def test_a_style_of_ones_own_is_asked_for_first_and_asked_of_no_package(owner: Reader) -> None:
    for note_type in owner.templates().values():
        imports = [line for line in note_type[0].splitlines() if line.startswith("@")]
        assert imports[0] == '@import url("_nabla-user.css");'
        assert note_type[0].split("@import")[0].count("{") == 0, "a rule before it would switch it off"
    own = Path(owner.collection.media.dir()) / "_nabla-user.css"
    own.write_text(".card { font-size: 2rem }", encoding="utf-8")
    assert owner.complaints() == []


def test_the_text_files_update_what_a_package_brought_and_leave_tags_and_spare_fields(
    author: Author, owner: Reader
) -> None:
    for identifier in ("slope", "limit.cloze"):
        owner.write(identifier, tag="mine", Spare_1="my own words")
    cards = owner.cards()
    owner.collection.set_deck([cards["nabla:slope", 1]], owner.collection.decks.id("My mathematics"))
    before = owner.notes()
    author.change("slope", wording=3)
    author.change("limit", wording=3)
    files = author.publish().contents
    assert owner.read_in(files["nabla.txt"]) == {"updated": 1, "duplicate": 4}
    assert owner.read_in(files["nabla-cloze.txt"]) == {"updated": 1, "duplicate": 1}
    after = owner.notes()
    assert {key for key in after if after[key] != before[key]} == {"nabla:slope", "nabla:limit.cloze"}
    assert "wording 3" in fields_of(owner, "slope")["Back"] and "wording 3" in fields_of(owner, "limit.cloze")["Text"]
    for identifier in ("slope", "limit.cloze"):
        assert fields_of(owner, identifier)["Spare 1"] == "my own words" and "mine" in tags_of(owner, identifier)
    assert owner.cards() == cards
    assert owner.decks()["nabla:slope", 1] == "My mathematics"


def test_a_mistake_can_be_reported_from_a_card_where_there_is_a_form(author: Author, reader: Reader) -> None:
    install(author, reader)
    assert all("Report" not in side for sides in reader.sides().values() for side in sides)
    author.report = "https://forge.test/new?card="
    assert install(author, reader) == {"duplicate": 7}, "no note is touched"
    for (guid, _), (front, back) in reader.sides().items():
        assert f'href="https://forge.test/new?card={guid.removeprefix("nabla:")}"' in back
        assert "Report" not in front


def test_the_page_and_the_deck_promise_nothing_else() -> None:
    page = (HERE.docs / "study/decks.md").read_text(encoding="utf-8")
    settings = (HERE.decks / "deck.toml").read_text(encoding="utf-8")
    for text in (page, settings):
        assert "your tags stay" not in " ".join(text.split())
    for word in ("Merge note types", "_nabla-user.css", "conflicting", "Special Fields"):
        assert word in page


def test_ankiweb_takes_what_is_to_be_filled_in(tmp_path: Path) -> None:
    text = (HERE.decks / "deck.toml").read_text(encoding="utf-8")
    (tmp_path / "deck.toml").write_text(text.replace('tags = ["', 'tags = ["' + "x" * 60 + '", "'), encoding="utf-8")
    with pytest.raises(Mistakes, match="AnkiWeb takes 60 characters of tags, and these are 1"):
        read_settings(tmp_path)
    read_settings(HERE.decks)


def test_an_update_warns_when_many_cards_change_in_one_field_alone(author: Author) -> None:
    items = tuple(Item(f"made-{number}") for number in range(25))
    author.chapters[1] = replace(author.chapters[1], items=items)
    author.publish()
    for item in items[1:]:
        author.change(item.id, wording=2)
    author.change("slope", wording=2)
    found = changes(author.lock, author.content())
    assert list(same_field(author.lock, found)) == []  # no release yet, so no reader
    author.lock.releases["1.0"] = author.clock
    (warning,) = same_field(author.lock, found)
    assert warning.startswith("Note: 25 cards change in Back alone.")
    author.publish()
    assert list(same_field(author.lock, changes(author.lock, author.content()))) == []


def test_in_the_night_a_card_stands_on_its_own_paper_whatever_anki_says(browser: Browser, author: Author) -> None:
    style = author.content().note_types["basic"].css
    page = browser.new_page()
    # Anki's own rule, as it stands before the cards' style.
    page.set_content(
        f"<style>body.nightMode {{ background: #2c2c2c }}</style><style>{style}</style>"
        '<body class="card card1 nightMode"><p class="nb-head"><span class="nb-topic" data-topic="01">01</span></p>'
    )
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 26)"
    label = "getComputedStyle(document.querySelector('.nb-topic'), '::after').content"
    assert page.evaluate(label) == '" Slopes"'
    page.close()

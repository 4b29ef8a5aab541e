"""The packages in the real Anki: what a reader gets, and what every later version leaves alone."""

from dataclasses import replace

from scripts.decks.files import made_files
from scripts.decks.news import removed_search
from scripts.decks.update import updated
from tests.decks.making import NOTE_TYPES, SETTINGS, URL, Author, Chapter, Item
from tests.decks.reader import Reader


def test_every_note_arrives_and_nothing_is_wrong_with_it(author: Author, reader: Reader) -> None:
    log = reader.install(author.publish().contents["nabla.apkg"])
    assert log == {"new": 7}
    assert len(reader.cards()) == 9
    assert reader.complaints() == []


def test_fields_and_templates_keep_the_ids_that_are_committed(author: Author, reader: Reader) -> None:
    reader.install(author.publish().contents["nabla.apkg"])
    for note_type in NOTE_TYPES.values():
        found = reader.collection.models.by_name(note_type.name)
        assert found is not None and found["id"] == note_type.id
        assert [(field["name"], field["id"]) for field in found["flds"]] == [(f.name, f.id) for f in note_type.fields]
        assert [(one["name"], one["id"]) for one in found["tmpls"]] == [(t.name, t.id) for t in note_type.templates]


def test_cards_come_in_the_order_of_the_course(author: Author, reader: Reader) -> None:
    reader.install(author.publish().contents["nabla.apkg"])
    order = [reader.collection.get_card(key) for key in reader.collection.find_cards("", order="c.due, c.ord")]
    guids = list(dict.fromkeys(card.note().guid.removeprefix("nabla:") for card in order))
    assert guids == ["slope", "power-rule", "limit.cloze", "tangent", "step", "step.cloze", "rate"]


def test_a_card_names_its_topic_and_links_to_its_block(author: Author, reader: Reader) -> None:
    reader.install(author.publish().contents["nabla.apkg"])
    answer = reader.sides()["nabla:slope", 1][1]
    assert 'data-topic="01"' in answer
    assert '[data-topic="01"]::after { content: " Slopes" }' in reader.templates()["Nabla"][0]
    assert f'href="{URL}topics/01-slopes/index.html#slope"' in answer


def test_whoever_has_the_course_and_a_topic_has_no_card_twice(author: Author, reader: Reader) -> None:
    files = author.publish().contents
    reader.install(files["slopes.apkg"])
    before = reader.notes()
    assert reader.install(files["nabla.apkg"]) == {"new": 3, "duplicate": 4}
    assert before.items() <= reader.notes().items()
    assert reader.install(files["descent.apkg"]) == {"duplicate": 3}


def test_an_update_reaches_readers_and_costs_them_nothing(author: Author, reader: Reader) -> None:
    reader.install(author.publish().contents["nabla.apkg"])
    reader.review()
    note = reader.collection.get_note(reader.collection.find_notes("Id:tangent")[0])
    note["Back"] = "In my own words."
    note.tags.append("mine")
    reader.collection.update_note(note)
    schedules = reader.schedules()
    assert len(schedules) == 9

    author.change("slope", wording=7)
    author.chapters[1] = replace(author.chapters[1], items=(Item("step", "formula", gaps=(1,)), Item("new-one")))
    log = reader.install(author.publish().contents["nabla.apkg"])

    assert log == {"new": 1, "updated": 1, "duplicate": 5}
    assert "wording 7" in reader.notes()["nabla:slope"][1][2]
    own = reader.notes()["nabla:tangent"]
    assert own[1][2] == "In my own words." and "mine" in own[2]
    assert {key: value for key, value in reader.schedules().items() if key in schedules} == schedules
    assert len(reader.notes()) == 8
    assert reader.complaints() == []


def test_the_search_for_removed_cards_finds_them_and_no_other(author: Author, reader: Reader) -> None:
    author.chapters[0] = replace(author.chapters[0], items=(*author.chapters[0].items, Item("rate-of-change")))
    reader.install(author.publish().contents["nabla.apkg"])
    author.chapters = author.chapters[:1]
    fresh = author.publish()
    reader.install(fresh.contents["nabla.apkg"])
    assert set(reader.notes(removed_search(author.lock.removed))) == {"nabla:step", "nabla:step.cloze", "nabla:rate"}
    reader.delete(removed_search(author.lock.removed))
    assert len(reader.notes()) == 5


def test_new_style_and_templates_reach_readers(author: Author, reader: Reader) -> None:
    reader.install(author.publish().contents["nabla.apkg"])
    reader.review()
    schedules, before = reader.schedules(), reader.templates()
    content = author.content()
    restyled = {key: replace(one, css=one.css + "/* new */") for key, one in content.note_types.items()}
    content = replace(content, note_types=restyled)
    author.lock = updated(author.lock, content, author.clock + 5)
    log = reader.install(made_files(content, author.lock, URL).contents["nabla.apkg"])
    assert log == {"duplicate": 7}
    assert all(after[0].endswith("/* new */") for after in reader.templates().values())
    assert reader.templates() != before and reader.schedules() == schedules


def test_when_the_site_moves_links_follow_and_own_words_stay(author: Author, reader: Reader) -> None:
    reader.install(author.publish().contents["nabla.apkg"])
    note = reader.collection.get_note(reader.collection.find_notes("Id:slope")[0])
    note["Back"] = "Mine."
    reader.collection.update_note(note)
    content = replace(author.content(), settings=replace(SETTINGS, url="https://moved.test/"))
    author.lock = updated(author.lock, content, author.clock + 5)
    files = made_files(content, author.lock, "https://moved.test/")
    reader.install(files.contents["nabla.apkg"])
    answer = reader.sides()["nabla:slope", 1][1]
    assert 'href="https://moved.test/topics/01-slopes/index.html#slope"' in answer and "Mine." in answer


def test_a_renamed_topic_keeps_its_deck_and_rewrites_no_note(author: Author, reader: Reader) -> None:
    reader.install(author.publish().contents["nabla.apkg"])
    author.chapters[0] = Chapter("slopes", 'Steepness "and so on"', (*author.chapters[0].items, Item("new-one")))
    assert reader.install(author.publish().contents["nabla.apkg"]) == {"new": 1, "duplicate": 7}
    assert r'content: " Steepness \"and so on\""' in reader.templates()["Nabla"][0]
    assert set(reader.decks().values()) == {"Nabla::01 Slopes", "Nabla::02 Descent"}

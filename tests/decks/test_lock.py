"""The lock: what it tells, what it refuses, and how it survives branches and hands."""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.decks.changes import changes
from scripts.decks.committed import history_of, turned_back
from scripts.decks.files import made_files
from scripts.decks.lock import Lock
from scripts.decks.lock_file import lock_text, parse_lock, read_lock, write_lock
from scripts.decks.news import News, news_of, news_of_release, removed_of
from scripts.decks.obstacles import refused
from scripts.decks.release import released
from scripts.decks.update import updated
from scripts.foundation.mistakes import Mistakes
from scripts.foundation.paths import ROOT
from tests.decks.making import Author, Chapter, Item


@pytest.fixture(autouse=True)
def published(author: Author) -> None:
    author.publish()


def told(author: Author) -> list[str]:
    return [str(change) for change in changes(author.lock, author.content())]


def stopped(author: Author) -> list[str]:
    return [mistake.what for mistake in refused(author.lock, author.content())]


def test_it_is_fresh_right_after_an_update(author: Author) -> None:
    assert told(author) == []
    assert parse_lock(lock_text(author.lock), Path("lock")) == author.lock


def test_it_tells_card_by_card_what_changed(author: Author) -> None:
    author.change("slope", wording=5)
    author.chapters[1] = replace(author.chapters[1], items=(*author.chapters[1].items[:1], Item("added")))
    assert told(author) == ["slope: changed (Back)", "added: new (question)", "rate: removed"]


def test_reordering_changes_nothing(author: Author) -> None:
    author.chapters[0] = replace(author.chapters[0], items=author.chapters[0].items[::-1])
    assert told(author) == []


def test_the_address_of_a_build_changes_nothing(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://elsewhere.test/sub/")
    assert told(author) == []


def test_only_what_changed_gets_a_new_time(author: Author) -> None:
    before = author.lock.cards
    author.change("slope", wording=5)
    author.publish()
    after = author.lock.cards
    assert after["slope"].mod > before["slope"].mod and after["slope"].born == before["slope"].born
    assert {key: card for key, card in after.items() if key != "slope"} == {
        key: card for key, card in before.items() if key != "slope"
    }


def test_time_moves_forward_even_when_the_clock_does_not(author: Author) -> None:
    before = author.lock.cards["slope"].mod
    author.change("slope", wording=5)
    assert updated(author.lock, author.content(), 5).cards["slope"].mod == before + 1


def test_a_removed_id_is_never_used_again(author: Author) -> None:
    chapter = author.chapters[1]
    author.chapters[1] = replace(chapter, items=chapter.items[:1])
    author.publish()
    assert author.lock.removed.keys() == {"rate"}
    author.chapters[1] = chapter
    assert stopped(author) == ["the id 'rate' belonged to a card that was removed"]


def test_a_gap_is_never_renumbered_and_its_number_never_reused(author: Author) -> None:
    author.change("limit", gaps=(1, 2, 3))
    assert stopped(author) == []
    author.publish()
    author.change("limit", gaps=(1, 3))
    author.publish()
    assert author.lock.cards["limit.cloze"].gone == (2,)
    author.change("limit", gaps=(1, 2, 3))
    assert stopped(author) == ["gap 2 was removed from 'limit' and its number is used again"]


def test_swapping_gap_numbers_is_refused(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Item.text
    swapped = {"==1:gap 1": "==2:gap 1", "==2:gap 2": "==1:gap 2"}

    def other(self: Item) -> str:
        written = text(self)
        for old, new in swapped.items():
            written = written.replace(old, new.replace("==", "@@"))
        return written.replace("@@", "==")

    monkeypatch.setattr(Item, "text", other)
    assert any("was renumbered" in what for what in stopped(author))


@pytest.mark.parametrize("name", ["fields", "templates"])
def test_a_changed_schema_stops_from_the_first_release_on(author: Author, name: str) -> None:
    content = author.content()
    basic = content.note_types["basic"]
    content.note_types["basic"] = replace(basic, **{name: getattr(basic, name)[:-1]})
    assert refused(author.lock, content) == []
    published = replace(author.lock, releases={"1.0": author.clock})
    assert ["schema" in mistake.what for mistake in refused(published, content)] == [True]


def test_a_renamed_topic_keeps_the_name_of_its_deck(author: Author) -> None:
    author.chapters[0] = Chapter("slopes", "Other", author.chapters[0].items)
    author.publish()
    assert author.lock.decks["slopes"] == "Nabla::01 Slopes"


def test_what_is_new_since_a_release(author: Author) -> None:
    author.lock = released(author.lock, "1.0", author.clock)
    assert news_of(author.lock, author.lock.cards, whole=True).new == ()
    author.change("slope", wording=9)
    author.chapters[1] = replace(author.chapters[1], items=(author.chapters[1].items[0], Item("added")))
    author.publish()
    news = news_of(author.lock, author.lock.cards, whole=True)
    assert (news.new, news.changed, news.removed) == (("added",), ("slope",), ("rate",))


def test_what_a_release_brought_is_told_until_the_next(author: Author) -> None:
    author.lock = released(author.lock, "1.0", author.clock)
    assert news_of_release(author.lock, author.lock.cards, whole=True) == News((), (), (), author.lock.date)
    author.change("slope", wording=9)
    author.chapters[1] = replace(author.chapters[1], items=(author.chapters[1].items[0], Item("added")))
    author.publish()
    author.lock = released(author.lock, "1.1", author.clock)
    author.change("tangent", wording=9)
    author.chapters[0] = replace(author.chapters[0], items=(*author.chapters[0].items, Item("later")))
    author.publish()
    news = news_of_release(author.lock, author.lock.cards, whole=True)
    assert (news.new, news.changed, news.removed) == (("added",), ("slope",), ("rate",))
    assert news_of_release(author.lock, ["slope", "later"]).removed == ()


def test_of_what_went_before_the_first_release_nobody_is_told(author: Author) -> None:
    author.chapters[1] = replace(author.chapters[1], items=author.chapters[1].items[:1])
    author.publish()
    assert author.lock.removed.keys() == {"rate"} and removed_of(author.lock) == []
    author.lock = released(author.lock, "1.0", author.clock)
    author.chapters[1] = Chapter("descent", "Descent", (Item("new-one"),))
    author.publish()
    assert removed_of(author.lock) == ["step", "step.cloze"]
    assert news_of(author.lock, author.lock.cards, whole=True).removed == ("step", "step.cloze")
    cards = json.loads(made_files(author.content(), author.lock, "https://course.test/").contents["cards.json"])
    assert cards["removed"] == ["step", "step.cloze"] and "rate" not in cards["removed_search"]


def lose_a_line(text: str) -> str:
    return text.replace('"cards": {', "", 1)


def edit_a_time(text: str) -> str:
    entry = next(line for line in text.splitlines() if line.startswith('"slope":'))
    values = json.loads("{" + entry.rstrip(",") + "}")["slope"]
    return text.replace(f'"mod": {values["mod"]}', f'"mod": {values["mod"] - 1000}', 1)


def cut(text: str) -> str:
    return text[: len(text) // 2]


def leave_a_conflict(text: str) -> str:
    return text.replace('"slope"', '<<<<<<< HEAD\n"slope"', 1)


def come_from_the_future(text: str) -> str:
    return text.replace('"schema": 1', '"schema": 2')


@pytest.mark.parametrize("spoil", [lose_a_line, edit_a_time, cut, leave_a_conflict, come_from_the_future])
def test_a_spoiled_lock_is_one_clear_mistake(author: Author, tmp_path: Path, spoil: Callable[[str], str]) -> None:
    path = tmp_path / "cards.lock.json"
    path.write_text(spoil(lock_text(author.lock)), encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        read_lock(path)
    (mistake,) = caught.value.found
    assert mistake.path == path and "--update" in mistake.remedy
    text = path.read_text(encoding="utf-8").splitlines()
    if spoil is leave_a_conflict:
        assert text[mistake.line - 1].startswith("<<<<<<<")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"null", b'{"schema": 1}', b'{"schema": 1, "cards": 3}'])
def test_what_is_no_lock_at_all_is_one_clear_mistake(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cards.lock.json"
    path.write_bytes(content)
    with pytest.raises(Mistakes) as caught:
        read_lock(path)
    assert len(caught.value.found) == 1


def test_a_missing_lock_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Mistakes, match="--update"):
        read_lock(tmp_path / "cards.lock.json")


class Repository:
    """A Git repository with a lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "decks" / "cards.lock.json"
        self.path.parent.mkdir(parents=True)
        shutil.copy(ROOT / ".gitattributes", folder / ".gitattributes")
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "A")
        self.git("config", "user.email", "a@course.test")

    def git(self, *words: str) -> int:
        return subprocess.run(["git", *words], cwd=self.folder, capture_output=True, check=False).returncode

    def commit(self, lock: Lock) -> None:
        write_lock(lock, self.path)
        self.git("add", "-A")
        assert self.git("commit", "-qm", "lock") == 0


def branched(author: Author, repository: Repository, one: Callable[[], None], other: Callable[[], None]) -> None:
    """Let two branches change the course, and merge their locks."""
    base, chapters = author.lock, list(author.chapters)
    repository.commit(base)
    locks = []
    for name, work in (("one", one), ("other", other)):
        repository.git("checkout", "-qb", name, "main")
        author.lock, author.chapters = base, list(chapters)
        work()
        author.publish()
        locks.append(author.lock)
        repository.commit(author.lock)
    author.chapters = list(chapters)
    one()
    other()
    assert repository.git("merge", "-q", "one") == 0


def test_two_branches_that_change_cards_merge(author: Author, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository")

    def one() -> None:
        author.change("slope", wording=11)
        author.chapters[0] = replace(author.chapters[0], items=(*author.chapters[0].items, Item("new-a")))

    def other() -> None:
        author.change("step", wording=12)
        author.change("rate", wording=12)
        author.chapters[1] = replace(author.chapters[1], items=(*author.chapters[1].items, Item("new-b")))

    branched(author, repository, one, other)
    author.lock = read_lock(repository.path)
    assert told(author) == []
    assert turned_back(author.lock, history_of(repository.path, author.clock)) == []


def test_two_branches_that_change_the_same_card_need_an_update_and_no_more(author: Author, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository")
    branched(author, repository, lambda: author.change("slope", wording=1), lambda: author.change("slope", wording=2))
    author.lock = read_lock(repository.path)
    assert told(author) == ["slope: stands twice in the lock, as two branches changed it"]
    newest = author.lock.cards["slope"].mod
    author.publish()
    assert told(author) == [] and author.lock.cards["slope"].mod > newest


def test_a_lock_does_not_go_back_behind_the_committed_one(author: Author, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository")
    chapter = author.chapters[1]
    author.chapters[1] = replace(chapter, items=chapter.items[:1])
    author.publish()
    repository.commit(author.lock)
    earlier = updated(Lock(), author.content(), 1_600_000_000)
    words = [mistake.what for mistake in turned_back(earlier, history_of(repository.path, author.clock))]
    assert any(word.startswith("the mod of 'slope' goes back") for word in words)
    assert any(word.startswith("the removed card 'rate' is forgotten") for word in words)
    cards = {key: card for key, card in author.lock.cards.items() if key != "slope"}
    history = history_of(repository.path, author.clock)
    assert [one.what for one in turned_back(replace(author.lock, cards=cards), history)] == [
        "the card 'slope' is lost: it is neither among the cards nor among the removed"
    ]

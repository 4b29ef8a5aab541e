"""The lock against its whole history in Git: a reverted change is seen, and an update mends it."""

import json
import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import __main__ as command_line
from scripts.decks import command, lock_file
from scripts.decks.changes import changes
from scripts.decks.committed import History, history_of, recovered, turned_back
from scripts.decks.content import Content
from scripts.decks.export import deck_mistakes, export
from scripts.decks.lock import AHEAD, Lock
from scripts.decks.lock_file import LOCK, parse_lock, read_lock, write_lock
from scripts.decks.obstacles import ahead_of, refused, stale_lock
from scripts.decks.update import updated
from scripts.foundation.mistakes import Mistakes
from tests.decks.making import Author, Item
from tests.decks.test_lock import Repository

NOW = 1_900_000_000


@pytest.fixture(autouse=True)
def published(author: Author) -> None:
    author.publish()


@pytest.fixture
def repository(tmp_path: Path, author: Author) -> Repository:
    repository = Repository(tmp_path / "repository")
    repository.commit(author.lock)
    return repository


def back(repository: Repository) -> list[str]:
    return [one.what for one in turned_back(read_lock(repository.path), history_of(repository.path, NOW))]


def mended(author: Author, repository: Repository) -> Lock:
    """Return what `--update` makes of the lock that is checked out."""
    author.clock += 86_400
    base = recovered(read_lock(repository.path), history_of(repository.path, NOW))
    assert [one.what for one in refused(base, author.content())] == []
    lock = updated(base, author.content(), author.clock)
    write_lock(lock, repository.path)
    return lock


def test_the_history_of_this_very_lock_is_in_order() -> None:
    assert turned_back(read_lock(), history_of(LOCK, time.time())) == []


@pytest.mark.parametrize("later", [False, True])
def test_a_reverted_change_is_seen_and_mended(author: Author, repository: Repository, later: bool) -> None:
    chapters, before = list(author.chapters), author.lock.cards["slope"]
    author.change("slope", wording=5)
    author.publish()
    wrong = author.lock.cards["slope"]
    repository.commit(author.lock)
    if later:  # something else is committed in between, so that the last commit knows nothing of it
        author.change("rate", wording=3)
        author.publish()
        repository.commit(author.lock)
        assert repository.git("revert", "--no-edit", "HEAD~1") == 0
        author.change("slope", wording=0)
    else:
        assert repository.git("revert", "--no-edit", "HEAD") == 0
        author.chapters = chapters
    assert read_lock(repository.path).cards["slope"] == before
    assert changes(read_lock(repository.path), author.content()) == []
    assert back(repository) == [f"the mod of 'slope' goes back from {wrong.mod} to {before.mod}"]
    right = mended(author, repository).cards["slope"]
    assert right.mod > wrong.mod and right.hash == before.hash
    assert back(repository) == []


def test_a_reverted_addition_leaves_a_tombstone(author: Author, repository: Repository) -> None:
    chapters = list(author.chapters)
    author.chapters[1] = replace(author.chapters[1], items=(*author.chapters[1].items, Item("added")))
    author.publish()
    repository.commit(author.lock)
    repository.git("revert", "--no-edit", "HEAD")
    author.chapters = chapters
    assert back(repository) == ["the card 'added' is lost: it is neither among the cards nor among the removed"]
    assert "added" in mended(author, repository).removed and back(repository) == []


def test_a_reverted_removal_does_not_bring_an_id_back(author: Author, repository: Repository) -> None:
    chapters = list(author.chapters)
    author.chapters[1] = replace(author.chapters[1], items=author.chapters[1].items[:1])
    author.publish()
    repository.commit(author.lock)
    repository.git("revert", "--no-edit", "HEAD")
    author.chapters = chapters
    assert back(repository) == ["the removed card 'rate' is forgotten, so that its id could be used again"]
    base = recovered(read_lock(repository.path), history_of(repository.path, NOW))
    assert [one.what for one in refused(base, author.content())] == [
        "the id 'rate' belonged to a card that was removed"
    ]


def test_a_reverted_style_gets_a_later_time(author: Author, repository: Repository) -> None:
    lock = author.lock
    styled = replace(lock.note_types["basic"], hash="other", mod=lock.note_types["basic"].mod + 10)
    repository.commit(replace(lock, note_types={**lock.note_types, "basic": styled}))
    repository.git("revert", "--no-edit", "HEAD")
    assert back(repository) == [f"the mod of the note type 'basic' goes back behind {styled.mod}"]
    assert mended(author, repository).note_types["basic"].mod > styled.mod and back(repository) == []


def test_a_lost_lock_is_found_again(author: Author, repository: Repository) -> None:
    repository.path.unlink()
    assert recovered(Lock(), history_of(repository.path, NOW)) == author.lock


def test_a_side_branch_counts_though_its_lock_was_not_taken(author: Author, repository: Repository) -> None:
    repository.git("checkout", "-qb", "side")
    author.change("slope", wording=5)
    author.publish()
    repository.commit(author.lock)
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "-s", "ours", "side", "-m", "merge")
    assert [what.startswith("the mod of 'slope' goes back") for what in back(repository)] == [True]


def test_versions_that_are_no_lock_say_nothing(author: Author, repository: Repository) -> None:
    for text in ('{"cards": {\n"slope": {"mod": 1e99,\n', "\xff", '"cards": {\n"slope": [[[[]]]],\n', ""):
        repository.path.write_text(text, encoding="utf-8")
        repository.git("commit", "-qam", "broken")
    repository.commit(author.lock)
    assert back(repository) == []


def test_where_there_is_no_git_it_is_said_and_all_else_works(
    author: Author, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lock(author.lock, tmp_path / "zip" / LOCK.name)
    history = history_of(tmp_path / "zip" / LOCK.name, NOW)
    assert turned_back(author.lock, history) == [] and "not a git repository" in history.unread
    monkeypatch.setenv("PATH", "")
    assert "Git does not start" in history_of(tmp_path / "zip" / LOCK.name, NOW).unread


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path, author: Author) -> None:
    repository = Repository(tmp_path / "new")
    write_lock(author.lock, repository.path)
    assert history_of(repository.path, NOW) == History()


def test_a_shallow_clone_says_what_it_could_not_see(author: Author, repository: Repository, tmp_path: Path) -> None:
    author.change("slope", wording=5)
    author.publish()
    repository.commit(author.lock)
    clone = ["git", "clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "clone")]
    subprocess.run(clone, check=True, capture_output=True)
    history = history_of(tmp_path / "clone" / "decks" / LOCK.name, NOW)
    assert history.newest.cards == author.lock.cards and "this clone is shallow" in history.unread
    assert history_of(repository.path, NOW).unread == ""


def test_of_a_long_history_each_entry_is_read_once(
    author: Author, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, read = author.lock.cards["slope"], []
    cards = {f"card-{number}": card for number in range(100)}
    for version in range(20):
        cards[f"card-{version}"] = replace(card, mod=card.mod + version + 1, hash=str(version))
        repository.commit(replace(author.lock, cards=dict(cards)))
    make = lock_file._MAKE["cards"]
    monkeypatch.setitem(lock_file._MAKE, "cards", lambda key, value: (read.append(key), make(key, value))[1])
    newest = history_of(repository.path, NOW).newest
    assert newest.cards == {**author.lock.cards, **cards}
    assert len(read) == len(author.lock.cards) + 100 + 19  # the first version changed one of its own


def test_a_time_ahead_of_the_clock_is_refused(author: Author) -> None:
    now = author.lock.date
    assert ahead_of(now - AHEAD, author.lock) == []
    (mistake,) = ahead_of(now - AHEAD - 1, author.lock)
    assert "ahead of this machine's clock" in mistake.what
    far = replace(author.lock, cards={"slope": replace(author.lock.cards["slope"], mod=10**18)})
    assert len(ahead_of(now, far)) == 1


def test_what_a_wrong_clock_committed_does_not_block_for_ever(author: Author, repository: Repository) -> None:
    good = author.lock
    author.clock = NOW + 10 * AHEAD
    author.change("slope", wording=5)
    author.publish()
    repository.commit(author.lock)
    write_lock(good, repository.path)
    assert back(repository) == []


@pytest.fixture
def decks(author: Author, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Content:
    """Return what the command exports, with a lock of its own in a repository of its own."""
    monkeypatch.setattr(time, "time", lambda: float(author.clock))
    repository = Repository(tmp_path / "checkout")
    repository.commit(author.lock)
    return author.content()


def test_a_release_is_exported_and_then_written(decks: Content, author: Author, tmp_path: Path) -> None:
    folder = tmp_path / "checkout" / "decks"
    export(decks, tmp_path / "out", folder=folder, release="1.0")
    assert list(read_lock(folder / LOCK.name).releases) == ["1.0"]
    assert json.loads((tmp_path / "out/cards.json").read_text(encoding="utf-8"))["release"] == "1.0"


def stale(author: Author, folder: Path) -> Content:
    author.change("slope", wording=7)
    return author.content()


def dirty(author: Author, folder: Path) -> Content:
    (folder.parent / "page.md").write_text("not committed", encoding="utf-8")
    return author.content()


def made_already(author: Author, folder: Path) -> Content:
    content = author.content()
    export(content, folder.parent.parent / "before", folder=folder, release="1.0")
    subprocess.run(["git", "commit", "-qam", "release"], cwd=folder, check=True)
    return content


def no_room(author: Author, folder: Path) -> Content:
    (folder.parent.parent / "out").write_text("in the way", encoding="utf-8")
    return author.content()


@pytest.mark.parametrize("spoil", [stale, dirty, made_already, no_room])
def test_a_release_that_cannot_be_leaves_all_as_it_was(decks: Content, author: Author, tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path / "checkout" / "decks"
    content = spoil(author, folder)
    before = (folder / LOCK.name).read_bytes()
    with pytest.raises(Mistakes):
        export(content, tmp_path / "out", folder=folder, release="1.0")
    assert (folder / LOCK.name).read_bytes() == before
    assert not (tmp_path / "out").is_dir()


def test_a_card_that_cannot_be_read_is_not_taken_for_removed(author: Author) -> None:
    author.chapters[1] = replace(author.chapters[1], items=author.chapters[1].items[:1])
    found = changes(author.lock, author.content())
    assert [str(change) for change in found] == ["rate: removed"]
    told = stale_lock(found, LOCK)
    assert told.remedy.index("cannot be read") < told.remedy.index("--update")
    author.change("slope", wording=2)
    folder = author.folder / "decks"
    shutil.copytree(LOCK.parent, folder)
    write_lock(author.lock, folder / LOCK.name)
    (mistake,) = deck_mistakes(author.course())
    assert "slope: changed" in mistake.what and "rate" not in mistake.what


def test_a_course_without_any_card_does_not_bury_all_of_them(author: Author) -> None:
    author.chapters = [replace(chapter, items=()) for chapter in author.chapters]
    assert [one.what for one in refused(author.lock, author.content())] == [
        "not one of the cards in the lock is on a page any more"
    ]
    assert refused(Lock(), author.content()) == []


def test_a_lock_nested_too_deep_is_one_clear_mistake() -> None:
    with pytest.raises(Mistakes, match="nested too deep"):
        parse_lock('{"schema": 1, "cards": ' + "[" * 100_000, LOCK)


def test_a_lock_that_cannot_be_written_is_a_sentence(
    author: Author, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_lock(author.lock, tmp_path / LOCK.name)
    before = (tmp_path / LOCK.name).read_bytes()

    def full(self: Path, data: bytes) -> int:
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr(command, "main", lambda _: write_lock(Lock(), tmp_path / LOCK.name))
    assert command_line.main(["decks"]) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told and f"{LOCK.name}: No space left on device; make room" in told
    assert [path.read_bytes() for path in tmp_path.glob("*.json*")] == [before]
    assert not list(tmp_path.glob(".*.part"))

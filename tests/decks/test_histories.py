"""Whatever an author does in whatever order, an old collection that was updated ends like a fresh one."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.decks.news import removed_search
from tests.decks.making import Author, Chapter, Item
from tests.decks.reader import Reader

# Anki waits for the disk at every step; memory keeps hundreds of imports short where there is such a folder.
SCRATCH = "/dev/shm" if Path("/dev/shm").is_dir() else None
DEEDS = ("edit", "add", "remove", "reorder", "move", "rename", "turn", "gap", "ungap")

deeds = st.tuples(st.sampled_from(DEEDS), st.integers(0, 40), st.integers(0, 40))
# A version of the course: what the author does, whether the reader takes the course or its topics, and which cards are
# reviewed afterwards.
versions = st.tuples(
    st.lists(deeds, min_size=1, max_size=5), st.booleans(), st.sampled_from(["", "card:1", "tag:nabla::topic::01"])
)


class World:
    """An author, and what has been used up on the way: ids and gap numbers are never used again."""

    def __init__(self, folder: Path) -> None:
        self.author = Author(folder)
        self.moved: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._made = 0

    def do(self, deed: str, first: int, second: int) -> None:
        """Do one thing to the course; numbers choose to what."""
        if deed == "add":
            self._add(first, second)
        elif deed == "rename":
            at = first % len(self.author.chapters)
            self.author.chapters[at] = replace(self.author.chapters[at], title=f"Title {second}")
        elif items := [(at, item) for at, one in enumerate(self.author.chapters) for item in one.items]:
            at, item = items[first % len(items)]
            getattr(self, f"_{deed}")(at, item, second)

    def _put(self, at: int, items: list[Item]) -> None:
        self.author.chapters[at] = replace(self.author.chapters[at], items=tuple(items))

    def _others(self, at: int, item: Item) -> list[Item]:
        return [other for other in self.author.chapters[at].items if other is not item]

    def _add(self, first: int, second: int) -> None:
        self._made += 1
        at = first % len(self.author.chapters)
        items = list(self.author.chapters[at].items)
        kind = ("question", "formula", "definition")[second % 3]
        gaps = (1,) if kind == "definition" else ()
        items.insert(second % (len(items) + 1), Item(f"made-{self._made}", kind, reverse=second % 2 == 0, gaps=gaps))
        self._put(at, items)

    def _edit(self, at: int, item: Item, second: int) -> None:
        self.author.change(item.id, wording=item.wording + 1 + second)

    def _remove(self, at: int, item: Item, second: int) -> None:
        self._put(at, self._others(at, item))

    def _reorder(self, at: int, item: Item, second: int) -> None:
        items = self._others(at, item)
        items.insert(second % (len(items) + 1), item)
        self._put(at, items)

    def _move(self, at: int, item: Item, second: int) -> None:
        to = second % len(self.author.chapters)
        self._put(at, self._others(at, item))
        self._put(to, [*self.author.chapters[to].items, item])
        self.moved.update(item.notes)

    def _turn(self, at: int, item: Item, second: int) -> None:
        if item.kind == "formula":
            self.author.change(item.id, reverse=not item.reverse)

    def _gap(self, at: int, item: Item, second: int) -> None:
        if item.kind != "question":
            self.author.change(item.id, gaps=(*item.gaps, self._free_number(item)))

    def _free_number(self, item: Item) -> int:
        """Return a gap number that was never used; a note that was dropped must not come back, so it ends there."""
        self._numbers[item.id] = max([self._numbers.get(item.id, 0), *item.gaps]) + 1
        return int(self._numbers[item.id])

    def _ungap(self, at: int, item: Item, second: int) -> None:
        if len(item.gaps) > 1:
            self.author.change(item.id, gaps=item.gaps[:-1])
            self._numbers[item.id] = max([self._numbers.get(item.id, 0), *item.gaps])


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(versions, min_size=1, max_size=5))
def test_an_updated_collection_ends_like_a_fresh_one(
    history: list[tuple[list[tuple[str, int, int]], bool, str]],
) -> None:
    with tempfile.TemporaryDirectory(dir=SCRATCH, ignore_cleanup_errors=True) as folder:
        world = World(Path(folder) / "author")
        old, fresh = Reader(Path(folder) / "old"), Reader(Path(folder) / "fresh")
        try:
            old.install(world.author.publish().contents["nabla.apkg"])
            old.review()
            for did, whole, search in history:
                for deed in did:
                    world.do(*deed)
                earned = old.schedules()
                files = world.author.publish().contents
                names = ["nabla.apkg"] if whole else sorted(set(files) & {"slopes.apkg", "descent.apkg"})
                for name in names:
                    assert "conflicting" not in old.install(files[name])
                assert earned.items() <= old.schedules().items()
                old.review(search)
            old.install(files["nabla.apkg"])
            fresh.install(files["nabla.apkg"])
            _same(old, fresh, world)
        finally:
            old.close()
            fresh.close()


def _same(old: Reader, fresh: Reader, world: World) -> None:
    earned = old.schedules()
    if search := removed_search(world.author.lock.removed):
        old.delete(search)
    old.delete_empty_cards()
    assert old.notes() == fresh.notes()
    assert old.cards().keys() == fresh.cards().keys()
    # Anki leaves a note type aside that no note of the package uses.
    assert fresh.templates().items() <= old.templates().items()
    assert old.sides() == fresh.sides()
    kept = {key: value for key, value in earned.items() if key in fresh.cards()}
    assert old.schedules() == kept
    decks = fresh.decks()
    assert {key: deck for key, deck in old.decks().items() if key[0].removeprefix("nabla:") not in world.moved} == {
        key: deck for key, deck in decks.items() if key[0].removeprefix("nabla:") not in world.moved
    }
    assert old.complaints() == [] and fresh.complaints() == []


def test_the_world_knows_every_deed(tmp_path: Path) -> None:
    world = World(tmp_path)
    for deed in DEEDS:
        world.do(deed, 3, 1)
    assert world.author.publish().packages
    assert isinstance(world.author.chapters[0], Chapter)

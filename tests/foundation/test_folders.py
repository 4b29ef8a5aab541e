"""What is published replaces what was published before, and nothing that another hand put there."""

import errno
import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.foundation import folders
from scripts.foundation.files import digest_of, uninterrupted, write_whole
from scripts.foundation.folders import LIST, ForeignFilesError, files_in, refuse_foreign, replace_folder, staging

FIRST = {"index.html": "one", "media/a.svg": "a", "media/old.svg": "old"}
SECOND = {"index.html": "two", "media/a.svg": "a", "new/b.svg": "b"}


def replace_set(out: Path, files: dict[str, str]) -> None:
    with staging(out, out.parent) as staged:
        for name, text in files.items():
            write_whole(staged / name, text)
        replace_folder(staged, out)


def held(out: Path) -> dict[str, str]:
    names = [name for name in files_in(out) if name != LIST and (out / name).is_file()]
    return {name: (out / name).read_text(encoding="utf-8") for name in names}


def a_repository(out: Path) -> None:
    write_whole(out / ".git/config", "mine")
    write_whole(out / "thesis/chapter1.tex", "mine")


def hidden_files(out: Path) -> None:
    write_whole(out / ".DS_Store", "mine")
    write_whole(out / "media/.hidden", "mine")


def a_link(out: Path) -> None:
    write_whole(out.parent / "elsewhere/photo.jpg", "mine")
    (out / "photos").symlink_to(out.parent / "elsewhere")


def a_changed_file(out: Path) -> None:
    write_whole(out / "media/old.svg", "mine, now")


def an_empty_folder(out: Path) -> None:
    (out / "mine").mkdir()


FOREIGN = [a_repository, hidden_files, a_link, a_changed_file, an_empty_folder]


def seen(folder: Path) -> dict[str, str]:
    """Return all that is in a folder, empty folders and what is behind links too."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else ""
        for path in folder.rglob("*")
    }


def test_a_set_replaces_the_last_one(tmp_path: Path) -> None:
    replace_set(tmp_path / "out", FIRST)
    replace_set(tmp_path / "out", SECOND)
    assert held(tmp_path / "out") == SECOND
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("put", FOREIGN)
def test_files_of_others_stay_beside_ours(tmp_path: Path, put: Callable[[Path], None]) -> None:
    out = tmp_path / "out"
    replace_set(out, FIRST)
    ours = set(seen(tmp_path))
    put(out)
    foreign = {name: text for name, text in seen(tmp_path).items() if name not in ours or text.startswith("mine")}
    assert foreign
    replace_set(out, SECOND)
    now = seen(tmp_path)
    assert {name: now.get(name) for name in foreign} == foreign
    assert {name: held(out)[name] for name in SECOND} == SECOND
    assert set(held(out)) - set(SECOND) <= {name.removeprefix("out/") for name in foreign}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".out-")]


@pytest.mark.parametrize("put", [a_repository, an_empty_folder])
def test_a_folder_with_files_and_no_list_is_refused(tmp_path: Path, put: Callable[[Path], None]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    put(out)
    before = seen(tmp_path)
    with pytest.raises(ForeignFilesError, match="no earlier run lists"):
        replace_set(out, FIRST)
    assert seen(tmp_path) == before


def test_a_list_of_another_kind_is_none_of_ours(tmp_path: Path) -> None:
    write_whole(tmp_path / "out" / LIST, "0  notes.txt\n")
    write_whole(tmp_path / "out/notes.txt", "mine")
    with pytest.raises(ForeignFilesError):
        replace_set(tmp_path / "out", FIRST)


@pytest.mark.parametrize("name", ["new/b.svg", "new", "index.html", "new/b.svg/inside.txt"])
def test_nothing_is_written_over_a_file_of_others(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    replace_set(out, FIRST)
    write_whole(out / name, "mine")
    before = seen(tmp_path)
    with pytest.raises(ForeignFilesError, match=r"new/b\.svg|index\.html"):
        replace_set(out, SECOND)
    assert seen(tmp_path) == before


def test_a_file_that_says_the_same_already_is_no_obstacle(tmp_path: Path) -> None:
    replace_set(tmp_path / "out", FIRST)
    write_whole(tmp_path / "out/new/b.svg", "b")
    replace_set(tmp_path / "out", SECOND)
    assert held(tmp_path / "out") == SECOND


def test_a_file_in_the_place_of_the_folder_stays(tmp_path: Path) -> None:
    write_whole(tmp_path / "out", "mine")
    with pytest.raises(ForeignFilesError, match="is a file"):
        replace_set(tmp_path / "out", FIRST)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_nothing_outside_is_removed_whatever_the_list_says(tmp_path: Path) -> None:
    mine, out = tmp_path / "mine.txt", tmp_path / "out"
    write_whole(mine, "mine")
    replace_set(out, FIRST)
    with (out / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{digest_of(mine)}  ../mine.txt\n")
    replace_set(out, {"new.html": "new"})
    assert mine.exists()


def test_a_folder_of_ours_that_has_moved_behind_a_link_is_no_longer_ours(tmp_path: Path) -> None:
    out, moved = tmp_path / "out", tmp_path / "moved"
    replace_set(out, FIRST)
    (out / "media").rename(moved)
    (out / "media").symlink_to(moved)
    replace_set(out, {"new.html": "new"})
    assert held(moved) == {"a.svg": "a", "old.svg": "old"}


@pytest.mark.parametrize("target", ["behind", "not-there-yet"])
def test_a_link_stays_and_what_is_behind_it_is_treated_as_any_folder(tmp_path: Path, target: str) -> None:
    (tmp_path / "behind").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / target)
    for files in (FIRST, SECOND):
        replace_set(tmp_path / "out", files)
        assert (tmp_path / "out").is_symlink() and held(tmp_path / target) == files
    write_whole(tmp_path / target / "mine", "mine")
    replace_set(tmp_path / "out", FIRST)
    assert held(tmp_path / target) == {**FIRST, "mine": "mine"}


def test_where_a_shell_stands_is_not_pulled_from_below_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    before = Path.cwd().stat().st_ino
    for files in (FIRST, SECOND):
        replace_set(Path.cwd(), files)
        assert held(Path.cwd()) == files
    assert (tmp_path / "out").stat().st_ino == before


def test_a_mount_is_filled_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_set(tmp_path / "out", FIRST)

    def busy(self: Path, target: Path) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy", str(self))

    monkeypatch.setattr(Path, "rename", busy)
    replace_set(tmp_path / "out", SECOND)
    assert held(tmp_path / "out") == SECOND
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("after", range(3))
def test_what_was_killed_between_two_files_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    out = tmp_path / "out"
    replace_set(out, FIRST)
    write_whole(out / "mine", "mine")  # so that it goes file by file
    replace, done = Path.replace, []

    def dies(self: Path, target: Path) -> Path:
        if LIST not in self.name and out in target.parents:
            if len(done) == after:
                raise SystemExit
            done.append(target)
        return replace(self, target)

    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr(Path, "replace", dies)
        replace_set(out, SECOND)
    third = {"index.html": "three"}
    replace_set(out, third)
    assert held(out) == {**third, "mine": "mine"}


def test_a_failed_swap_puts_the_last_set_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_set(tmp_path / "out", FIRST)
    rename = Path.rename

    def fails(self: Path, target: Path) -> Path:
        if self.name.endswith(".part"):
            raise OSError(errno.EIO, "Input/output error", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fails)
    monkeypatch.setattr(folders, "_put_one_by_one", lambda *_: None)
    replace_set(tmp_path / "out", SECOND)
    assert held(tmp_path / "out") == FIRST


def test_only_what_our_killed_commands_left_is_swept_up(tmp_path: Path) -> None:
    write_whole(tmp_path / ".out-my_stuff.part/thesis.tex", "mine")
    os.utime(tmp_path / ".out-my_stuff.part", (0, 0))
    with staging(tmp_path / "out", tmp_path) as running:
        left = tmp_path / ".out-0123abcd.part"
        left.mkdir()
        write_whole(left / LIST, (running / LIST).read_text(encoding="utf-8"))
        write_whole(left / "half.apkg", "ha")
        os.utime(left, (0, 0))
        replace_set(tmp_path / "out", FIRST)
        assert running.exists() and not left.exists()
    assert (tmp_path / ".out-my_stuff.part/thesis.tex").exists()


def test_two_at_once_leave_one_whole_set(tmp_path: Path) -> None:
    errors: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for _ in range(10):
                replace_set(tmp_path / "out", {f"{name}.txt": str(number) for name in range(5)})
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=[number]) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    replace_set(tmp_path / "out", FIRST)
    assert held(tmp_path / "out") == FIRST and errors == []


def test_an_interruption_waits_until_the_set_is_whole() -> None:
    done = False
    with pytest.raises(KeyboardInterrupt), uninterrupted():
        signal.raise_signal(signal.SIGINT)
        done = True
    assert done


def test_the_root_and_a_home_are_refused() -> None:
    for folder in (Path("/"), Path.home()):
        if any(folder.iterdir()):
            with pytest.raises(ForeignFilesError):
                refuse_foreign(folder)

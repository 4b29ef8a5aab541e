"""What a build writes is listed, and what is removed is what was listed: no file of others, no answers of a learner."""

import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts.foundation.cache import Cache
from scripts.foundation.files import FileList, forget, write, write_whole
from scripts.foundation.paths import ROOT, Places
from scripts.practice import python_files, site_files
from scripts.site import assets
from scripts.tools import clean
from tests.foundation.test_folders import replace_set


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the root of a course with nothing but its plan."""
    (tmp_path / "course.toml").touch()
    return tmp_path


def everything(root: Path) -> set[str]:
    """Return the files below a folder, but for the plan that makes it a course."""
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    return found - {"course.toml"}


def build(root: Path) -> None:
    """Write files as a build does."""
    places = Places(root)
    replace_set(places.site, {"index.html": "a", "decks/nabla.apkg": "b"})
    replace_set(places.build / "decks", {"nabla.apkg": "b"})
    write(places.generated / "figures/a/parabola.svg", "<svg/>")
    write(places.build / "site.stamp", "stamp")
    for kind in ("checks", "labs", "numbers_of_other_pages"):
        results = Cache(kind, "versions", folder=places.cache)
        results.put("a", 1)
        results.save()
    for name in (".mypy_cache/x/y.json",):
        write_whole(root / name, "{}")


def test_a_clean_checkout_keeps_nothing_of_a_build(root: Path) -> None:
    build(root)
    clean.clean(Places(root))
    assert everything(root) == set() and list(root.rglob("*")) == [root / "course.toml"]


FOREIGN = (
    "practice/01-derivatives-and-gradients/slope.py",
    "practice/progress.json",
    "site/CNAME",
    "site/.git/config",
    "build/notes.txt",
    "build/cache/mine.json",
    "build/cache/labs/mine.json",
    "build/decks/my.apkg",
    "docs/assets/generated/figures/a/mine.svg",
    "docs/assets/mine.svg",
    ".cache-of-mine/x",
)


def test_files_of_others_are_kept_and_named(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(root)
    for name in FOREIGN:
        write_whole(root / name, "mine")
    write_whole(root / "site/index.html", "changed by hand")
    monkeypatch.setattr(clean, "HERE", Places(root))
    clean.main([])
    assert everything(root) - {"site/.nabla-files"} == {*FOREIGN, "site/index.html"}
    told = capsys.readouterr().out
    named = [name for name in FOREIGN if name.startswith(("site", "build", "docs/assets/generated"))]
    assert all(Path(name).name in told for name in [*named, "site/index.html"]) and "practice" not in told


def test_nothing_behind_a_link_is_removed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    for name in ("site", "build/cache/labs", ".mypy_cache", "practice"):
        write_whole(elsewhere / name / "mine.txt", "mine")
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(elsewhere / name)
    clean.clean(Places(root))
    assert len(everything(elsewhere)) == 4 and (root / "site").is_symlink()


def test_make_clean_is_that_command_and_removes_nothing_by_itself() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    rule = re.search(r"^clean:\n((?:\t.*\n?)+)", makefile, re.MULTILINE)
    assert rule is not None and rule[1].strip() == "@$(PYTHON) -m scripts clean"
    assert not re.search(r"\brm\b", makefile)


def test_clean_needs_nothing_but_python() -> None:
    """The project's packages may be gone."""
    script = "import sys; sys.modules['markdown'] = sys.modules['yaml'] = None; import scripts.tools.clean"
    subprocess.run(
        [sys.executable, "-S", "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {script}"], check=True
    )


def test_what_no_build_listed_is_never_forgotten(root: Path) -> None:
    write(root / "build/a.txt", "ours")
    write(root / "build/b.txt", "ours")
    write_whole(root / "build/b.txt", "changed since")
    write_whole(root / "build/c.txt", "mine")
    (root / "build/d.txt").symlink_to(root / "build/c.txt")
    (root / "build/folder").mkdir()
    forget((root / "build").iterdir())
    assert everything(root) == {"build/b.txt", "build/c.txt", "build/d.txt", "build/written.txt"}
    assert (root / "build/folder").is_dir()


def test_a_link_that_took_the_place_of_a_file_is_not_ours(root: Path) -> None:
    write(root / "build/a.txt", "ours")
    (root / "build/a.txt").rename(root / "moved.txt")
    (root / "build/a.txt").symlink_to(root / "moved.txt")
    forget([root / "build/a.txt"])
    assert (root / "build/a.txt").is_symlink()


def test_a_list_is_read_again_by_the_next_command(root: Path) -> None:
    write(root / "build/a.txt", "ours")
    again = FileList(root / "build/written.txt", root)
    assert again.owns("build/a.txt") and not again.owns("build/written.txt")


@pytest.fixture
def generated(root: Path) -> Path:
    return Places(root).generated


def put_foreign(folder: Path) -> set[str]:
    """Put files of others, a folder and a link where generated files go."""
    for name in ("mine.zip", ".hidden", "mine/inside.txt", "mine.css"):
        write_whole(folder / name, "mine")
    (folder / "link").symlink_to(folder / "mine")
    return everything(folder)


def test_writing_exercises_keeps_files_of_others(root: Path, generated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = put_foreign(generated / "practice")
    write(generated / "practice/old-topic.json", "{}")
    monkeypatch.setattr(site_files, "exercises_of", lambda _: [])
    site_files.write_practice(SimpleNamespace(topics=[], places=Places(root)))  # type: ignore[arg-type]
    now = everything(generated / "practice")
    assert foreign < now and "old-topic.json" not in now and "checker.py" in now


def test_copying_python_keeps_files_of_others(root: Path, generated: Path) -> None:
    foreign = put_foreign(generated / "pyodide")
    write(generated / "pyodide/old.wasm", "old")
    python_files.copy_python(Places(root))
    assert everything(generated / "pyodide") == foreign | set(python_files._FILES)


def test_forgetting_assets_keeps_files_of_others(root: Path, generated: Path) -> None:
    foreign = {
        f"{folder}/{name}" for folder in ("", "js", "modules", "fonts") for name in put_foreign(generated / folder)
    }
    write(generated / "js/old.js", "old")
    assets._forget_all_but(Places(root), {})
    assert not (generated / "js/old.js").exists()
    assert {name.removeprefix("/") for name in foreign} <= everything(generated)


def test_every_removal_in_scripts_is_one_of_those_tested_here() -> None:
    """A new `unlink` or `rmtree` is looked at first, for whose files it can meet."""
    found = {
        path.relative_to(ROOT / "scripts").as_posix()
        for path in (ROOT / "scripts").rglob("*.py")
        if re.search(r"\.unlink\(|rmtree\(|\.rmdir\(|os\.remove|missing_ok", path.read_text(encoding="utf-8"))
    }
    assert found == {
        "foundation/cache.py",  # old results of its own kind, by their pattern
        "tools/clean.py",
        "foundation/files.py",
        "foundation/folders.py",
        "site/preview.py",  # pages that the preview made ahead, in a folder of its own
        "site/styles.py",  # the theme's scripts, in the folder of a build
        "practice/runner.py",  # its own half-written file
        "tools/setup_environment.py",
    }

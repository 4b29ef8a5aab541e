"""A small course of its own for each test, so that a test may spoil it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from filelock import FileLock

from scripts.foundation.paths import ROOT
from tests.courses import plan_with

SAMPLE = ROOT / "tests" / "sample"
TOPIC = "docs/topics/01-derivatives-and-gradients"
PACKAGE = "snippets/derivatives_and_gradients"
PAGE = f"{TOPIC}/index.md"
# They take ten seconds, and are made anew wherever they would not come out the same.
FONTS = ("build/cache/fonts", "build/figure-fonts", "docs/assets/generated/fonts", "docs/assets/generated/katex-fonts")


@dataclass
class House:
    """A checkout with a small course in it."""

    root: Path

    def path(self, name: str) -> Path:
        """Return a file of the house."""
        return self.root / name

    def change(self, name: str, old: str, new: str) -> int:
        """Replace the one place where `old` stands in a file; return its line."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def add(self, text: str) -> int:
        """Add text at the end of the topic's page; return the line it begins at."""
        path = self.path(PAGE)
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}\n{text}\n", encoding="utf-8")
        return before.count("\n") + 2

    def copy(self, root: Path) -> "House":
        """Return a copy of the house in `root`, with all that was built."""
        shutil.copytree(self.root, root, symlinks=True, dirs_exist_ok=True)
        return House(root)

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `python -m scripts …` in the house."""
        return self.python("-m", "scripts", *command, **environment)

    def python(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the house."""
        return subprocess.run(
            [sys.executable, *command],
            cwd=self.root,
            env={**os.environ, **environment, "PYTHONPATH": str(self.root)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def link_folder(link: Path, target: Path) -> None:
    """Make a folder appear in a second place. On Windows, links need rights that junctions do not."""
    if sys.platform == "win32":
        import _winapi

        _winapi.CreateJunction(str(target), str(link))
    else:
        link.symlink_to(target, target_is_directory=True)


def furnish(root: Path) -> House:
    """Put the scripts, the styles and the sample course into `root`."""
    without_caches = shutil.ignore_patterns("node_modules", "generated")
    for folder in ("scripts", "decks", "frontend", "snippets/style", "docs/assets", "docs/theme"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, root / folder, ignore=without_caches)
    for folder in FONTS:
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True)
    shutil.copytree(SAMPLE, root, dirs_exist_ok=True, ignore=without_caches)
    for file in ("requirements.lock", "snippets/__init__.py"):
        shutil.copy(ROOT / file, root / file)
    (root / "course.toml").write_text(plan_with(), encoding="utf-8")
    link_folder(root / "frontend" / "node_modules", ROOT / "frontend" / "node_modules")
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    navigation = yaml.safe_dump({"nav": [{"Home": "index.md"}, {"01": PAGE.removeprefix("docs/")}]})
    (root / "mkdocs.yml").write_text(f"{configuration}\n{navigation}", encoding="utf-8")
    house = House(root)
    # The lock is that of the whole course; the sample has cards of its own.
    (root / "decks" / "cards.lock.json").unlink()
    done = house.run("decks", "--update")
    assert done.returncode == 0, done.stdout + done.stderr
    return house


def one_for_all(factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that one worker makes in ten seconds, and the others find."""
    base = factory.getbasetemp()
    # As deep as the folder of a test: in a file's name esbuild counts how far its packages are, which are linked here.
    root = base / name if worker_id == "master" else base.parent / "shared" / name
    root.parent.mkdir(exist_ok=True)
    made = root.with_suffix(".made")
    with FileLock(root.with_suffix(".lock")):
        if not made.exists():
            shutil.rmtree(root, ignore_errors=True)
            make(root)
            made.touch()
    return root


def built_house(factory: pytest.TempPathFactory, worker_id: str) -> House:
    """Return a house that was built; tests copy it, or leave it as it is."""

    def build(root: Path) -> None:
        done = furnish(root).run("build")
        assert done.returncode == 0, done.stdout + done.stderr

    return House(one_for_all(factory, worker_id, "house", build))


@pytest.fixture(scope="session")
def good_house(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> House:
    """Return the house that was built."""
    return built_house(tmp_path_factory, worker_id)


@pytest.fixture
def house(good_house: House, tmp_path: Path) -> House:
    """Return a house of the test's own."""
    return good_house.copy(tmp_path)

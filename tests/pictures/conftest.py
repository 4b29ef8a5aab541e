"""The samples whose pictures are compared: a course in small, built by the real program and read in a real browser."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from scripts.pages.blocks.explorable import explorables
from tests.build.conftest import PACKAGE, PAGE, House, built_house, one_for_all
from tests.serving import serving
from tests.typeset.families import FAMILIES

SAMPLES = Path(__file__).parent / "course"
LESSON = PAGE.replace("index", "slopes")
DRAWN_BY = Path(__file__).parent / "approved" / "browser.txt"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--approve", action="store_true", help="take the pictures as they are now for right")


@pytest.fixture(scope="session")
def approving(request: pytest.FixtureRequest, browser: Browser) -> Iterator[bool]:
    """Whether the pictures are taken for right, which only a person can say."""
    asked = bool(request.config.getoption("--approve", default=False))
    if asked and os.environ.get("CI"):
        pytest.exit("pictures are approved by a person who looked at them, never in CI", returncode=2)
    yield asked
    if asked:
        DRAWN_BY.write_text(browser.version + "\n", encoding="utf-8")


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the checkout of the samples, built, with a preview of its cards."""
    plain = built_house(tmp_path_factory, worker_id)
    return one_for_all(tmp_path_factory, worker_id, "samples", lambda root: _build(plain.copy(root)))


@pytest.fixture(scope="session")
def samples_server(samples: Path) -> Iterator[str]:
    """Serve the site of the samples; return its address."""
    with serving(samples / "site") as address:
        yield address


# In one process: to start one takes longer than to draft.
DRAFT = """
import sys
from contextlib import redirect_stdout
from scripts.numbers.command import main

for page, draft in zip(sys.argv[1::2], sys.argv[2::2]):
    with open(draft, "w", encoding="utf-8") as file, redirect_stdout(file):
        assert main(["--draft", page]) == 0
"""


def _build(house: House) -> None:
    shutil.copytree(SAMPLES, house.root, dirs_exist_ok=True)
    formulas = [f"## {name}\n\n$$\n{tex}\n$$\n" for name, tex in FAMILIES.items()]
    house.path("docs/formulas.md").write_text("\n".join(["# Formulas\n", *formulas]), encoding="utf-8")
    _add_explorables(house)
    pages = sorted(path.name for path in (SAMPLES / "docs").glob("*.md"))
    topic = [PAGE.removeprefix("docs/"), LESSON.removeprefix("docs/")]
    navigation = [{"Blocks": topic}, "formulas.md", *pages]
    configuration = house.path("mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[0]
    house.path("mkdocs.yml").write_text(f"{configuration}\n{yaml.safe_dump({'nav': navigation})}", encoding="utf-8")
    house.path("decks/cards.lock.json").unlink()
    _take_numbers_for_given(house)
    for command in (["decks", "--update"], ["build"], ["decks", "--preview"]):
        done = house.run(*command)
        assert done.returncode == 0, done.stdout + done.stderr


def _take_numbers_for_given(house: House) -> None:
    """Let every number of the samples be a given one: they are there to be looked at."""
    house.path(f"{PACKAGE}/numbers.py").unlink()
    others = [path.relative_to(house.root).as_posix() for path in sorted(house.path("docs").glob("*.md"))]
    modules = {page: f"snippets/other_pages/numbers/{Path(page).stem}.py" for page in others}
    modules[PAGE] = f"{PACKAGE}/numbers.py"
    drafts = {module: house.path(f"draft-{number}") for number, module in enumerate(modules.values())}
    words = [word for page, module in modules.items() for word in (page, str(drafts[module]))]
    done = house.python("-c", DRAFT, *words)
    assert done.returncode == 0, done.stdout + done.stderr
    for module, draft in drafts.items():
        house.path(module).parent.mkdir(parents=True, exist_ok=True)
        text = draft.read_text(encoding="utf-8")
        house.path(module).write_text(re.sub(r"(?<=, )_(?=[,)\n])", "...", text), encoding="utf-8")
        draft.unlink()


def _add_explorables(house: House) -> None:
    """Let the samples end with each explorable."""
    for name in explorables():
        options = f"    id: explorable-{name}\n    alt: A picture to move."
        house.add(f"## {name}\n\n/// explorable | {name}\n{options}\n\nMove it.\n///")

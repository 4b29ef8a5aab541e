"""Mistakes of authors stop the build, each with its file and line and what would be right; the last good site stays.

All of them stand in one course, each on a page of its own, and it is built once: a build reports all mistakes at once.
"""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scripts.pages.blocks.explorable import explorables
from scripts.pages.kinds import BLOCKS
from tests.build import author, author_pages, author_snippets
from tests.build.conftest import PACKAGE, PAGE, House

MESSAGES = Path(__file__).with_name("messages.txt")
# What messages list of all there is, which a new block or explorable makes longer.
LISTS = (", ".join(sorted(BLOCKS)), ", ".join(explorables()))
_MISTAKE = re.compile(r"^(\S+?):(\d+): (.*?)\n    → (.+?)$", re.MULTILINE | re.DOTALL)


@dataclass
class Case:
    """A mistake: the page that has it, and the words by which the build says so."""

    name: str
    page: str
    words: str
    snippets: dict[str, str] = field(default_factory=dict)

    @property
    def package(self) -> str:
        return self.name.replace("-", "_").replace("'", "_")

    @property
    def slug(self) -> str:
        return self.package.replace("_", "-")


def cases() -> list[Case]:
    """Return all mistakes."""
    found = [Case(name, page, words) for name, (page, words) in author_pages.PAGES.items()]
    for kind in (author.HEADS, author.OPTIONS, author.BLOCKS, author_pages.TEXT):
        found += [Case(name, f"{author_pages.FRONT}\n{text}\n", words) for name, (text, words) in kind.items()]
    for name, (module, code, block, words) in author_snippets.SNIPPETS.items():
        found.append(Case(name, f"{author_pages.FRONT}\n{block}\n", words, {module: code}))
    return found


CASES = {case.name: case for case in cases()}


@dataclass
class Built:
    """What a build said: mistakes by page, and all of it."""

    mistakes: dict[str, list[tuple[int, str]]]
    said: str
    code: int
    site_stayed: bool


def write(house: House, case: Case, number: int) -> str:
    """Write the page of a case; return where."""
    name = f"docs/topics/{number:02}-{case.slug}/index.md"
    text = (
        case.page.replace("«", "")
        .replace("@@", case.package)
        .replace("@", case.slug)
        .replace("TITLE", f"Case {number}")
    )
    text = re.sub(r"[ ]+$", "", text, flags=re.MULTILINE)
    house.path(name).parent.mkdir(parents=True)
    house.path(name).write_text(text, encoding="utf-8")
    folder = house.path(f"snippets/{case.package}")
    shutil.copytree(house.path(PACKAGE), folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in folder.glob("*.py"):
        file.write_text(
            file.read_text(encoding="utf-8").replace("derivatives_and_gradients", case.package), encoding="utf-8"
        )
    for module, code in case.snippets.items():
        (folder / f"{module}.py").write_bytes(code.encode("latin-1"))
    return name


@pytest.fixture(scope="module")
def built(good_house: House, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return what was said of a course with all mistakes, built over a good site."""
    return build_all(good_house.copy(tmp_path_factory.mktemp("mistakes")))


def build_all(house: House) -> Built:
    """Build a course with all mistakes."""
    site = {path: path.read_bytes() for path in sorted(house.path("site").rglob("*.html"))}
    plan = house.path("course.toml").read_text(encoding="utf-8").split("[[topics]]")
    topics = [plan[1]]
    for number, case in enumerate(CASES.values(), start=2):
        write(house, case, number)
        topics.append(
            f'\nnumber = {number}\nphase = 1\nslug = "{case.slug}"\ntitle = "Case {number}"\nsummary = "S."\n'
        )
    for name, (text, _) in author_pages.STRAY.items():
        house.path(name).parent.mkdir(exist_ok=True)
        house.path(name).write_text(re.sub(" *«", "", text).replace("@", Path(name).stem), encoding="utf-8")
    house.path("course.toml").write_text("[[topics]]".join([plan[0], *topics]), encoding="utf-8")
    result = house.run("build")
    mistakes: dict[str, list[tuple[int, str]]] = {}
    for path, line, what, _ in _MISTAKE.findall(result.stderr):
        mistakes.setdefault(path, []).append((int(line), what))
    now = {path: path.read_bytes() for path in sorted(house.path("site").rglob("*.html"))}
    return Built(mistakes, result.stdout + result.stderr, result.returncode, now == site and bool(site))


def test_the_build_stops_without_a_traceback_and_the_last_good_site_stays(built: Built) -> None:
    assert built.code == 1
    assert "Traceback" not in built.said
    assert built.site_stayed


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_reported_at_its_line(name: str, built: Built) -> None:
    case, number = CASES[name], list(CASES).index(name) + 2
    page = f"docs/topics/{number:02}-{case.slug}/index.md"
    places = [(page, line, what) for line, what in built.mistakes.get(page, [])]
    for path, said in built.mistakes.items():
        if path.startswith(f"snippets/{case.package}/"):
            places += [(path, line, what) for line, what in said]
    found = [(line, what) for path, line, what in places if re.search(case.words, f"{path}:{line}: {what}")]
    assert found, f"{case.words!r} is not said of {page}, but: {places}"
    if "«" in case.page:
        wanted = case.page[: case.page.index("«")].count("\n") + 1
        assert wanted in {line for line, _ in found}, f"line {wanted} was wrong, reported: {found}"


@pytest.mark.parametrize("name", author_pages.STRAY)
def test_a_mistake_on_another_page_is_reported_at_its_line(name: str, built: Built) -> None:
    text, words = author_pages.STRAY[name]
    wanted = text[: max(text.find("«"), 0)].count("\n") + 1
    assert any(line == wanted and words in what for line, what in built.mistakes[name]), built.mistakes[name]


def said_of(case: Case, number: int, built: Built) -> str:
    """Return all that is said of a case, with its place, its number and its names left out."""
    page, package = f"docs/topics/{number:02}-{case.slug}/index.md", f"snippets/{case.package}/"
    lines = [
        f"{path.removeprefix(page).removeprefix(package)}:{line}: {what}\n    → {remedy}"
        for path, line, what, remedy in _MISTAKE.findall(built.said)
        if (path == page or path.startswith(package)) and not ("numbers" in path or what.startswith("nothing holds"))
    ]
    told = "\n".join(lines)
    for name, sign in ((case.package, "@@"), (case.slug, "@"), (f"Case {number}", "TITLE"), (f"{number:02}-", "00-")):
        told = told.replace(name, sign)
    return re.sub(r"(?<=course\.toml has ).*", "…", told)


def test_every_message_is_the_one_that_was_approved(built: Built, request: pytest.FixtureRequest) -> None:
    """What stands in `messages.txt` is the other half of the pages in `author.py`; `--approve-pairs` writes it."""
    said = {name: said_of(case, number, built) for number, (name, case) in enumerate(CASES.items(), start=2)}
    text = "".join(f"== {name}\n{words}\n\n" for name, words in said.items())
    for names in LISTS:
        text = text.replace(names, "(each by name)")
    if request.config.getoption("--approve-pairs"):
        MESSAGES.write_text(text, encoding="utf-8", newline="\n")
    approved = dict(re.findall(r"^== (.+)\n((?:(?!== ).*\n)*)", MESSAGES.read_text(encoding="utf-8"), re.MULTILINE))
    now = dict(re.findall(r"^== (.+)\n((?:(?!== ).*\n)*)", text, re.MULTILINE))
    assert now.keys() == approved.keys()
    assert [name for name in now if now[name] != approved[name]] == []


def test_a_good_page_has_no_mistake(built: Built) -> None:
    assert not {"docs/index.md", PAGE} & built.mistakes.keys()

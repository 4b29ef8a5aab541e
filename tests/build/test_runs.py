"""What is run: only what changed, and with the same result every time."""

import re
import shutil
from pathlib import Path

from tests.build.conftest import PACKAGE, PAGE, House

FIGURES = "docs/assets/generated/figures/derivatives_and_gradients"


# What the build runs before it renders the pages.
RUN = """
from scripts.run.formula_checks import CHECKS
from scripts.course.model import load_course
from scripts.run.figures import FIGURES
from scripts.run.outputs import OUTPUTS

if __name__ == "__main__":
    course = load_course()
    for runs, kind in ((FIGURES, "figure"), (OUTPUTS, "output"), (CHECKS, "formula")):
        print(kind, runs.run_all([block for _, block in course.blocks(kind)]))
"""


def run_anew(house: House) -> dict[str, int]:
    """Run what changed, and return how many of each kind that were."""
    house.path("run.py").write_text(RUN, encoding="utf-8")
    done = house.python("run.py")
    assert done.returncode == 0, done.stdout + done.stderr
    return {name: int(number) for name, number in re.findall(r"^(\w+) (\d+)$", done.stdout, re.MULTILINE)}


def test_only_what_changed_is_run_again(house: House) -> None:
    shutil.rmtree(house.path("build/cache"))
    assert run_anew(house) == {"figure": 1, "output": 1, "formula": 2}
    house.change(PAGE, "It opens upward.", "It opens toward the sky.")
    assert run_anew(house) == {"figure": 0, "output": 0, "formula": 0}
    # The example and the check import this module, the figure does not.
    house.change(f"{PACKAGE}/slopes.py", "nearly.", "approximately.")
    assert run_anew(house) == {"figure": 0, "output": 1, "formula": 1}
    house.change(f"{PACKAGE}/figures.py", "[-1, 0, 1], [1, 0, 1]", "[-2, 0, 2], [4, 0, 4]")
    assert run_anew(house) == {"figure": 1, "output": 0, "formula": 0}
    house.change("snippets/style/base.mplstyle", "svg.hashsalt", "lines.markersize: 4.5\nsvg.hashsalt")
    assert run_anew(house)["figure"] == 1
    house.path(f"{FIGURES}/parabola-dark.svg").unlink()
    house.change(PAGE, "toward the sky.", "upward.")
    assert run_anew(house)["figure"] == 1


def test_a_second_build_with_nothing_changed_does_nothing(house: House) -> None:
    page = house.path("site/index.html")
    before = page.stat().st_mtime_ns
    done = house.run("build", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    assert "up to date" in done.stdout
    assert "scripts.site.configuration" in done.stderr, "what is imported is not told"
    assert "scripts.typeset" not in done.stderr, "what starts Node is loaded"
    assert page.stat().st_mtime_ns == before


def test_two_builds_in_two_places_make_the_same_bytes(good_house: House, house: House) -> None:
    for folder in ("build", "site", "docs/assets/generated"):
        shutil.rmtree(house.path(folder))
    done = house.run("build", PYTHONHASHSEED="2", TZ="Pacific/Auckland")
    assert done.returncode == 0, done.stdout + done.stderr
    first, second = (
        {path: (place.path("site") / path).read_bytes() for path in published(place.path("site"))}
        for place in (good_house, house)
    )
    assert first.keys() == second.keys()
    differing = [str(path) for path in first if first[path] != second[path]]
    assert differing == []


def published(site: Path) -> list[Path]:
    """Return the files of a site that are ours: not the theme's sitemap, which MkDocs dates."""
    files = [path.relative_to(site) for path in sorted(site.rglob("*")) if path.is_file()]
    return [path for path in files if not path.name.startswith("sitemap.xml")]

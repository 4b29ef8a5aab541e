"""What is run: only what changed, and with the same result every time."""

import re
import shutil
from pathlib import Path

import pytest

from tests.build.conftest import PACKAGE, PAGE, House, furnish

FIGURES = "docs/assets/generated/figures/derivatives_and_gradients"


def run_anew(house: House, **environment: str) -> dict[str, int]:
    """Build, and return how many of each kind were run anew."""
    done = house.run("build", **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    found = re.findall(r"(Figures|Printed outputs|Formulas checked)\s+[\d.]+ s\s+(\d+) of", done.stdout)
    return {name: int(number) for name, number in found}


def test_only_what_changed_is_run_again(house: House) -> None:
    assert run_anew(house) == {"Figures": 1, "Printed outputs": 1, "Formulas checked": 2}
    house.change(PAGE, "It opens upward.", "It opens toward the sky.")
    assert run_anew(house) == {"Figures": 0, "Printed outputs": 0, "Formulas checked": 0}
    # The example and the check import this module, the figure does not.
    house.change(f"{PACKAGE}/slopes.py", "nearly.", "approximately.")
    assert run_anew(house) == {"Figures": 0, "Printed outputs": 1, "Formulas checked": 1}
    house.change(f"{PACKAGE}/figures.py", "[-1, 0, 1], [1, 0, 1]", "[-2, 0, 2], [4, 0, 4]")
    assert run_anew(house) == {"Figures": 1, "Printed outputs": 0, "Formulas checked": 0}
    house.change("snippets/style/base.mplstyle", "svg.hashsalt", "lines.markersize: 4.5\nsvg.hashsalt")
    assert run_anew(house)["Figures"] == 1
    house.path(f"{FIGURES}/parabola-dark.svg").unlink()
    house.change(PAGE, "toward the sky.", "upward.")
    assert run_anew(house)["Figures"] == 1


def test_a_second_build_with_nothing_changed_does_nothing(shared_house: House) -> None:
    page = shared_house.path("site/index.html")
    before = page.stat().st_mtime_ns
    done = shared_house.run("build")
    assert done.returncode == 0
    assert "up to date" in done.stdout
    assert page.stat().st_mtime_ns == before


def test_two_builds_in_two_places_make_the_same_bytes(tmp_path_factory: pytest.TempPathFactory) -> None:
    houses = [furnish(tmp_path_factory.mktemp(name)) for name in ("here", "there")]
    # The lock says when a card changed, and is an input like the pages.
    shutil.copy(houses[0].path("decks/cards.lock.json"), houses[1].path("decks/cards.lock.json"))
    sites = []
    for house, seed, zone in zip(houses, ("1", "2"), ("UTC", "Pacific/Auckland"), strict=True):
        run_anew(house, PYTHONHASHSEED=seed, TZ=zone)
        sites.append({path: (house.path("site") / path).read_bytes() for path in published(house.path("site"))})
    first, second = sites
    assert first.keys() == second.keys()
    differing = [str(path) for path in first if first[path] != second[path]]
    assert differing == []


def published(site: Path) -> list[Path]:
    """Return the files of a site that are ours: not the theme's sitemap, which MkDocs dates."""
    files = [path.relative_to(site) for path in sorted(site.rglob("*")) if path.is_file()]
    return [path for path in files if not path.name.startswith("sitemap.xml")]

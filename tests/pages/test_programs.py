"""Programs from `snippets/` on a page: what is to be read stays in view, what only prints is folded."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from scripts.course.model import load_course
from tests.courses import PACKAGE, TOPIC, small_course
from tests.pages.test_pairs import FRONT, rendered

SNIPPETS = {
    f"{PACKAGE}/__init__.py": "",
    f"{PACKAGE}/slopes.py": (
        "import math\n\n\n# --8<-- [start:steep]\ndef steep(x):\n    return math.exp(x)\n\n\n# --8<-- [end:steep]\n"
    ),
    f"{PACKAGE}/examples.py": (
        f"from snippets.{PACKAGE}.slopes import steep\n\n\n"
        "# --8<-- [start:show]\ndef show():\n    print(steep(0))\n\n\n# --8<-- [end:show]\n"
    ),
}
ALGORITHM = f'```python\n--8<-- "{PACKAGE}/slopes.py:steep"\n```'
EXAMPLE = f'```python\n--8<-- "{PACKAGE}/examples.py:show"\n```'


def page_with(body: str, folder: Path, *, plan: str = "") -> BeautifulSoup:
    """Return the HTML of a topic's page with this body, in a course whose plan begins with `plan`."""
    text = f"---\n{FRONT}\n---\n\n# Derivatives and gradients\n\n{body}\n"
    course = small_course(folder, {TOPIC: text}, SNIPPETS)
    path = course.places.plan
    path.write_text(plan + path.read_text(encoding="utf-8"), encoding="utf-8")
    course = load_course(course.places)
    return BeautifulSoup(rendered(course, course.pages[course.places.docs / TOPIC]), "html.parser")


def test_an_algorithm_says_how_it_is_imported_and_copies_as_a_program(tmp_path: Path) -> None:
    block = one(page_with(ALGORITHM, tmp_path), "div.nb-program")
    assert one(block, ".nb-from").text == f"from snippets.{PACKAGE}.slopes import steep"
    assert one(block, "pre").text.strip() == "import math\n\ndef steep(x):\n    return math.exp(x)"
    assert one(block, ".nb-needs").text == "import math"
    assert not block.select("a")


def test_a_program_that_only_prints_is_folded_and_calls_itself(tmp_path: Path) -> None:
    block = one(page_with(EXAMPLE, tmp_path), "details.nb-program")
    assert one(block, "pre").text.strip().endswith("    print(steep(0))\n\nshow()")


@pytest.mark.parametrize(("fence", "line"), [(ALGORITHM, "slopes.py#L5"), (EXAMPLE, "examples.py#L5")])
def test_a_program_leads_to_its_line_in_the_repository(fence: str, line: str, tmp_path: Path) -> None:
    page = page_with(fence, tmp_path, plan='repository = "https://code.example/blob/main/"\n')
    assert one(page, ".nb-from a")["href"] == f"https://code.example/blob/main/snippets/{PACKAGE}/{line}"


def test_a_program_inside_of_a_block_or_a_list_is_one_there(tmp_path: Path) -> None:
    indented = "\n".join(f"    {line}" for line in EXAMPLE.split("\n"))
    mistake = f"/// mistake | Too steep\n    id: too-steep\n\n{EXAMPLE}\n///"
    page = page_with(f"{mistake}\n\n- a list\n\n{indented}", tmp_path)
    assert one(page, ".nb-mistake details.nb-program")
    assert one(page, "li details.nb-program")


def test_a_fence_that_shows_a_fence_is_left_alone(tmp_path: Path) -> None:
    page = page_with(f"````markdown\n{ALGORITHM.replace('--8<--', ';--8<--')}\n````", tmp_path)
    assert "--8<--" in one(page, "pre").text
    assert not page.select(".nb-program")


def one(page: Tag, selector: str) -> Tag:
    """Return the one element that a selector names."""
    (found,) = page.select(selector)
    return found

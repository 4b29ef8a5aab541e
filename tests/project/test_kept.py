"""A check that has passed is left out as long as nothing that it hangs on changes, and never otherwise."""

from pathlib import Path

import pytest

from tests.kept import Once, files_of_page


def test_a_check_runs_again_as_soon_as_a_file_or_a_version_changes(once: Once, tmp_path: Path) -> None:
    page = tmp_path / "page.html"  # in a folder of this run's own, so nothing is known of it
    ran: list[str] = []

    def look() -> None:
        ran.append(page.read_text(encoding="utf-8"))

    for text, version in (("first", "1"), ("first", "1"), ("second", "1"), ("second", "2"), ("first", "1")):
        page.write_text(text, encoding="utf-8")
        once(look, [page], version)
    assert ran == ["first", "second", "second", "first"]


def test_a_check_that_fails_is_run_until_it_passes(once: Once, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.touch()
    outcomes = iter([False, False, True])

    def look() -> None:
        assert next(outcomes)

    for _ in range(2):
        with pytest.raises(AssertionError):
            once(look, [page])
    once(look, [page])
    once(look, [page])
    assert next(outcomes, None) is None


def test_a_page_hangs_on_its_pictures_and_on_all_styles_and_scripts(tmp_path: Path) -> None:
    for name in ("assets/all.css", "assets/page.js", "assets/shown.svg", "assets/other.svg", "other.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "page.html").write_text('<img src="assets/shown.svg"><a href="other.html">', encoding="utf-8")
    names = {path.relative_to(tmp_path).as_posix() for path in files_of_page(tmp_path, "page.html")}
    assert names == {"page.html", "assets/shown.svg", "assets/all.css", "assets/page.js"}

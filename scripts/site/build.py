"""Build the site with its decks into site/.

What changed is run, the pages are rendered into a folder apart and checked, and only then published.
Mistakes of authors are collected over all steps and reported together. The last good site stays until a new one is
whole.
"""

import argparse
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.course.model import Course, load_course
from scripts.foundation.files import digest_of_text
from scripts.foundation.folders import ForeignFilesError, list_of, refuse_foreign, replace_folder, staging
from scripts.foundation.giving_way import give_way
from scripts.foundation.inputs import is_made, remember, state_of
from scripts.foundation.installed import require_packages
from scripts.foundation.mistakes import Mistake, Mistakes, collecting, report
from scripts.foundation.paths import FRONTEND, HERE, Places, shown
from scripts.foundation.steady import standing_still
from scripts.site.configuration import read_configuration


def main(argv: list[str] | None = None) -> int:
    """Run `python -m scripts build`."""
    parser = argparse.ArgumentParser(prog="python -m scripts build", description=__doc__)
    parser.add_argument("--force", action="store_true", help="build even if nothing changed since the last time")
    parser.add_argument("--draft", action="store_true", help="preview cards' pages though their lock is behind")
    args = parser.parse_args(argv)
    require_packages()
    site = shown(HERE.site)
    if not args.force and _is_current(HERE):
        print(f"{site}/ is up to date.")
        return 0
    build(HERE, draft=args.draft)
    print(f"The site is in {site}/. Open {site}/index.html, or run 'make serve'.")
    return 0


def _is_current(places: Places) -> bool:
    """Return whether the site was built from what is there now."""
    return is_made(places.site, _stamp(places), state_of(places))


def _stamp(places: Places) -> Path:
    return places.build / "site.stamp"


def build(places: Places, *, draft: bool = False) -> None:
    """Build the site of a course. Raises `Mistakes`, and then leaves the last good site as it was."""
    with standing_still():
        _build(places, draft=draft)


def _build(places: Places, *, draft: bool) -> None:
    state = state_of(places)
    try:
        refuse_foreign(places.site)
        # A folder of this build's own: another build, such as a preview's, may run at the same time.
        with staging(places.site, places.build) as staged:
            with collecting() as found:
                try:
                    _build_staged(places, staged, found, draft=draft)
                except Exception:
                    # What was found before is the likely cause, and what its author can mend.
                    if not found:
                        raise
            if found:
                raise Mistakes(found)
            replace_folder(staged, places.site)
    except ForeignFilesError as error:
        what, remedy = f"the site is not put here: {error}", "move that away; this folder is for the site alone"
        raise Mistakes([Mistake(places.site, 1, what, remedy)]) from None
    remember(_stamp(places), state)


def _build_staged(places: Places, staged: Path, found: list[Mistake], *, draft: bool) -> None:
    from scripts.numbers.step import hold_numbers
    from scripts.pages.kinds import to_run
    from scripts.pages.rules.blocks import mistakes_in
    from scripts.pages.rules.lessons import navigation
    from scripts.practice.site_files import write_practice
    from scripts.site.links import broken_links
    from scripts.site.notebooks import write_notebooks

    with step("Pages read") as done:
        nav = read_configuration(places).nav
        course = load_course(places)
        report(*mistakes_in(course), *navigation(course, nav))
        done(f"{len(course.topics)} of {len(course.plan.topics)} topics written")
    leave_out(course, found)
    for runs, sound in to_run(course).items():
        with step(runs.words) as done:
            done(f"{runs.run_all(sound)} of {len(sound)} run anew")
    with step("Numbers held") as done:
        done(hold_numbers(course))
    with step("Exercises") as done:
        done(f"{write_practice(course)} for the pages and to take along")
    with step("Decks exported") as done:
        done(_export(course, draft=draft, broken=bool(found)))
    with step("Styles and scripts"):
        renew_assets(places)
    with step("Pages rendered") as done:
        done(f"{render(course, staged)} of {len(course.pages)} converted anew")
    with step("Decks and notes laid beside"):
        _copy_decks(places, staged / "decks")
        _write_notes(course, staged)
        write_notebooks(course, staged)
    with step("Links followed"):
        # One report for one cause: where something failed before, there may be no decks, and no picture.
        made = ("decks/", f"{places.generated.relative_to(places.docs).as_posix()}/")
        report(*broken_links(staged, course, unmade=made if found else ()))


_assets_made: dict[Places, str] = {}


def renew_assets(places: Places) -> None:
    """Make styles and scripts, unless this very process has made them of what is there now."""
    from scripts.site.assets import make_assets

    folders = (places.docs / "assets", places.docs / "theme", FRONTEND / "src")
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if places.generated not in path.parents)
    now = digest_of_text(*(f"{path} {path.stat().st_mtime_ns}" for path in files))
    if _assets_made.get(places) != now or not (places.generated / "nabla.css").is_file():
        make_assets(places)
        _assets_made[places] = now


def leave_out(course: Course, found: list[Mistake]) -> None:
    """Let blocks with a mistake of their own be neither run nor rendered: one report for one cause."""
    wrong = {(mistake.path, mistake.line) for mistake in found}
    for page in course.pages.values():
        for block in page.blocks:
            block.sound = not any((page.path, n) in wrong for n in range(block.line, block.head_line + 1))


def render(course: Course, out: Path) -> int:
    """Render the pages into `out`; return how many were converted. What MkDocs warns of is a mistake."""
    from mkdocs.exceptions import MkDocsException

    from scripts.site.pages import make_pages
    from scripts.site.search import write_search
    from scripts.site.styles import purge_theme
    from scripts.typeset.katex import katex_with

    places, converted, warnings = course.places, 0, list[str]()
    try:
        converted, warnings = make_pages(course, out)
        write_search(out)
        purge_theme(out)
    except MkDocsException as error:
        report(Mistake(places.config, 1, f"MkDocs stops: {error}", "see its documentation of the configuration"))
    finally:
        katex_with(places.cache).save()
    for warning in warnings:
        report(Mistake(places.config, 1, f"MkDocs warns: {warning}", "see its documentation"))
    return converted


def _export(course: Course, *, draft: bool, broken: bool) -> str:
    """Export the decks to `build/decks/`, and say what was exported. A draft may be ahead of the cards' lock.

    Of a course with other mistakes, which is broken, only those of its cards are reported.
    """
    from scripts.decks.export import deck_mistakes, export_decks
    from scripts.decks.lock_file import LOCK

    try:
        if broken:
            report(*deck_mistakes(course))
            return "none, because of mistakes"
        exported = export_decks(course, _exported(course.places))
    except Mistakes as mistakes:
        if draft and all(mistake.path.name == LOCK.name for mistake in mistakes.found):
            return "the last ones: cards changed since; 'python -m scripts decks --update' before committing"
        report(*mistakes.found)
        return ""
    return f"{exported.notes} notes, {exported.cards} cards{'; ' if exported.unread else ''}{exported.unread}"


def _exported(places: Places) -> Path:
    return places.build / "decks"


def _copy_decks(places: Places, out: Path) -> None:
    """Copy what the export wrote, and nothing else that may lie beside it."""
    folder = _exported(places)
    exported = list_of(folder)
    for name in exported.entries:
        if exported.owns(name):
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / name, out / name)


def _write_notes(course: Course, site: Path) -> None:
    """Write the notes template of each topic below `site`."""
    from scripts.pages.notes_template import notes_for

    for topic in course.topics:
        path = site / topic.notes
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(notes_for(course, topic), encoding="utf-8", newline="\n")


@contextmanager
def step(name: str) -> Iterator[Callable[[str], None]]:
    """Say what is done, and how long it took; the value it yields takes a word about the result."""
    give_way()
    words: list[str] = []
    print(f"  {name} …", end="", flush=True)
    start = time.perf_counter()
    try:
        yield words.append
    except BaseException:
        print(flush=True)
        raise
    print(f"\r  {name:<20} {time.perf_counter() - start:5.1f} s  {' '.join(words)}", flush=True)

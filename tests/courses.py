"""Small courses, written into a folder and read in this process, for tests of one room or another."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from markdown import Markdown

from scripts.course.model import Course, load_course
from scripts.course.page import Page
from scripts.foundation.paths import HERE, Places
from scripts.site.configuration import read_configuration

TOPIC = "topics/01-derivatives-and-gradients/index.md"
PACKAGE = "derivatives_and_gradients"


def plan_with(lessons: Iterable[str] = ()) -> str:
    """Return this course's plan with other lessons: none, but those of its first topic that are given."""
    plan = re.sub(r"^lessons = \[.*?\]\n", "", HERE.plan.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return plan.replace("number = 1\nphase = 1\n", f"number = 1\nphase = 1\nlessons = {json.dumps([*lessons])}\n", 1)


def small_course(
    folder: Path,
    pages: Mapping[str, str],
    snippets: Mapping[str, str] | None = None,
    lessons: Iterable[str] = (),
) -> Course:
    """Write a course into a folder and read it: pages by their paths below `docs/`, snippets below `snippets/`.

    It has the configuration, the style and the plan of this one, in which the first topic has the `lessons` given and
    the others none.
    """
    places = Places(folder)
    folder.mkdir(exist_ok=True)
    shutil.copy(HERE.config, places.config)
    places.plan.write_text(plan_with(lessons), encoding="utf-8")
    files = {places.docs / name: text for name, text in pages.items()}
    files |= {places.snippets / name: text for name, text in (snippets or {}).items()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if snippets:
        (places.snippets / "__init__.py").touch()
        (places.snippets / "style").symlink_to(HERE.snippets / "style", target_is_directory=True)
    return load_course(places)


def rendered(course: Course, page: Page) -> str:
    """Return the HTML of a page, by the Markdown that `mkdocs.yml` configures."""
    config = read_configuration()
    settings = {**config.mdx_configs, "scripts.pages.extension": {"root": str(course.places.root)}}
    return Markdown(extensions=config.markdown_extensions, extension_configs=settings).convert(page.body)

"""Small courses, written into a folder and read in this process, for tests of one room or another."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from scripts.course.model import Course, load_course
from scripts.foundation.paths import HERE, Places

TOPIC = "topics/01-derivatives-and-gradients/index.md"
PACKAGE = "derivatives_and_gradients"


def small_course(folder: Path, pages: Mapping[str, str], snippets: Mapping[str, str] | None = None) -> Course:
    """Write a course into a folder and read it: pages by their paths below `docs/`, snippets below `snippets/`.

    It has the plan, the configuration and the style of this one.
    """
    places = Places(folder)
    folder.mkdir(exist_ok=True)
    for path in (HERE.plan, HERE.config):
        shutil.copy(path, folder / path.name)
    files = {places.docs / name: text for name, text in pages.items()}
    files |= {places.snippets / name: text for name, text in (snippets or {}).items()}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if snippets:
        (places.snippets / "__init__.py").touch()
        (places.snippets / "style").symlink_to(HERE.snippets / "style", target_is_directory=True)
    return load_course(places)

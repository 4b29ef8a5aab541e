"""A site that is built again: with what was kept of its pages it is the very site that a first build makes."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_by_mkdocs

from scripts.course.model import Course, load_course
from scripts.foundation.mistakes import collecting
from scripts.foundation.paths import Places
from scripts.foundation.steady import standing_still
from scripts.site import ahead, conversion, pages
from scripts.site.configuration import configured
from tests.courses import PACKAGE, TOPIC, small_course

FOLDER = TOPIC.rpartition("/")[0]
LESSONS = ("one", "two", "three")
EXAMPLES = '''
"""Examples."""

from snippets.derivatives_and_gradients.words import GREETING

def greet() -> None:
    """Greet."""
    print(GREETING)
'''
SLOPES = '''
"""Slopes."""

# --8<-- [start:slope]
def slope(x: float) -> float:
    """Return the slope of x²."""
    return 2 * x
# --8<-- [end:slope]
'''
LESSON = """\
---
title: Lesson {name}
description: What {name} is about.
question: What is {name}?
---

# Lesson {name}

A slope, and MSE of {name}. See [the other](#{link}) and [the page]({page}.md).

/// definition | The {name} term
    id: {name}-term
    prompt: What is {name}?

A **word** of {name}.
///

```python
--8<-- "derivatives_and_gradients/slopes.py:slope"
```

/// output | greet
///

/// recall
///
"""
PAGES = {
    "index.md": "# Home\n\n/// topic-list\n///\n",
    "about.md": "# About\n\nSee [the third term](#three-term).\n",
    "study/glossary.md": "# Glossary\n\n/// glossary\n///\n",
    TOPIC: "---\ntitle: First\nprerequisites: []\n---\n\n# First\n\n/// lessons\n///\n",
    **{
        f"{FOLDER}/{name}.md": LESSON.format(name=name, link=f"{after}-term", page=after)
        for name, after in zip(LESSONS, (*LESSONS[1:], LESSONS[0]), strict=True)
    },
}
NAV = "nav:\n" + "".join(f"  - {name}\n" for name in PAGES)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """Write a small course in which pages name what other pages and files have."""
    snippets = {f"{PACKAGE}/__init__.py": "", f"{PACKAGE}/examples.py": EXAMPLES, f"{PACKAGE}/slopes.py": SLOPES}
    snippets[f"{PACKAGE}/words.py"] = '"""Words."""\n\nGREETING = "Hello"\n'
    course = small_course(tmp_path, PAGES, snippets, LESSONS)
    config = course.places.config
    config.write_text(re.sub(r"^nav:\n.*", NAV, config.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL))
    theme = course.places.docs / "theme"
    theme.mkdir()
    (theme / "abbreviations.md").write_text("*[MSE]: mean squared error\n", encoding="utf-8")
    (theme / "main.html").write_text('{% extends "base.html" %}\n', encoding="utf-8")
    return load_course(course.places)


def built(places: Places, out: Path) -> dict[str, bytes]:
    """Return the pages of a course as they are built now, by name."""
    with standing_still(), collecting() as found:
        pages.make_pages(load_course(places), out)
    assert not found
    return written(out)


def written(out: Path) -> dict[str, bytes]:
    """Return the pages in a folder."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*.html")}


def anew(places: Places, out: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return the pages as a build makes them that knows of no other, in several processes."""
    with monkeypatch.context() as patched:
        patched.setattr(conversion, "_FEW", 2)
        patched.setattr(pages, "_filled", {})
        patched.setattr(pages, "_prepared", {})
        for module in (conversion, pages):
            patched.setattr(module, "makers", lambda places: str(out))
        return built(places, out)


def replaced(path: Path, old: str, new: str) -> None:
    """Put other words into a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new), encoding="utf-8")


RANDOM = random.Random(8)
EDITS: dict[str, Callable[[Places], None]] = {
    "prose": lambda at: replaced(at.docs / FOLDER / "one.md", "A slope", "A steep slope"),
    "a title": lambda at: replaced(at.docs / FOLDER / "two.md", "Lesson two", "The second lesson"),
    "a question": lambda at: replaced(at.docs / FOLDER / "three.md", "What is three?", "Why three?"),
    "a term of the glossary": lambda at: replaced(at.docs / FOLDER / "two.md", "The two term", "Two's own term"),
    "its text": lambda at: replaced(at.docs / FOLDER / "three.md", "A **word** of", "A *sentence* of"),
    "an id and its links": lambda at: _rename(at),
    "a block that moves": lambda at: _move(at),
    "an included program": lambda at: replaced(at.snippets / PACKAGE / "slopes.py", "2 * x", "x + x"),
    "what an example prints": lambda at: replaced(at.snippets / PACKAGE / "words.py", '"Hello"', '"Good day"'),
    "an abbreviation": lambda at: replaced(at.docs / "theme/abbreviations.md", "mean squared", "mean of squared"),
    "the plan": lambda at: replaced(at.plan, 'title = "Derivatives and gradients"', 'title = "Slopes"'),
    "a long text": lambda at: replaced(at.docs / FOLDER / "one.md", "\n```python", "word " * 2000 + "\n\n```python"),
    "the frame": lambda at: replaced(at.docs / "theme/main.html", "%}\n", "%}\n{% block footer %}-{% endblock %}\n"),
    "a page that takes another's place": lambda at: _replace(at),
    "a word anywhere": lambda at: _change_a_word(at),
    "the configuration": lambda at: replaced(at.config, "Permanent link", "Link to this"),
}


def _rename(at: Places) -> None:
    for name in ("one", "two"):
        replaced(at.docs / FOLDER / f"{name}.md", "two-term", "second-term")


def _replace(at: Places) -> None:
    (at.docs / "about.md").rename(at.docs / "more.md")
    replaced(at.docs / "more.md", "# About", "# More")
    replaced(at.config, "about.md", "more.md")


def _change_a_word(at: Places) -> None:
    path = RANDOM.choice(sorted((at.docs / FOLDER).glob("*.md")))
    sentences = re.findall(r"^[A-Z][^:\n]+$", path.read_text(encoding="utf-8"), re.MULTILINE)
    sentence = RANDOM.choice(sentences)
    word = RANDOM.choice(sentence.split())
    replaced(path, sentence, sentence.replace(word, f"{word} indeed", 1))


def _move(at: Places) -> None:
    """Let a block stand on another page, before the recall of which it comes."""
    path = at.docs / FOLDER / "three.md"
    block = re.search(r"/// definition.*?^///\n", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert block is not None
    replaced(path, block[0], "")
    replaced(at.docs / FOLDER / "one.md", "/// recall", f"{block[0]}\n/// recall")


def test_a_site_built_again_after_any_edit_is_the_site_of_a_first_build(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "renew_assets", lambda places: None)  # of which this course has none
    places, names, early = course.places, list(EDITS), tmp_path / "early"
    RANDOM.shuffle(names)
    early.mkdir()
    before = built(places, tmp_path / "site-0")
    for number, name in enumerate(names, start=1):
        EDITS[name](places)
        page = RANDOM.choice([f"{FOLDER}/{lesson}.html" for lesson in LESSONS] + ["study/glossary.html"])
        ahead.make_ahead(places, {page}, early)
        again = built(places, tmp_path / f"site-{number}")
        assert again != before, f"{name}: nothing has changed"
        assert (early / page).read_bytes() == again[page], f"{name}: {page} was another page when it was made ahead"
        first = anew(places, tmp_path / f"first-{number}", monkeypatch)
        assert [page for page in {*first, *again} if first.get(page) != again.get(page)] == [], name
        before = again
    with standing_still():
        build_by_mkdocs(configured(places, tmp_path / "plain"))
    assert written(tmp_path / "plain") == before

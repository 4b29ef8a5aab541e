"""Pages with one block or a few, as an author writes them, and the notes that are made of them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from scripts.course.model import Course
from scripts.course.page import read_page
from scripts.course.plan import Plan, read_plan
from scripts.decks.cards import AnkiNote, notes_of
from scripts.decks.rules import mistakes_in
from scripts.foundation.paths import HERE, Places

PLANNED = read_plan().topics[0]


def course_of(folder: Path, text: str) -> Course:
    """Return a course with one page."""
    places = Places(folder)
    planned = replace(PLANNED, docs=places.docs)
    path = planned.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    shutil.copy(HERE.config, folder)
    if not places.snippets.exists():
        places.snippets.symlink_to(HERE.snippets, target_is_directory=True)
    return Course(Plan("Nabla", "", {1: ""}, (planned,)), {path: read_page(path, places, planned)}, places)


def notes_from(folder: Path, text: str) -> list[AnkiNote]:
    """Return the notes of a page, on which nothing is wrong."""
    notes, mistakes = notes_of(course_of(folder, text))
    assert mistakes == []
    return notes


def findings(folder: Path, text: str) -> list[tuple[int, str]]:
    """Return line and words of everything that is wrong with a page's cards."""
    notes, mistakes = notes_of(course_of(folder, text))
    return sorted((one.line, one.what) for one in [*mistakes, *mistakes_in(notes)])


def question(answer: str, prompt: str = "What is it?", identifier: str = "it") -> str:
    """Return a question block; its answer begins at line 5."""
    return f"/// question | {prompt}\n    id: {identifier}\n    level: screen\n\n{answer}\n///\n"


def formula(body: str, prompt: str = "Which law is it?", identifier: str = "law", more: str = "") -> str:
    """Return a formula block."""
    head = f"/// formula | A law\n    id: {identifier}\n    prompt: {prompt}\n    check: identity\n"
    return f"{head}{more}\n{body}\n///\n"


def definition(body: str, prompt: str = "What is a term?", identifier: str = "term", more: str = "") -> str:
    """Return a definition block."""
    return f"/// definition | Term\n    id: {identifier}\n    prompt: {prompt}\n{more}\n{body}\n///\n"

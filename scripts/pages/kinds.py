"""The kinds of blocks, found from the files in `blocks/`, and what must be run for the blocks of a course."""

import inspect
import pkgutil
from importlib import import_module

from scripts.course.model import Course
from scripts.course.page import Block
from scripts.pages import blocks
from scripts.pages.blocks.base import CourseBlock
from scripts.run.results import Runs


def _kinds() -> list[type[CourseBlock]]:
    modules = [import_module(f"{blocks.__name__}.{module.name}") for module in pkgutil.iter_modules(blocks.__path__)]
    return [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, CourseBlock) and kind.__module__ == module.__name__ and kind.NAME
    ]


BLOCKS: dict[str, type[CourseBlock]] = {kind.NAME: kind for kind in sorted(_kinds(), key=lambda kind: kind.NAME)}


def to_run(course: Course) -> dict[Runs, list[Block]]:
    """Return what must be run for the blocks of a course, each kind of run with its blocks."""
    kinds: dict[Runs, list[str]] = {}
    for name, kind in BLOCKS.items():
        if kind.RUNS:
            kinds.setdefault(kind.RUNS, []).append(name)
    sound = [block for page in course.pages.values() for block in page.blocks if block.sound]
    return {runs: [block for block in sound if block.kind in names] for runs, names in kinds.items()}

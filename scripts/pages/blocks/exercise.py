"""The block `exercise`."""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from scripts.course.page import Block
from scripts.course.signs import as_markdown
from scripts.course.snippets import Function, function_of
from scripts.foundation.mistakes import Mistake
from scripts.pages.blocks.base import CourseBlock, block_id, one_of, plain, sub, unmarked
from scripts.pages.gives import Section

LEVELS = ("easy", "medium", "hard")

_EXAMPLE = re.compile(r"^[ \t]*>>> ", re.MULTILINE)

# Words of a function's name that a title writes with capitals
_PROPER_NAMES = {
    "adamw": "AdamW",
    "amsgrad": "AMSGrad",
    "gauss": "Gauss",
    "huber": "Huber",
    "kkt": "KKT",
    "newton": "Newton",
}


class ExerciseBlock(CourseBlock):
    """A task in code: the task, its examples, the blank, hints one after another, a worked solution.

    Argument: a function of the topic's `exercises`, which is the worked solution; its docstring is the task. Options:
    `id`; `level`: `easy`, `medium` or `hard`, for 5, 15 or 30 minutes. Content: one or more
    paragraphs that begin with `Hint:`.
    """

    NAME = "exercise"
    ARGUMENT = True
    OPTIONS = {"id": ("", block_id), "level": ("", one_of(*LEVELS))}
    REQUIRED = ("id", "level")
    FUNCTIONS_IN = "exercises"
    HOME = "topic"
    ONCE = True
    PRACTICE = "{level} exercise"

    @classmethod
    def mistakes(cls, block: Block) -> Iterator[Mistake]:
        """An exercise has a hint."""
        if not re.search(r"^Hint:", block.body, re.MULTILINE):
            yield block.mistake("the exercise has no hint", "begin a paragraph with 'Hint:'")

    @classmethod
    def notes(cls, block: Block) -> Iterator[tuple[Section, str]]:
        """Ask what was learned from it, and whether it is done."""
        name = exercise_title(block.argument)
        task = plain(function_of(block, "exercises").docstring.split("\n", 1)[0])
        yield Section.INSIGHTS, f"- {name}: {task} What did I learn from writing it?\n"
        yield Section.EXERCISES, f"- [ ] {name}"

    def on_create(self, parent: etree.Element) -> etree.Element:
        """Make the task with its examples and the blank."""
        function = function_of(self.source, "exercises")
        element = self.box(parent, "Exercise", exercise_title(function.name))
        sub(element[0], "span", "nb-level", str(self.options["level"]))
        element.set("data-exercise", f"{self.source.package.name}.{function.name}")
        element.set("data-module", "practice")
        task, examples = _split_docstring(function.docstring)
        self.markdown(element, as_markdown(task))
        if examples:
            sub(element, "p", "nb-label", "Examples")
            self.html(element, self.context.highlight(examples, "pycon"))
        sub(element, "p", "nb-label", "Start from")
        self.html(element, self.context.folded_code(_short_blank(function)))
        self._hints = sub(element, "div", "nb-hints")
        self._solution = function
        return element

    def on_add(self, block: etree.Element) -> etree.Element:
        """Collect the hints."""
        return self._hints

    def on_end(self, block: etree.Element) -> None:
        """Nest the hints, so that each opens after the one before, and fold the solution."""
        target = self._hints
        for number, hint in enumerate(_grouped(self._hints), start=1):
            target = self.folded(target, f"Hint {number}", "nb-hint")
            target.extend(hint)
        solution = self.folded(block, "A worked solution", "nb-solution")
        self.html(solution, self.context.folded_code(self._solution.source))


def exercise_title(name: str) -> str:
    """Return an exercise's title, made from its function's name."""
    title = " ".join(_PROPER_NAMES.get(word, word) for word in name.split("_"))
    return title[0].upper() + title[1:]


def _split_docstring(docstring: str) -> tuple[str, str]:
    """Split a docstring into the task in words and its examples."""
    match = _EXAMPLE.search(docstring)
    if match is None:
        return docstring.strip(), ""
    return docstring[: match.start()].strip(), docstring[match.start() :].strip()


def _short_blank(function: Function) -> str:
    """Return the blank as the page shows it: the task stands above it already."""
    first = function.docstring.split("\n", 1)[0]
    return f'{function.signature}\n    """{first}"""\n    raise NotImplementedError\n'


def _grouped(hints: etree.Element) -> list[list[etree.Element]]:
    """Take the children out of `hints`, grouped by the paragraphs that begin with `Hint:`."""
    groups: list[list[etree.Element]] = []
    for child in list(hints):
        hints.remove(child)
        if unmarked(child, "Hint:"):
            groups.append([child])
        elif groups:
            groups[-1].append(child)
    return groups

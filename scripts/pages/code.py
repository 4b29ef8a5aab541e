"""Programs from `snippets/` on a page: an algorithm with its import, one that only prints folded above its output.

A fence whose one line includes a section is found before PyMdown's snippets fill it in.
"""

import re
from html import escape

from markdown.preprocessors import Preprocessor

from scripts.course.programs import Program, section
from scripts.course.snippets import INCLUDE
from scripts.pages.context import Context, context_of

_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,}|~{3,}).*\n(?P<body>(?:.*\n)*?)(?P=indent)(?P=fence) *$", re.MULTILINE
)
_MARK = "nabla-program-"
_MARKED = re.compile(rf"^( *){_MARK}(\d+)$")
FOLDED = "The program"
"""What opens a program that only prints."""
_CODE = re.compile(r"<code>(.*)</code>", re.DOTALL)


class IncludePrograms(Preprocessor):
    """Replaces each fence that includes a program by a mark, above PyMdown's snippets, which would fill it in."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of the page with marks in place of its programs."""
        return _FENCE.sub(self._marked, "\n".join(lines)).split("\n")

    def _marked(self, fence: re.Match[str]) -> str:
        context = context_of(self.md)
        include = INCLUDE.fullmatch(fence["body"].removesuffix("\n"))
        if include is None:
            return fence[0]
        path = context.course.places.snippets / include["path"]
        program = section(path, include["section"] or "") if path.suffix == ".py" and path.is_file() else None
        if program is None:
            return fence[0]
        made = _folded(context, program) if program.call else _algorithm(context, program)
        context.programs.append(made)
        return f"{fence['indent']}{_MARK}{len(context.programs)}"


class ShowPrograms(Preprocessor):
    """Puts the programs in place of their marks, below the step that drops all of Markdown's own marks."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of the page with its programs set aside as HTML."""
        return [_MARKED.sub(self._stored, line) for line in lines]

    def _stored(self, mark: re.Match[str]) -> str:
        context = context_of(self.md)
        return mark[1] + self.md.htmlStash.store(context.programs[int(mark[2]) - 1])


def _algorithm(context: Context, program: Program) -> str:
    """Return a program that is there to be read and used, below the import by which readers use it."""
    # A long line is broken behind a dot.
    module = _linked(context, program, program.module.replace(".", ".<wbr>"))
    use = f"from {module} import {', '.join(program.names)}"
    above = f'<p class="nb-from" data-search-exclude><code>{use}</code></p>'
    return f'<div class="nb-program">{above}{_code(context, program)}</div>'


def _folded(context: Context, program: Program) -> str:
    inside = whole_program(context, program)
    return f'<details class="nb-program" data-search-exclude><summary>{FOLDED}</summary>{inside}</details>'


def whole_program(context: Context, program: Program) -> str:
    """Return a program as it can be copied and run, below the place where it stands."""
    place = _linked(context, program, f"{program.place}, line&#160;{program.line}".replace("/", "/<wbr>"))
    return f'<p class="nb-from">{place}</p>{context.folded_code(program.text)}'


def _linked(context: Context, program: Program, words: str) -> str:
    """Return words that link to the program in the repository, if `course.toml` names one."""
    repository = context.course.plan.repository
    if not repository:
        return words
    address = escape(f"{repository.rstrip('/')}/{program.place}#L{program.line}")
    return f'<a href="{address}" title="{program.place}, line {program.line}">{words}</a>'


def _code(context: Context, program: Program) -> str:
    """Return what can be copied and run, highlighted; the imports are marked, for the stylesheet to make them quiet."""
    html = context.highlight(program.text)
    marked = _CODE.search(context.highlight(program.needs)) if program.needs else None
    imports = marked[1].rstrip("\n") if marked else ""
    return html.replace(imports, f'<span class="nb-needs">{imports}</span>', 1) if imports else html

"""The snippets of a topic as one zip: what its pages show and what draws its figures, with all that they import."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from scripts.course.model import Topic
from scripts.course.snippets import imported_files
from scripts.foundation.zips import zipped

# What judges the pages and the exercises, and shows nothing.
_LEFT_OUT = {"numbers", "checks", "exercises", "wrong_answers", "cases"}

_READ_ME = """\
Programs of the Nabla course: {number:02} {title}

Python 3.11 or newer, with NumPy {numpy} and Matplotlib {matplotlib} (other versions near these do as well):

    python -m pip install numpy matplotlib

What a page shows can be copied and run in this folder, where its imports work. In Python:

    from snippets.{package} import ...

    snippets/{package}/            the algorithms, each with an example in its docstring
    snippets/{package}/examples/   the programs that print what the pages show
    snippets/{package}/figures/    the programs that draw the figures
    snippets/style/                the look of the figures

The examples in the docstrings of a module run with

    python -m doctest -v snippets/{package}/<module>.py

Other folders of snippets/ are what these import. License: MIT.
"""


def zipped_snippets(topic: Topic, snippets: Path) -> bytes:
    """Return the zip of a topic's snippets, the same bytes every time."""
    planned = topic.planned
    words = {"number": planned.number, "title": planned.title, "package": planned.package}
    versions = {name: version(name) for name in ("numpy", "matplotlib")}
    files = {path.relative_to(snippets.parent).as_posix(): path.read_bytes() for path in _files(topic, snippets)}
    root = f"nabla-{planned.folder}-snippets"
    read_me = {"README.txt": _READ_ME.format(**words, **versions).encode()}
    return zipped({f"{root}/{name}": content for name, content in sorted((read_me | files).items())})


def _files(topic: Topic, snippets: Path) -> Iterator[Path]:
    """Yield the topic's files, what they import, the packages in which all of it stands, and the figures' style."""
    package = snippets / topic.planned.package
    own = [
        path for path in package.rglob("*.py") if _LEFT_OUT.isdisjoint(path.relative_to(package).with_suffix("").parts)
    ]
    found = {file for path in own for file in imported_files(path)}
    found |= {
        folder / "__init__.py" for path in found for folder in path.parents if snippets in (folder, *folder.parents)
    }
    found |= {path for path in (snippets / "style").glob("*") if path.suffix in (".py", ".mplstyle")}
    yield from sorted(path for path in found if path.is_file())

"""The labs as notebooks to take along, where there are no snippets: the style of their plots is written out."""

from pathlib import Path

import jupytext

from scripts.course.labs import STYLE, lab_beside
from scripts.course.model import Course
from scripts.foundation.paths import HERE


def write_notebooks(course: Course, site: Path) -> None:
    """Write the notebook of each lab beside its page in `site`."""
    for page in course.pages.values():
        if any(block.kind == "lab" and block.sound for block in page.blocks):
            notebook = jupytext.read(lab_beside(page.path))
            for number, cell in enumerate(notebook.cells, start=1):
                cell["id"] = f"cell-{number}"  # else random, and no two builds the same
                cell["source"] = with_style_written_out(cell["source"])
            jupytext.write(notebook, (site / page.path.relative_to(course.places.docs)).with_suffix(".ipynb"))


def with_style_written_out(code: str) -> str:
    """Return a lab's code with the settings of its style instead of the style's name."""
    return code.replace(STYLE, f"plt.style.use(\n    {{\n{_settings()}\n    }}\n)")


def _settings() -> str:
    lines = (HERE.snippets / "style" / "lab.mplstyle").read_text(encoding="utf-8").splitlines()
    settings = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    return "\n".join(f'        "{name}": "{value}",' for name, value in settings)

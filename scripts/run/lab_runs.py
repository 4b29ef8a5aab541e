"""The labs run: cell by cell in a kernel of their own, apart, within limits of time and memory, all at once.

Each runs twice, so that its pictures are drawn for either theme, on the paper of the page. What the cells print is kept
in the cache of the build, their pictures below `docs/assets/generated/labs/`.
"""

import base64
import importlib.metadata
import re
import struct
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.course.labs import STYLE, Cell, lab_beside, read_lab
from scripts.course.page import Block
from scripts.course.snippets import fingerprint
from scripts.foundation.files import forget, write
from scripts.foundation.mistakes import Mistake
from scripts.run.apart import SnippetError, too_much_memory
from scripts.run.figures import THEMES
from scripts.run.pool import MEMORY
from scripts.run.results import Runs

_CELL_SECONDS = 60
_LAB_SECONDS = 600.0

_NO_PAPER = {"figure.facecolor": "none", "axes.facecolor": "none"}

# As IPython writes it, colored.
_LINE = re.compile(r"Cell .{0,30}, line (\d+)")


def pictures_of(block: Block) -> Path:
    """Return where the pictures go that the block's lab draws."""
    return block.places.generated / "labs" / block.path.parent.name


class CellError(SnippetError):
    """A cell failed: how, and at which line of the lab."""

    def __str__(self) -> str:
        return str(self.args[0])

    @property
    def line(self) -> int:
        """The line."""
        return int(self.args[1])


@dataclass(frozen=True)
class Job:
    """A lab to run: where its pictures go, and what a cell may take of time (seconds) and all of memory (bytes)."""

    path: Path
    pictures: Path
    seconds: int = _CELL_SECONDS
    memory: int = MEMORY


def run_lab(job: Job) -> tuple[Path, list[list[dict[str, str]]]]:
    """Run a lab. Return where its pictures go, and for each cell of code its outputs: the `text`, or a PNG by theme.

    Raises `CellError`.
    """
    light, dark = (_run_in(theme, job) for theme in THEMES)
    cells = [[one | other for one, other in zip(*pair, strict=True)] for pair in zip(dark, light, strict=True)]
    return job.pictures, cells


def _run_in(theme: str, job: Job) -> list[list[dict[str, str]]]:
    import jupytext
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    cells = [cell for cell in read_lab(job.path).cells if cell.is_code]
    notebook = jupytext.read(job.path)
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    look = ["snippets.style.lab", f"snippets.style.{theme}", _NO_PAPER]
    for one in notebook.cells:
        one.source = one.source.replace(STYLE, f"plt.style.use({look})")
    started: list[Cell] = []

    def starts(cell: Any, cell_index: int) -> None:
        started.append(cells[cell_index])

    client = NotebookClient(notebook, timeout=job.seconds, kernel_name="python3", on_cell_start=starts)
    try:
        client.execute()
    except CellTimeoutError:
        raise CellError(f"ran for more than {job.seconds} seconds", started[-1].line) from None
    except DeadKernelError:
        what = f"ended the Python process that ran it; maybe {too_much_memory(job.memory)}"
        raise CellError(what, started[-1].line) from None
    except CellExecutionError as error:
        memories = too_much_memory(job.memory) if "MemoryError" in error.ename else ""
        what = "failed: " + (memories or f"{error.ename}: {error.evalue}".strip().split("\n")[0])
        within = _LINE.search(error.traceback)
        raise CellError(what, started[-1].line + (int(within[1]) - 1 if within else 0)) from None
    return [_outputs(cell, theme) for cell in notebook.cells]


def _outputs(cell: Any, theme: str) -> list[dict[str, str]]:
    """Return what a cell that ran has put out, in order; what it prints piece by piece is one text."""
    outputs: list[dict[str, str]] = []
    for output in cell.outputs:
        data = output.get("data", {"text/plain": output.get("text", "")})
        if "image/png" in data:
            outputs.append({theme: data["image/png"]})
        elif outputs and "text" in outputs[-1] and output.output_type == "stream":
            outputs[-1]["text"] += data["text/plain"]
        else:
            outputs.append({"text": data["text/plain"]})
    return outputs


def _kept(result: tuple[Path, list[list[dict[str, str]]]]) -> list[list[dict[str, Any]]]:
    """Write the pictures of a lab that ran; return its outputs with their names and sizes in place of them."""
    folder, cells = result
    written: list[Path] = []
    kept: list[list[dict[str, Any]]] = []
    for cell in cells:
        kept.append([])
        for output in cell:
            if "text" in output:
                kept[-1].append(output)
                continue
            number = len(written) // len(THEMES) + 1
            kept[-1].append({theme: _keep(folder / f"{number}.{theme}.png", output[theme]) for theme in THEMES})
            written += [folder / picture["file"] for picture in kept[-1][-1].values()]
    forget(path for path in folder.glob("*.png") if path not in written)
    return kept


def _keep(path: Path, png: str) -> dict[str, Any]:
    """Write a picture; return its name and size."""
    picture = base64.b64decode(png)
    write(path, picture)
    # Where a PNG says its size.
    width, height = struct.unpack(">II", picture[16:24])
    return {"file": path.name, "width": width, "height": height}


def _pictures(block: Block, cells: list[list[dict[str, Any]]]) -> list[Path]:
    """Return the pictures of a lab that ran."""
    folder = pictures_of(block)
    outputs = [output for cell in cells for output in cell if "text" not in output]
    return [folder / output[theme]["file"] for output in outputs for theme in THEMES]


@cache
def _versions() -> tuple[str, ...]:
    names = ("ipykernel", "matplotlib", "matplotlib-inline", "numpy")
    return sys.version, *(f"{name} {importlib.metadata.version(name)}" for name in names)


def _key(block: Block) -> str:
    files = {lab_beside(block.path), *(block.places.snippets / "style").glob("*.mplstyle")}
    return f"{block.path.parent.name}:{fingerprint(files, *_versions())}"


def _mistake(block: Block, error: SnippetError) -> Mistake:
    lab = lab_beside(block.path)
    if isinstance(error, CellError):
        what = f"this cell of the lab {error}"
        return Mistake(lab, error.line, what, "mend the cell; the lab runs at every build")
    return Mistake(lab, 1, f"the lab failed: {error}", "run it cell by cell in Jupyter")


LABS = Runs(
    "labs",
    "Labs",
    key=_key,
    job=lambda block: Job(lab_beside(block.path), pictures_of(block)),
    worker=run_lab,
    mistake=_mistake,
    then=_kept,
    left=_pictures,
    seconds=_LAB_SECONDS,
)

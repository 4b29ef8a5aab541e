"""The labs run apart, before the pages are rendered: within limits of time and memory, all at once.

mkdocs-jupyter runs a lab while its page is rendered, unless it finds the result in its cache. So here it renders each
page that changed in a process of `scripts.run.pool`, and afterwards finds all of them in its cache.
"""

import hashlib
import importlib.metadata
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from scripts.course.page import read_page
from scripts.course.snippets import fingerprint
from scripts.foundation.cache import Cache
from scripts.foundation.files import write
from scripts.foundation.mistakes import Mistake, report
from scripts.foundation.paths import CACHE, CONFIG, DOCS, SNIPPETS
from scripts.run.apart import SnippetError, too_much_memory
from scripts.run.pool import MEMORY, run_apart

CELL_SECONDS = 60
LAB_SECONDS = 600.0
_RESULTS = CACHE / "labs"


def labs() -> list[Path]:
    """Return the labs of the course."""
    return sorted(DOCS.rglob("lab.py"))


def run_labs(*, cell_seconds: int = CELL_SECONDS, memory: int = MEMORY) -> tuple[int, list[Path]]:
    """Run the labs that changed and report what fails. Return how many were run, and those that failed."""
    _forget_stale_labs()
    paths = labs()
    cache = Cache("lab-runs", *_versions())
    keys = {path: hashlib.sha256(path.read_bytes() + CONFIG.read_bytes()).hexdigest() for path in paths}
    kept = any(_RESULTS.glob("*.json"))
    missing = [path for path in paths if not (kept and cache.has(keys[path]))]
    results = run_apart(_run, [(path, cell_seconds, memory) for path in missing], seconds=LAB_SECONDS, memory=memory)
    failed = [path for path, result in zip(missing, results, strict=True) if result is not None]
    for path, result in zip(missing, results, strict=True):
        if isinstance(result, SnippetError):
            report(Mistake(path, 1, f"the lab failed: {result}", "run it cell by cell in Jupyter"))
        elif result is not None:
            report(result)
    for path in set(paths) - set(failed):
        cache.get(keys[path], lambda: True)
    cache.save()
    return len(missing), failed


def _forget_stale_labs() -> None:
    """Forget kept results of another style, NumPy or Matplotlib, which mkdocs-jupyter does not look at."""
    versions = " ".join(_versions())
    stamp = _RESULTS.with_suffix(".versions")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != versions:
        for path in _RESULTS.glob("*.json"):
            if re.fullmatch("[0-9a-f]{64}", path.stem):  # as mkdocs-jupyter names them
                path.unlink()
        write(stamp, versions)


def _versions() -> list[str]:
    names = ("ipykernel", "matplotlib", "mkdocs-jupyter", "nbconvert", "numpy")
    style = fingerprint({SNIPPETS / "style" / "lab.mplstyle"})
    return [sys.version, *(f"{name} {importlib.metadata.version(name)}" for name in names), style]


def _run(job: tuple[Path, int, int]) -> Mistake | None:
    """Render the page of a lab, so that mkdocs-jupyter keeps it. Return the mistake of the cell that fails, if any."""
    path, cell_seconds, memory = job
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "jupyter_nbconvert_config.py"
        settings.write_text(_SETTINGS.format(seconds=cell_seconds), encoding="utf-8")
        os.environ["JUPYTER_CONFIG_PATH"] = folder
        try:
            _render(path)
        except Exception as error:
            mistake = mistake_of(error, path, cell_seconds, memory)
            if mistake is None:
                raise
            return mistake
    return None


# The only way to reach into the run of a notebook that mkdocs-jupyter starts. It replaces the settings of nbconvert's
# ExecutePreprocessor, but not those of the class that this is made from.
_SETTINGS = """\
from scripts.run.lab_runs import cell_starts
c.NotebookClient.timeout = {seconds}
c.NotebookClient.on_cell_start = cell_starts
"""
_started: list[str] = []


def cell_starts(cell: Any, cell_index: int) -> None:
    """Remember which cell runs."""
    _started.append(cell.source)


def _render(path: Path) -> None:
    from mkdocs.config import load_config
    from mkdocs.structure.files import get_files
    from mkdocs.structure.pages import Page

    config = load_config(str(CONFIG))
    plugin: Any = config.plugins["mkdocs-jupyter"]
    plugin.on_pre_build(config=config)
    files = plugin.on_files(get_files(config), config=config)
    page = Page(None, files.get_file_from_path(path.relative_to(DOCS).as_posix()), config)
    plugin.on_pre_page(page, config=config, files=files)
    page.render(config, files)


def mistake_of(error: Exception, path: Path, seconds: int = CELL_SECONDS, memory: int = MEMORY) -> Mistake | None:
    """Return the mistake of the cell that made the lab at `path` stop with `error`; None if it was no cell."""
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    if isinstance(error, CellTimeoutError):
        what = f"ran for more than {seconds} seconds"
    elif isinstance(error, DeadKernelError):
        what = f"ended the Python process that ran it; maybe {too_much_memory(memory)}"
    elif isinstance(error, CellExecutionError):
        memories = too_much_memory(memory) if "MemoryError" in error.ename else ""
        what = "failed: " + (memories or f"{error.ename}: {error.evalue}".strip().split("\n")[0])
    else:
        return None
    page, within = read_page(path), _LINE.search(getattr(error, "traceback", ""))
    line = page.line_of(_started[-1]) + (int(within[1]) - 1 if within else 0)
    return page.mistake(line, f"this cell of the lab {what}", "mend the cell; the lab runs at every build")


# As IPython writes it, colored.
_LINE = re.compile(r"Cell .{0,30}, line (\d+)")

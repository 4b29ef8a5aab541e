"""Python for the page: Pyodide's files, copied from its package, with what the page must know of them beforehand."""

import json
from pathlib import Path
from typing import Any

from scripts.foundation.files import forget, write
from scripts.foundation.installed import version_of
from scripts.foundation.paths import NODE_MODULES, Places
from scripts.practice import checker, page, values

# Pyodide's whole list of packages is left out: exercises need the standard library alone.
_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
_PACKAGE = NODE_MODULES / "pyodide"
# What of ours checks answers on the page.
OURS = [Path(str(module.__file__)) for module in (values, checker, page)]


def copy_python(places: Places) -> dict[str, Any]:
    """Copy the files to `docs/assets/generated/pyodide/` of a course.

    Returns `version`, `files` (each with its size in bytes, which a compressed answer of a server would not tell),
    `lock`, the head of Pyodide's list of packages, without which it would ask for the list, and `ours`, the names of
    our own files, which lie beside the exercises.
    """
    folder = places.generated / "pyodide"
    for name in _FILES:
        write(folder / name, (_PACKAGE / name).read_bytes())
    forget(path for path in folder.glob("*") if path.name not in _FILES)
    lock = json.loads((_PACKAGE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {
        "version": version_of("pyodide"),
        "files": {name: (folder / name).stat().st_size for name in _FILES},
        "ours": [path.name for path in OURS],
        "lock": {"info": lock["info"], "packages": {}},
    }

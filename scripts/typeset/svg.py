"""Making SVG smaller, with SVGO in V8 inside this process: about a third off what Matplotlib writes."""

import atexit
import json
import re
from functools import cache
from typing import Any

from scripts.foundation.paths import NODE_MODULES

_SVGO = NODE_MODULES / "svgo"
# A tenth of a point is below what a screen shows.
_SETTINGS = {"multipass": True, "floatPrecision": 1, "plugins": ["preset-default"]}
_EXPORTS = re.compile(r"export\s*\{([^}]*)\}\s*;?\s*\Z")


def shrink(svg: str) -> str:
    """Return an equal picture in fewer bytes, the same ones every time."""
    return str(_engine().call("shrink", svg))


def version() -> str:
    """Return SVGO's version."""
    return str(json.loads((_SVGO / "package.json").read_text(encoding="utf-8"))["version"])


@cache
def _engine() -> Any:
    from py_mini_racer import MiniRacer

    source = (_SVGO / "dist" / "svgo.browser.js").read_text(encoding="utf-8")
    # V8 alone knows no modules: what the file exports becomes a variable.
    exports = _EXPORTS.search(source)
    if exports is None:
        raise RuntimeError(f"{_SVGO} has another form than this module reads; see package.json for the version it does")
    engine = MiniRacer()
    # Left to the interpreter's end, V8's threads now and then keep the process for ever.
    atexit.register(engine.close)
    engine.eval(source[: exports.start()] + ";globalThis.optimize = optimize;")
    engine.eval(f"function shrink(svg) {{ return optimize(svg, {json.dumps(_SETTINGS)}).data }}")
    return engine

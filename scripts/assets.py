"""What the pages load besides themselves: KaTeX's stylesheet and fonts, the course's typefaces, the scripts."""

import re
import shutil
from pathlib import Path

from scripts.paths import GENERATED, NODE_MODULES

_KATEX = NODE_MODULES / "katex" / "dist"


def make_assets() -> None:
    """Write everything under `docs/assets/generated/` that comes from npm packages."""
    _katex(GENERATED)


def _katex(out: Path) -> None:
    """Copy KaTeX's stylesheet with its WOFF2 fonts, the only format that today's browsers ask for."""
    css = (_KATEX / "katex-swap.min.css").read_text(encoding="utf-8")
    css = re.sub(r",url\([^)]*\.(?:woff|ttf)\) format\(\"?\w+\"?\)", "", css)
    write_if_new(out / "katex.css", css.replace("url(fonts/", "url(katex-fonts/"))
    (out / "katex-fonts").mkdir(parents=True, exist_ok=True)
    for name in sorted(set(re.findall(r"url\(fonts/([^)]+\.woff2)\)", css))):
        if not (out / "katex-fonts" / name).is_file():
            shutil.copyfile(_KATEX / "fonts" / name, out / "katex-fonts" / name)


def write_if_new(path: Path, text: str) -> None:
    """Write a file unless it holds this text already, so that nothing seems changed that is not."""
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

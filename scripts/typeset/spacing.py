r"""What KaTeX sets too close or too wide: rows of fractions, which touch, and a sign of degrees, which stands apart."""

import re
from itertools import pairwise

_ALIGNED = re.compile(r"\\begin\{(aligned|gathered)\}(.*?)\\end\{\1\}", re.DOTALL)
_FRACTION = re.compile(r"\\d?frac(?![A-Za-z])")
# What begins or ends a group or an inner environment, and the end of a row that says nothing of its own gap.
_MARK = re.compile(r"\\begin\{\w+\*?\}|\\end\{\w+\*?\}|\\\\(?!\s*\[)|\\[A-Za-z]+|\\.|[{}]", re.DOTALL)
# How far below its line a row reaches, less TeX's own 0.36 em: a denominator ends at 0.69 em.
_GAP = "[0.75em]"


# KaTeX's glyph is a ring accent, with the room of a letter around it.
_DEGREES = r"\mkern-3mu °\mkern-3mu "


def spaced(tex: str) -> str:
    r"""Return `tex` with room between rows that both have fractions, and with degrees at their number.

    >>> print(spaced(r"\begin{aligned} a &= \frac{b}{c} \\ &= \frac{d}{e} \\ &= f \end{aligned}"))
    \begin{aligned} a &= \frac{b}{c} \\[0.75em] &= \frac{d}{e} \\ &= f \end{aligned}
    """
    close = tex.replace("°", _DEGREES)
    return _ALIGNED.sub(lambda found: f"\\begin{{{found[1]}}}{_opened(found[2])}\\end{{{found[1]}}}", close)


def _opened(body: str) -> str:
    rows = _rows(body)
    tall = [bool(_FRACTION.search(row)) for row in rows]
    gaps = [_GAP if above and below else "" for above, below in pairwise(tall)]
    return "".join(f"{row}\\\\{gap}" for row, gap in zip(rows, gaps, strict=False)) + rows[-1]


def _rows(body: str) -> list[str]:
    r"""Split at each `\\` that stands in no group and in no inner environment."""
    rows, depth, start = [], 0, 0
    for mark in _MARK.finditer(body):
        if mark[0] == "{" or mark[0].startswith(r"\begin{"):
            depth += 1
        elif mark[0] == "}" or mark[0].startswith(r"\end{"):
            depth -= 1
        elif mark[0] == r"\\" and not depth:
            rows.append(body[start : mark.start()])
            start = mark.end()
    return [*rows, body[start:]]

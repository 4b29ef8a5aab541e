r"""The course's TeX macros: KaTeX gets them as they are, cards get them expanded.

`\dd` is the upright d of ISO 80000-2, `\e` its upright Euler number; vectors and matrices are bold italic.
"""

import re

MACROS: dict[str, str] = {
    r"\dd": r"\mathrm{d}",
    r"\e": r"\mathrm{e}",
    r"\vect": r"\boldsymbol{#1}",
    r"\mat": r"\boldsymbol{#1}",
    r"\T": r"\mathsf{T}",
    r"\R": r"\mathbb{R}",
    r"\norm": r"\left\lVert #1 \right\rVert",
    r"\abs": r"\left\lvert #1 \right\rvert",
    r"\argmin": r"\operatorname*{arg\,min}",
    r"\argmax": r"\operatorname*{arg\,max}",
}

# MathJax 3 draws the bars of `\left\lVert … \right\rVert` half as high as a small letter between them.
_FLAT: dict[str, str] = {r"\norm": r"\lVert #1 \rVert"}
_TALL = re.compile(r"\\(?:[dt]?frac|binom|sum|prod|int|sqrt|left|begin|over|under)(?![A-Za-z])|\\(?:over|under)brace")

_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)


def expand(tex: str) -> str:
    r"""Return `tex` with the course's macros written out.

    >>> print(expand(r"\norm{\vect{x}}^2 + \norm{\tfrac{1}{2}} + \dd x"))
    \lVert \boldsymbol{x} \rVert^2 + \left\lVert \tfrac{1}{2} \right\rVert + \mathrm{d} x
    """
    out: list[str] = []
    position = 0
    while match := _COMMAND.search(tex, position):
        out.append(tex[position : match.start()])
        position = match.end()
        macro = MACROS.get(match[0])
        if macro is None:
            out.append(match[0])
        elif "#1" in macro:
            argument, position = _argument(tex, position)
            shape = macro if _TALL.search(argument) else _FLAT.get(match[0], macro)
            out.append(shape.replace("#1", expand(argument)))
        else:
            # A letter right after an expanded command would join its name otherwise.
            out.append(macro)
    return "".join(out) + tex[position:]


def _argument(tex: str, position: int) -> tuple[str, int]:
    """Return the argument that begins at `position` (a group or one token) and the position after it."""
    while position < len(tex) and tex[position].isspace():
        position += 1
    if position < len(tex) and tex[position] == "{":
        depth = 0
        for end in range(position, len(tex)):
            if tex[end] in "{}" and tex[end - 1] != "\\":
                depth += 1 if tex[end] == "{" else -1
            if depth == 0:
                return tex[position + 1 : end], end + 1
        raise ValueError(f"a brace is not closed in {tex!r}")
    token = _COMMAND.match(tex, position)
    text = token[0] if token else tex[position : position + 1]
    return text, position + len(text)

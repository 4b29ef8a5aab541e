r"""Mathematics in the words of a docstring, as a page shows it: a program's text has `x <= y` and `K - 1`."""

import re

# What stands in backticks is code, and stays.
_CODE = re.compile(r"(`[^`]*`)")
_SIGNS = (
    (re.compile(r"<="), "≤"),
    (re.compile(r">="), "≥"),
    # Between two terms, and before one; a hyphen stands in a word, a dash before a point of a list.
    (re.compile(r"(?<=[^\s-]) - (?=\S)"), " − "),
    (re.compile(r"(?<![\w)\]}’'-])-(?=[\w(√∞])"), "−"),
)
_INDEX = re.compile(r"(?<![\w`])([A-Za-zα-ωΑ-Ω])_(?:\{([^}\s]+)\}|([0-9A-Za-z]{1,2}))(?!\w)")
_POWER = re.compile(r"\^(?:\{([^}\s]+)\}|(−?\w))(?!\w)")


def with_signs(words: str) -> str:
    """Return `words` with signs for what a program's text has letters for.

    >>> with_signs("Labels 0 to K - 1: return -ln p if x <= -3, by `a - b`, a well-known rule.")
    'Labels 0 to K − 1: return −ln p if x ≤ −3, by `a - b`, a well-known rule.'
    """
    return "".join(part if part.startswith("`") else _signed(part) for part in _CODE.split(words))


def as_markdown(words: str) -> str:
    """Return `words` with signs, and with lowered and raised letters.

    >>> as_markdown("e^-z and n_K, p_ij, h_{k-1}, `x_k`, x**2, snake_case")
    'e<sup>−z</sup> and n<sub>K</sub>, p<sub>ij</sub>, h<sub>k−1</sub>, `x_k`, x**2, snake_case'
    """
    return "".join(part if part.startswith("`") else _set(part) for part in _CODE.split(words))


def _signed(text: str) -> str:
    for pattern, sign in _SIGNS:
        text = pattern.sub(sign, text)
    return text


def _set(text: str) -> str:
    lowered = _INDEX.sub(lambda found: f"{found[1]}<sub>{(found[2] or found[3]).replace('-', '−')}</sub>", text)
    return _POWER.sub(lambda found: f"<sup>{found[1] or found[2]}</sup>", _signed(lowered))

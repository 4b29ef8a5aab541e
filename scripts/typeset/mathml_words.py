"""A formula in one line of text, as a screen reader reads it where its MathML would be too much for a page."""

import re
import xml.etree.ElementTree as etree

_APPLIED = "\u2061"
_SPACED = frozenset("=≠≈≡≤≥<>≪≫∈→⟶↦←⇒⟹∝∼+−±×⋅∘⊙∣≔:")
_PRIMES = frozenset("′″‴")
_ACCENTS = {"^": "hat", "ˉ": "bar", "¯": "bar", "~": "tilde", "˜": "tilde", "ˆ": "hat", "˙": "dot", "→": "arrow"}
_DOTS = {"⋮": "…", "⋱": "…", "⋯": "…"}
_LOOSE = re.compile(r"(?<=[(\[{]) | (?=[)\]},;])")


def in_words(math: etree.Element) -> str:
    """Return a formula in one line.

    >>> in_words(etree.fromstring("<math><mfrac><mn>1</mn><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>"))
    '1/(x + 1)'
    """
    return _tidy(_row(list(math)))


def _tidy(text: str) -> str:
    return _LOOSE.sub("", " ".join(text.split()))


def _row(parts: list[etree.Element]) -> str:
    return "".join(map(_words, parts))


def _words(part: etree.Element) -> str:
    parts = list(part)
    match part.tag, parts:
        case "mo", []:
            sign = part.text or ""
            return " " if sign == _APPLIED else f" {sign} " if sign in _SPACED else _DOTS.get(sign, sign)
        case "mfrac", [above, below] if part.get("linethickness"):
            return f"{_grouped(above)} over {_grouped(below)}"
        case "mfrac", [above, below]:
            return f"{_grouped(above)}/{_grouped(below)}"
        case "msqrt", _:
            return f"√({_row(parts)})"
        case "mroot", [base, degree]:
            return f"root {_words(degree)} of ({_words(base)})"
        case "msup", [base, above]:
            return _words(base) + _above(above)
        case "msub" | "munder", [base, below]:
            return f"{_words(base)}_{_grouped(below)} "
        case "mover", [base, above]:
            accent = _ACCENTS.get((above.text or "").strip())
            return f"{_words(base)} {accent} " if accent else f"{_words(base)}^{_grouped(above)} "
        case "msubsup" | "munderover", [base, below, above]:
            return f"{_words(base)}_{_grouped(below)}{_above(above)} "
        case "mtable", rows:
            return f" {'; '.join(', '.join(_row(list(cell)) for cell in row) for row in rows)} "
        case _:
            return (part.text or "") + _row(parts)


def _above(exponent: etree.Element) -> str:
    text = _words(exponent).strip()
    return text if text and set(text) <= _PRIMES else f"^{_grouped(exponent)}"


def _grouped(part: etree.Element) -> str:
    """Return a part in brackets, unless it is one letter, number or sign."""
    text = _tidy(_words(part))
    return text if len(text) == 1 or text.isalnum() else f"({text})"

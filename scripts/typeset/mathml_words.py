"""A formula in one line of text: for the search, and for screen readers where MathML would be too much for a page."""

import re
import xml.etree.ElementTree as etree

_SPACED = frozenset("=≠≈≡≤≥<>≪≫∈→⟶↦←⇒⟹∝∼+−±×⋅∘⊙≔:")
_PRIMES = frozenset("′″‴")
_ACCENTS = {"^": "hat", "ˉ": "bar", "¯": "bar", "~": "tilde", "˜": "tilde", "ˆ": "hat", "˙": "dot", "→": "arrow"}
_SIGNS = {"⋮": "…", "⋱": "…", "⋯": "…", "∣": "|", "∗": "*", ",": ", ", "\u2061": " "}
_RAISED = str.maketrans("0123456789+−nT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿᵀ")
_LOWERED = str.maketrans("0123456789+−ijkn", "₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖₙ")
# Signs over limits; what is raised there is no power.
_SUMS = frozenset("∑∏∫")
_MARKS = f"[{''.join(map(chr, [*_RAISED.values(), *_LOWERED.values()]))}{''.join(_PRIMES)}]*"
# What needs no brackets: a letter with its marks, also after ∂ or d; a number; a name; a length.
_WHOLE = re.compile(rf"[∂d]?\w{_MARKS}(_\w+)?|\d+|[A-Za-z]{{3,}}|\W|\|[^|]*\||∥[^∥]*∥")
_LOOSE = re.compile(rf"(?<=[(\[{{]) | (?=[)\]}},;_′{''.join(map(chr, _RAISED.values()))}])|(?<=[\w)]) (?=\()")
_PREFIX = re.compile(r"((?:^|[=≠≈≡≤≥<>∈∝→↦(\[{,;/]) ?[−+±]) ")


def in_words(math: etree.Element) -> str:
    """Return a formula in one line.

    >>> in_words(etree.fromstring("<math><mfrac><mn>1</mn><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></mfrac></math>"))
    '1/(x + 1)'
    >>> in_words(etree.fromstring("<math><msup><mi>x</mi><mn>12</mn></msup><msub><mi>y</mi><mi>i</mi></msub></math>"))
    'x¹²yᵢ'
    """
    return _tidy(_row(list(math)))


def _tidy(text: str) -> str:
    return _PREFIX.sub(r"\1", _LOOSE.sub("", " ".join(text.split())))


def _row(parts: list[etree.Element]) -> str:
    return "".join(map(_words, parts))


def _words(part: etree.Element) -> str:
    parts = list(part)
    match part.tag, parts:
        case "mo", []:
            sign = part.text or ""
            return f" {sign} " if sign in _SPACED else _SIGNS.get(sign, sign)
        case "mi", [] if len(part.text or "") > 1:
            return f" {part.text}"
        case "mtext", []:
            return f" {part.text} "
        case "mfrac", [above, below] if part.get("linethickness"):
            return f"{_grouped(above)} over {_grouped(below)}"
        case "mfrac", [above, below]:
            return f"{_grouped(above)}/{_grouped(below)} "
        case "msqrt", _:
            return f"√{_grouped_text(_row(parts))}"
        case "mroot", [base, degree]:
            return f"root {_words(degree)} of ({_words(base)})"
        case "msup", [base, above]:
            return _words(base) + _above(above)
        case "msub" | "munder", [base, below]:
            return _words(base) + _below(below)
        case "mover", [base, above]:
            accent = _ACCENTS.get((above.text or "").strip())
            return f"{_words(base)} {accent} " if accent else f"{_words(base)}^{_grouped(above)} "
        case "msubsup" | "munderover", [base, below, above] if (base.text or "") in _SUMS:
            return f"{_words(base)}_{_grouped(below)}^{_grouped(above)} "
        case "msubsup" | "munderover", [base, below, above]:
            return f"{_words(base)}{_below(below).strip()}{_above(above)} "
        case "mtable", rows:
            return f" {_lines(rows)} "
        case _:
            return (part.text or "") + _row(parts)


def _above(exponent: etree.Element) -> str:
    text = _tight(exponent)
    return text if text and set(text) <= _PRIMES else _moved(text, _RAISED) or f"^{_grouped(exponent)}"


def _below(index: etree.Element) -> str:
    return _moved(_tight(index), _LOWERED) or f"_{_grouped(index)} "


def _tight(part: etree.Element) -> str:
    return "".join(_words(part).split())


def _moved(text: str, letters: dict[int, int]) -> str:
    """Return a text in small letters above or below the line, empty if there are none for it."""
    return text.translate(letters) if text and all(ord(letter) in letters for letter in text) else ""


def _lines(rows: list[etree.Element]) -> str:
    """Return the rows of a table; one that goes on with a sign of its formula does so without a semicolon or comma."""
    return _joined([_joined([_row(list(cell)) for cell in row], ", ") for row in rows], "; ")


def _joined(parts: list[str], between: str) -> str:
    words = ""
    for part in parts:
        goes_on = not words.strip() or {words.strip()[-1], part.strip()[:1]} & _SPACED
        words += part if goes_on else between + part
    return words


def _grouped(part: etree.Element) -> str:
    return _grouped_text(_words(part))


def _grouped_text(words: str) -> str:
    text = _tidy(words)
    return text if _WHOLE.fullmatch(text) else f"({text})"

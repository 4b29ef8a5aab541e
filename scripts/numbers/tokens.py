r"""The numbers in a text, as prose, TeX, code and diagrams write them: −1.4, 2,700, 1/3, 10⁻⁵, \frac{16}{3}, 1e-8."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_WHOLE = r"(?:\d{1,3}(?:(?:,|\{,\})\d{3})+(?!\d)|\d+)"
_PLAIN = rf"{_WHOLE}(?:\.\d+)?"
_POWER = r"(?:\^\{\s*[-−]?\d+\s*\}|\^\d(?!\d)|⁻?[⁰¹²³⁴-⁹]+)"
_TIMES = r"\s*(?:\\cdot|\\times|·|×|⋅)\s*"
_NUMBER = re.compile(
    # A sign belongs to the number if it touches it and nothing before it can be subtracted from.
    r"(?:(?<![\w)\]}'′°%²³⁰-⁹])(?P<sign>[-−+]))?"
    r"(?:"
    rf"\\[td]?frac(?:\s*\{{\s*(?P<top>[-−]?{_PLAIN})\s*\}}\s*\{{\s*(?P<bottom>{_PLAIN})\s*\}}|(?P<short>\d\d)(?!\d))"
    r"|(?<![.\d])(?:(?<![^\W\d])|(?<=(?P<command>[A-Za-z])))"
    rf"(?P<mantissa>{_PLAIN})"
    rf"(?:e(?P<exponent>[-−+]?\d+)(?!\w)|{_TIMES}10(?P<scale>{_POWER})|(?P<power>{_POWER})"
    rf"|/(?P<under>{_PLAIN})(?!\w|\^|\.\d))?"
    r")"
)
_GOES_ON = re.compile(r"\s*(?:…|\\[ld]*dots\b|\\cdots\b)")
_COMMAND = re.compile(r"\\[A-Za-z]+\Z")


@dataclass(frozen=True)
class Number:
    """A number where it stands. `step` is what its last place counts, 0 if it is exact; `goes_on`: it is cut off."""

    start: int
    end: int
    text: str
    value: Fraction
    step: Fraction
    goes_on: bool = False

    def holds(self, value: Fraction) -> bool:
        """Return whether this is `value`, to the places shown."""
        error = abs(self.value - value)
        if self.step == 0:
            return error <= Fraction(1, 10**9) * abs(value)
        if self.goes_on and 0 <= (abs(value) - abs(self.value)) < self.step and value * self.value >= 0:
            return True
        return error <= self.step / 2 * Fraction(1_000_000_001, 10**9)

    @property
    def digits(self) -> str:
        """Its sign and digits as written, for comparison with what a program printed."""
        return self.text.replace("−", "-").replace("{,}", "").replace(",", "").removeprefix("+")

    @property
    def significant(self) -> int:
        """How many significant digits it shows."""
        return len(re.sub(r"\D", "", re.split(r"[e\\·×^/⁻⁰-⁹]", self.digits)[0]).lstrip("0"))


def numbers(text: str) -> Iterator[Number]:
    r"""Yield the numbers of a text.

    >>> [n.text for n in numbers(r"from −1.5 to 2,700: \frac{16}{3}, 1/3, 3.3 \cdot 10^{17}, 1e-8")]
    ['−1.5', '2,700', '\\frac{16}{3}', '1/3', '3.3 \\cdot 10^{17}', '1e-8']
    >>> [n.text for n in numbers("x1, n-1, 1–3, 2.5e, a_2")]
    ['1', '1', '3', '2.5']
    """
    position = 0
    while match := _NUMBER.search(text, position):
        position = match.end()
        before = text[max(0, match.start("mantissa") - 20) : match.start("mantissa")] if match["mantissa"] else ""
        if match["command"] and not _COMMAND.search(before):
            continue
        value, step = _read(match)
        if value is None or (match["under"] and before.endswith("^")):
            # In 0/0 and h^2/6 stand two numbers.
            position = match.end("mantissa") if match["mantissa"] else match.end()
            value, step = _plain(match["mantissa"] or "0")
        sign = -1 if match["sign"] in ("-", "−") else 1
        words = text[match.start() : position]
        yield Number(match.start(), position, words, sign * value, step, bool(_GOES_ON.match(text, position)))


def decimal(value: Fraction | None) -> str:
    """Return a value as a reader would write it."""
    try:
        return f"{float(value or 0):.10g}"
    except OverflowError:  # an integer as large as 9.01^1000, which no float holds
        return f"about 10^{math.floor(math.log10(abs(int(value or 0))))}"


def _read(match: re.Match[str]) -> tuple[Fraction | None, Fraction]:
    """Return the value without its sign, and the step of its last place."""
    if match["short"]:
        return _quotient(*(Fraction(digit) for digit in match["short"]))
    if match["top"]:
        return _quotient(_plain(match["top"])[0], _plain(match["bottom"])[0])
    value, step = _plain(match["mantissa"])
    if match["under"]:
        return _quotient(value, _plain(match["under"])[0])
    if match["exponent"] or match["scale"]:
        scale = Fraction(10) ** _whole(match["exponent"] or match["scale"])
        return value * scale, step * scale
    if match["power"]:
        exponent = _whole(match["power"])
        if abs(exponent) > 10_000 or (value == 0 and exponent < 0):
            return None, Fraction(0)
        power = value**exponent
        # 10⁻⁵ says as much as 1e-5.
        return power, power if value == 10 else Fraction(0)
    return value, step


def _quotient(top: Fraction, bottom: Fraction) -> tuple[Fraction | None, Fraction]:
    return (top / bottom if bottom else None), Fraction(0)


def _plain(text: str) -> tuple[Fraction, Fraction]:
    digits = text.replace("−", "-").replace("{,}", "").replace(",", "")
    return Fraction(digits), Fraction(1, 10 ** len(digits.partition(".")[2]))


def _whole(text: str) -> int:
    return int(re.sub(r"[\^{}\s+]", "", text).replace("−", "-").translate(RAISED))

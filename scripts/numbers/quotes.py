"""The quotes that the `numbers` of a package yield: run apart, and kept until the code changes."""

import importlib
import inspect
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import mpmath  # type: ignore[import-untyped]

from scripts.course.snippets import fingerprint, imported_files, module_files, module_name
from scripts.foundation.cache import Cache
from scripts.foundation.mistakes import Mistake
from scripts.foundation.paths import Places
from scripts.run.apart import SnippetError, describe
from scripts.run.arithmetic import arithmetic
from scripts.run.results import Wanted, run_unless_kept

_REMEDY = "yield the quote and one value for each of its numbers: an expression, or ... for a number that is given"

# What a draft has in the place of a value.
PLACEHOLDER = "_"

# A number that the author chose (None), a computed one, or the two ends between which it lies.
Value = None | Fraction | tuple[Fraction, Fraction]
# Line, quote, values as texts, and what is wrong.
Yielded = tuple[int, str, list[Any], str]


@dataclass(frozen=True)
class Quote:
    """A fragment of a page with the values of its numbers, and where it is quoted."""

    path: Path
    line: int
    words: str
    values: tuple[Value, ...]

    def mistake(self, what: str, remedy: str = _REMEDY) -> Mistake:
        """Return a mistake of the quote itself."""
        return Mistake(self.path, self.line, what, remedy)


@dataclass(frozen=True)
class Quoted:
    """The quotes of a package of snippets, and the mistakes in its `numbers` module."""

    quotes: list[Quote]
    mistakes: list[Mistake]


def quoted_by(packages: Sequence[Path]) -> list[Quoted]:
    """Return what each of some packages quotes, from one folder of snippets. What is not kept yet is run at once."""
    if not packages:
        return []
    wanted = [_wanted(package) for package in packages]
    failed = run_unless_kept(yielded, [one for own in wanted for one in own], root=packages[0].parent.parent)
    return [_quoted(own, failed) for own in wanted]


def _wanted(package: Path) -> list[Wanted]:
    """Return the modules of a package that quote numbers, by what they depend on."""
    cache = Cache(f"numbers_{package.name}", arithmetic(), folder=Places(package.parent.parent).cache)
    files = module_files(package, "numbers")
    return [Wanted(cache, fingerprint(imported_files(path) | {Path(__file__)}), str(path)) for path in files]


def _quoted(wanted: list[Wanted], failed: Mapping[str, SnippetError]) -> Quoted:
    quoted = Quoted([], [])
    for one in wanted:
        path = Path(one.job)
        if error := failed.get(one.key):
            what = f"the numbers could not be computed: {error}"
            quoted.mistakes.append(Mistake(path, 1, what, "mend the module"))
        else:
            quoted.quotes.extend(_read(path, one.cache.get(one.key), quoted.mistakes))
    if wanted:
        wanted[0].cache.save()
    return quoted


def _read(path: Path, kept: list[Any], found: list[Mistake]) -> Iterator[Quote]:
    for line, words, values, wrong in kept:
        if wrong:
            found.append(Mistake(path, line, wrong, _REMEDY))
        else:
            yield Quote(path, line, words, tuple(map(_value, values)))


def _value(kept: Any) -> Value:
    if kept is None:
        return None
    if len(kept) == 2:
        return Fraction(kept[0]), Fraction(kept[1])
    return Fraction(kept[0])


def yielded(path: str) -> list[Yielded]:
    """Return what the functions of a module yield: line, quote, values as texts, and what is wrong with them."""
    name = module_name(Path(path))
    try:
        module = importlib.import_module(name)
    except Exception as error:
        raise SnippetError(describe(error)) from None
    vars(module).setdefault(PLACEHOLDER, _Unfinished())
    return [
        result
        for function in list(vars(module).values())
        if inspect.isfunction(function) and function.__module__ == name and not function.__name__.startswith("_")
        for result in _results(function)
    ]


class _Unfinished:
    """What stands in a draft where a value belongs."""


def _results(function: Any) -> Iterator[Yielded]:
    line = function.__code__.co_firstlineno
    if inspect.signature(function).parameters:
        # A helper. If it was meant to quote, each of its numbers is reported, since nothing else holds it.
        return
    if not inspect.isgeneratorfunction(function):
        yield line, "", [], f"'{function.__name__}' yields nothing; the name of a helper begins with an underscore"
        return
    generator = function()
    try:
        for item in generator:
            line = _line(generator)
            yield _plain(line, item)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        line = next((frame.lineno or line for frame in frames if frame.filename == function.__code__.co_filename), line)
        yield line, "", [], f"no value could be computed: {describe(error)}"


def _line(generator: Any) -> int:
    while inspect.isgenerator(generator.gi_yieldfrom):
        generator = generator.gi_yieldfrom
    return int(generator.gi_frame.f_lineno)


def _plain(line: int, item: Any) -> Yielded:
    if not isinstance(item, tuple) or not item or not isinstance(item[0], str) or not item[0].strip():
        return line, "", [], f"what is yielded is no quote with values: {item!r}"
    words, *values = item
    if any(isinstance(value, _Unfinished) for value in values):
        return line, words, [], f"{words!r} is a draft: put an expression in the place of {PLACEHOLDER}"
    try:
        return line, words, [_kept(value) for value in values], ""
    except (TypeError, ValueError, OverflowError) as error:
        return line, words, [], f"a value of {words!r} is not understood: {error}"


def _kept(value: Any) -> Any:
    if value is ...:
        return None
    if isinstance(value, tuple) and len(value) == 2:
        return [str(_fraction(end)) for end in value]
    return [str(_fraction(value))]


def _fraction(value: Any) -> Fraction:
    """Return a number of Python, NumPy, SymPy or mpmath as a fraction, as exact as it is."""
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool | str):
        raise TypeError(f"{value!r} is no number")
    if isinstance(value, int | float | Fraction):
        return Fraction(value)
    if getattr(value, "is_Rational", False):
        return Fraction(int(value.p), int(value.q))
    if hasattr(value, "evalf"):
        return Fraction(str(value.evalf(40)))
    if isinstance(value, mpmath.mpf):
        return Fraction(str(value))
    raise TypeError(f"{value!r} is no number")

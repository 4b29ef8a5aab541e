"""The checks of formulas: the TeX of a page, read strictly, verified, and disturbed to see the check fail.

`check_identity` reads a chain of equal sides. The way of a formula: `tokens`, `parse` (with `application`,
`derivatives`, `binders`) make a tree of `nodes`; `statement` gives its names a meaning; `compare` evaluates it in
numbers (`evaluate`, at the points of `domain`, sums written out by `unroll`); `perturb` disturbs it; `algebra` (with
`symbolic`) simplifies the difference of its sides with SymPy.

`FunctionCheck` calls a check with many random inputs, compares what it returned (`numeric`), finds the claim's own
code (`claim`) and changes it (`scripts.mutants`) to see the check fail.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scripts.formulas.grammar.errors import NotUnderstood, Weak

if TYPE_CHECKING:
    from scripts.formulas.function_check import FunctionCheck
    from scripts.formulas.identity import Identity, check_identity
    from scripts.formulas.numeric import Comparison, check_numeric

__all__ = ["Comparison", "FunctionCheck", "Identity", "NotUnderstood", "Weak", "check_identity", "check_numeric"]


_HOMES = {
    "Comparison": "numeric",
    "FunctionCheck": "function_check",
    "Identity": "identity",
    "check_identity": "identity",
    "check_numeric": "numeric",
}


def __getattr__(name: str) -> Any:
    """Import on first use: SymPy takes most of a second, and most builds find every check in the cache."""
    if name in _HOMES:
        return getattr(import_module(f"scripts.formulas.{_HOMES[name]}"), name)
    raise AttributeError(name)

"""The checks of formulas: the TeX of a page, read strictly, proved, and disturbed to see the check fail.

`check_identity` reads a chain of equal sides. The way of a formula: `tokens`, `parse` (with `application`,
`derivatives`, `binders`) make a tree of `nodes`; `statement` gives its names a meaning; `compare` evaluates it in
numbers (`evaluate`, at the points of `domain`, sums written out by `unroll`); `prove` looks for a proof with SymPy
(`symbolic`); `perturb` disturbs it. `check_numeric` compares what a function check returned.
"""

from typing import TYPE_CHECKING, Any

from scripts.formulas.errors import NotUnderstood

if TYPE_CHECKING:
    from scripts.formulas.identity import Identity, check_identity
    from scripts.formulas.numeric import Comparison, check_numeric

__all__ = ["Comparison", "Identity", "NotUnderstood", "check_identity", "check_numeric"]


def __getattr__(name: str) -> Any:
    """Import on first use: SymPy takes most of a second, and most builds find every check in the cache."""
    if name in {"Identity", "check_identity"}:
        from scripts.formulas import identity

        return getattr(identity, name)
    if name in {"Comparison", "check_numeric"}:
        from scripts.formulas import numeric

        return getattr(numeric, name)
    raise AttributeError(name)

"""Copies of a function with one small change, for judges (checks of formulas, examples of exercises) to refuse.

A judge that accepts a function with a sign turned or a factor dropped does not judge it. `mutants` makes the changes
(`engine`), by operators for mathematics (`mathematics`, `neighbors`) and for programs (`programs`). Those that make no
difference are known from the author (`declared`); one that is endless is stopped (`deadline`).
"""

from scripts.mutants.engine import Mutant, function_tree, mutants
from scripts.mutants.mathematics import MATHEMATICS, WRAPPING
from scripts.mutants.programs import PROGRAMS

__all__ = ["MATHEMATICS", "PROGRAMS", "WRAPPING", "Mutant", "function_tree", "mutants"]

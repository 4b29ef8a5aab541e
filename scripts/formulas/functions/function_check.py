"""A check by a function: its claim compared with its measured value at many random inputs, and then with teeth.

The teeth: every small change of the claim's own code (`scripts.mutants`) must fail the comparison at one of the inputs.
The inputs are the same for the claim and for its changes, since they come from a generator with a fixed seed.
"""

import ast
import inspect
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np

from scripts.formulas.functions.claim import Claim, NotAClaim, claim_of
from scripts.formulas.functions.numeric import Comparison, check_numeric
from scripts.foundation.paths import shown
from scripts.mutants import MATHEMATICS, WRAPPING, Mutant, function_tree, mutants
from scripts.mutants.deadline import Endless, within_seconds
from scripts.mutants.declared import SYNTAX, declared, excuse
from scripts.mutants.engine import replaced

Check = Callable[..., Any]
INPUTS = 12
"""How many random inputs are tried."""
_TOLERANCE = 1e-6
PATIENCE = 2.0
"""Seconds after which a changed claim counts as endless; more for a claim that takes its time."""
_SHOWN = 12


class Weak(Exception):
    """A check that fails, or that would not fail for a wrong formula; the message says where."""


@dataclass(frozen=True)
class FunctionResult:
    """What a check came to: the inputs tried, the changes refused, those that make no difference, with reasons."""

    error: float
    tolerance: float
    inputs: int
    refused: int
    harmless: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Trial:
    """One input with what was claimed and measured there."""

    seed: int
    claimed: Any
    measured: Any
    tolerance: float

    def compare(self, claimed: Any) -> Comparison:
        """Compare another claim with what was measured."""
        return check_numeric(claimed, self.measured, self.tolerance)


def _generator(seed: int) -> np.random.Generator:
    """Return the generator of one input."""
    return np.random.default_rng([seed, 2026])


class FunctionCheck:
    """A check as its author wrote it."""

    def __init__(self, function: Check, path: Path) -> None:
        self.function, self.path = function, path
        self.source = path.read_text(encoding="utf-8")
        self.tree = function_tree(self.source, function.__name__)

    def result(self) -> FunctionResult:
        """Compare at every input, then change the claim. Raises `Weak` with what is wrong."""
        if len(inspect.signature(self.function).parameters) != 1:
            raise Weak(f"'{self.tree.name}' must take one argument, `random`, and draw its inputs from it")
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            error = self._agreement()
            passing, refused = self._changes()
        verdict = excuse(passing, declared(self.source, self.tree))
        if verdict.unexcused:
            raise Weak(self._passing(verdict.unexcused))
        if verdict.stale:
            lines = ", ".join(f"{shown(self.path)}:{comment.line}" for comment in verdict.stale)
            raise Weak(f"`no difference` names a change that the check refuses, or that is not made: {lines}")
        harmless = [(f"{mutant.old} → {mutant.new}", reason) for mutant, reason in verdict.excused]
        return FunctionResult(error, max(t.tolerance for t in self.trials), INPUTS, refused, harmless)

    @cached_property
    def trials(self) -> list[Trial]:
        """The inputs, each with its values."""
        return [self._trial(seed) for seed in range(INPUTS)]

    def _trial(self, seed: int) -> Trial:
        outcome = self.function(_generator(seed))
        if not isinstance(outcome, tuple) or len(outcome) not in (2, 3):
            raise Weak(f"'{self.tree.name}' must return (claimed, measured) or (claimed, measured, tolerance)")
        return Trial(seed, outcome[0], outcome[1], float(outcome[2]) if len(outcome) == 3 else _TOLERANCE)

    def _agreement(self) -> float:
        """Return the greatest error over all inputs, or refuse what does not agree."""
        comparisons = [trial.compare(trial.claimed) for trial in self.trials]
        for trial, comparison in zip(self.trials, comparisons, strict=True):
            if not comparison.agrees:
                raise Weak(f"at input {trial.seed + 1} of {INPUTS}: {comparison.message}")
        if sum(comparison.nothing for comparison in comparisons) > INPUTS // 2:
            raise Weak("All numbers are zero at most inputs, which shows nothing. Take inputs where they are not")
        return max(comparison.error for comparison in comparisons)

    @cached_property
    def claim(self) -> Claim:
        """The claim's own code, if it gives what the whole check gives; otherwise the whole check with it."""
        try:
            claim = claim_of(self.tree)
        except NotAClaim as wrong:
            raise Weak(str(wrong)) from None
        alone = self._compiled(claim.tree)
        for trial in self.trials:
            value = np.asarray(alone(_generator(trial.seed)))
            if not np.array_equal(value, np.asarray(trial.claimed)):
                raise Weak(
                    f"'{self.tree.name}' claims something else when its measured value is not computed: "
                    "draw all inputs first, and let neither side change what the other uses"
                )
        return claim

    def _compiled(self, tree: ast.FunctionDef, **names: Any) -> Check:
        """Return a changed copy of the function, in a copy of its module's names."""
        namespace = {**self.function.__globals__, **names}
        bare = ast.Module([tree], [])
        exec(compile(bare, str(self.path), "exec"), namespace)  # noqa: S102 - the author's own code, changed a little
        return namespace[tree.name]  # type: ignore[no-any-return]

    def _changes(self) -> tuple[list[Mutant], int]:
        """Return the changes of the claim that pass, and how many are refused."""
        claim = self.claim
        made = list(mutants(claim.tree, MATHEMATICS, where=lambda node: node in claim.own))
        if all(mutant.operator in WRAPPING for mutant in made):
            raise Weak(
                f"nothing in the claim of '{self.tree.name}' can be changed, so nothing shows that the check can fail: "
                "write the formula out in it"
            )
        start = time.perf_counter()
        self._compiled(claim.tree)(_generator(0))
        patience = max(PATIENCE, 50 * (time.perf_counter() - start))
        passing: list[Mutant] = []
        refused = 0
        for mutant in made:
            verdict = self._refuses(mutant, patience)
            refused += verdict is True
            if verdict is False and not self._of_vectors(mutant):
                passing.append(mutant)
        return passing, refused

    def _refuses(self, mutant: Mutant, patience: float) -> bool | None:
        """Tell whether the comparison refuses a change; None for one that uses what does not exist."""
        try:
            changed = self._compiled(mutant.tree)
            for trial in self.trials:
                claimed = within_seconds(patience, partial(changed, _generator(trial.seed)))
                if not trial.compare(claimed).agrees:
                    return True
        except (NameError, AttributeError):
            return None
        except (Exception, Endless):
            return True
        return False

    def _of_vectors(self, mutant: Mutant) -> bool:
        """Tell whether a change only swaps the sides of a dot product, which is the same number by definition."""
        node = mutant.node
        if mutant.operator != "operands swapped" or not isinstance(getattr(node, "op", None), ast.MatMult):
            return False
        sizes: list[int] = []

        def spy(left: Any, right: Any) -> Any:
            sizes.extend([np.ndim(left), np.ndim(right)])
            return left @ right

        assert isinstance(node, ast.BinOp)
        call = ast.Call(ast.Name("_dot_product", ast.Load()), [node.left, node.right], [])
        tree = replaced(self.claim.tree, mutant.path, ast.fix_missing_locations(ast.copy_location(call, node)))
        watched = self._compiled(tree, _dot_product=spy)
        for trial in self.trials:
            watched(_generator(trial.seed))
        return set(sizes) == {1}

    def _passing(self, survivors: list[Mutant]) -> str:
        places = [f"{shown(self.path)}:{mutant.line}: {mutant}" for mutant in survivors]
        more = [f"and {len(places) - _SHOWN} more"] if len(places) > _SHOWN else []
        listed = "".join(f"\n      {place}" for place in [*places[:_SHOWN], *more])
        return (
            f"with the claim changed the check passes as well:{listed}\n"
            f"    Take inputs at which it fails; if there are none, say why in the check: {SYNTAX}"
        )

"""The teeth of an exercise: mutants of its worked solution, each of which its examples and cases must refuse."""

import ast
import math
from itertools import chain
from typing import Any

from scripts.mutants import PROGRAMS, Mutant, function_tree, mutants
from scripts.practice.checker import Answer, Exercise, Printed

_STEP = "_step"
# A mutant may take so many times the steps of the solution until it counts as endless.
_PATIENCE = 20
_AT_LEAST = 10_000


class _Endless(BaseException):
    """A mutant took so many steps that it counts as endless."""


class _Steps:
    """Counts steps: passes through loops and calls of functions. The same on every machine, unlike seconds."""

    def __init__(self, most: float) -> None:
        self.most = most
        self.taken = 0

    def __call__(self) -> None:
        self.taken += 1
        if self.taken > self.most:
            raise _Endless


class _Counted(ast.NodeTransformer):
    """Puts a step at the head of every loop and function."""

    def visit(self, node: ast.AST) -> Any:
        """Visit what is inside, then put the step."""
        self.generic_visit(node)
        if isinstance(node, ast.For | ast.While | ast.FunctionDef):
            node.body.insert(0, ast.Expr(ast.Call(ast.Name(_STEP, ast.Load()), [], [])))
        return node


def accepted(exercise: Exercise, module: str) -> tuple[int, list[Mutant]]:
    """Return how many mutants of the solution were tried, and those that all examples and cases accept.

    `module` is the text of the module that holds the solution.
    """
    solution = function_tree(module, exercise["name"])
    counter = _Steps(math.inf)
    _is_accepted(exercise, ast.unparse(solution), counter)
    most = _PATIENCE * counter.taken + _AT_LEAST
    tried = list(mutants(solution, PROGRAMS))
    return len(tried), [mutant for mutant in tried if _is_accepted(exercise, mutant.source, _Steps(most))]


def _is_accepted(exercise: Exercise, code: str, counter: _Steps) -> bool:
    tree = ast.fix_missing_locations(_Counted().visit(ast.parse(code)))
    try:
        answer = Answer(exercise, tree, {_STEP: counter})
        return all(result["ok"] for result in chain(answer.examples(answer.names(Printed())), answer.cases()))
    except (Exception, _Endless):
        # A mutant that Python does not take, or that fails before it is called.
        return False

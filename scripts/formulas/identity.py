"""The check of one formula, from its TeX to a verdict with its reasons."""

from dataclasses import dataclass, field
from itertools import pairwise

from scripts.formulas.algebra.as_written import understood
from scripts.formulas.algebra.zero import PATIENCE, shown_equal
from scripts.formulas.grammar.errors import USE_FUNCTION, NotUnderstood
from scripts.formulas.grammar.nodes import Call, Name, Node, rebuild
from scripts.formulas.meaning.problem import Problem
from scripts.formulas.meaning.statement import read_problem
from scripts.formulas.meaning.unroll import sizes
from scripts.formulas.perturb import disturb
from scripts.formulas.vacuous import refuse_vacuous
from scripts.formulas.values.compare import Sampled
from scripts.mutants.deadline import Endless

_ENDLESS = f"SymPy does not come to an end within {PATIENCE:.0f} seconds. {USE_FUNCTION}"


@dataclass(frozen=True)
class Identity:
    """What came of a check: `message` is a counterexample, or why the check shows nothing."""

    ok: bool
    method: str
    understood: list[str]
    understood_tex: list[str]
    points: int
    message: str = ""
    refused: int = 0
    definitions: list[str] = field(default_factory=list)
    definitions_tex: list[str] = field(default_factory=list)


def check_identity(tex: str, *, where: str = "", functions: str = "", assume: str = "") -> Identity:
    """Verify `tex`, or refuse it with `NotUnderstood`; see the package for the language."""
    problem = read_problem(tex, where, functions, assume)
    refuse_vacuous(problem)
    _refuse_restatement(problem)
    sides = problem.sides
    points, methods, tried, refused = [], [], [], 0
    message = ""
    for left, right in pairwise(sides):
        sampled = Sampled(problem, left, right, tex)
        points.append(sampled.agreement.points)
        tried += [place.chosen for place, _ in sampled.found]
        message = sampled.agreement.message
        if not message:
            disturbed = disturb(problem, sampled, right, tex)
            message, refused = disturbed.message, refused + len(disturbed.refused)
        if message:
            break
        try:
            methods.append("symbolic" if shown_equal(problem, left, right) else "digits")
        except Endless:
            message = _ENDLESS
            break
    method = "symbolic" if methods and set(methods) == {"symbolic"} and not message else "digits"
    shown = [understood(side) for side in sides]
    return Identity(
        not message,
        method,
        [text + _numbers(problem, tried) for text, _ in shown],
        [written for _, written in shown],
        min(points),
        message,
        refused,
        *_definitions(problem),
    )


def _numbers(problem: Problem, tried: list[dict[str, int]]) -> str:
    """Say for which numbers of terms the sums were written out."""
    values = {name: sorted({chosen[name] for chosen in tried}) for name in sorted(sizes(problem))}
    return "".join(f" [{name} = {', '.join(map(str, found))}]" for name, found in values.items())


def _definitions(problem: Problem) -> tuple[list[str], list[str]]:
    """Return what was understood of `where`, in the same two notations."""
    texts, written = [], []
    for name, one in problem.definitions.items():
        head = Call(name, tuple(Name(param) for param in one.params)) if one.params else Name(name)
        (text, tex), (body, body_tex) = understood(head), understood(one.body)
        texts.append(f"{text} = {body}")
        written.append(f"{tex} = {body_tex}")
    return texts, written


def _refuse_restatement(problem: Problem) -> None:
    """Refuse a formula that says the same on both sides, or that is one of its own definitions."""
    for left, right in pairwise(problem.sides):
        if _expanded(problem, left) == _expanded(problem, right):
            raise NotUnderstood(
                "Both sides are the same, so the formula says nothing that could be checked. "
                "A definition is no identity: use `check: <function>`."
            )


def _expanded(problem: Problem, node: Node) -> Node:
    """Put the definitions in place of the names they define."""
    if isinstance(node, Name) and node.text in problem.definitions:
        return _expanded(problem, problem.definitions[node.text].body)
    if isinstance(node, Call) and node.name in problem.definitions and not node.primes:
        one = problem.definitions[node.name]
        args = dict(zip(one.params, (_expanded(problem, arg) for arg in node.args), strict=True))
        return _replaced(_expanded(problem, one.body), args)
    return rebuild(node, lambda part: _expanded(problem, part))


def _replaced(node: Node, values: dict[str, Node]) -> Node:
    """Put nodes in place of symbols."""
    if isinstance(node, Name):
        return values.get(node.text, node)
    return rebuild(node, lambda part: _replaced(part, values))

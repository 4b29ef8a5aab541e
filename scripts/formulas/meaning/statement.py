"""From the options of a formula block to a `Problem` whose names have one meaning each."""

from collections.abc import Iterator
from contextlib import contextmanager

from scripts.formulas.grammar.cursor import Scope
from scripts.formulas.grammar.errors import NotUnderstood
from scripts.formulas.grammar.nodes import (
    Deriv,
    Div,
    Item,
    Mul,
    Name,
    Node,
    bound_names,
    free_names,
    rebuild,
    used_names,
    walk,
)
from scripts.formulas.grammar.parse import parse_expression
from scripts.formulas.meaning.conditions import read_conditions
from scripts.formulas.meaning.definitions import read_definitions, read_functions
from scripts.formulas.meaning.problem import Definition, Problem
from scripts.formulas.meaning.sides import read_sides
from scripts.formulas.meaning.unroll import families


def read_problem(tex: str, where: str, functions: str, assume: str) -> Problem:
    """Read a formula and its options, and refuse names with two meanings."""
    with _option("where"):
        heads, bodies = read_definitions(where)
    with _option("functions"):
        arbitrary = read_functions(functions)
    for name in heads.keys() & arbitrary.keys():
        raise NotUnderstood(f"`{name}` is defined by `where` and named in `functions`. Keep one of them.")
    scope = Scope(
        arbitrary | {name: params for name, params in heads.items() if params},
        frozenset(name for name, params in heads.items() if not params),
    )
    sides = read_sides(tex, scope)
    with _option("assume"):
        conditions, integers = read_conditions(assume, scope)
    with _option("where"):
        definitions = {name: Definition(heads[name], parse_expression(body, scope)) for name, body in bodies.items()}
    problem = Problem(sides, definitions, arbitrary, conditions, integers)
    _check_cycles(problem)
    problem = _plain_subscripts(problem)
    _check_names(problem, scope)
    _check_bare_derivatives(problem)
    _check_partial_derivatives(problem)
    return problem


@contextmanager
def _option(name: str) -> Iterator[None]:
    """Say in which option of the block a refused part stands."""
    try:
        yield
    except NotUnderstood as refusal:
        raise NotUnderstood(f"In `{name}`: {refusal}") from refusal


def _check_cycles(problem: Problem) -> None:
    """Refuse definitions that lead back to themselves."""
    uses = {name: used_names(one.body) - set(one.params) for name, one in problem.definitions.items()}
    for name in uses:
        reached: set[str] = set()
        pending = [name]
        while pending:
            for other in uses.get(pending.pop(), set()) - reached:
                reached.add(other)
                pending.append(other)
        if name in reached:
            raise NotUnderstood(f"`{name}` in `where` is defined by itself. Define it by other names.")


def _plain_subscripts(problem: Problem) -> Problem:
    """Make `x_1` an ordinary symbol unless a sum runs over an index of x somewhere."""
    bases = set(families(problem))

    def plain(node: Node) -> Node:
        return Name(node.text) if isinstance(node, Item) and node.base not in bases else rebuild(node, plain)

    return problem.map(plain)


def _check_names(problem: Problem, scope: Scope) -> None:
    """Refuse a letter that is used in two ways."""
    bound = {name for part in problem.parts() for name in bound_names(part)}
    free = {name for part in problem.parts() for name in free_names(part)}
    for name in sorted(bound & free):
        raise NotUnderstood(
            f"`{name}` runs over values in a limit, sum or integral and also stands outside of it. "
            "Put brackets around what belongs to it, or take another letter."
        )
    used = problem.symbols()
    unused = {name for c in problem.conditions for name in problem.symbols(c.left, c.right)} | problem.integers
    for name in sorted(unused - used):
        raise NotUnderstood(f"In `assume`: `{name}` does not stand in the formula. Name its symbols.")
    for base in sorted(families(problem) & (free | scope.functions.keys())):
        raise NotUnderstood(f"`{base}` stands with an index and without. Take another letter for one of them.")
    for name, one in problem.definitions.items():
        if one.params:
            _check_capture(problem, name)


def _check_capture(problem: Problem, name: str) -> None:
    """Refuse a parameter of a function that is also a free symbol of a definition the body uses."""
    one = problem.definitions[name]
    used = used_names(one.body) & problem.definitions.keys()
    for other in sorted(used - set(one.params)):
        target = problem.definitions[other]
        hidden = (problem.symbols(target.body) - set(target.params)) & set(one.params)
        if hidden:
            raise NotUnderstood(
                f"`{other}` uses {', '.join(sorted(hidden))}, which is also a parameter of `{name}`. "
                f"Give `{other}` its arguments."
            )


def _check_bare_derivatives(problem: Problem) -> None:
    r"""Refuse `\frac{\dd}{\dd x} f(x) g(x)`: only one factor without brackets may depend on x."""
    for node in problem.nodes():
        if isinstance(node, Deriv) and node.bare:
            factors = _bare_factors(node.body)
            for variable in node.by:
                name = variable.base if isinstance(variable, Item) else getattr(variable, "text", "")
                if sum(_depends(problem, factor, name) for factor in factors) > 1:
                    raise NotUnderstood(
                        f"`{node.bare}`: the derivative may end after the first factor or go on. "
                        "Put brackets around what is differentiated."
                    )


def _check_partial_derivatives(problem: Problem) -> None:
    """Refuse a partial derivative by w of something that has w in it both openly and inside an abbreviation."""
    for node in problem.nodes():
        if not (isinstance(node, Deriv) and node.partial):
            continue
        body = node.body
        if isinstance(body, Name) and body.text in problem.definitions:
            body = problem.definitions[body.text].body
        used = used_names(body)
        for variable in node.by:
            name = getattr(variable, "text", "")
            hidden = [
                other
                for other in sorted(used & problem.definitions.keys() - {name})
                if not problem.definitions[other].params and _depends(problem, problem.definitions[other].body, name)
            ]
            if name in used and hidden:
                raise NotUnderstood(
                    f"The partial derivative by `{name}`: is `{hidden[0]}`, which depends on `{name}`, held fixed? "
                    "Write \\dd for the total derivative, or put the definition in place of the name."
                )


def _bare_factors(body: Node) -> list[Node]:
    """Return the factors of a product or of a quotient written with a slash."""
    if isinstance(body, Div):
        return [*_bare_factors(body.top), body.bottom]
    return list(body.factors) if isinstance(body, Mul) else [body]


def _depends(problem: Problem, node: Node, name: str) -> bool:
    """Tell whether `node` depends on the symbol, the abbreviation or the family `name`."""
    used = used_names(node) | {part.base for part in walk(node) if isinstance(part, Item)}
    return name in used or any(
        _depends(problem, problem.definitions[other].body, name)
        for other in used & problem.definitions.keys()
        if name not in problem.definitions[other].params
    )

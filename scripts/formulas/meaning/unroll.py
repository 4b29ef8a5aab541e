"""Sums and indexed symbols: written out for small numbers of terms, so that nothing symbolic is left of them."""

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

from scripts.formulas.grammar.errors import USE_FUNCTION, NotUnderstood
from scripts.formulas.grammar.nodes import (
    ZERO,
    Add,
    Deriv,
    Item,
    Name,
    Node,
    Num,
    Sum,
    exact,
    free_names,
    rebuild,
    walk,
)
from scripts.formulas.meaning.problem import Problem

_LARGEST = 5
"""The largest number of terms to try where the formula leaves it open."""
_LONGEST = 100
_CONFIGURATIONS = 15


def families(problem: Problem) -> set[str]:
    """Return the letters over whose index some sum runs: x in the sum of x_i."""
    return {
        item.base
        for node in _sums(problem)
        for item in walk(node.body)
        if isinstance(item, Item) and any(node.var in free_names(index) for index in item.indices)
    }


def _sums(problem: Problem) -> list[Sum]:
    """Return the sums that were written."""
    return [node for node in problem.nodes() if isinstance(node, Sum)]


def sizes(problem: Problem) -> set[str]:
    """Return the symbols that say how many terms a sum has."""
    found = _sums(problem)
    edges = (edge for node in found for edge in (node.first, node.last))
    return {name for edge in edges for name in free_names(edge)} - {node.var for node in found}


def free_indices(problem: Problem) -> set[str]:
    """Return the symbols that stand as an index outside of any sum over them."""
    indices = (index for node in problem.nodes() if isinstance(node, Item) for index in node.indices)
    names = {name for index in indices for name in free_names(index)}
    return names - {node.var for node in _sums(problem)} - sizes(problem)


def configurations(problem: Problem) -> list[dict[str, int]]:
    """Return the numbers to try for sizes and free indices: one empty choice if there are none."""
    size_names, index_names = sorted(sizes(problem)), sorted(free_indices(problem))
    for name in problem.definitions.keys() & {*size_names, *index_names}:
        raise NotUnderstood(f"`{name}` counts the terms of a sum and is defined by `where`. Leave it free.")
    found: list[dict[str, int]] = []
    for numbers in product(range(1, _LARGEST + 1), repeat=len(size_names)):
        chosen = dict(zip(size_names, numbers, strict=True))
        last = _index_range(problem, chosen)
        for places in product(range(1, last + 1), repeat=len(index_names)):
            found.append(chosen | dict(zip(index_names, places, strict=True)))
    if len(found) > _CONFIGURATIONS:
        found = [found[k * len(found) // _CONFIGURATIONS] for k in range(_CONFIGURATIONS)]
    return found


def _index_range(problem: Problem, chosen: Mapping[str, int]) -> int:
    """Return the largest number that a free index may have: the smallest last index of the sums."""
    lasts = (node.last for node in _sums(problem) if free_names(node.last) <= chosen.keys())
    return max(1, min((_whole(_substitute(last, chosen)) for last in lasts), default=1))


def unroll(problem: Problem, chosen: Mapping[str, int]) -> Problem:
    """Return the problem with `chosen` put in, every sum written out, and every x_i an ordinary symbol."""
    return problem.map(lambda node: _write_out(_substitute(node, chosen)))


def _substitute(node: Node, chosen: Mapping[str, int]) -> Node:
    """Put numbers in place of symbols."""
    if isinstance(node, Name):
        return Num(Fraction(chosen[node.text])) if node.text in chosen else node
    if isinstance(node, Deriv) and any(isinstance(one, Name) and one.text in chosen for one in node.by):
        raise NotUnderstood(f"A derivative by a number of terms has no meaning. {USE_FUNCTION}")
    return rebuild(node, lambda part: _substitute(part, chosen)) if chosen else node


def _write_out(node: Node) -> Node:
    """Write out the sums inside `node`, from the outside in."""
    if isinstance(node, Sum):
        numbers = range(_whole(node.first), _whole(node.last) + 1)
        if len(numbers) > _LONGEST:
            raise NotUnderstood(f"A sum of {len(numbers)} terms is too long to be written out. {USE_FUNCTION}")
        terms = [_write_out(_substitute(node.body, {node.var: number})) for number in numbers]
        return terms[0] if len(terms) == 1 else Add(tuple(terms)) if terms else ZERO
    if isinstance(node, Item):
        return Name(f"{node.base}_{','.join(str(_whole(index)) for index in node.indices)}")
    return rebuild(node, _write_out)


def _whole(node: Node) -> int:
    """Return the integer that an index or a bound of a sum stands for."""
    value = exact(node)
    if value is None or value.denominator > 1:
        raise NotUnderstood(f"A bound of a sum or an index is not a whole number. {USE_FUNCTION}")
    return int(value)

"""One name, one meaning: what a topic calls as an earlier one did takes the same, gives the same, and says so."""

import ast
import doctest
import inspect
import re
from collections import defaultdict
from itertools import combinations

import numpy as np
import pytest

from tests.snippets.mathematics import functions, modules

# Their functions take and give numbers of their own kind, so that one program runs with `math` and with either of them.
OWN_NUMBERS = ("engine", "dual")


def named_alike(modules):
    """Return the pairs of functions with one name, the earlier first, each with the number of its topic."""
    found = defaultdict(list)
    for number, module in modules:
        for name, function in functions(module).items():
            found[name].append((number, function))
    return [pair for alike in found.values() for pair in combinations(alike, 2)]


def another_call(earlier, later):
    """Tell whether a call of the earlier function may mean something else for the later one."""
    old, new = (list(inspect.signature(function).parameters.values()) for function in (earlier, later))
    same = [(p.name, p.kind, p.default) for p in new[: len(old)]] == [(p.name, p.kind, p.default) for p in old]
    return not same or any(parameter.default is parameter.empty for parameter in new[len(old) :])


def other_values(earlier, later):
    """Yield the examples of the earlier function for which the later one gives another value."""
    names = vars(inspect.getmodule(earlier))
    for example in doctest.DocTestParser().get_examples(inspect.getdoc(earlier)):
        if re.search(rf"\b{earlier.__name__}\(", example.source) and isinstance(
            ast.parse(example.source).body[0], ast.Expr
        ):
            wanted, given = (eval(example.source, {**names, earlier.__name__: one}) for one in (earlier, later))
            if not np.array_equal(wanted, given):
                yield example.source.strip()


PAIRS = named_alike(modules())


@pytest.mark.parametrize(("earlier", "later"), PAIRS, ids=lambda one: f"{one[0]:02}-{one[1].__name__}")
def test_a_name_keeps_its_meaning(earlier, later):
    (number, earlier), (own, later) = earlier, later
    assert not another_call(earlier, later)
    if not {module.__name__.rpartition(".")[2] for module in map(inspect.getmodule, (earlier, later))} & set(
        OWN_NUMBERS
    ):
        assert list(other_values(earlier, later)) == []
        assert number == own or "topic" in inspect.getdoc(later), "a definition told again says where it was told first"


def test_another_call_is_seen():
    def scaled(z, by=2):
        return z * by

    def renamed(p, by=2):
        return p * by

    def fuller(z, by=2, *, shift=0):
        return z * by + shift

    def narrower(z, by):
        return z * by

    assert [another_call(scaled, other) for other in (scaled, renamed, fuller, narrower)] == [False, True, False, True]

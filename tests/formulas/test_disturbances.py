"""A check that cannot fail does not count."""

import pytest

from scripts.formulas import identity, perturb
from scripts.formulas.grammar.nodes import walk
from scripts.formulas.identity import check_identity
from scripts.formulas.meaning.statement import read_problem
from scripts.formulas.values import compare
from scripts.formulas.values.compare import Sampled
from scripts.formulas.values.evaluate import ctx


def test_a_comparison_that_accepts_everything_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "AGREED", ctx.mpf(10))
    result = check_identity(r"\frac{\dd}{\dd x} x^2 = 2x")
    assert not result.ok
    assert "does not notice" in result.message


def test_a_slightly_lenient_comparison_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare, "AGREED", ctx.mpf("0.02"))
    assert "101/100" in check_identity(r"\frac{\dd}{\dd x} x^2 = 2x").message


def test_every_side_but_the_first_is_disturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    disturbed: list[object] = []
    original = perturb.disturb

    def spy(problem, sampled, side, seed):  # type: ignore[no-untyped-def]
        disturbed.append(side)
        return original(problem, sampled, side, seed)

    monkeypatch.setattr(identity, "disturb", spy)
    check_identity(r"(x+1)^2 = x^2 + 2x + 1 = x(x+2) + 1")
    assert disturbed == list(read_problem(r"(x+1)^2 = x^2 + 2x + 1 = x(x+2) + 1", "", "", "").sides[1:])


def test_the_disturbances_are_the_usual_slips() -> None:
    problem = read_problem(r"y = a x^2 - 3", "", "", "")
    names = {name for name, _ in perturb.disturbances(problem, problem.sides[1])}
    assert {
        "1/7 added",
        "the sign turned",
        "101/100 times as much",
        "the sign of term 1 flipped",
        "the sign of term 2 flipped",
        "term 1 left out",
        "factor 1 left out",
        "factor 2 in the denominator",
        "an exponent lowered by 1",
        "an exponent left out",
        "a minus sign left out",
        "a number doubled",
        "an exponent raised by 1",
        "a number raised by 1",
    } <= names


def test_a_disturbance_changes_one_thing_only() -> None:
    problem = read_problem(r"y = a x^2 - 3", "", "", "")
    side = problem.sides[1]
    for _, other in perturb.variants(side):
        assert other != side
        assert len(list(walk(other))) <= len(list(walk(side))) + 3


def test_a_disturbance_that_changes_nothing_does_not_count() -> None:
    assert check_identity(r"\cos(-x) = \cos(x)").ok
    assert check_identity(r"0 = x - x").ok


def test_a_disturbance_that_the_points_cannot_show_is_an_error() -> None:
    problem = read_problem(r"x^2 = x \cdot x", "", "", "")
    sampled = Sampled(problem, *problem.sides, "seed")
    sampled.found.clear()
    assert "does not notice" in perturb.disturb(problem, sampled, problem.sides[1], "seed").message

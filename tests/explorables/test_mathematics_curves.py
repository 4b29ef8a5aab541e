"""Graphs of functions that a reader has typed."""

import numpy as np
import pytest

from tests.explorables.javascript import evaluate

UNIT, STEPS = 50, 100


def graph(function: str, ends: tuple[float, float] = (-2, 2)) -> np.ndarray:
    options = f"{{ box: [-2, 3, 2, -3], steps: {STEPS}, unit: {UNIT} }}"
    (points,) = evaluate("curves", f"module.graphOf((x) => {function}, {list(ends)}, {options})")
    return np.array([[float(part) for part in point] for point in points])


def pieces(path: np.ndarray) -> list[np.ndarray]:
    gaps = np.isnan(path).any(axis=1)
    parts = np.split(path, np.flatnonzero(gaps))
    return [part[~np.isnan(part).any(axis=1)] for part in parts if (~np.isnan(part).any(axis=1)).any()]


@pytest.mark.parametrize("function", ["np.square(x)", "np.tanh(40 * x)"])
def test_what_is_steep_is_drawn_finer_and_in_one_piece(function: str) -> None:
    def same(x: np.ndarray) -> np.ndarray:
        return np.tanh(40 * x) if "tanh" in function else np.square(x)

    path = graph(function.replace("np.square(x)", "x * x").replace("np", "Math"))
    assert len(pieces(path)) == 1
    assert path[:, 1] == pytest.approx(same(path[:, 0]), abs=1e-12)
    assert [path[0, 0], path[-1, 0]] == [-2, 2]
    seen = np.abs(path[:, 1]) <= 3
    assert np.abs(np.diff(path[seen][:, 1])).max() * UNIT <= 3
    assert len(path) < 4 * STEPS


@pytest.mark.parametrize("function", ["1 / x", "x > 0 ? 2 : -2", "x < 0.1234 ? -1 : 1"])
def test_a_jump_is_a_gap(function: str) -> None:
    left, right = pieces(graph(function))
    assert left[-1, 0] == pytest.approx(right[0, 0], abs=1e-3)
    assert left[-1, 1] < right[0, 1]


def test_a_graph_ends_where_its_function_does() -> None:
    (piece,) = pieces(graph("Math.sqrt(x)"))
    assert piece[0, 0] == pytest.approx(0, abs=1e-4)
    assert not len(pieces(graph("NaN")))


def test_far_off_it_is_not_drawn_finer() -> None:
    assert len(graph("1e9 * x + 1e12")) == STEPS + 1

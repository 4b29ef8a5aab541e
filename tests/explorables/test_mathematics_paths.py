"""A path that runs away is cut at the edge of its picture. Many points of it are the judge."""

import json
import math
import random

from tests.explorables.javascript import evaluate

BOX = (-1.0, 2.0, 3.0, -2.0)  # left, top, right, bottom


def inside(x: float, y: float, slack: float = 1e-9) -> bool:
    left, top, right, bottom = BOX
    return left - slack <= x <= right + slack and bottom - slack <= y <= top + slack


def length_inside(a: tuple[float, float], b: tuple[float, float], samples: int = 20_000) -> float:
    """Return about how much of the segment lies in the box."""
    places = ((k + 0.5) / samples for k in range(samples))
    hits = sum(inside(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) for t in places)
    return math.dist(a, b) * hits / samples


def test_of_each_segment_that_part_is_left_which_lies_in_the_box() -> None:
    chance = random.Random(3)
    pairs = [[(chance.uniform(-5, 6), chance.uniform(-6, 5)) for _ in range(2)] for _ in range(60)]
    found = evaluate("paths", *(f"module.clipped({[list(p) for p in pair]}, {list(BOX)})" for pair in pairs))
    assert any(found)
    for (a, b), part in zip(pairs, found, strict=True):
        assert all(inside(*point) for point in part)
        length = math.dist(*part) if part else 0
        assert abs(length - length_inside(a, b)) < 1e-3 * math.dist(a, b)


def test_a_path_that_leaves_and_returns_has_a_gap_and_one_that_overflows_ends() -> None:
    leaves = "module.clipped([[0, 0], [9, 0], [9, 1], [0, 1]], [-1, 2, 3, -2])"
    overflows = "module.clipped([[0, 0], [1, 1], [Infinity, 1], [0, 0]], [-1, 2, 3, -2])"
    gap, end = evaluate("paths", leaves, overflows)
    assert gap == [[0, 0], [3, 0], ["NaN", "NaN"], [3, 1], [0, 1]]
    assert end == [[0, 0], [1, 1]]


def test_a_path_that_runs_away_to_the_largest_numbers_stays_in_its_box() -> None:
    path = [[0.7**k, 0.2 * (-11.72) ** k] for k in range(280)]
    (found,) = evaluate("paths", f"module.clipped({json.dumps(path)}, [-1, 1, 1, -1])")
    numbers = [part for point in found for part in point if part != "NaN"]
    assert len(numbers) > 50
    assert all(-1 <= number <= 1 for number in numbers)

"""Where the points of a picture are on its board."""

import pytest

from tests.explorables.javascript import evaluate


def of(view: str, *expressions: str) -> list[object]:
    """Return what `expressions` say of `view`, which is 300 pixels wide and 150 high."""
    calls = (f"(() => {{ const view = {view}; view.resize(300, 150); return {told}; }})()" for told in expressions)
    return evaluate("viewport", *calls, folder="explorable")


def test_a_box_fills_its_board_and_places_become_points_again() -> None:
    places = of("new module.Viewport([-1, 4, 2, 1])", "view.place([-1, 4])", "view.place([2, 1])", "view.place([0, 3])")
    assert places == [[0, 0], [300, 150], [100, 50]]
    assert of("new module.Viewport([-1, 4, 2, 1])", "view.point([100, 50])", "view.box()") == [[0, 3], [-1, 4, 2, 1]]


def test_equal_units_show_more_than_the_box_and_keep_its_middle() -> None:
    view = "new module.Viewport([-1, 1, 1, -1], true)"
    assert of(view, "view.box()", "view.place([0, 0])") == [[-2, 1, 2, -1], [150, 75]]
    assert of(view, "view.box(75)") == [[-3, 2, 3, -2]]


@pytest.mark.parametrize(
    ("points", "data"),
    [
        ("[[0, 0], [1, 1], [2, 0]]", "M0 150L100 100L200 150"),
        ("[[0, 0], [NaN, NaN], [1, 1], [2, 0]]", "M0 150M100 100L200 150"),
        ("[[0, 0], [1, Infinity], [2, 0]]", "M0 150M200 150"),
        ("[[0.333, 0]]", "M33.3 150"),
        ("[]", ""),
    ],
)
def test_a_path_has_gaps_where_there_is_no_number(points: str, data: str) -> None:
    assert of("new module.Viewport([0, 3, 3, 0])", f"view.data({points})") == [data]


def test_dots_are_lines_without_length() -> None:
    assert of("new module.Viewport([0, 3, 3, 0])", "view.dots([[1, 1], [NaN, 0]])") == ["M100 100h0"]

"""Convex: between two points of the graph, the graph stays below the chord.

With second derivatives: curved up, or not at all, along every direction at every place. What it buys is large. A convex
function has no hills to hide behind, so every flat place is a *global* minimum. It does not buy that there is one: eˣ
is convex and has none.
"""


# --8<-- [start:chord_gap]
def chord_gap(f, a, b, t):
    """How far the chord from a to b is above f, at t·a + (1 - t)·b.

    A convex f has no negative gap, for any a and b and 0 ≤ t ≤ 1.

    >>> chord_gap(lambda x: x**2, 0, 2, 0.5)  # t(1 - t)(a - b)²
    1.0
    """
    return t * f(a) + (1 - t) * f(b) - f(t * a + (1 - t) * b)


# --8<-- [end:chord_gap]


# --8<-- [start:two_dips]
def two_dips(x):
    """x⁴ - 2x² + x/2: two minima, of which only the left one is global.

    >>> two_dips(-1), two_dips(0), two_dips(1)
    (-1.5, 0.0, -0.5)
    """
    return x**4 - 2 * x**2 + x / 2


# --8<-- [end:two_dips]

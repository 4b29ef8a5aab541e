// Curves whose points are computed at once, and arrows.

// For what stays as it is while a reader moves something, so that no time goes into it.
export const STILL = { needsRegularUpdate: false };

/** Draw the path that `points()` returns after each change, as [x's, y's] with NaN between its pieces. */
export function drawPath(board, points, style) {
  const curve = board.create("curve", [[], []], style);
  curve.updateDataArray = function () {
    [this.dataX, this.dataY] = points();
  };
  curve.fullUpdate();
  return curve;
}

/** Draw an arrow whose ends `tail()` and `head()` return, when it is `visible()` and long enough to have a direction. */
export function drawArrow(board, tail, head, style, visible = () => true) {
  const [x, y] = [(i) => () => tail()[i], (i) => () => head()[i]];
  const long = () => visible() && Math.hypot(head()[0] - tail()[0], head()[1] - tail()[1]) * board.unitX > 6;
  return board.create(
    "arrow",
    [
      [x(0), x(1)],
      [y(0), y(1)],
    ],
    { ...style, visible: long, lastArrow: { type: 2, size: 5 } },
  );
}

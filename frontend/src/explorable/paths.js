// Lines and dots through many points that change. Each is one path of the SVG, so that hundreds of points move as fast
// as one. What is set is drawn at once and stays until it is set again.

import { clipped, within } from "../mathematics/clipping.js";

/**
 * Make a line that `pen` draws, and return the function that takes its points, [x, y] each; NaN is a gap. With `box`
 * ([left, top, right, bottom]), only what lies in it is drawn.
 */
export function polyline(board, pen, box) {
  const put = dataCurve(board, pen);
  return (points) => put(box ? clipped(points, box) : points);
}

/** Make dots of `size` pixels in the color of `pen`, and return the function that takes their places. */
export function dots(board, pen, size, box) {
  // A line of no length with round ends is a dot.
  const put = dataCurve(board, { ...pen, strokeWidth: size, lineCap: "round", dash: 0 });
  const gap = [Number.NaN, Number.NaN];
  return (points) => put((box ? within(points, box) : points).flatMap((point) => [point, point, gap]));
}

function dataCurve(board, pen) {
  let points = [];
  const curve = board.create("curve", [[0], [0]], { ...pen, needsRegularUpdate: false });
  curve.updateDataArray = () => {
    curve.dataX = points.map(([x]) => x);
    curve.dataY = points.map(([, y]) => y);
  };
  return (next) => {
    points = next;
    curve.fullUpdate();
  };
}

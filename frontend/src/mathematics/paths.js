// Points are [x, y]. A path is a list of points, with a GAP between its pieces.

import { clamp } from "./intervals.js";

export const GAP = [Number.NaN, Number.NaN];

/** Return a point shifted by a vector, so many `times`. */
export function shifted([x, y], [dx, dy], times = 1) {
  return [x + times * dx, y + times * dy];
}

/** Return the point of the circle around the origin at an angle in radians, counted from the x axis to the left. */
export function onCircle(angle, radius = 1) {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/**
 * Return the parts of a path that lie in the box [left, top, right, bottom]. The path ends at the first point that is
 * infinitely far away.
 */
export function clipped(points, box) {
  const inside = [];
  for (let k = 1; k < points.length; k++) {
    if (points[k].some((part) => Math.abs(part) === Number.POSITIVE_INFINITY)) break;
    const part = clippedSegment(points[k - 1], points[k], box);
    if (!part) continue;
    const last = inside.at(-1);
    if (last && (last[0] !== part[0][0] || last[1] !== part[0][1])) inside.push(GAP);
    if (!last || inside.at(-1) === GAP) inside.push(part[0]);
    inside.push(part[1]);
  }
  return inside;
}

/** Return the two ends of what lies in the box of the segment from `a` to `b` (Liang and Barsky), or null. */
function clippedSegment(a, b, [left, top, right, bottom]) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  if (!Number.isFinite(dx + dy)) return null; // a gap, or so long that its own length overflows
  let [from, to] = [0, 1];
  const edges = [
    [-dx, a[0] - left],
    [dx, right - a[0]],
    [-dy, a[1] - bottom],
    [dy, top - a[1]],
  ];
  for (const [speed, room] of edges) {
    if (speed === 0 && room < 0) return null;
    if (speed < 0) from = Math.max(from, room / speed);
    if (speed > 0) to = Math.min(to, room / speed);
  }
  if (from > to) return null;
  // Where a segment is very long, rounding would put its ends off the edges.
  const at = (part) => [clamp(a[0] + part * dx, left, right), clamp(a[1] + part * dy, bottom, top)];
  return [from === 0 ? a : at(from), to === 1 ? b : at(to)];
}

/** Return those of `points` that lie in the box [left, top, right, bottom]. */
export function within(points, [left, top, right, bottom]) {
  return points.filter(([x, y]) => left <= x && x <= right && bottom <= y && y <= top);
}

// The graph of a function that a reader has typed: it may be steep, jump, or have no value in places.

import { spaced } from "./intervals.js";
import { GAP } from "./paths.js";

const HALVINGS = 10;
const TALL = 3; // pixels from one point to the next that still look smooth

/**
 * Return the graph of `f` from `first` to `last` as a path of at least so many `steps`, finer where it is steep inside of
 * `box` [left, top, right, bottom], where a unit is `unit` pixels high. It has gaps where f is NaN and where it jumps.
 */
export function graphOf(f, [first, last], { box: [, top, , bottom], steps, unit }) {
  const at = (x) => [x, f(x)];
  const hasValue = ([, y]) => !Number.isNaN(y);
  const isFar = (a, b) => Math.min(a[1], b[1]) > top || Math.max(a[1], b[1]) < bottom;
  const isGap = (a, b) => !hasValue(a) && !hasValue(b);
  const isSmooth = (a, b) => hasValue(a) && hasValue(b) && (isFar(a, b) || Math.abs(a[1] - b[1]) * unit <= TALL);
  const found = [];

  /** Add what lies behind the point `a`, up to `b`. */
  function join(a, b, halvings) {
    if (isGap(a, b) || isSmooth(a, b)) found.push(hasValue(b) ? b : GAP);
    else if (halvings === 0) found.push(GAP, hasValue(b) ? b : GAP);
    else {
      const middle = at((a[0] + b[0]) / 2);
      join(a, middle, halvings - 1);
      join(middle, b, halvings - 1);
    }
  }

  const points = spaced(first, last, Math.ceil(steps)).map(at);
  found.push(hasValue(points[0]) ? points[0] : GAP);
  for (let k = 1; k < points.length; k++) join(points[k - 1], points[k], HALVINGS);
  return found;
}

// Level curves of a function of two variables, by d3-contour.

import { contours } from "d3-contour";
import { spaced } from "./intervals.js";
import { GAP } from "./paths.js";

/** Return the values of `f`, a function of a point, on a grid of `cells` by `cells` over the box [left, top, right, bottom]. */
export function sampled(f, [left, top, right, bottom], cells = 80) {
  const values = spaced(bottom, top, cells).flatMap((y) => spaced(left, right, cells).map((x) => f([x, y])));
  return { values, count: cells + 1, step: [(right - left) / cells, (top - bottom) / cells], corner: [left, bottom] };
}

/** Return the level curve of a sampled function as a path. */
export function levelCurve({ values, count, step, corner }, level) {
  // d3-contour returns areas, which it closes half a cell outside of the grid; there, a level curve has a gap.
  const isOutside = (place) => place === 0 || place === count;
  const onCurve = (places) =>
    places.some(isOutside) ? GAP : places.map((place, k) => corner[k] + (place - 0.5) * step[k]);
  const rings = contours().size([count, count]).contour(values, level).coordinates.flat();
  return rings.flatMap((ring) => [...ring.map(onCurve), GAP]);
}

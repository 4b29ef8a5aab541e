// Level curves of a function of two variables, by marching squares: the function is taken as straight along the edges
// of a fine grid, and where it passes the level on two edges of a cell, they are joined.

import { spaced } from "./intervals.js";
import { GAP } from "./paths.js";

/** Return the values of `f`, a function of a point, on a grid of `cells` by `cells` over the box [left, top, right, bottom]. */
export function sampled(f, [left, top, right, bottom], cells = 80) {
  const [xs, ys] = [spaced(left, right, cells), spaced(bottom, top, cells)];
  return { xs, ys, values: ys.map((y) => xs.map((x) => f([x, y]))) };
}

/** Return the level curve of a sampled function as a path of short lines. */
export function levelCurve({ xs, ys, values }, level) {
  const lines = [];
  for (let j = 0; j + 1 < ys.length; j++) {
    for (let i = 0; i + 1 < xs.length; i++) {
      const crossed = crossings(xs, ys, values, i, j, level);
      // Two crossings are a line, and four are two: a saddle of the grid, at which either pairing is right.
      for (let k = 0; k + 1 < crossed.length; k += 2) lines.push(crossed[k], crossed[k + 1], GAP);
    }
  }
  return lines;
}

/** Return where the level is passed on the edges of the cell at column i and row j, going around it. */
function crossings(xs, ys, values, i, j, level) {
  const corners = [
    [i, j],
    [i + 1, j],
    [i + 1, j + 1],
    [i, j + 1],
  ];
  const found = [];
  for (let k = 0; k < 4; k++) {
    const [[i1, j1], [i2, j2]] = [corners[k], corners[(k + 1) % 4]];
    const [a, b] = [values[j1][i1] - level, values[j2][i2] - level];
    if (a < 0 === b < 0) continue;
    const part = a / (a - b);
    found.push([xs[i1] + part * (xs[i2] - xs[i1]), ys[j1] + part * (ys[j2] - ys[j1])]);
  }
  return found;
}

// Axes of a picture: through its origin, or at the edges of a frame where the origin is not in the middle, or the
// numbers of an axis are not those of the picture.

import { fixed } from "./numbers.js";
import { GAP } from "../mathematics/paths.js";

const RULE = { color: "rule-strong", width: 1, cap: "butt" };
const SMALL = { color: "soft", size: 13 };
const NAME = { color: "soft" };
const whole = (number) => fixed(number, 0);

/**
 * Draw axes on `board`. `x` and `y` have a `name` (HTML), numbers at their `ticks`, and `format(number)`, if these are
 * to be more than whole numbers. With a `frame` ([left, top, right, bottom]), they are its edges, and the board needs
 * some room outside of it: about 30 pixels on the left and 40 below; `grid` says from the ticks of which axis lines go
 * across: "x", "y", "xy" or "".
 */
export function drawAxes(board, { x, y, frame, grid = "y" }) {
  if (frame) drawFrame(board, frame, x, y, grid);
  else drawCross(board, x, y);
}

function drawFrame(board, [left, top, right, bottom], x, y, grid) {
  const rule = (from, to) => board.path([from, to], { ...RULE, color: "rule" });
  const edge = (from, to) => board.path([from, to], RULE);
  for (const number of y.ticks) {
    if (grid.includes("y")) rule([left, number], [right, number]);
    board.label([left, number], written(y, number), { ...SMALL, anchorX: "right", beside: [-5, 0] });
  }
  for (const number of x.ticks) {
    if (grid.includes("x")) rule([number, bottom], [number, top]);
    board.label([number, bottom], written(x, number), { ...SMALL, anchorY: "top", beside: [0, -4] });
  }
  edge([left, bottom], [right, bottom]);
  edge([left, bottom], [left, top]);
  board.label([right, bottom], x.name, { ...SMALL, anchorX: "right", anchorY: "top", beside: [0, -19] });
  board.label([left, top], y.name, { ...SMALL, anchorX: "left", anchorY: "bottom", beside: [-6, 3] });
}

function drawCross(board, x, y) {
  const tick = { ...RULE, cap: "round", opacity: 0.25 };
  const across = (at, way) => [board.beside(at, way), at, board.beside(at, [-way[0], -way[1]]), GAP];
  // The ends of both, which are others when the reader's window is.
  const [left, top] = [() => [board.box()[0], 0], () => [0, board.box()[1]]];
  const [right, bottom] = [() => [board.box()[2], 0], () => [0, board.box()[3]]];
  board.path(() => [board.beside(left(), [4, 0]), board.beside(right(), [-4, 0])], RULE);
  board.path(() => x.ticks.flatMap((number) => across([number, 0], [0, 4])), tick);
  board.path(() => [board.beside(bottom(), [0, 4]), board.beside(top(), [0, -4])], RULE);
  board.path(() => y.ticks.flatMap((number) => across([0, number], [4, 0])), tick);
  for (const number of x.ticks) {
    board.label([number, 0], written(x, number), { ...SMALL, anchorY: "top", beside: [0, -6] });
  }
  for (const number of y.ticks) {
    board.label([0, number], written(y, number), { ...SMALL, anchorX: "right", beside: [-7, 0] });
  }
  board.label(right, x.name, { ...NAME, anchorX: "right", anchorY: "bottom", beside: [-6, 4] });
  board.label(top, y.name, { ...NAME, anchorX: "left", anchorY: "top", beside: [8, -4] });
}

function written({ format = whole }, number) {
  return format(number);
}

// Axes at the edges of a picture, for one whose origin is not in its middle or whose scale is not its own numbers.

import { label } from "./labels.js";

/**
 * Draw a frame around `box` ([left, top, right, bottom]) on `board`, which needs some room outside of it: about 30 pixels
 * on the left and 40 below. `x` and `y` have a `name` (HTML) and `ticks`: [place, label] each. `grid` says
 * from the ticks of which axis lines go across: "x", "y", "xy" or "".
 */
export function drawFrame(board, pens, { box: [left, top, right, bottom], x, y, grid = "y" }) {
  const rule = pens.thin("rule", { layer: 1, strokeWidth: 1 });
  const edge = pens.thin("rule-strong", { layer: 2, strokeWidth: 1 });
  const small = pens.words("soft", { fontSize: 13 });
  const line = (from, to, pen) => board.create("segment", [from, to], pen);
  const write = (place, text, more) => label(board, small, { at: () => place, text, ...more });
  for (const [place, text] of y.ticks) {
    if (grid.includes("y")) line([left, place], [right, place], rule);
    write([left, place], text, { anchorX: "right", beside: [-5, 0] });
  }
  for (const [place, text] of x.ticks) {
    if (grid.includes("x")) line([place, bottom], [place, top], rule);
    write([place, bottom], text, { anchorY: "top", beside: [0, -4] });
  }
  line([left, bottom], [right, bottom], edge);
  line([left, bottom], [left, top], edge);
  write([right, bottom], x.name, { anchorX: "right", anchorY: "top", beside: [0, -19] });
  write([left, top], y.name, { anchorX: "left", anchorY: "bottom", beside: [-6, 3] });
}

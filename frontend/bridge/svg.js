// SVG in fewer bytes, by SVGO. Its bundle for browsers is the same program in one file, which loads three times as fast.

import { optimize } from "svgo/browser";

// Figures: a tenth of a point is below what a screen shows.
export function shrinkFigure(svg) {
  return optimize(svg, { multipass: true, floatPrecision: 1, plugins: ["preset-default"] }).data;
}

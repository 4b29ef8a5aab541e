// SVG in fewer bytes, by SVGO. Its bundle for browsers is the same program in one file, which loads three times as fast.

import { optimize } from "svgo/browser";

// Matplotlib outlines letters on a grid of 6,400 units to the em, and letters are half of most figures. On one of 400, a
// point is off by at most a fiftieth of a pixel of the page.
const MATPLOTLIB = "scale(0.015625)";
const COARSER = 16;

const lettersOnACoarserGrid = {
  name: "lettersOnACoarserGrid",
  fn: () => ({
    element: {
      enter({ attributes }) {
        if (attributes.transform !== MATPLOTLIB || !attributes.d) return;
        attributes.d = attributes.d.replace(/-?[\d.]+/g, (unit) => Math.round(unit / COARSER));
        attributes.transform = `scale(${COARSER / 64})`;
      },
    },
  }),
};

// Figures: a tenth of a point is below what a screen shows. Their one rule for styles names no id, so that all may change.
const PRESET = { name: "preset-default", params: { overrides: { cleanupIds: { force: true } } } };

export function shrinkFigure(svg) {
  return optimize(svg, { multipass: true, floatPrecision: 1, plugins: [lettersOnACoarserGrid, PRESET] }).data;
}

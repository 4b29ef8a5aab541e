// Two errors against the step h with which a slope was measured, both on logarithmic axes; the step can be dragged.

import { clamp } from "../mathematics/intervals.js";
import { drawAxes } from "./axes.js";
import { choice } from "./controls.js";
import { dashed, line } from "./pens.js";

const FLOOR = -17;

/** What rounds a number to those that a machine can hold. */
export const STORES = { double: (value) => value, single: Math.fround };

/** The choice among them. */
export const precision = choice("precision", {
  label: "numbers",
  options: { double: "double (64 bits)", single: "single (32 bits)" },
  start: "double",
});

const power = (exponent) => `10<sup>${String(exponent).replace("-", "−")}</sup>`;

/** Return the height of an error in the picture. An error of exactly 0 lies on the floor. */
function height(error) {
  return Math.max(FLOOR, Math.log10(error));
}

/**
 * Return what looks and what draws for an explorable with the field `h`: `errorsAt(state, h)` gives its two errors,
 * `names` how they are called, in which color and where. Steps go from 10 to the power `least` up to 1, errors to `top`.
 */
export function errorsAgainstStep({ errorsAt, least, top, width, ticks, called, names }) {
  const frame = [least, top, 0, FLOOR];
  const steps = Array.from({ length: -20 * least + 1 }, (_, index) => least + index / 20); // powers of ten

  /** Return both `errors` at the chosen step, and both `curves` as paths of points [lg h, lg error]. */
  function look(state) {
    const all = steps.map((lg) => errorsAt(state, 10 ** lg));
    const curves = [0, 1].map((which) => steps.map((lg, index) => [lg, height(all[index][which])]));
    return { errors: errorsAt(state, state.h), curves };
  }

  function draw([board], now, set) {
    drawAxes(board, {
      frame,
      x: { name: "step <i>h</i>", ticks, format: power },
      y: { name: called, ticks: [-16, -12, -8, -4, 0], format: power },
    });
    const step = () => Math.log10(now().h);
    for (const [which, { color }] of names.entries()) {
      board.path(() => now().curves[which], line(color, { width, inside: frame }));
    }
    for (const [which, { color }] of names.entries()) {
      board.dots(() => [[step(), height(now().errors[which])]], { color, size: 11, inside: frame });
    }
    const upright = () => [FLOOR, top].map((y) => [step(), y]);
    board.path(upright, dashed("c4"));
    const dragged = ([lg]) => set({ h: Number((10 ** clamp(lg, least, 0)).toPrecision(3)) });
    board.handle(() => [step(), FLOOR], dragged, { fields: ["h"], color: "ink", size: 6 });
    // Above the frame, where no curve runs.
    for (const { text, color, beside } of names) {
      board.label([0, top], text, { color, beside, anchorX: "right", anchorY: "bottom" });
    }
  }

  return { look, draw };
}

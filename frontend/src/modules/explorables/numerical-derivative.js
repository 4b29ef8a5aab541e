// Numerical derivatives: which h is best, and what sets the limit on both sides?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider, typed } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { short } from "../../explorable/numbers.js";
import { dashed, line } from "../../explorable/pens.js";
import { readFunction } from "../../mathematics/expression.js";
import { clamp } from "../../mathematics/intervals.js";
import { differenceErrors } from "../../mathematics/slopes.js";

const FUNCTIONS = ["sin(x)", "exp(x)", "x^2", "x^3", "1/x", "sqrt(x)", "tanh(x)"];
const STORES = { double: (value) => value, single: Math.fround };
const STEPS = Array.from({ length: 301 }, (_, index) => -15 + index / 20); // powers of ten
const FLOOR = -17;
const TOP = 3;

const controls = [
  typed("f", { label: "<i>f</i>(<i>x</i>) =", parse: readFunction, suggestions: FUNCTIONS, start: "sin(x)" }),
  slider("h", { label: "<i>h</i>", min: 1e-15, max: 1, log: true, start: 1e-5, format: (h) => short(h) }),
  slider("x", { label: "<i>x</i>", min: 0.01, max: 1e9, log: true, start: 1, format: (x) => short(x) }),
  choice("precision", {
    label: "numbers",
    options: { double: "double (64 bits)", single: "single (32 bits)" },
    start: "double",
  }),
];

/** Return the errors [forward, central] at the step `h`. */
function errorsAt({ f, x, precision }, h) {
  const read = readFunction(f);
  return differenceErrors((where) => read(where).value, read(x).slope, x, h, STORES[precision]);
}

/** Return both `errors` at the chosen step, and both `curves` as paths of points [lg h, lg error]. */
function look(state) {
  const all = STEPS.map((power) => errorsAt(state, 10 ** power));
  const curves = [0, 1].map((which) => STEPS.map((power, index) => [power, height(all[index][which])]));
  return { errors: errorsAt(state, state.h), curves };
}

/** Return the height of an error in the picture. An error of exactly 0 lies on the floor. */
function height(error) {
  return Math.max(FLOOR, Math.log10(error));
}

/** Return the step around which a curve stays lowest: where it is ragged, one low point is luck. */
function lowest(points) {
  const around = (index) => Math.max(...points.slice(Math.max(0, index - 8), index + 9).map(([, error]) => error));
  const worst = points.map(([lg], index) => [lg, around(index)]);
  return 10 ** worst.reduce((least, point) => (point[1] < least[1] ? point : least))[0];
}

const power = (exponent) => `10<sup>${String(exponent).replace("-", "−")}</sup>`;
const ENDS = [-15, 0];
const FRAME = [ENDS[0], TOP, ENDS[1], FLOOR];

function draw([board], now, set) {
  drawAxes(board, {
    frame: FRAME,
    x: { name: "step <i>h</i>", ticks: [-15, -12, -9, -6, -3, 0], format: power },
    y: { name: "error of the derivative", ticks: [-16, -12, -8, -4, 0], format: power },
  });
  const names = [
    { text: "forward", color: "c1", beside: [-66, 3] },
    { text: "central", color: "c0", beside: [-4, 3] },
  ];
  const step = () => Math.log10(now().h);
  for (const [which, { color }] of names.entries()) {
    board.path(() => now().curves[which], line(color, { width: 1.4, inside: FRAME }));
  }
  for (const [which, { color }] of names.entries()) {
    board.dots(() => [[step(), height(now().errors[which])]], { color, size: 11, inside: FRAME });
  }
  const upright = () => [FLOOR, TOP].map((y) => [step(), y]);
  board.path(upright, dashed("c4"));
  const dragged = ([lg]) => set({ h: Number((10 ** clamp(lg, ...ENDS)).toPrecision(3)) });
  board.handle(() => [step(), FLOOR], dragged, { fields: ["h"], color: "ink", size: 6 });
  // Above the frame, where no curve runs.
  for (const { text, color, beside } of names) {
    board.label([0, TOP], text, { color, beside, anchorX: "right", anchorY: "bottom" });
  }
}

function sentence({ h, x, errors, curves }) {
  if (errors.some(Number.isNaN)) return `<i>f</i> has no derivative at <i>x</i> = ${short(x)}, or no value nearby.`;
  const best = curves.map((points) => short(lowest(points), 1));
  const [forward, central] = errors.map((error) => short(error, 2));
  return (
    `With <i>h</i> = ${short(h)} the forward difference is off by <b class="nb-c1">${forward}</b>, the central one by ` +
    `<b class="nb-c0">${central}</b>. Both do best around ${best[0]} and ${best[1]}.`
  );
}

export function start(root) {
  const boards = [
    { name: "Error against step, both on logarithmic axes", ratio: 1.4, tight: 1.15, box: [-16.8, 4.8, 0.8, -20.2] },
  ];
  explore(root, { controls, main: "h", boards, look, draw, sentence });
}

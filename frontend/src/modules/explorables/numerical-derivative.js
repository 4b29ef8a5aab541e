// Numerical derivatives: which h is best, and what sets the limit on both sides?

import { choice, slider, typed } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { drawFrame } from "../../explorable/frame.js";
import { label } from "../../explorable/labels.js";
import { short } from "../../explorable/numbers.js";
import { dots, polyline } from "../../explorable/paths.js";
import { readFunction } from "../../mathematics/expression.js";
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

/** Return both curves as points [lg h, lg error]. An error of exactly 0 lies on the floor. */
function curves(state) {
  const errors = STEPS.map((power) => errorsAt(state, 10 ** power));
  return [0, 1].map((which) => STEPS.map((power, index) => [power, place(errors[index][which])]));
}

function place(error) {
  return Math.max(FLOOR, Math.log10(error));
}

/** Return the step around which a curve stays lowest: where it is ragged, one low point is luck. */
function lowest(points) {
  const around = (index) => Math.max(...points.slice(Math.max(0, index - 8), index + 9).map(([, error]) => error));
  const worst = points.map(([lg], index) => [lg, around(index)]);
  return 10 ** worst.reduce((least, point) => (point[1] < least[1] ? point : least))[0];
}

const power = (exponent) => [exponent, `10<sup>${String(exponent).replace("-", "−")}</sup>`];
const box = [-15, TOP, 0, FLOOR];

function draw([board], pens, state) {
  drawFrame(board, pens, {
    box,
    x: { name: "step <i>h</i>", ticks: [-15, -12, -9, -6, -3, 0].map(power) },
    y: { name: "error of the derivative", ticks: [-16, -12, -8, -4, 0].map(power) },
  });
  const lines = [
    polyline(board, pens.line("c1", { strokeWidth: 1.4 }), box),
    polyline(board, pens.line("c0", { strokeWidth: 1.4 }), box),
  ];
  board.create(
    "segment",
    [
      [() => Math.log10(state.h), FLOOR],
      [() => Math.log10(state.h), TOP],
    ],
    pens.thin("c4", { dash: 2 }),
  );
  const marks = [dots(board, pens.line("c1"), 11, box), dots(board, pens.line("c0"), 11, box)];
  let [forward, central] = [[], []];
  const name = (points, text, color, at, beside) =>
    label(board, pens.words(color), { at: () => points().find(([lg]) => lg >= at) ?? [at, 0], text, beside });
  name(() => forward, "forward", "c1", -5.5, [-28, 10]);
  name(() => central, "central", "c0", -3, [32, -6]);
  return () => {
    [forward, central] = curves(state);
    for (const [index, points] of [forward, central].entries()) {
      lines[index](points);
      marks[index]([[Math.log10(state.h), place(errorsAt(state, state.h)[index])]]);
    }
  };
}

function sentence(state) {
  const errors = errorsAt(state, state.h);
  if (errors.some(Number.isNaN))
    return `<i>f</i> has no derivative at <i>x</i> = ${short(state.x)}, or no value nearby.`;
  const best = curves(state).map((points) => short(lowest(points), 1));
  const [forward, central] = errors.map((error) => short(error, 2));
  return (
    `With <i>h</i> = ${short(state.h)} the forward difference is off by <b class="nb-c1">${forward}</b>, the central one by ` +
    `<b class="nb-c0">${central}</b>. Both do best around ${best[0]} and ${best[1]}.`
  );
}

export function start(root) {
  const boards = [
    { name: "Error against step, both on logarithmic axes", ratio: 1.2, box: [-16.8, 5.2, 0.4, -20.6], axes: null },
  ];
  explore(root, { controls, boards, draw, sentence });
}

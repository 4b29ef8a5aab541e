// Numerical derivatives: which h is best, and what sets the limit on both sides?

import { slider, typed } from "../../explorable/controls.js";
import { errorsAgainstStep, precision, STORES } from "../../explorable/errors.js";
import { explore } from "../../explorable/explore.js";
import { short } from "../../explorable/numbers.js";
import { readFunction } from "../../mathematics/expression.js";
import { differenceErrors } from "../../mathematics/slopes.js";

const FUNCTIONS = ["sin(x)", "exp(x)", "x^2", "x^3", "1/x", "sqrt(x)", "tanh(x)"];

const controls = [
  typed("f", { label: "<i>f</i>(<i>x</i>) =", parse: readFunction, suggestions: FUNCTIONS, start: "sin(x)" }),
  slider("h", { label: "<i>h</i>", min: 1e-15, max: 1, log: true, start: 1e-5, format: (h) => short(h) }),
  slider("x", { label: "<i>x</i>", min: 0.01, max: 1e9, log: true, start: 1, format: (x) => short(x) }),
  precision,
];

/** Return the errors [forward, central] at the step `h`. */
function errorsAt({ f, x, precision }, h) {
  const read = readFunction(f);
  return differenceErrors((where) => read(where).value, read(x).slope, x, h, STORES[precision]);
}

const { look, draw } = errorsAgainstStep({
  errorsAt,
  least: -15,
  top: 3,
  width: 1.4,
  ticks: [-15, -12, -9, -6, -3, 0],
  called: "error of the derivative",
  names: [
    { text: "forward", color: "c1", beside: [-66, 3] },
    { text: "central", color: "c0", beside: [-4, 3] },
  ],
});

/** Return the step around which a curve stays lowest: where it is ragged, one low point is luck. */
function lowest(points) {
  const around = (index) => Math.max(...points.slice(Math.max(0, index - 8), index + 9).map(([, error]) => error));
  const worst = points.map(([lg], index) => [lg, around(index)]);
  return 10 ** worst.reduce((least, point) => (point[1] < least[1] ? point : least))[0];
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

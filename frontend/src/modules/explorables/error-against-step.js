// A right and a wrong slope against differences: what does the relative error do as the step shrinks?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed, short } from "../../explorable/numbers.js";
import { dashed, line } from "../../explorable/pens.js";
import {
  centralSlope,
  complexSlope,
  forwardSlope,
  NEURON,
  neuronSlope,
  relativeError,
} from "../../mathematics/checks.js";
import { clamp } from "../../mathematics/intervals.js";

const RULES = { central: centralSlope, forward: forwardSlope, complex: complexSlope };
const STORES = { double: (value) => value, single: Math.fround };
const ENDS = [-13, 0];
const STEPS = Array.from({ length: 261 }, (_, index) => ENDS[0] + index / 20); // powers of ten
const FLOOR = -17;
const TOP = 1;
const FRAME = [ENDS[0], TOP, ENDS[1], FLOOR];

const controls = [
  slider("h", { label: "step <i>h</i>", min: 1e-13, max: 1, log: true, start: 1e-2, format: (h) => short(h) }),
  slider("fault", {
    label: "wrong by",
    min: 1e-10,
    max: 1,
    log: true,
    start: 1e-3,
    format: (fault) => short(fault),
  }),
  choice("rule", {
    label: "measured by",
    options: { central: "central difference", forward: "forward difference", complex: "complex step" },
    start: "central",
  }),
  choice("precision", {
    label: "numbers",
    options: { double: "double (64 bits)", single: "single (32 bits)" },
    start: "double",
  }),
];

/** Return the errors [right, wrong] that a check finds at the step `h`. */
function errorsAt({ fault, rule, precision }, h) {
  const measured = RULES[rule](NEURON.w, h, STORES[precision]);
  const slope = neuronSlope(NEURON.w);
  return [slope, slope * (1 + fault)].map((claimed) => relativeError(claimed, measured));
}

/** Return both `errors` at the chosen step and at half of it, and both `curves` as paths of points [lg h, lg error]. */
function look(state) {
  const all = STEPS.map((power) => errorsAt(state, 10 ** power));
  const curves = [0, 1].map((which) => STEPS.map((power, index) => [power, height(all[index][which])]));
  return { errors: errorsAt(state, state.h), halved: errorsAt(state, state.h / 2), curves };
}

/** Return the height of an error in the picture. An error of exactly 0 lies on the floor. */
function height(error) {
  return clamp(Math.log10(error), FLOOR, TOP);
}

const power = (exponent) => `10<sup>${String(exponent).replace("-", "−")}</sup>`;

function draw([board], now, set) {
  drawAxes(board, {
    frame: FRAME,
    x: { name: "step <i>h</i>", ticks: [-12, -9, -6, -3, 0], format: power },
    y: { name: "relative error", ticks: [-16, -12, -8, -4, 0], format: power },
  });
  const names = [
    { text: "right", color: "c0", beside: [-64, 3] },
    { text: "wrong", color: "c3", beside: [-4, 3] },
  ];
  const step = () => Math.log10(now().h);
  for (const [which, { color }] of names.entries()) {
    board.path(() => now().curves[which], line(color, { width: 1.6, inside: FRAME }));
  }
  for (const [which, { color }] of names.entries()) {
    board.dots(() => [[step(), height(now().errors[which])]], { color, size: 11, inside: FRAME });
  }
  const upright = () => [FLOOR, TOP].map((y) => [step(), y]);
  board.path(upright, dashed("c4"));
  const dragged = ([lg]) => set({ h: Number((10 ** clamp(lg, ...ENDS)).toPrecision(3)) });
  board.handle(() => [step(), FLOOR], dragged, { fields: ["h"], color: "ink", size: 6 });
  for (const { text, color, beside } of names) {
    board.label([0, TOP], text, { color, beside, anchorX: "right", anchorY: "bottom" });
  }
}

/** Return in words what halving the step does to an error. */
function told(error, halved) {
  if (halved === 0 || error === 0) return "to the last digit";
  const quotient = error / halved;
  if (quotient > 3.7 && quotient < 4.3) return "a quarter is left";
  if (quotient > 1.85 && quotient < 2.15) return "half is left";
  if (quotient > 0.95 && quotient < 1.05) return "it stays";
  return quotient > 1 ? `divided by ${fixed(quotient)}` : `multiplied by ${fixed(1 / quotient)}`;
}

function sentence({ h, errors, halved }) {
  const [right, wrong] = errors.map((error) => short(error, 2));
  const [one, other] = errors.map((error, which) => told(error, halved[which]));
  return (
    `With <i>h</i> = ${short(h)} the right slope is off by <b class="nb-c0">${right}</b>, the wrong one by ` +
    `<b class="nb-c3">${wrong}</b>. With half the step: right, ${one}; wrong, ${other}.`
  );
}

export function start(root) {
  const boards = [
    {
      name: "Relative error against step, both on logarithmic axes",
      ratio: 1.4,
      tight: 1.15,
      box: [-14.6, 2.8, 0.7, -20],
    },
  ];
  explore(root, { controls, main: "h", boards, look, draw, sentence });
}

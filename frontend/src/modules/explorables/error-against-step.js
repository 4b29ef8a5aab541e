// A right and a wrong slope against differences: what does the relative error do as the step shrinks?

import { choice, slider } from "../../explorable/controls.js";
import { errorsAgainstStep, precision, STORES } from "../../explorable/errors.js";
import { explore } from "../../explorable/explore.js";
import { fixed, short } from "../../explorable/numbers.js";
import {
  centralSlope,
  complexSlope,
  forwardSlope,
  NEURON,
  neuronSlope,
  relativeError,
} from "../../mathematics/checks.js";

const RULES = { central: centralSlope, forward: forwardSlope, complex: complexSlope };

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
  precision,
];

/** Return the errors [right, wrong] that a check finds at the step `h`. */
function errorsAt({ fault, rule, precision }, h) {
  const measured = RULES[rule](NEURON.w, h, STORES[precision]);
  const slope = neuronSlope(NEURON.w);
  return [slope, slope * (1 + fault)].map((claimed) => relativeError(claimed, measured));
}

const chart = errorsAgainstStep({
  errorsAt,
  least: -13,
  top: 1,
  width: 1.6,
  ticks: [-12, -9, -6, -3, 0],
  called: "relative error",
  names: [
    { text: "right", color: "c0", beside: [-64, 3] },
    { text: "wrong", color: "c3", beside: [-4, 3] },
  ],
});

/** Return what the picture shows, and both errors at half of the step, as `halved`. */
function look(state) {
  return { ...chart.look(state), halved: errorsAt(state, state.h / 2) };
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
  explore(root, { controls, main: "h", boards, look, draw: chart.draw, sentence });
}

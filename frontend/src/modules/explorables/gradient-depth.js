// A deep stack of random layers: what do gain, depth and activation make of a gradient's length, and of its directions?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed, short } from "../../explorable/numbers.js";
import { dashed, line } from "../../explorable/pens.js";
import { clamp } from "../../mathematics/intervals.js";
import {
  deltaLengths,
  drawStack,
  expectedLengths,
  normals,
  preActivations,
  singularValues,
  stackJacobian,
  UNITS,
} from "../../mathematics/stacks.js";

const WIDTH = 24;
const [LEAST, MOST] = [0.3, 6];
const DEEPEST = 40;
const SEED = 9;
const [LOW, HIGH] = [-12, 6];
const POWERS = [-12, -9, -6, -3, 0, 3, 6];
const ROUNDING = 1e-13; // of the largest singular value; what is smaller is not told from 0

const stacks = Object.fromEntries(
  ["normal", "orthogonal"].map((kind) => [kind, drawStack(DEEPEST, WIDTH, kind, SEED)]),
);
const [input, upstream] = [1, 2].map((seed) => Array.from({ length: WIDTH }, normals(seed)));

const controls = [
  slider("gain", { label: "gain <i>g</i>", min: LEAST, max: MOST, log: true, start: 1, format: (gain) => fixed(gain) }),
  slider("depth", { label: "layers", min: 2, max: DEEPEST, step: 1, start: 30, format: String }),
  choice("unit", {
    label: "activation",
    options: { linear: "none (linear)", relu: "ReLU", tanh: "tanh", sigmoid: "sigmoid" },
    start: "relu",
  }),
  choice("weights", { label: "weights", options: { normal: "normal", orthogonal: "orthogonal" }, start: "normal" }),
];

/** Return the lengths of the gradient by layer, those expected, and the singular values. */
function look({ gain, depth, unit: name, weights: kind }) {
  const [weights, unit] = [stacks[kind].slice(0, depth), UNITS[name]];
  const zs = preActivations(weights, gain, input, unit);
  const values = singularValues(stackJacobian(weights, gain, zs, unit));
  return {
    lengths: deltaLengths(weights, gain, zs, unit, upstream),
    expected: expectedLengths(weights, gain, zs, unit),
    values: values.filter((value) => value > ROUNDING * values[0]),
  };
}

const rising = (numbers) => numbers.map((number, k) => [k + 1, Math.log10(number)]);
const power = (exponent) => (exponent === 0 ? "1" : short(10 ** exponent));

function draw([course, spectrum], now, set) {
  const { depth } = now();
  const layers = [...new Set([1, Math.round(depth / 2), depth])];
  const frames = [
    [1, HIGH, depth, LOW],
    [1, HIGH, WIDTH, LOW],
  ];
  drawAxes(course, {
    frame: frames[0],
    x: { name: "layer", ticks: layers },
    y: { name: "length of the gradient", ticks: POWERS, format: power },
  });
  drawAxes(spectrum, {
    frame: frames[1],
    x: { name: "number", ticks: [1, 8, 16, 24] },
    y: { name: "singular values", ticks: POWERS, format: power },
  });
  course.path(() => rising(now().expected), dashed("c4", { inside: frames[0] }));
  course.path(() => rising(now().lengths), line("c0", { width: 1.6, inside: frames[0] }));
  course.dots(() => rising(now().lengths), { color: "c0", size: 5, inside: frames[0] });
  const first = () => [1, clamp(Math.log10(now().lengths[0]), LOW, HIGH)];
  course.handle(first, ([, height]) => set({ gain: gainFor(now(), height) }), { fields: ["gain"], color: "c0" });
  spectrum.dots(() => rising(now().values), { color: "c1", size: 6, inside: frames[1] });
}

/** Return the gain at which the first layer's gradient would be about 10^height long, if the slopes stayed as they are. */
function gainFor({ gain, depth, lengths }, height) {
  const wanted = gain * 10 ** ((height - Math.log10(lengths[0])) / (depth - 1));
  return clamp(Number(wanted.toPrecision(3)), LEAST, MOST);
}

function sentence({ depth, lengths, values }) {
  const first = `<b class="nb-c0">${short(lengths[0])}</b>`;
  const factor = lengths[0] ** (1 / (depth - 1));
  const down = `From layer ${depth} to layer 1 the gradient's length goes from 1 to ${first}, a factor of ${fixed(factor, 3)} per layer.`;
  if (values.length === 0) return down;
  const [largest, smallest] = [values[0], values.at(-1)].map((value) => `<b class="nb-c1">${short(value)}</b>`);
  const lost = WIDTH - values.length;
  const gone = lost ? ` ${lost} of ${WIDTH} cannot be told from 0.` : "";
  return `${down} The Jacobian's singular values go from ${largest} down to ${smallest}.${gone}`;
}

export function start(root) {
  const boards = ({ depth }) => [
    {
      name: "Length of the gradient in each layer",
      ratio: 1,
      tight: 1.2,
      box: [1 - 0.17 * (depth - 1), 8.2, 1 + 1.04 * (depth - 1), -15],
    },
    { name: "Singular values of the stack's Jacobian", ratio: 1, tight: 1.2, box: [-2.9, 8.2, 25, -15] },
  ];
  explore(root, { controls, main: "gain", boards, anew: ["depth"], look, draw, sentence });
}

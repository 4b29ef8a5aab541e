// An activation above its slope: how much of a gradient gets through a unit, and through several in a row?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed, short } from "../../explorable/numbers.js";
import { dashed, dotted, line } from "../../explorable/pens.js";
import { ACTIVATIONS } from "../../mathematics/activations.js";
import { placed } from "../../mathematics/intervals.js";

const REACH = 6;
const NAMES = {
  sigmoid: "sigmoid",
  tanh: "tanh",
  relu: "ReLU",
  leaky: "leaky ReLU, a = 0.1",
  gelu: "GELU",
  silu: "SiLU",
  softplus: "softplus",
};
const BOUNDED = ["sigmoid", "tanh"];

const controls = [
  slider("z", {
    label: "pre-activation <i>z</i>",
    min: -REACH,
    max: REACH,
    step: 0.1,
    start: 2,
    format: (z) => fixed(z, 1),
  }),
  choice("unit", { label: "activation", options: NAMES, start: "sigmoid" }),
  slider("units", { label: "units in a row", min: 1, max: 20, step: 1, start: 1, format: String }),
];

/** Return the activation, its value and slope at z, and what of a gradient is left after all units in a row. */
function look({ unit, z, units }) {
  const chosen = ACTIVATIONS[unit];
  const slope = chosen.slope(z);
  return { chosen, value: chosen.value(z), slope, left: slope ** units };
}

function heights(unit) {
  return BOUNDED.includes(unit)
    ? { low: -1.1, high: 1.1, ticks: [-1, 0, 1] }
    : { low: -1, high: 6, ticks: [0, 2, 4, 6] };
}

function draw([above, below], now, set) {
  const { low, high, ticks } = heights(now().unit);
  const x = { name: "<i>z</i>", ticks: [-6, -3, 0, 3, 6] };
  const [top, bottom] = [
    [-REACH, high, REACH, low],
    [-REACH, 1.2, REACH, -0.2],
  ];
  drawAxes(above, { frame: top, x, y: { name: "value", ticks } });
  drawAxes(below, { frame: bottom, x, y: { name: "slope", ticks: [0, 0.5, 1], format: (y) => short(y) } });
  const ends = [-REACH, REACH];
  const at = (y) => [now().z, y];
  const tangent = () => ends.map((z) => [z, now().value + now().slope * (z - now().z)]);
  above.path(tangent, dashed("c1", { width: 1.8, inside: top, visible: () => smooth(now()) }));
  above.graph((z) => now().chosen.value(z), ends, line("c0", { inside: top }));
  above.path(() => [at(now().value), [now().z, low]], dotted("c4", { inside: top }));
  below.graph((z) => (z === 0 && now().chosen.kink ? Number.NaN : now().chosen.slope(z)), ends, line("c1"));
  below.path(() => [at(now().slope), [now().z, bottom[3]]], dotted("c4", { inside: bottom }));
  const moved = ([z]) => set({ z: placed(z, 1, -REACH, REACH) });
  above.handle(() => at(now().value), moved, { fields: ["z"], color: "c0" });
  below.handle(() => at(now().slope), moved, { fields: ["z"], color: "c1" });
}

/** Return whether there is a slope: a unit with a kink has none at 0. */
function smooth({ chosen, z }) {
  return !(chosen.kink && z === 0);
}

function sentence(seen) {
  const { unit, z, value, slope, units, left } = seen;
  const name = NAMES[unit].split(",")[0];
  const out = `At <i>z</i> = ${fixed(z, 1)} ${name} puts out <b class="nb-c0">${fixed(value, 4)}</b>`;
  if (!smooth(seen)) {
    return `${out} and has no slope: it is ${short(slope)} on the left and 1 on the right. PyTorch returns ${short(slope)}.`;
  }
  const one = `${out}, and its slope is <b class="nb-c1">${short(slope)}</b>.`;
  if (units === 1) return `${one} ${slope === 0 ? "No gradient gets" : "So much of a gradient gets"} through.`;
  const all = `<b class="nb-c1">${short(left)}</b>`;
  return `${one} ${units} such units in a row multiply a gradient by ${all}, if the weights between them are 1.`;
}

/** Move z from the left end to the right one. */
function travel(_, set, run) {
  run(6, (part) => set({ z: Number((2 * REACH * part - REACH).toFixed(1)) }));
}

function boards({ unit }) {
  const { low, high } = heights(unit);
  const [room, space] = [(high - low) * 0.2, 1.4 * 0.2];
  return [
    {
      name: "An activation with its tangent",
      ratio: 1.3,
      tight: 1.35,
      box: [-7.4, high + room / 1.6, 6.5, low - room],
    },
    { name: "The slope of the activation", ratio: 1.3, tight: 1.35, box: [-7.4, 1.2 + space / 1.6, 6.5, -0.2 - space] },
  ];
}

export function start(root) {
  const play = { label: "Move z from left to right", act: travel };
  explore(root, { controls, main: "z", boards, anew: ["unit"], look, draw, sentence, play });
}

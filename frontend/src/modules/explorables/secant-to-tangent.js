// Secant to tangent: what do the slopes of the secants do while h goes to 0?

import { choice, slider, typed } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed, short } from "../../explorable/numbers.js";
import { readFunction } from "../../mathematics/expression.js";
import { secantSlope } from "../../mathematics/slopes.js";

const FUNCTIONS = ["x^2", "x^3 - x", "sin(x)", "exp(x)", "|x|", "sqrt(x + 2)", "1/(1 + x^2)"];
const SMALLEST = 1e-6;

const controls = [
  typed("f", { label: "<i>f</i>(<i>x</i>) =", parse: readFunction, suggestions: FUNCTIONS, start: "x^2" }),
  slider("x", { label: "<i>x</i>", min: -2, max: 2, step: 0.05, start: 1, format: (x) => fixed(x) }),
  slider("h", { label: "<i>h</i>", min: SMALLEST, max: 2, log: true, start: 1, format: (h) => short(h) }),
  choice("side", { label: "second point", options: { right: "to the right", left: "to the left" }, start: "right" }),
];

/** Return the two points of the secant, its slope, and that of the tangent (NaN where there is none). */
export function slopes({ f, x, h, side }) {
  const read = readFunction(f);
  const at = (where) => read(where).value;
  const step = side === "right" ? h : -h;
  return { at, x, y: at(x), x2: x + step, y2: at(x + step), secant: secantSlope(at, x, step), tangent: read(x).slope };
}

const FAR = 1e4; // beyond it a picture cannot tell places apart, and its coordinates would overflow

function draw([board], pens, state, set) {
  let now = slopes(state);
  const [x, x2] = [() => now.x, () => now.x2];
  const [y, y2] = [() => drawable(now.y), () => drawable(now.y2)];
  const through = (slope) => [(t) => t, (t) => within(now.y + slope() * (t - now.x)), -4, 4];
  const sides = [
    [x, y, x2, y],
    [x2, y, x2, y2],
  ];
  for (const [left, low, right, high] of sides) {
    const ends = [
      [left, low],
      [right, high],
    ];
    board.create("segment", ends, pens.thin("c4", { dash: 1, visible: () => Number.isFinite(now.secant) }));
  }
  const [tangent, secant] = [through(() => now.tangent), through(() => now.secant)];
  board.create("functiongraph", [(t) => within(now.at(t)), -3, 3], pens.line("ink"));
  board.create("curve", tangent, pens.line("c0", { dash: 2, strokeWidth: 1.8 }));
  board.create("curve", secant, pens.line("c1"));
  const first = board.create("point", [x(), y()], pens.handle("c0", { visible: () => Number.isFinite(now.y) }));
  const second = board.create("point", [x2(), y2()], pens.handle("c1", { visible: () => Number.isFinite(now.y2) }));
  first.on("drag", () => set({ x: between(-2, first.X(), 2) }));
  second.on("drag", () => {
    const step = second.X() - state.x;
    set({ side: step < 0 ? "left" : "right", h: between(0.01, Math.abs(step), 2) });
  });
  return () => {
    now = slopes(state);
    first.moveTo([x(), y()]);
    second.moveTo([x2(), y2()]);
  };
}

/** Return a height that can be drawn; where there is none, nothing is shown, and any will do. */
function drawable(height) {
  return Number.isFinite(height) ? Math.min(FAR, Math.max(-FAR, height)) : 0;
}

/** Return a height of a curve, which has a gap where there is none or it is far off. */
function within(height) {
  return Math.abs(height) <= FAR ? height : Number.NaN;
}

function between(min, value, max) {
  return Number(Math.min(max, Math.max(min, value)).toPrecision(3));
}

function sentence(state) {
  const { secant, tangent, y } = slopes(state);
  const where = `At <i>x</i> = ${fixed(state.x)}, with <i>h</i> = ${state.side === "left" ? "−" : ""}${short(state.h)}`;
  if (!Number.isFinite(y)) return `${where}: the function has no value at <i>x</i>.`;
  if (!Number.isFinite(secant)) return `${where}: the function has no value at the second point.`;
  const slope = `the secant has the slope <b class="nb-c1">${fixed(secant, 6)}</b>`;
  if (!Number.isFinite(tangent)) return `${where}, ${slope}. There is no tangent with a slope here.`;
  const apart = short(Math.abs(secant - tangent));
  return `${where}, ${slope} and the tangent <b class="nb-c0">${fixed(tangent, 6)}</b>. They are ${apart} apart.`;
}

function shrink({ h }, set, run) {
  const first = h > 0.1 ? h : 1;
  run(4, (part) => set({ h: Number((first * (0.001 / first) ** part).toPrecision(3)) }));
}

export function start(root) {
  const boards = [{ name: "A curve with a secant and a tangent", ratio: 1.45, box: [-3, 5, 3, -1.2] }];
  explore(root, { controls, boards, draw, sentence, play: { label: "Let h shrink", act: shrink } });
}

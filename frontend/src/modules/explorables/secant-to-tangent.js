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

function draw([board], pens, state, set) {
  let now = slopes(state);
  const through = (slope) => [(t) => t, (t) => now.y + slope() * (t - now.x), -4, 4];
  const corner = [() => now.x2, () => now.y];
  board.create("segment", [[() => now.x, () => now.y], corner], pens.thin("c4", { dash: 1 }));
  board.create("segment", [corner, [() => now.x2, () => now.y2]], pens.thin("c4", { dash: 1 }));
  board.create("functiongraph", [(t) => now.at(t), -3, 3], pens.line("ink"));
  board.create(
    "curve",
    through(() => now.tangent),
    pens.line("c0", { dash: 2, strokeWidth: 1.8 }),
  );
  board.create(
    "curve",
    through(() => now.secant),
    pens.line("c1"),
  );
  const first = board.create("point", [now.x, now.y], pens.handle("c0"));
  const second = board.create("point", [now.x2, now.y2], pens.handle("c1"));
  first.on("drag", () => set({ x: between(-2, first.X(), 2) }));
  second.on("drag", () => {
    const step = second.X() - state.x;
    set({ side: step < 0 ? "left" : "right", h: between(0.01, Math.abs(step), 2) });
  });
  return () => {
    now = slopes(state);
    first.moveTo([now.x, now.y]);
    second.moveTo([now.x2, now.y2]);
  };
}

function between(min, value, max) {
  return Number(Math.min(max, Math.max(min, value)).toPrecision(3));
}

function sentence(state) {
  const { secant, tangent } = slopes(state);
  const where = `At <i>x</i> = ${fixed(state.x)}, with <i>h</i> = ${state.side === "left" ? "−" : ""}${short(state.h)}`;
  const slope = `the secant has the slope <b class="nb-c1">${fixed(secant, 6)}</b>`;
  if (Number.isNaN(tangent)) return `${where}, ${slope}. There is no one tangent here.`;
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

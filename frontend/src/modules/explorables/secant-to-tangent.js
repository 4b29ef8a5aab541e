// Secant to tangent: what do the slopes of the secants do while h goes to 0?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider, typed } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed, short } from "../../explorable/numbers.js";
import { dotted, line } from "../../explorable/pens.js";
import { readFunction } from "../../mathematics/expression.js";
import { clamp } from "../../mathematics/intervals.js";
import { GAP } from "../../mathematics/paths.js";
import { secantSlope } from "../../mathematics/slopes.js";

const FUNCTIONS = ["x^2", "x^3 - x", "sin(x)", "exp(x)", "|x|", "sqrt(x + 2)", "1/(1 + x^2)"];
const SMALLEST = 1e-6;

const controls = [
  typed("f", { label: "<i>f</i>(<i>x</i>) =", parse: readFunction, suggestions: FUNCTIONS, start: "x^2" }),
  slider("x", { label: "<i>x</i>", min: -2, max: 2, step: 0.05, start: 1, format: (x) => fixed(x) }),
  slider("h", { label: "<i>h</i>", min: SMALLEST, max: 2, log: true, start: 1, format: (h) => short(h) }),
  choice("side", { label: "second point", options: { right: "to the right", left: "to the left" }, start: "right" }),
];

/** Return the function, the second point of the secant and both heights, its slope, and that of the tangent, or NaN. */
function look({ f, x, h, side }) {
  const read = readFunction(f);
  const value = (where) => read(where).value;
  const step = side === "right" ? h : -h;
  const [y, x2, y2] = [value(x), x + step, value(x + step)];
  return { value, y, x2, y2, secant: secantSlope(value, x, step), tangent: read(x).slope };
}

const FAR = 1e4; // beyond it a picture cannot tell places apart, and its coordinates would overflow
const AROUND = [-4, 40, 4, -40]; // what of the straight lines is drawn

function draw([board], now, set) {
  drawAxes(board, {
    x: { name: "<i>x</i>", ticks: [-2, -1, 0, 1, 2] },
    y: { name: "<i>y</i>", ticks: [-1, 1, 2, 3, 4] },
  });
  const first = () => [now().x, drawable(now().y)];
  const second = () => [now().x2, drawable(now().y2)];
  const through = (slope) => () => [-4, 4].map((x) => [x, now().y + slope() * (x - now().x)]);
  board.graph((x) => within(now().value(x)), [-3, 3], line("ink"));
  const tangent = through(() => now().tangent);
  board.path(tangent, line("c0", { dash: "dashed", width: 1.8, inside: AROUND }));
  const secant = through(() => now().secant);
  board.path(secant, line("c1", { inside: AROUND }));
  const corner = () => [now().x2, first()[1]];
  const sides = () => (Number.isFinite(now().secant) ? [first(), corner(), GAP, corner(), second()] : []);
  board.path(sides, dotted("c4"));
  board.handle(first, ([x]) => set({ x: kept(x, -2) }), {
    fields: ["x"],
    color: "c0",
    visible: () => Number.isFinite(now().y),
  });
  const moved = ([x]) => set({ side: x < now().x ? "left" : "right", h: kept(Math.abs(x - now().x), 0.01) });
  board.handle(second, moved, { fields: ["h"], color: "c1", visible: () => Number.isFinite(now().y2) });
}

/** Return a height that can be drawn; where there is none, nothing is shown, and any will do. */
function drawable(height) {
  return Number.isFinite(height) ? clamp(height, -FAR, FAR) : 0;
}

/** Return a height of a curve, which has a gap where there is none or it is far off. */
function within(height) {
  return Math.abs(height) <= FAR ? height : Number.NaN;
}

/** Return what a reader has dragged to, not below `least`. */
function kept(value, least) {
  return Number(clamp(value, least, 2).toPrecision(3));
}

function sentence({ x, h, side, secant, tangent, y }) {
  const where = `At <i>x</i> = ${fixed(x)}, with <i>h</i> = ${side === "left" ? "−" : ""}${short(h)}`;
  if (!Number.isFinite(y)) return `${where}: the function has no value at <i>x</i>.`;
  if (!Number.isFinite(secant)) return `${where}: the function has no value at the second point.`;
  const slope = `the secant has the slope <b class="nb-c1">${fixed(secant, 6)}</b>`;
  if (!Number.isFinite(tangent)) return `${where}, ${slope}. There is no tangent with a slope here.`;
  const both = `${where}, ${slope} and the tangent <b class="nb-c0">${fixed(tangent, 6)}</b>.`;
  const apart = Math.abs(secant - tangent);
  // Both heights and the step are rounded, so a straight line would seem to differ from its tangent.
  const rounding = (4 * Number.EPSILON * (Math.abs(y) + Math.abs(x * tangent) + h)) / h;
  return `${both} They ${apart > rounding ? `are ${short(apart)} apart` : "agree, but for rounding"}.`;
}

function shrink({ h }, set, run) {
  const first = h > 0.1 ? h : 1;
  run(4, (part) => set({ h: Number((first * (0.001 / first) ** part).toPrecision(3)) }));
}

export function start(root) {
  const boards = [{ name: "A curve with a secant and a tangent", ratio: 1.45, box: [-3, 5, 3, -1.35] }];
  explore(root, { controls, main: "h", boards, look, draw, sentence, play: { label: "Let h shrink", act: shrink } });
}

// Partial derivatives: what are the slopes of the two slices through a point of a surface?
//
// Three panes on one board, with one scale for all lengths and heights: the map, below it the slice with y fixed, which
// shares its x, and beside it the slice with x fixed, which shares its y.

import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed, partial } from "../../explorable/numbers.js";
import { dotted, line, thin } from "../../explorable/pens.js";
import { levelCurve, sampled } from "../../mathematics/contours.js";
import { placed, spaced } from "../../mathematics/intervals.js";
import { SURFACES, tangent } from "../../mathematics/slices.js";

const X = 2.25;
const Y = 1.9;
const Z = 1.15;
const BELOW = -Y - 0.5 - Z; // where the height 0 is in the pane below
const BESIDE = X + 0.5 + Z; // and in the pane beside
const LEVELS = Array.from({ length: 12 }, (_, i) => (i - 5.5) * 0.15);

const coordinate = (name, max, start) =>
  slider(name, { label: `<i>${name}</i>`, min: -max, max, step: 0.05, start, format: (value) => fixed(value) });
const controls = [
  choice("f", { label: "height", options: { ripple: "sin x · cos y", staircase: "xy / (x² + y²)" }, start: "ripple" }),
  coordinate("x", X, 1),
  coordinate("y", Y, 0.5),
];

function look({ f, x, y }) {
  const { value, partials } = SURFACES[f];
  const [alongX, alongY] = partials([x, y]);
  return { value, height: value([x, y]), alongX, alongY };
}

function draw([board], now, set) {
  drawPanes(board);
  drawMap(board, now);
  drawSlices(board, now);
  drawNumbers(board, now);
  const [x, y] = [(place) => ({ x: near(place, X) }), (place) => ({ y: near(place, Y) })];
  board.handle(onMap(now), (point) => set({ ...x(point[0]), ...y(point[1]) }), { fields: ["x", "y"], color: "c0" });
  board.handle(onSliceBelow(now), (point) => set(x(point[0])), { fields: ["x"], color: "c1" });
  board.handle(onSliceBeside(now), (point) => set(y(point[1])), { fields: ["y"], color: "c2" });
}

const onMap = (now) => () => [now().x, now().y];
const onSliceBelow = (now) => () => [now().x, BELOW + now().height];
const onSliceBeside = (now) => () => [BESIDE + now().height, now().y];

/** Return where a finger points to: on an axis if it is near one, and not outside of the map. */
function near(value, most) {
  return Math.abs(value) < 0.04 ? 0 : placed(value, 2, -most, most);
}

/** Draw the frames of the three panes, with a few numbers. */
function drawPanes(board) {
  const frame = ([left, top, right, bottom]) => {
    const corners = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top],
    ];
    board.path(corners, thin("rule-strong"));
  };
  frame([-X, Y, X, -Y]);
  frame([-X, BELOW + Z, X, BELOW - Z]);
  frame([BESIDE - Z, Y, BESIDE + Z, -Y]);
  const write = (at, text, beside) => board.label(at, text, { color: "soft", size: 13, beside, plate: true });
  for (const x of [-2, -1, 0, 1, 2]) write([x, BELOW - Z], fixed(x, 0), [0, -10]);
  for (const y of [-1, 0, 1]) write([-X, y], fixed(y, 0), [-11, 0]);
  for (const z of [-1, 0, 1]) {
    write([-X, BELOW + z], fixed(z, 0), [-11, 0]);
    write([BESIDE + z, -Y], fixed(z, 0), [0, -10]);
  }
  write([-X, Y], "<i>y</i>", [-11, -6]);
  write([X, BELOW - Z], "<i>x</i>", [8, -10]);
  write([BESIDE, -Y], "height", [0, -26]);
}

/** Draw the level curves, the higher the stronger, and the two cuts. */
function drawMap(board, now) {
  const samples = sampled(now().value, [-X, Y, X, -Y], 60);
  for (const [index, level] of LEVELS.entries()) {
    board.path(levelCurve(samples, level), thin("c0", { opacity: 0.25 + 0.05 * index }));
  }
  const guide = dotted("c4");
  board.path(() => [onMap(now)(), onSliceBelow(now)()], guide);
  board.path(() => [onMap(now)(), onSliceBeside(now)()], guide);
  board.path(() => [-X, X].map((x) => [x, now().y]), line("c1"));
  board.path(() => [-Y, Y].map((y) => [now().x, y]), line("c2"));
  // Each name where there is room, and not on the other.
  const side = () => (now().x < 0 ? 1 : -1);
  const name = (at, text, color, right) =>
    board.label(at, text, { color, beside: () => [right * side(), 11], plate: true });
  name(() => [side() * X, now().y], "<i>y</i> fixed", "c1", -30);
  name(() => [now().x, -Y], "<i>x</i> fixed", "c2", 28);
}

/** Draw the two slices with their tangents. */
function drawSlices(board, now) {
  const [xs, ys] = [spaced(-X, X, 180), spaced(-Y, Y, 180)];
  const below = ([x, height]) => [x, BELOW + height];
  const beside = ([y, height]) => [BESIDE + height, y];
  board.path(() => xs.map((x) => below([x, now().value([x, now().y])])), line("c1"));
  board.path(() => ys.map((y) => beside([y, now().value([now().x, y])])), line("c2"));
  const ends = (at, slope, most) => tangent(at, now().height, slope, 0.6, [-most, most]);
  board.path(() => ends(now().x, now().alongX, X).map(below), line("c0", { width: 3 }));
  board.path(() => ends(now().y, now().alongY, Y).map(beside), line("c0", { width: 3 }));
}

/** Write the numbers into the free corner. */
function drawNumbers(board, now) {
  const write = (text, color, up) => board.label([BESIDE, BELOW], text, { color, beside: [0, up], plate: true });
  write(() => `<i>f</i> = ${fixed(now().height, 3)}`, "ink", 26);
  write(() => `${partial("f", "x")} = ${fixed(now().alongX, 3)}`, "c1", 0);
  write(() => `${partial("f", "y")} = ${fixed(now().alongY, 3)}`, "c2", -26);
}

function sentence({ f, x, y, height, alongX, alongY }) {
  const where = `At (${fixed(x)}, ${fixed(y)}) the height is ${fixed(height, 3)}.`;
  const slopes = `With <i>y</i> fixed the slope along <i>x</i> is <b class="nb-c1">${fixed(alongX, 3)}</b>, with <i>x</i> fixed
    the slope along <i>y</i> is <b class="nb-c2">${fixed(alongY, 3)}</b>.`;
  if (f === "staircase" && x === 0 && y === 0) {
    return `${where} ${slopes} Both slices are level, and yet on the diagonal next to it the height is 0.5.`;
  }
  return `${where} ${slopes}${Math.hypot(alongX, alongY) < 0.005 ? " Both slices are level here." : ""}`;
}

/** Walk from the left edge to the right. */
function walk(_, set, run) {
  run(6, (part) => set({ x: Number((X * (2 * part - 1)).toFixed(2)) }));
}

export function start(root) {
  const box = [-X - 0.6, Y + 0.3, BESIDE + Z + 0.12, BELOW - Z - 0.5];
  const ratio = (box[2] - box[0]) / (box[1] - box[3]);
  const boards = [{ name: "The map of a surface with two slices", ratio, equal: true, box }];
  const play = { label: "Walk along x", act: walk };
  explore(root, { controls, main: "x", boards, anew: ["f"], look, draw, sentence, play });
}

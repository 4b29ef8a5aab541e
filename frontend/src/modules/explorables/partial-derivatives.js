// Partial derivatives: what are the slopes of the two slices through a point of a surface?
//
// Three panes on one board, with one scale for all lengths and heights: the map, below it the slice with y fixed, which
// shares its x, and beside it the slice with x fixed, which shares its y.

import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { plate } from "../../explorable/labels.js";
import { drawPath, STILL } from "../../explorable/marks.js";
import { fixed } from "../../explorable/numbers.js";
import { levelCurve, sampled } from "../../mathematics/contours.js";
import { surfaces, tangent } from "../../mathematics/slices.js";

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
  const { value, partials } = surfaces[f];
  const [alongX, alongY] = partials(x, y);
  return { value, x, y, height: value(x, y), alongX, alongY };
}

function draw([board], pens, state, set) {
  let now = look(state);
  const seen = () => now;
  drawPanes(board, pens);
  drawMap(board, pens, seen);
  drawSlices(board, pens, seen);
  drawNumbers(board, pens, seen);
  const handles = [
    { at: () => [now.x, now.y], color: "c0", moved: (x, y) => ({ x: near(x, X), y: near(y, Y) }) },
    { at: () => [now.x, BELOW + now.height], color: "c1", moved: (x) => ({ x: near(x, X) }) },
    { at: () => [BESIDE + now.height, now.y], color: "c2", moved: (_, y) => ({ y: near(y, Y) }) },
  ].map(({ at, color, moved }) => {
    const point = board.create("point", at(), pens.handle(color));
    point.on("drag", () => set(moved(point.X(), point.Y())));
    return () => point.moveTo(at());
  });
  return () => {
    now = look(state);
    for (const follow of handles) follow();
  };
}

/** Return where a finger points to: on an axis if it is near one, and not outside of the map. */
function near(value, most) {
  return Math.abs(value) < 0.04 ? 0 : Number(Math.min(most, Math.max(-most, value)).toFixed(2));
}

/** Draw the frames of the three panes, with a few numbers. */
function drawPanes(board, pens) {
  const frame = ([left, top, right, bottom]) =>
    drawPath(
      board,
      () => [
        [left, right, right, left, left],
        [top, top, bottom, bottom, top],
      ],
      pens.thin("rule-strong", STILL),
    );
  frame([-X, Y, X, -Y]);
  frame([-X, BELOW + Z, X, BELOW - Z]);
  frame([BESIDE - Z, Y, BESIDE + Z, -Y]);
  const number = (at, text, shift) =>
    plate(board, () => at, text, pens.words("soft", { fontSize: 13, ...STILL }), shift);
  for (const x of [-2, -1, 0, 1, 2]) number([x, BELOW - Z], fixed(x, 0), [0, -10]);
  for (const y of [-1, 0, 1]) number([-X, y], fixed(y, 0), [-11, 0]);
  for (const z of [-1, 0, 1]) {
    number([-X, BELOW + z], fixed(z, 0), [-11, 0]);
    number([BESIDE + z, -Y], fixed(z, 0), [0, -10]);
  }
  number([-X, Y], "<i>y</i>", [-11, -6]);
  number([X, BELOW - Z], "<i>x</i>", [8, -10]);
  number([BESIDE, -Y], "height", [0, -26]);
}

/** Draw the level curves, the higher the stronger, and the two cuts. */
function drawMap(board, pens, seen) {
  const samples = sampled(seen().value, [-X, Y, X, -Y], 60);
  LEVELS.forEach((level, i) => {
    const points = levelCurve(samples, level);
    const path = [points.map(([x]) => x), points.map(([, y]) => y)];
    drawPath(board, () => path, pens.thin("c0", { ...STILL, strokeOpacity: 0.25 + 0.05 * i }));
  });
  const line = (from, to, style) => board.create("segment", [from, to], style);
  const guide = pens.thin("c4", { dash: 1 });
  line([() => seen().x, () => seen().y], [() => seen().x, () => BELOW + seen().height], guide);
  line([() => seen().x, () => seen().y], [() => BESIDE + seen().height, () => seen().y], guide);
  line([-X, () => seen().y], [X, () => seen().y], pens.line("c1"));
  line([() => seen().x, -Y], [() => seen().x, Y], pens.line("c2"));
  // Each name where there is room, and not on the other.
  const side = () => (seen().x < 0 ? 1 : -1);
  const beyond = (x, pixels) => x + (side() * pixels) / board.unitX;
  plate(board, () => [beyond(side() * X, -30), seen().y], "<i>y</i> fixed", pens.words("c1"), [0, 11]);
  plate(board, () => [beyond(seen().x, 28), -Y], "<i>x</i> fixed", pens.words("c2"), [0, 11]);
}

/** Draw the two slices with their tangents. */
function drawSlices(board, pens, seen) {
  const steps = Array.from({ length: 181 }, (_, i) => -1 + i / 90);
  const alongX = () => [steps.map((step) => X * step), steps.map((step) => BELOW + seen().value(X * step, seen().y))];
  const alongY = () => [steps.map((step) => BESIDE + seen().value(seen().x, Y * step)), steps.map((step) => Y * step)];
  const ends = (at, slope, most) => tangent(at, seen().height, slope, 0.6, [-most, most]);
  const tangentX = () => {
    const [[x1, z1], [x2, z2]] = ends(seen().x, seen().alongX, X);
    return [
      [x1, x2],
      [BELOW + z1, BELOW + z2],
    ];
  };
  const tangentY = () => {
    const [[y1, z1], [y2, z2]] = ends(seen().y, seen().alongY, Y);
    return [
      [BESIDE + z1, BESIDE + z2],
      [y1, y2],
    ];
  };
  drawPath(board, alongX, pens.line("c1"));
  drawPath(board, alongY, pens.line("c2"));
  drawPath(board, tangentX, pens.line("c0", { strokeWidth: 3 }));
  drawPath(board, tangentY, pens.line("c0", { strokeWidth: 3 }));
}

/** Write the numbers into the free corner. */
function drawNumbers(board, pens, seen) {
  const words = (text, color, down) =>
    plate(board, () => [BESIDE, BELOW], text, { ...pens.words(color), anchorX: "middle" }, [0, down]);
  words(() => `<i>f</i> = ${fixed(seen().height, 3)}`, "ink", 26);
  words(() => `∂<i>f</i>/∂<i>x</i> = ${fixed(seen().alongX, 3)}`, "c1", 0);
  words(() => `∂<i>f</i>/∂<i>y</i> = ${fixed(seen().alongY, 3)}`, "c2", -26);
}

function sentence(state) {
  const { x, y, height, alongX, alongY } = look(state);
  const where = `At (${fixed(x)}, ${fixed(y)}) the height is ${fixed(height, 3)}.`;
  const slopes = `With <i>y</i> fixed the slope in <i>x</i> is <b class="nb-c1">${fixed(alongX, 3)}</b>, with <i>x</i> fixed
    the slope in <i>y</i> is <b class="nb-c2">${fixed(alongY, 3)}</b>.`;
  if (state.f === "staircase" && x === 0 && y === 0) {
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
  const boards = [{ name: "The map of a surface with two slices", ratio, equal: true, box, axes: null }];
  explore(root, { controls, boards, anew: ["f"], draw, sentence, play: { label: "Walk along x", act: walk } });
}

// A valley with two curvatures: what does one learning rate do to each coordinate?

import { drawAxes } from "../../explorable/axes.js";
import { slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { counted, fixed, short } from "../../explorable/numbers.js";
import { line, thin } from "../../explorable/pens.js";
import { placed } from "../../mathematics/intervals.js";
import { descentPath, levelEllipses, rateLimit, valley } from "../../mathematics/valleys.js";

const FLAT = 2;
const STEPS = 25;
const FAR = 1.1;
const MAP = [-1.2, 1.2, 1.2, -1.2];
const COURSE = [0, 1.2, STEPS, -1.2];

const controls = [
  slider("eta", {
    label: "learning rate <i>η</i>",
    min: 0.01,
    max: 1.05,
    step: 0.01,
    start: 0.3,
    mark: ({ steep }) => rateLimit(steep),
    format: (eta) => fixed(eta),
  }),
  slider("steep", {
    label: "curvature along <i>y</i>",
    stops: [2, 3, 4, 6, 10, 20],
    start: 6,
    format: (steep) => short(steep),
  }),
  slider("x", { label: "start <i>x</i>", min: -FAR, max: FAR, step: 0.05, start: 1, format: (x) => fixed(x) }),
  slider("y", { label: "start <i>y</i>", min: -FAR, max: FAR, step: 0.05, start: 1, format: (y) => fixed(y) }),
  slider("steps", { label: "steps", min: 0, max: STEPS, step: 1, start: STEPS, format: String }),
];

/** Return the path of a state, and by what each step multiplies each coordinate. */
function look({ eta, steep, x, y, steps }) {
  const path = descentPath(valley(steep, FLAT).gradient, [x, y], steps, { rate: eta });
  return { path, factors: [1 - eta * FLAT, 1 - eta * steep] };
}

function draw([map, course], now, set) {
  const ticks = [-1, -0.5, 0, 0.5, 1];
  const format = (place) => fixed(place, 1);
  drawAxes(map, {
    frame: MAP,
    x: { name: "<i>x</i>, curvature 2", ticks: [-1, 0, 1] },
    y: { name: () => `<i>y</i>, curvature ${short(now().steep)}`, ticks, format },
    grid: "",
  });
  drawAxes(course, {
    frame: COURSE,
    x: { name: "step", ticks: [0, 5, 10, 15, 20, 25] },
    y: { name: "<i>x</i>, <i>y</i>", ticks, format },
  });
  const path = () => now().path;
  const start = () => [now().x, now().y];
  const kept = (place) => placed(place, 2, -FAR, FAR);
  map.path(() => levelEllipses(now().steep / FLAT, MAP), thin("c4", { width: 1, inside: MAP }));
  map.path(path, line("c0", { width: 1.6, inside: MAP }));
  map.dots(path, { color: "c0", size: 6, inside: MAP });
  map.dot([0, 0], { color: "c4", size: 4 });
  map.handle(start, ([x, y]) => set({ x: kept(x), y: kept(y) }), { fields: ["x", "y"], color: "c0" });
  map.label(start, "start", { color: "soft", beside: [0, 23] });
  for (const [i, color] of ["c1", "c2"].entries()) drawCoordinate(course, () => path().map((p, k) => [k, p[i]]), color);
  course.label([STEPS, COURSE[1]], "<i>x</i>", { color: "c1", beside: [-24, 12], anchorX: "right" });
  course.label([STEPS, COURSE[1]], "<i>y</i>", { color: "c2", beside: [-6, 12], anchorX: "right" });
}

function drawCoordinate(course, places, color) {
  course.path(places, line(color, { width: 1.6, inside: COURSE }));
  course.dots(places, { color, size: 5, inside: COURSE });
}

/** Return in a word what a step with this factor does to a coordinate. */
function walk(factor) {
  if (Math.abs(factor) < 1e-9) return "is there at once";
  if (Math.abs(factor + 1) < 1e-9) return "swings for ever";
  if (factor < -1) return "runs away";
  if (factor < 0) return "zigzags";
  return factor >= 0.8 ? "crawls" : "walks straight";
}

function sentence({ eta, steep, x, y, steps, path, factors }) {
  const limit = `The limit is 2/${short(steep)} = ${fixed(rateLimit(steep), 3)}.`;
  const told = (name, curvature, factor, from, color) =>
    `<i>${name}</i> by 1 − ${short(curvature)}<i>η</i> = ${fixed(factor)}: it <b class="nb-${color}">${from === 0 ? "stays" : walk(factor)}</b>`;
  const both = `${told("x", FLAT, factors[0], x, "c1")}, and ${told("y", steep, factors[1], y, "c2")}`;
  const [atX, atY] = path.at(-1).map((place) => (Math.abs(place) < 1e4 ? fixed(place, 3) : short(place)));
  const end = `After ${counted(steps, "step")} we are at (${atX}, ${atY}).`;
  return `With <i>η</i> = ${fixed(eta)} each step multiplies ${both}. ${limit} ${end}`;
}

function unfold(_, set, run) {
  run(STEPS / 5, (part) => set({ steps: Math.round(part * STEPS) }));
}

export function start(root) {
  const boards = [
    { name: "A valley with the path of descent", ratio: 1, equal: true, box: [-1.5, 1.4, 1.3, -1.5] },
    { name: "Both coordinates after each step", ratio: 1, tight: 1.3, box: [-4, 1.6, 26.5, -1.95] },
  ];
  const play = { label: "Walk step by step", act: unfold };
  explore(root, { controls, main: "eta", boards, look, draw, sentence, play });
}

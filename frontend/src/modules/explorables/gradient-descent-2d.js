// Gradient descent in a valley: what do curvature, learning rate and memory make of the way to the minimum?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { counted, fixed, short } from "../../explorable/numbers.js";
import { line, thin } from "../../explorable/pens.js";
import { placed } from "../../mathematics/intervals.js";
import { within } from "../../mathematics/paths.js";
import { arrival, bestSettings, descentPath, levelEllipses, rateLimit, valley } from "../../mathematics/valleys.js";

const MAP = [-1.2, 1, 1.2, -1];
const COURSE = [0, 2.6, 100, -8];
const STEPS = 100;
const PATIENCE = 5000;
const COLORS = { plain: "c1", momentum: "c2" };
const NAMES = { plain: "plain", momentum: "momentum" };
const METHODS = Object.keys(NAMES);
const [SLOWEST, FASTEST] = [0.002, 3];

const controls = [
  choice("method", { label: "method", options: NAMES, start: "plain" }),
  slider("kappa", {
    label: "condition <i>κ</i>",
    stops: [1, 1.5, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 70, 100],
    start: 10,
    format: (kappa) => short(kappa),
  }),
  slider("eta", {
    label: "learning rate <i>η</i>",
    min: SLOWEST,
    max: FASTEST,
    log: true,
    start: 0.18,
    mark: limit,
    format: (eta) => short(eta),
  }),
  slider("beta", {
    label: "momentum <i>β</i>",
    min: 0,
    max: 0.99,
    step: 0.01,
    start: 0.5,
    idle: ({ method }) => method !== "momentum",
    format: (beta) => fixed(beta),
  }),
  slider("x", { label: "start <i>x</i>", min: -1.1, max: 1.1, step: 0.05, start: 1, format: (x) => fixed(x) }),
  slider("y", { label: "start <i>y</i>", min: -0.9, max: 0.9, step: 0.05, start: 0.3, format: (y) => fixed(y) }),
];

/** Return the learning rate from which on the chosen method escapes. */
function limit({ method, kappa, beta }) {
  return rateLimit(kappa, method === "momentum" ? beta : 0);
}

function pathOf({ kappa, x, y }, settings, steps) {
  return descentPath(valley(kappa).gradient, [x, y], steps, settings);
}

/** Return the settings of both methods: those of a reader for the chosen one, the best for the other. */
function settingsOf({ method, kappa, eta, beta }) {
  return { ...bestSettings(kappa), [method]: { rate: eta, beta: method === "momentum" ? beta : 0 } };
}

/** Return the path of each method. */
function look(state) {
  const settings = settingsOf(state);
  return { paths: Object.fromEntries(METHODS.map((method) => [method, pathOf(state, settings[method], STEPS)])) };
}

function draw([map, course], now, set) {
  drawMap(map, now, set);
  drawCourse(course, now);
}

function drawMap(map, now, set) {
  drawAxes(map, {
    frame: MAP,
    x: { name: "<i>x</i>, curvature 1", ticks: [-1, 0, 1] },
    y: { name: "<i>y</i>, curvature <i>κ</i>", ticks: [-0.5, 0, 0.5], format: (y) => fixed(y, 1) },
    grid: "",
  });
  const color = () => COLORS[now().method];
  const path = () => now().paths[now().method];
  const start = () => [now().x, now().y];
  const begin = ([x, y]) => set({ x: placed(x, 2, -1.1, 1.1), y: placed(y, 2, -0.9, 0.9) });
  map.path(() => levelEllipses(now().kappa, MAP), thin("c0", { width: 1, inside: MAP }));
  map.path(path, line(color, { width: 1.6, inside: MAP }));
  map.dots(path, { color, size: 6, inside: MAP });
  map.dot([0, 0], { color: "c0", size: 4 });
  map.handle(start, begin, { fields: ["x", "y"], color });
  map.label(start, "start", { color: "soft", beside: [0, 23] });
  map.onTap((point) => {
    if (within([point], MAP).length > 0) begin(point);
  });
}

function drawCourse(course, now) {
  const powers = { 2: "10²", 0: "1", [-2]: "10⁻²", [-4]: "10⁻⁴", [-6]: "10⁻⁶", [-8]: "10⁻⁸" };
  drawAxes(course, {
    frame: COURSE,
    x: { name: "step", ticks: [0, 25, 50, 75, 100] },
    y: { name: "loss", ticks: Object.keys(powers).map(Number), format: (power) => powers[power] },
  });
  const [, top, right] = COURSE;
  for (const [index, method] of METHODS.entries()) {
    const color = COLORS[method];
    const isChosen = () => now().method === method;
    const losses = () => {
      const { loss } = valley(now().kappa);
      return now().paths[method].map((place, k) => [k, Math.log10(Math.max(1e-12, loss(place)))]);
    };
    const [width, opacity] = [() => (isChosen() ? 2.6 : 1.2), () => (isChosen() ? 1 : 0.7)];
    course.path(losses, line(color, { width, opacity, inside: COURSE }));
    const name = () => (isChosen() ? `<b>${NAMES[method]}</b>` : `${NAMES[method]}, at its best`);
    course.label([right, top], name, { color, beside: [-2, -4 - 17 * index], anchorX: "right" });
  }
}

function sentence(state) {
  const { method, kappa, eta, beta } = state;
  const strong = (words) => `<b class="nb-${COLORS[method]}">${words}</b>`;
  const path = pathOf(state, settingsOf(state)[method], PATIENCE);
  const steps = arrival(path);
  const bound = limit(state);
  const end = () => {
    if (steps === 0) return `${strong("We start at the minimum")}, and stay.`;
    // Beyond the limit, a start exactly on the flat axis still comes down.
    const lost = !(Math.hypot(...path.at(-1)) <= Math.hypot(...path[0]));
    if (eta > bound && lost) return `${strong("The walk escapes")}: <i>η</i> is above the limit.`;
    if (steps === null) return `${strong(`Not within ${PATIENCE} steps`)} is it down to a thousandth of the distance.`;
    return `The distance is down to a thousandth ${strong(`after ${counted(steps, "step")}`)}.`;
  };
  const best = bestSettings(kappa);
  if (method === "momentum") {
    const roots = `At its best a step leaves √<i>β</i> = ${fixed(best.momentum.factor, 3)} in the long run, where plain descent leaves ${fixed(best.plain.factor, 3)}.`;
    return `With <i>β</i> = ${fixed(beta)} the limit is 2(1 + <i>β</i>)/<i>λ</i><sub>max</sub> = ${short(bound)}, and <i>η</i> = ${short(eta)}. ${end()} ${roots}`;
  }
  const factors = `<i>x</i> by ${fixed(1 - eta, 3)} and <i>y</i> by ${fixed(1 - eta * kappa, 3)}`;
  return `The limit is 2/<i>λ</i><sub>max</sub> = ${short(bound)}. With <i>η</i> = ${short(eta)} each step multiplies ${factors}. ${end()}`;
}

/** Take the best constant settings of the chosen method. */
function takeBest({ method, kappa, beta: kept }, set) {
  const { rate, beta = kept } = bestSettings(kappa)[method];
  set({ eta: Number(rate.toPrecision(6)), beta: Number(beta.toFixed(5)) });
}

export function start(root) {
  const boards = [
    { name: "A valley with the path to its minimum", ratio: 1, equal: true, box: [-1.5, 1.2, 1.3, -1.3] },
    { name: "The loss after each step, with and without momentum", ratio: 1, tight: 1.3, box: [-15, 3.5, 105, -9.9] },
  ];
  explore(root, {
    controls,
    main: "eta",
    boards,
    look,
    draw,
    sentence,
    play: { label: "Take the best settings", act: takeBest },
  });
}

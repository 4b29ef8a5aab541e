// A race of optimizers, each at its own tuned rate: what does a landscape, a turn of it, or another start change?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { counted, fixed, short } from "../../explorable/numbers.js";
import { line, thin } from "../../explorable/pens.js";
import { levelCurve, sampled } from "../../mathematics/contours.js";
import { placed } from "../../mathematics/intervals.js";
import { optimizerPath } from "../../mathematics/optimizers.js";
import { within } from "../../mathematics/paths.js";
import { arrival, COURSES, gapsOf, tuned } from "../../mathematics/race.js";

const NAMES = {
  plain: "plain",
  momentum: "momentum",
  nesterov: "Nesterov",
  adagrad: "AdaGrad",
  rmsprop: "RMSProp",
  adam: "Adam",
};
const COLORS = { plain: "c0", momentum: "c1", nesterov: "ink", adagrad: "c2", rmsprop: "soft", adam: "c3" };
const METHODS = Object.keys(NAMES);
// What is shown of each course: its part of the plane, level curves, how many steps, and where it is lowest.
const VIEWS = {
  valley: { frame: [-1.4, 1.4, 1.4, -1.4], levels: [0.05, 0.3, 1, 3, 8, 20], shown: 120, lowest: [[0, 0]] },
  bent: { frame: [-1.8, 2.4, 1.8, -1.2], levels: [1, 8, 40, 120, 300, 700], shown: 500, lowest: [[1, 1]] },
  saddle: {
    frame: [-1.4, 1.4, 1.4, -1.4],
    levels: [-0.24, -0.2, -0.1, 0, 0.15, 0.4, 0.8],
    shown: 100,
    lowest: [
      [0, 1],
      [0, -1],
    ],
  },
};
const TOP = 1;
const BOTTOM = -8;

const controls = [
  choice("course", {
    label: "course",
    options: { valley: "valley", bent: "Rosenbrock", saddle: "saddle" },
    start: "valley",
  }),
  choice("method", { label: "method", options: NAMES, start: "adagrad" }),
  slider("factor", {
    label: "times its rate",
    min: 0.1,
    max: 10,
    log: true,
    start: 1,
    mark: () => 1,
    format: (factor) => `× ${short(factor)}`,
  }),
  slider("turn", {
    label: "valley turned by",
    min: 0,
    max: 90,
    step: 5,
    start: 30,
    idle: ({ course }) => course !== "valley",
    format: (turn) => `${turn}°`,
  }),
  slider("x", { label: "start <i>x</i>", min: -1.4, max: 1.4, step: 0.01, start: 1, format: (x) => fixed(x) }),
  slider("y", { label: "start <i>y</i>", min: -1.2, max: 1.4, step: 0.01, start: 0.3, format: (y) => fixed(y) }),
];

let known = { key: "", rates: {} };

/** Return the tuned rate of each method, worked out once for each course and start. */
function tunedRates({ course, turn, x, y }) {
  const key = [course, course === "valley" ? turn : 0, x, y].join();
  if (known.key !== key) {
    const land = COURSES[course](turn);
    known = { key, rates: Object.fromEntries(METHODS.map((method) => [method, tuned(method, land, [x, y])])) };
  }
  return known.rates;
}

/** Return the path of each method and its gaps, for the chosen one at the rate of the slider. */
function look(state) {
  const { course, turn, method, factor, x, y } = state;
  const [land, rates] = [COURSES[course](turn), tunedRates(state)];
  const walk = (one) => {
    const rate = rates[one].rate * (one === method ? factor : 1);
    const path = optimizerPath(one, land.gradient, [x, y], rate, land.steps);
    const gaps = gapsOf(path, land);
    return { rate, path, gaps, steps: arrival(gaps, land.steps) };
  };
  return { land, rates, walks: Object.fromEntries(METHODS.map((one) => [one, walk(one)])) };
}

function draw([map, chart], now, set) {
  drawMap(map, now, set);
  drawChart(chart, now);
}

/** Return the methods with the chosen one last, so that it lies on top. */
function inOrder(now) {
  return [...METHODS.filter((method) => method !== now().method), now().method];
}

function drawMap(map, now, set) {
  const { frame, levels, lowest, shown } = VIEWS[now().course];
  const [left, top, right, bottom] = frame;
  const ticks = [-1, 0, 1];
  drawAxes(map, {
    frame,
    x: { name: "<i>x</i>", ticks },
    y: { name: "<i>y</i>", ticks: bottom < -1 && top > 2 ? [-1, 0, 1, 2] : ticks },
    grid: "",
  });
  map.path(
    () => {
      const heights = sampled(now().land.loss, frame, 60);
      return levels.flatMap((level) => levelCurve(heights, level));
    },
    thin("c4", { width: 1, inside: frame }),
  );
  for (let k = 0; k < METHODS.length; k++) {
    const method = () => inOrder(now)[k];
    const color = () => COLORS[method()];
    const path = () => now().walks[method()].path.slice(0, shown + 1);
    const width = () => (method() === now().method ? 2.4 : 1.1);
    map.path(path, line(color, { width, inside: frame }));
    if (k === METHODS.length - 1) map.dots(path, { color, size: 5, inside: frame });
  }
  for (const place of lowest) map.dot(place, { color: "c4", size: 5 });
  const begin = ([x, y]) => set({ x: kept(x, left, right, 1.4), y: kept(y, bottom, top, 1.4) });
  const start = () => [now().x, now().y];
  map.handle(start, begin, { fields: ["x", "y"], color: () => COLORS[now().method] });
  map.label(start, "start", { color: "soft", beside: [0, 23] });
  map.onTap((point) => {
    if (within([point], frame).length > 0) begin(point);
  });
}

function drawChart(chart, now) {
  const { shown } = VIEWS[now().course];
  const frame = [0, TOP, shown, BOTTOM];
  const powers = { 0: "1", [-2]: "10⁻²", [-4]: "10⁻⁴", [-6]: "10⁻⁶", [-8]: "10⁻⁸" };
  drawAxes(chart, {
    frame,
    x: { name: "step", ticks: [0, shown / 2, shown] },
    y: { name: "gap, of that at the start", ticks: Object.keys(powers).map(Number), format: (power) => powers[power] },
  });
  chart.path(
    [
      [0, -3],
      [shown, -3],
    ],
    thin("c4", { dash: "dashed" }),
  );
  for (let k = 0; k < METHODS.length; k++) {
    const method = () => inOrder(now)[k];
    const color = () => COLORS[method()];
    const width = () => (method() === now().method ? 2.6 : 1.1);
    const curve = () => {
      const { gaps } = now().walks[method()];
      return gaps.slice(0, shown + 1).map((gap, step) => [step, Math.log10(Math.max(1e-12, gap / gaps[0]))]);
    };
    chart.path(curve, line(color, { width, inside: frame }));
  }
  for (const [index, method] of METHODS.entries()) {
    const name = () => (method === now().method ? `<b>${NAMES[method]}</b>` : NAMES[method]);
    chart.label([shown, TOP], name, { color: COLORS[method], beside: [-2, -4 - 17 * index], anchorX: "right" });
  }
}

function kept(value, least, most, far) {
  return placed(value, 2, Math.max(least, -far), Math.min(most, far));
}

function sentence({ method, rates, walks, factor }) {
  const { rate, steps } = walks[method];
  const name = `<b class="nb-${COLORS[method]}">${NAMES[method]}</b>`;
  const at = `${name} at the rate ${short(rate)}${factor === 1 ? "" : `, ${short(factor)} times its tuned one,`}`;
  const own =
    steps === null
      ? `${at} does not come down to a thousandth.`
      : `${at} is down to a thousandth after ${counted(steps, "step")}.`;
  const others = METHODS.filter((one) => one !== method).map(
    (one) => `${NAMES[one]} ${rates[one].steps === null ? "not" : rates[one].steps}`,
  );
  return `${own} The others, each at its tuned rate: ${others.join(", ")}.`;
}

function takeStart({ course, turn }, set) {
  const [x, y] = COURSES[course](turn).start;
  set({ x, y, factor: 1 });
}

export function start(root) {
  const boards = ({ course }) => {
    const { frame, shown } = VIEWS[course];
    const [left, top, right, bottom] = frame;
    const [wide, high] = [right - left, top - bottom];
    const box = [left - 0.12 * wide, top + 0.09 * high, right + 0.03 * wide, bottom - 0.14 * high];
    const chart = [-0.15 * shown, TOP + 0.8, 1.04 * shown, BOTTOM - 1.6];
    return [
      { name: "A landscape with the paths of six optimizers", ratio: 1, equal: true, box },
      { name: "The gap after each step", ratio: 1, tight: 1.3, box: chart },
    ];
  };
  const play = { label: "Take the usual start", act: takeStart };
  explore(root, { controls, main: "factor", anew: ["course"], boards, look, draw, sentence, play });
}

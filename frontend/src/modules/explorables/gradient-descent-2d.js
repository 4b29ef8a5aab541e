// Gradient descent in a valley: what do curvature, learning rate and memory make of the way to the minimum?

import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { drawFrame } from "../../explorable/frame.js";
import { label } from "../../explorable/labels.js";
import { fixed, short } from "../../explorable/numbers.js";
import { dots, polyline } from "../../explorable/paths.js";
import { onTap } from "../../explorable/taps.js";
import { arrival, bestSettings, optimizerPath, rateLimit, valley } from "../../mathematics/optimizers.js";

const MAP = [-1.2, 1, 1.2, -1];
const COURSE = [0, 2.6, 100, -8];
const STEPS = 100;
const PATIENCE = 5000;
const COLORS = { plain: "c1", momentum: "c2", adam: "c3" };
const NAMES = { plain: "plain", momentum: "momentum", adam: "Adam" };
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
    format: (beta) => fixed(beta),
  }),
  slider("x", { label: "start <i>x</i>", min: -1.1, max: 1.1, step: 0.05, start: 1, format: (x) => fixed(x) }),
  slider("y", { label: "start <i>y</i>", min: -0.9, max: 0.9, step: 0.05, start: 0.3, format: (y) => fixed(y) }),
];

/** Return the learning rate from which on the chosen method escapes, or null for Adam, which has no such limit here. */
function limit({ method, kappa, beta }) {
  return method === "adam" ? null : rateLimit(kappa, method === "momentum" ? beta : 0);
}

function pathOf(method, { kappa, eta, beta, x, y }, steps) {
  return optimizerPath(method, valley(kappa).gradient, [x, y], steps, { rate: eta, beta });
}

function draw([map, course], pens, state, set) {
  const showMap = drawMap(map, pens, state, set);
  const showCourse = drawCourse(course, pens, state);
  return () => {
    showMap();
    showCourse();
  };
}

function drawMap(map, pens, state, set) {
  const [left, top, right, bottom] = MAP;
  drawFrame(map, pens, {
    box: MAP,
    x: { name: "<i>x</i>, curvature 1", ticks: [-1, 0, 1].map((x) => [x, fixed(x, 0)]) },
    y: { name: "<i>y</i>, curvature <i>κ</i>", ticks: [-0.5, 0, 0.5].map((y) => [y, fixed(y, 1)]) },
    grid: "",
  });
  const ink = () => pens.colors[COLORS[state.method]];
  const levels = polyline(map, pens.thin("c0", { strokeWidth: 1 }), MAP);
  const way = polyline(map, pens.line("c1", { strokeColor: ink, strokeWidth: 1.6 }), MAP);
  const places = dots(map, pens.line("c1", { strokeColor: ink }), 6, MAP);
  map.create("point", [0, 0], pens.dot("c0", { size: 4 }));
  const color = { fillColor: ink, highlightFillColor: ink };
  const start = map.create("point", [state.x, state.y], pens.handle("c1", color));
  label(map, pens.words("soft"), { at: () => [state.x, state.y], text: "start", beside: [0, 18] });
  const to = ([x, y]) => set({ x: kept(x, 1.1), y: kept(y, 0.9) });
  start.on("drag", () => to([start.X(), start.Y()]));
  onTap(map, (x, y) => {
    if (left < x && x < right && bottom < y && y < top) to([x, y]);
  });
  return () => {
    const path = pathOf(state.method, state, STEPS);
    levels(ellipses(state.kappa));
    way(path);
    places(path);
    start.moveTo(path[0]);
  };
}

function drawCourse(course, pens, state) {
  const powers = ["10²", "1", "10⁻²", "10⁻⁴", "10⁻⁶", "10⁻⁸"].map((power, index) => [2 - 2 * index, power]);
  drawFrame(course, pens, {
    box: COURSE,
    x: { name: "step", ticks: [0, 25, 50, 75, 100].map((step) => [step, String(step)]) },
    y: { name: "loss", ticks: powers },
  });
  const methods = Object.keys(NAMES);
  const lines = methods.map((method, index) => {
    const chosen = () => state.method === method;
    const pen = pens.line(COLORS[method], {
      strokeWidth: () => (chosen() ? 2.6 : 1.2),
      strokeOpacity: () => (chosen() ? 1 : 0.7),
    });
    label(course, pens.words(COLORS[method]), {
      at: () => COURSE.slice(1, 3).reverse(),
      text: () => (chosen() ? `<b>${NAMES[method]}</b>` : NAMES[method]),
      beside: [-2, -4 - 17 * index],
      anchorX: "right",
    });
    return polyline(course, pen, COURSE);
  });
  return () => {
    const { loss } = valley(state.kappa);
    methods.forEach((method, index) => {
      lines[index](pathOf(method, state, STEPS).map((place, k) => [k, Math.log10(Math.max(1e-12, loss(place)))]));
    });
  };
}

/** Return level ellipses of the valley, as far as the corners of the map, with NaN between them. */
function ellipses(kappa) {
  const corner = Math.hypot(MAP[2], Math.sqrt(kappa) * MAP[1]);
  const points = [];
  for (let r = 0.15; r < corner; r *= 1.6) {
    for (let k = 0; k <= 96; k++) {
      const angle = (2 * Math.PI * k) / 96;
      points.push([r * Math.cos(angle), (r / Math.sqrt(kappa)) * Math.sin(angle)]);
    }
    points.push([Number.NaN, Number.NaN]);
  }
  return points;
}

function kept(value, far) {
  return Math.min(far, Math.max(-far, Number(value.toFixed(2))));
}

function sentence(state) {
  const { method, kappa, eta, beta } = state;
  const strong = (words) => `<b class="nb-${COLORS[method]}">${words}</b>`;
  const path = pathOf(method, state, PATIENCE);
  const steps = arrival(path);
  const bound = limit(state);
  const end = () => {
    if (steps === 0) return `${strong("We start at the minimum")}, and stay.`;
    // Beyond the limit, a start exactly on the flat axis still comes down.
    const lost = !(Math.hypot(...path.at(-1)) <= Math.hypot(...path[0]));
    if (bound !== null && eta > bound && lost) return `${strong("The walk escapes")}: <i>η</i> is above the limit.`;
    if (steps === null) return `${strong(`Not within ${PATIENCE} steps`)} is it down to a thousandth of the distance.`;
    return `The distance is down to a thousandth ${strong(`after ${steps} ${steps === 1 ? "step" : "steps"}`)}.`;
  };
  if (method === "adam") {
    const why =
      "Adam scales each coordinate by itself. This valley lies along the axes, so <i>κ</i> does not change the path.";
    return `${why} ${end()}`;
  }
  if (method === "momentum") {
    return `With <i>β</i> = ${fixed(beta)} the limit is 2(1 + <i>β</i>)/<i>λ</i><sub>max</sub> = ${short(bound)}, and <i>η</i> = ${short(eta)}. ${end()}`;
  }
  const factors = `<i>x</i> by ${fixed(1 - eta, 3)} and <i>y</i> by ${fixed(1 - eta * kappa, 3)}`;
  return `The limit is 2/<i>λ</i><sub>max</sub> = ${short(bound)}. With <i>η</i> = ${short(eta)} each step multiplies ${factors}. ${end()}`;
}

/** Take the best constant settings: those of theory, or for Adam the best of many that are tried. */
function takeBest(state, set) {
  if (state.method !== "adam") {
    const { rate, beta = state.beta } = bestSettings(state.method, state.kappa);
    return set({ eta: Number(rate.toPrecision(4)), beta: Number(beta.toFixed(3)) });
  }
  const tried = Array.from({ length: 61 }, (_, k) => Number((0.005 * 1.1 ** k).toPrecision(3)));
  const costs = tried.map((eta) => arrival(pathOf("adam", { ...state, eta }, 1000)) ?? Number.POSITIVE_INFINITY);
  const best = tried[costs.indexOf(Math.min(...costs))];
  set({ eta: best });
}

export function start(root) {
  const boards = [
    { name: "A valley with the path to its minimum", ratio: 1, equal: true, box: [-1.5, 1.2, 1.3, -1.3], axes: null },
    { name: "The loss after each step, for three methods", ratio: 1, box: [-15, 3.5, 105, -9.9], axes: null },
  ];
  explore(root, { controls, boards, draw, sentence, play: { label: "Take the best settings", act: takeBest } });
}

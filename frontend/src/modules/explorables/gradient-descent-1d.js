// Gradient descent in one variable: where do steps against the slope lead, and when do they lead up?

import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { drawFrame } from "../../explorable/frame.js";
import { fixed, short } from "../../explorable/numbers.js";
import { label } from "../../explorable/labels.js";
import { dots, polyline } from "../../explorable/paths.js";
import { fate, gradientDescent, LOSSES } from "../../mathematics/descent.js";

const [LEFT, TOP, RIGHT] = [-8, 120, 14];
const [FIRST, LAST] = [-6, 12];
const STEPS = 40;
const RATES = [
  ...[0.005, 0.007, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.12, 0.14, 0.16, 0.18],
  ...[0.2, 0.22, 0.25, 0.28, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 1],
  ...[1.02, 1.05, 1.1, 1.15, 1.2, 1.3],
];

const controls = [
  choice("loss", {
    label: "loss",
    options: { parabola: "(w − 3)²", bumpy: "the same with two dips" },
    start: "parabola",
  }),
  slider("start", {
    label: "start <i>w</i>₀",
    min: FIRST,
    max: LAST,
    step: 0.1,
    start: 10,
    format: (w) => fixed(w, 1),
  }),
  slider("eta", { label: "learning rate <i>η</i>", stops: RATES, start: 0.9, format: (eta) => short(eta) }),
  slider("steps", { label: "steps", min: 0, max: STEPS, step: 1, start: 20, format: String }),
];

/** Return the path of a state, its losses, what becomes of it at last, and the color that the figure gives to that. */
function walk({ loss, start, eta, steps }) {
  const chosen = LOSSES[loss];
  const path = gradientDescent(chosen.slope, start, eta, steps);
  const end = fate(chosen, start, eta);
  const jumps = loss === "parabola" && eta > 0.5;
  const color = { escapes: "c3", swings: "c2", wanders: "c2", rests: jumps ? "c2" : "c1" }[end.kind];
  return { chosen, path, losses: path.map(chosen.loss), end, color };
}

function draw([plane, course], pens, state, set) {
  let now = walk(state);
  const { box, heights } = frames(plane, course, pens);
  const fill = () => pens.colors[now.color];
  const colored = (pen) => pen("c1", { strokeColor: fill });
  const valley = polyline(plane, pens.line("c0", { strokeWidth: 1.8 }), box);
  const stairs = polyline(plane, { ...colored(pens.line), strokeWidth: 1.6 }, box);
  const landings = dots(plane, colored(pens.line), 7, box);
  const fall = polyline(course, { ...colored(pens.line), strokeWidth: 1.6 }, heights);
  const marks = dots(course, colored(pens.line), 7, heights);
  const color = { fillColor: fill, highlightFillColor: fill };
  const here = plane.create("point", [now.path[0], now.losses[0]], pens.handle("c1", color));
  label(plane, pens.words("soft"), {
    at: () => [now.path[0], now.losses[0]],
    text: "start",
    beside: () => [now.path[0] > 3 ? 28 : -28, 0],
  });
  here.on("drag", () => set({ start: Math.min(LAST, Math.max(FIRST, Number(here.X().toFixed(1)))) }));
  return () => {
    now = walk(state);
    const { path, losses, chosen } = now;
    valley(Array.from({ length: 441 }, (_, k) => LEFT + k / 20).map((w) => [w, chosen.loss(w)]));
    stairs(
      path.flatMap((w, k) =>
        k === 0
          ? [[w, losses[0]]]
          : [
              [w, losses[k - 1]],
              [w, losses[k]],
            ],
      ),
    );
    landings(path.map((w, k) => [w, losses[k]]));
    fall(losses.map((loss, k) => [k, loss]));
    marks(losses.map((loss, k) => [k, loss]));
    here.moveTo([path[0], losses[0]]);
  };
}

/** Draw the axes of both pictures, at the same heights, and return what lies between them. */
function frames(plane, course, pens) {
  const heights = [0, 49, 100].map((loss) => [loss, String(loss)]);
  const box = [LEFT, TOP, RIGHT, 0];
  const places = [-4, 3, 10].map((w) => [w, fixed(w, 0)]);
  drawFrame(plane, pens, {
    box,
    x: { name: "parameter <i>w</i>", ticks: places },
    y: { name: "loss", ticks: heights },
  });
  const count = [0, 10, 20, 30, 40].map((step) => [step, String(step)]);
  drawFrame(course, pens, {
    box: [0, TOP, STEPS, 0],
    x: { name: "step", ticks: count },
    y: { name: "loss", ticks: heights },
  });
  return { box, heights: [-1, TOP, STEPS + 1, -1] };
}

function sentence(state) {
  const { path, losses, end, chosen, color } = walk(state);
  const [w, loss] = [path.at(-1), losses.at(-1)];
  const after = `After ${state.steps} ${state.steps === 1 ? "step" : "steps"} <i>w</i> = ${told(w)} and the loss is ${told(loss)}.`;
  const strong = (words) => `<b class="nb-${color}">${words}</b>`;
  const story = state.loss === "parabola" ? onParabola(state, strong) : onBumps(end, chosen, state.eta, strong);
  return `${story} ${after}`;
}

function onParabola({ eta, start }, strong) {
  const factor = 1 - 2 * eta;
  const given = `Each step multiplies the distance to 3 by 1 − 2<i>η</i> = ${fixed(factor)}: the walk`;
  if (start === 3) return `${given} ${strong("stays")}, for the distance is 0.`;
  if (Math.abs(factor) < 1e-9) return `${given} ${strong("is there in one step")}.`;
  if (Math.abs(factor + 1) < 1e-9) return `${given} ${strong("swings between two values")} for ever.`;
  if (factor < -1) return `${given} ${strong("runs away")}.`;
  if (factor < 0) return `${given} ${strong("zigzags")} to the minimum.`;
  return `${given} ${strong(factor >= 0.8 ? "crawls" : "walks straight")} to the minimum.`;
}

function onBumps(end, { curvature }, eta, strong) {
  if (end.kind === "escapes") return `The walk ${strong("runs away")}.`;
  if (end.kind === "swings") {
    const [low, high] = end.between;
    return `The walk comes to no rest: it ${strong(`swings between ${fixed(low)} and ${fixed(high)}`)}.`;
  }
  if (end.kind === "wanders") return `The walk ${strong("never comes to rest")}: no dip holds it.`;
  const bend = curvature(end.at);
  const place = strong(`comes to rest at ${fixed(end.at)}`);
  if (bend <= 0) return `The walk ${place}, on a hilltop, where the slope is 0.`;
  const limit = `which holds a walk while <i>η</i> is below 2/<i>L</i>″ = ${fixed(2 / bend, 3)}`;
  return `With <i>η</i> = ${short(eta)} the walk ${place}, in a dip ${limit}.`;
}

function told(value) {
  return Math.abs(value) < 1e4 ? fixed(value, 4) : short(value).replaceAll(" ", "\u00a0");
}

function unfold({ steps }, set, run) {
  const all = Math.max(20, steps);
  run(all / 5, (part) => set({ steps: Math.round(part * all) }));
}

export function start(root) {
  const boards = [
    { name: "A loss with the places that descent visits", ratio: 1.2, box: [-10.6, 134, 14.6, -24], axes: null },
    { name: "The loss after each step", ratio: 0.95, box: [-6.5, 134, 42, -24], axes: null },
  ];
  explore(root, { controls, boards, draw, sentence, play: { label: "Walk step by step", act: unfold } });
}

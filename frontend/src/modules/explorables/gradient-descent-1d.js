// Gradient descent in one variable: where do steps against the slope lead, and when do they lead up?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { counted, fixed, short } from "../../explorable/numbers.js";
import { line } from "../../explorable/pens.js";
import { fate, gradientDescent, LOSSES } from "../../mathematics/descent.js";
import { placed, spaced } from "../../mathematics/intervals.js";

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
function look({ loss, start, eta, steps }) {
  const chosen = LOSSES[loss];
  const path = gradientDescent(chosen.slope, start, eta, steps);
  const end = fate(chosen, start, eta);
  const jumps = loss === "parabola" && eta > 0.5;
  const color = { escapes: "c3", swings: "c2", wanders: "c2", rests: jumps ? "c2" : "c1" }[end.kind];
  return { chosen, path, losses: path.map(chosen.loss), end, color };
}

function draw([plane, course], now, set) {
  const heights = [0, 49, 100];
  const valley = [LEFT, TOP, RIGHT, 0];
  drawAxes(plane, {
    frame: valley,
    x: { name: "parameter <i>w</i>", ticks: [-4, 3, 10] },
    y: { name: "loss", ticks: heights },
  });
  drawAxes(course, {
    frame: [0, TOP, STEPS, 0],
    x: { name: "step", ticks: [0, 10, 20, 30, 40] },
    y: { name: "loss", ticks: heights },
  });
  const color = () => now().color;
  const landings = () => now().path.map((w, k) => [w, now().losses[k]]);
  const stairs = () =>
    landings().flatMap(([w, loss], k) =>
      k === 0
        ? [[w, loss]]
        : [
            [w, now().losses[k - 1]],
            [w, loss],
          ],
    );
  plane.path(
    () => spaced(LEFT, RIGHT, 440).map((w) => [w, now().chosen.loss(w)]),
    line("c0", { width: 1.8, inside: valley }),
  );
  plane.path(stairs, line(color, { width: 1.6, inside: valley }));
  plane.dots(landings, { color, size: 7, inside: valley });
  const fall = () => now().losses.map((loss, k) => [k, loss]);
  const around = [-1, TOP, STEPS + 1, -1];
  course.path(fall, line(color, { width: 1.6, inside: around }));
  course.dots(fall, { color, size: 7, inside: around });
  const first = () => landings()[0];
  plane.handle(first, ([w]) => set({ start: placed(w, 1, FIRST, LAST) }), { fields: ["start"], color });
  plane.label(first, "start", { color: "soft", beside: () => [first()[0] > 3 ? 34 : -34, 0] });
}

function sentence(seen) {
  const { path, losses, end, chosen, color, steps } = seen;
  const [w, loss] = [path.at(-1), losses.at(-1)];
  const after = `After ${counted(steps, "step")} <i>w</i> = ${told(w)} and the loss is ${told(loss)}.`;
  const strong = (words) => `<b class="nb-${color}">${words}</b>`;
  const story = seen.loss === "parabola" ? onParabola(seen, strong) : onBumps(end, chosen, seen.eta, strong);
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
    { name: "A loss with the places that descent visits", ratio: 1.2, box: [-10.6, 134, 14.6, -24] },
    { name: "The loss after each step", ratio: 0.95, tight: 1.4, box: [-6.5, 134, 42, -24] },
  ];
  explore(root, {
    controls,
    main: "eta",
    boards,
    look,
    draw,
    sentence,
    play: { label: "Walk step by step", act: unfold },
  });
}

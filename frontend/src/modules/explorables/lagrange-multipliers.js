// Lagrange multipliers: where on the constraint can no move along it lower f?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed } from "../../explorable/numbers.js";
import { dotted, line, thin } from "../../explorable/pens.js";
import { clamp, spaced } from "../../mathematics/intervals.js";
import { shifted } from "../../mathematics/paths.js";
import { PROBLEMS, tension } from "../../mathematics/lagrange.js";

// What is shown of each problem. `lower` is a place that is below every level that can be reached, `length` that of the
// arrows, `measure` turns the part of the way into its unit, and below the value `middle`, numbers stand below the
// curve.
const VIEWS = {
  budget: {
    plan: { box: [-0.8, 6.4, 6.8, -1.05], ticks: [spaced(0, 6, 6), spaced(1, 6, 5)] },
    walk: { box: [-0.7, 6, 6.6, -0.8], ticks: [spaced(0, 6, 6), spaced(1, 5, 4)], name: "x" },
    middle: 0,
    levels: [1, 1.5, 2.25, 3.5],
    lower: [5.6, 5.6],
    length: 0.9,
    measure: (part) => 0.8 + 4.8 * part,
    kinds: ["lowest"],
  },
  circle: {
    plan: { box: [-3.5, 3.5, 3.5, -3.5], ticks: [spaced(-3, 3, 6), [-3, -2, -1, 1, 2, 3]] },
    walk: { box: [-42, 8, 440, -8], ticks: [spaced(0, 360, 4), [-6, -4, -2, 2, 4, 6]], name: "angle" },
    middle: 0,
    levels: [-8, -5, -2.5, 0, 2.5, 5, 8],
    lower: [-2.6, -3.25],
    length: 0.8,
    measure: (part) => 360 * part,
    kinds: ["highest", "lowest"],
  },
  variance: {
    plan: {
      box: [-1.75, 1.75, 1.75, -1.75],
      ticks: [
        [-1, 0, 1],
        [-1, 1],
      ],
    },
    walk: { box: [-42, 1.5, 440, -8], ticks: [spaced(0, 360, 4), [-6, -4, -2]], name: "angle" },
    middle: -3.5,
    levels: [-0.4, -1, -2.5, -6, -11],
    lower: [1.3, 1.5],
    length: 0.4,
    measure: (part) => 360 * part,
    kinds: ["lowest", "highest", "lowest", "highest"],
  },
};
const NAMES = {
  budget: "4/x + 1/y on x + y = 6",
  circle: "x + 2y on x² + y² = 5",
  variance: "−5x² − 4xy − 2y² on x² + y² = 1",
};
const STEP = 1 / 180;

const controls = [
  choice("pair", { label: "minimize", options: NAMES, start: "budget" }),
  slider("place", {
    label: "place on it",
    min: 0,
    max: 1,
    step: STEP,
    start: 0.25,
    format: (part) => `${fixed(100 * part, 0)} %`,
  }),
];

/** Return the place as the picture takes it: within half a step of a touching point, it is that point. */
function settled({ pair, place }) {
  const { flat, closed } = PROBLEMS[pair];
  const index = flat.findIndex((part) => away(closed, part, place) <= STEP / 2);
  return { part: index < 0 ? place : flat[index], kind: VIEWS[pair].kinds[index] };
}

function away(closed, a, b) {
  const apart = Math.abs(a - b);
  return closed ? Math.min(apart, 1 - apart) : apart;
}

function look(state) {
  const problem = PROBLEMS[state.pair];
  const { part, kind } = settled(state);
  const point = problem.at(part);
  return { problem, view: VIEWS[state.pair], part, kind, point, ...tension(problem, point) };
}

const PARTS = spaced(0, 1, 180);

function draw([plan, walk], now, set) {
  const { problem, view } = now();
  const way = PARTS.map(problem.at);
  drawLevels(plan, now);
  plan.path(way, line("c2"));
  drawGradients(plan, now);
  plan.handle(
    () => now().point,
    (point) => set({ place: problem.nearest(point) }),
    { fields: ["place"], color: "c1" },
  );

  drawAxes(walk, axesOf(view.walk, view.walk.name, "f"));
  walk.path(
    PARTS.map((part, k) => [view.measure(part), problem.value(way[k])]),
    line("c2"),
  );
  const above = () => [view.measure(now().part), now().value];
  walk.path(() => [[above()[0], 0], above()], dotted("c4"));
  const [first, last] = [view.measure(0), view.measure(1)];
  walk.handle(above, ([x]) => set({ place: clamp((x - first) / (last - first), 0, 1) }), {
    fields: ["place"],
    color: "c1",
  });
  const beside = () => [0, now().value >= view.middle ? 25 : -25];
  walk.label(above, () => fixed(now().value), { color: "ink", beside, plate: true });
}

function axesOf({ ticks: [xs, ys] }, x, y) {
  return { x: { name: `<i>${x}</i>`, ticks: xs }, y: { name: `<i>${y}</i>`, ticks: ys } };
}

/** Draw where f is lower than at the point, and level curves: some thin ones, and the one through the point. */
function drawLevels(plan, now) {
  const { problem, view } = now();
  drawAxes(plan, axesOf(view.plan, "x", "y"));
  plan.path(() => problem.lower(now().value), { fill: "c0", opacity: 0.12 });
  for (const level of view.levels) plan.path(problem.level(level), thin("c0", { opacity: 0.45 }));
  plan.path(() => problem.level(now().value), line("c0"));
  plan.label(view.lower, "<i>f</i>\u2009 lower here", { color: "c0" });
}

/** Draw ∇f and ∇h, both with the same length, and the part of the first along the constraint. */
function drawGradients(plan, now) {
  const { length } = now().view;
  const here = () => now().point;
  const end = (name, size) => () => shifted(here(), now()[name], (length * size()) / Math.hypot(...now()[name]));
  const rest = () => shifted(here(), now().along, length / Math.hypot(...now().gradient));
  // Where the arrows agree, their names still stand apart.
  const apart = () => 1.28 + 0.5 * Math.max(0, 1 - now().angle / 40);
  const whole = () => 1;
  plan.arrow(here, rest, line("c3"));
  plan.arrow(here, end("normal", whole), line("c2"));
  plan.arrow(here, end("gradient", whole), line("c1"));
  plan.label(end("normal", apart), "∇<i>h</i>", { color: "c2", plate: true });
  plan.label(
    end("gradient", () => 1.28),
    "∇<i>f</i>",
    { color: "c1", plate: true },
  );
}

function sentence({ point, value, angle, along, multiplier, kind }) {
  const where = `At (${fixed(point[0])}, ${fixed(point[1])}), <i>f</i> = ${fixed(value, 3)}, and ∇<i>f</i> and ∇<i>h</i>
    make an angle of ${fixed(angle, 1)}°.`;
  if (kind) {
    return `${where} The level curve <b class="nb-c0">touches</b> the constraint: ∇<i>f</i> + <i>λ</i>∇<i>h</i> = 0
      with <i>λ</i> = <b>${fixed(multiplier, 3)}</b>, and <i>f</i> is ${kind} on it.`;
  }
  return `${where} A part of ∇<i>f</i>, <b class="nb-c3">${fixed(Math.hypot(...along), 3)}</b> long, lies along the
    constraint: sliding against it lowers <i>f</i>.`;
}

/** Slide to the lowest place that is nearest, or from the first place if we are there. */
function slide({ pair, place }, set, run) {
  const { flat, closed } = PROBLEMS[pair];
  const lowest = flat.filter((_, index) => VIEWS[pair].kinds[index] === "lowest");
  const ways = lowest.flatMap((part) => (closed ? [part - 1, part, part + 1] : [part]));
  const from = lowest.some((part) => away(closed, part, place) < 2 * STEP) ? 0.25 : place;
  const to = ways.reduce((best, part) => (Math.abs(part - from) < Math.abs(best - from) ? part : best));
  run(3, (part) => set({ place: (from + (to - from) * part + 1) % 1 }));
}

function boards({ pair }) {
  const { plan, walk } = VIEWS[pair];
  return [
    { name: "Level curves, a constraint, and two gradients at a point of it", ratio: 1, equal: true, box: plan.box },
    { name: "The value along the constraint", ratio: 1.25, tight: 1.4, box: walk.box },
  ];
}

export function start(root) {
  const play = { label: "Slide downhill until it touches", act: slide };
  explore(root, { controls, main: "place", boards, anew: ["pair"], look, draw, sentence, play });
}

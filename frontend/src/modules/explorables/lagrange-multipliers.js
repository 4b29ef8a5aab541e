// Lagrange multipliers: where on the constraint can no move along it lower f?

import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed } from "../../explorable/numbers.js";
import { plate } from "../../explorable/labels.js";
import { drawArrow, drawPath, STILL } from "../../explorable/marks.js";
import { problems, tension } from "../../mathematics/lagrange.js";

// What is shown of each problem. `lower` is a place that is below every level that can be reached, `length` that of the
// arrows, `measure` turns the part of the way into its unit, and below the value `middle`, numbers stand below the curve.
const VIEWS = {
  budget: {
    plan: { box: [-0.8, 6.4, 6.8, -1.05], axes: ["x", "y"], ticks: [1, 1] },
    walk: { box: [-0.7, 6, 6.6, -0.8], axes: ["x", "f"], ticks: [1, 1] },
    middle: 0,
    levels: [1, 1.5, 2.25, 3.5],
    lower: [5.6, 5.6],
    length: 0.9,
    measure: (part) => 0.8 + 4.8 * part,
    kinds: ["lowest"],
  },
  circle: {
    plan: { box: [-3.5, 3.5, 3.5, -3.5], axes: ["x", "y"], ticks: [1, 1] },
    walk: { box: [-42, 8, 440, -8], axes: ["angle", "f"], ticks: [90, 2] },
    middle: 0,
    levels: [-8, -5, -2.5, 0, 2.5, 5, 8],
    lower: [-2.6, -3.25],
    length: 0.8,
    measure: (part) => 360 * part,
    kinds: ["highest", "lowest"],
  },
  variance: {
    plan: { box: [-1.75, 1.75, 1.75, -1.75], axes: ["x", "y"], ticks: [1, 1] },
    walk: { box: [-42, 1.5, 440, -8], axes: ["angle", "f"], ticks: [90, 2] },
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
  const { flat, closed } = problems[pair];
  const index = flat.findIndex((part) => away(closed, part, place) <= STEP / 2);
  return { part: index < 0 ? place : flat[index], kind: VIEWS[pair].kinds[index] };
}

function away(closed, a, b) {
  const apart = Math.abs(a - b);
  return closed ? Math.min(apart, 1 - apart) : apart;
}

function look(state) {
  const problem = problems[state.pair];
  const { part, kind } = settled(state);
  const point = problem.at(part);
  return { problem, view: VIEWS[state.pair], part, kind, point, ...tension(problem, point) };
}

const PARTS = Array.from({ length: 181 }, (_, i) => i / 180);

function draw([plan, walk], pens, state, set) {
  let now = look(state);
  drawLevels(plan, pens, () => now);
  const way = PARTS.map(now.problem.at);
  plan.create("curve", [way.map(([x]) => x), way.map(([, y]) => y)], pens.line("c2", STILL));
  drawGradients(plan, pens, () => now);
  const handle = plan.create("point", now.point, pens.handle("c1"));
  handle.on("drag", () => set({ place: now.problem.nearest([handle.X(), handle.Y()]) }));

  walk.create("curve", [PARTS.map(now.view.measure), way.map(now.problem.value)], pens.line("c2", STILL));
  const above = () => [now.view.measure(now.part), now.value];
  walk.create("segment", [() => [above()[0], 0], above], pens.thin("c4", { dash: 1 }));
  const [first, last] = [now.view.measure(0), now.view.measure(1)];
  const dot = walk.create("point", above(), pens.handle("c1"));
  dot.on("drag", () => set({ place: Math.min(1, Math.max(0, (dot.X() - first) / (last - first))) }));
  const number = (visible) => ({ visible, ...pens.words("ink") });
  plate(
    walk,
    above,
    () => fixed(now.value),
    number(() => now.value >= now.view.middle),
    [0, 20],
  );
  plate(
    walk,
    above,
    () => fixed(now.value),
    number(() => now.value < now.view.middle),
    [0, -20],
  );
  return () => {
    now = look(state);
    handle.moveTo(now.point);
    dot.moveTo(above());
  };
}

/** Draw where f is lower than at the point, and level curves: some thin ones, and the one through the point. */
function drawLevels(plan, pens, now) {
  const { problem, view } = now();
  drawPath(plan, () => problem.lower(now().value), pens.area("c0", { strokeWidth: 0, fillOpacity: 0.12 }));
  for (const level of view.levels)
    drawPath(plan, () => problem.level(level), pens.thin("c0", { ...STILL, strokeOpacity: 0.45 }));
  drawPath(plan, () => problem.level(now().value), pens.line("c0"));
  plan.create("text", [...view.lower, "<i>f</i> lower here"], pens.words("c0", { anchorX: "middle" }));
}

/** Draw ∇f and ∇h, both with the same length, and the part of the first along the constraint. */
function drawGradients(plan, pens, now) {
  const { length } = now().view;
  const end = (vector, size) => () => {
    const scale = (length * size()) / Math.hypot(...vector());
    return now().point.map((at, i) => at + scale * vector()[i]);
  };
  const tail = () => now().point;
  const uphill = () => now().gradient;
  const normal = () => now().normal;
  const along = () => now().point.map((at, i) => at + (length * now().along[i]) / Math.hypot(...now().gradient));
  // Where the arrows agree, their names still stand apart.
  const apart = () => 1.28 + 0.5 * Math.max(0, 1 - now().angle / 40);
  drawArrow(plan, tail, along, pens.line("c3"));
  drawArrow(
    plan,
    tail,
    end(normal, () => 1),
    pens.line("c2"),
  );
  drawArrow(
    plan,
    tail,
    end(uphill, () => 1),
    pens.line("c1"),
  );
  plate(plan, end(normal, apart), "∇<i>h</i>", pens.words("c2"));
  plate(
    plan,
    end(uphill, () => 1.28),
    "∇<i>f</i>",
    pens.words("c1"),
  );
}

function sentence(state) {
  const { point, value, angle, along, multiplier, kind } = look(state);
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
  const { flat, closed } = problems[pair];
  const lowest = flat.filter((_, index) => VIEWS[pair].kinds[index] === "lowest");
  const ways = lowest.flatMap((part) => (closed ? [part - 1, part, part + 1] : [part]));
  const from = lowest.some((part) => away(closed, part, place) < 2 * STEP) ? 0.25 : place;
  const to = ways.reduce((best, part) => (Math.abs(part - from) < Math.abs(best - from) ? part : best));
  run(3, (part) => set({ place: (from + (to - from) * part + 1) % 1 }));
}

function boards({ pair }) {
  const { plan, walk } = VIEWS[pair];
  return [
    { name: "Level curves, a constraint, and two gradients at a point of it", ratio: 1, equal: true, ...plan },
    { name: "The value along the constraint", ratio: 1.25, ...walk },
  ];
}

export function start(root) {
  const play = { label: "Slide downhill until it touches", act: slide };
  explore(root, { controls, boards, anew: ["pair"], draw, sentence, play });
}

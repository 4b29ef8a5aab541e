// The Hessian of a quadratic: what do its three numbers say about the shape, and about the curvature in each direction?

import { slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed } from "../../explorable/numbers.js";
import { plate } from "../../explorable/labels.js";
import { drawArrow, drawPath } from "../../explorable/marks.js";
import { classify, curvatureAlong, eigen, levelCurve } from "../../mathematics/quadratic.js";

const REACH = 2.5;
const LEVELS = Array.from({ length: 12 }, (_, i) => 0.1 * (i + 1) ** 2);
const ANGLES = Array.from({ length: 121 }, (_, i) => 3 * i);
const RADIANS = Math.PI / 180;

const entry = (name, label, start) =>
  slider(name, {
    label: `<i>${name}</i> ${label}`,
    min: -4,
    max: 4,
    step: 0.1,
    start,
    format: (value) => fixed(value, 1),
  });
const controls = [
  entry("a", "(east)", 2),
  entry("b", "(mixed)", 1.5),
  entry("c", "(north)", 2),
  slider("u", {
    label: "direction of <b>u</b>",
    min: 0,
    max: 360,
    step: 3,
    start: 21,
    format: (u) => `${fixed(u, 0)}°`,
  }),
];

function look({ a, b, c, u }) {
  const hessian = [a, b, c];
  return { hessian, ...eigen(hessian), kind: classify(hessian), curvature: curvatureAlong(hessian, u * RADIANS) };
}

function onCircle(angle, radius = 1) {
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

function draw([plan, wave], pens, state, set) {
  let now = look(state);
  drawMap(plan, pens, () => now);
  const direction = () => onCircle(state.u * RADIANS);
  plan.create("circle", [[0, 0], 1], pens.thin("c4", { dash: 1 }));
  plan.create("segment", [() => direction().map((part) => -part), direction], pens.thin("c2", { strokeWidth: 1.8 }));
  const handle = plan.create("point", direction(), pens.handle("c2"));
  handle.on("drag", () => set({ u: whole(Math.atan2(handle.Y(), handle.X()) / RADIANS) }));
  plate(plan, () => onCircle(state.u * RADIANS, 1.18), "<b>u</b>", pens.words("c2"));

  drawWave(wave, pens, () => now);
  const place = () => [state.u, now.curvature];
  const dot = wave.create("point", place(), pens.handle("c2"));
  dot.on("drag", () => set({ u: Math.min(360, Math.max(0, Math.round(dot.X()))) }));
  return () => {
    now = look(state);
    handle.moveTo(direction());
    dot.moveTo(place());
  };
}

function whole(degrees) {
  return (Math.round(degrees) + 360) % 360;
}

/** Draw the level curves, those above 0 and those below, and the eigenvectors with their eigenvalues. */
function drawMap(plan, pens, now) {
  const levels = (sign) => () => {
    const curves = LEVELS.map((level) => levelCurve(now().hessian, sign * level, REACH));
    return [curves.flatMap(([x]) => x), curves.flatMap(([, y]) => y)];
  };
  drawPath(plan, levels(1), pens.thin("c0", { strokeWidth: 1.4 }));
  drawPath(plan, levels(-1), pens.thin("c3", { strokeWidth: 1.4 }));
  drawPath(plan, () => levelCurve(now().hessian, 0, REACH), pens.thin("c4", { dash: 2 }));
  plate(plan, () => [-1.38, 1.56], "above 0", pens.words("c0"));
  plate(plan, () => [-1.38, 1.38], "below 0", pens.words("c3"));
  for (const [name, turn] of [
    ["high", 0],
    ["low", Math.PI / 2],
  ]) {
    const way = (size) => () => onCircle(now().angle + turn, size);
    for (const [color, fits] of Object.entries(SIGNS)) {
      const visible = () => fits(now()[name], now());
      drawArrow(plan, () => [0, 0], way(1), pens.line(color), visible);
      plate(plan, way(1.42), () => fixed(now()[name]), { ...pens.words(color), visible });
    }
  }
}

// The color of an eigenvalue by its sign, as in the figures of the topic. What counts as 0 is as in `classify`.
const SIGNS = {
  c1: (value, { low, high }) => value > 1e-9 * Math.max(-low, high),
  c3: (value, { low, high }) => value < -1e-9 * Math.max(-low, high),
  c4: (value, { low, high }) => Math.abs(value) <= 1e-9 * Math.max(-low, high),
};

/** Draw the curvature against the direction, between its bounds. */
function drawWave(wave, pens, now) {
  for (const [name, shift] of [
    ["high", 12],
    ["low", -12],
  ]) {
    const bound = () => now()[name];
    wave.create(
      "segment",
      [
        [0, bound],
        [360, bound],
      ],
      pens.thin("c4", { dash: 2 }),
    );
    plate(wave, () => [386, bound()], `<i>λ</i><sub>${name === "high" ? "max" : "min"}</sub>`, pens.words("soft"), [
      0,
      shift,
    ]);
  }
  const curve = () => [ANGLES, ANGLES.map((angle) => curvatureAlong(now().hessian, angle * RADIANS))];
  drawPath(wave, curve, pens.line("c0"));
  wave.create("text", [8, 8, "curvature <b>u</b>ᵀ<i>H</i><b>u</b> against the angle of <b>u</b>"], pens.words("soft"));
}

function shape({ kind, low, high }) {
  const round = high - low < 1e-9 * Math.max(-low, high);
  if (kind === "minimum") return `${round ? "A round" : "An oblong"} bowl (minimum)`;
  if (kind === "maximum") return `${round ? "A round" : "An oblong"} hill (maximum)`;
  if (kind === "saddle") return "A saddle";
  if (low === high) return "A plane (undecided)";
  return `${high > -low ? "A channel with a level floor" : "A ridge with a level crest"} (undecided)`;
}

function sentence(state) {
  const { low, high, kind, curvature } = look(state);
  const { a, b, c, u } = state;
  const color = low < 0 && kind !== "undecided" ? "c3" : "c0";
  const ratio = kind === "minimum" ? `, their ratio ${fixed(high / low)}` : "";
  return `<b class="nb-${color}">${shape({ kind, low, high })}</b>. Eigenvalues ${fixed(low)} and ${fixed(high)}${ratio}, trace
    ${fixed(a + c)}, determinant ${fixed(a * c - b * b)}. Along <b>u</b>, at ${fixed(u, 0)}°, the curvature is
    <b class="nb-c2">${fixed(curvature)}</b>.`;
}

/** Turn b from 0 to 3, as in the figure. */
function turn(_, set, run) {
  run(6, (part) => set({ a: 2, c: 2, b: Number((3 * part).toFixed(2)) }));
}

export function start(root) {
  const boards = [
    {
      name: "Level curves of a quadratic with its eigenvectors",
      ratio: 1,
      equal: true,
      box: [-1.7, 1.7, 1.7, -1.7],
      ticks: [1, 1],
    },
    {
      name: "The curvature in each direction",
      ratio: 1.25,
      box: [-45, 9, 420, -9],
      axes: ["", ""],
      ticks: [90, 2],
    },
  ];
  explore(root, { controls, boards, draw, sentence, play: { label: "Turn b from 0 to 3", act: turn } });
}

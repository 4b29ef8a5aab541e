// The Hessian of a quadratic: what do its three numbers say about the shape, and about the curvature in each direction?

import { drawAxes } from "../../explorable/axes.js";
import { slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed } from "../../explorable/numbers.js";
import { dashed, dotted, line, thin } from "../../explorable/pens.js";
import { clamp, spaced } from "../../mathematics/intervals.js";
import { onCircle } from "../../mathematics/paths.js";
import { classify, curvatureAlong, eigen, levelCurve } from "../../mathematics/quadratic.js";

const REACH = 2.5;
const LEVELS = Array.from({ length: 12 }, (_, i) => 0.1 * (i + 1) ** 2);
const ANGLES = spaced(0, 360, 120);
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

function draw([plan, wave], now, set) {
  drawMap(plan, now);
  const direction = (size) => () => onCircle(now().u * RADIANS, size);
  plan.path(() => [direction(-1)(), direction(1)()], thin("c2", { width: 1.8, cap: "butt" }));
  plan.handle(direction(1), ([x, y]) => set({ u: whole(Math.atan2(y, x) / RADIANS) }), { fields: ["u"], color: "c2" });
  plan.label(direction(1.24), "<b>u</b>", { color: "c2", plate: true });

  drawWave(wave, now);
  const moved = ([degrees]) => set({ u: clamp(Math.round(degrees), 0, 360) });
  wave.handle(() => [now().u, now().curvature], moved, { fields: ["u"], color: "c2" });
}

function whole(degrees) {
  return (Math.round(degrees) + 360) % 360;
}

/** Draw the level curves, those above 0 and those below, and the eigenvectors with their eigenvalues. */
function drawMap(plan, now) {
  drawAxes(plan, { x: { name: "<i>x</i>", ticks: [-1, 0, 1] }, y: { name: "<i>y</i>", ticks: [-1, 1] } });
  const levels = (sign) => () => LEVELS.flatMap((level) => levelCurve(now().hessian, sign * level, REACH));
  plan.path(levels(1), thin("c0", { width: 1.4 }));
  plan.path(levels(-1), thin("c3", { width: 1.4 }));
  plan.path(() => levelCurve(now().hessian, 0, REACH), dashed("c4", { cap: "round" }));
  plan.label([-1.38, 1.56], "above 0", { color: "c0", plate: true });
  plan.label([-1.38, 1.38], "below 0", { color: "c3", plate: true });
  plan.path(
    spaced(0, -2 * Math.PI, 240).map((angle) => onCircle(angle)),
    dotted("c4"),
  );
  for (const [name, turn] of Object.entries({ high: 0, low: Math.PI / 2 })) {
    const way = (size) => () => onCircle(now().angle + turn, size);
    for (const [color, fits] of Object.entries(SIGNS)) {
      const visible = () => fits(now()[name], now());
      plan.arrow([0, 0], way(1), line(color, { visible }));
      plan.label(way(1.42), () => fixed(now()[name]), { color, visible, plate: true });
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
function drawWave(wave, now) {
  drawAxes(wave, {
    x: { name: "", ticks: [0, 90, 180, 270, 360] },
    y: { name: "", ticks: [-8, -6, -4, -2, 2, 4, 6, 8] },
  });
  wave.path(() => ANGLES.map((angle) => [angle, curvatureAlong(now().hessian, angle * RADIANS)]), line("c0"));
  // Each name at the end of its line, and the two apart.
  const apart = () => Math.max(0, 1.3 - (now().high - now().low)) / 2;
  for (const [name, text, way] of [
    ["high", "<i>λ</i><sub>max</sub>", 1],
    ["low", "<i>λ</i><sub>min</sub>", -1],
  ]) {
    const bound = () => now()[name];
    wave.path(() => [0, 360].map((angle) => [angle, bound()]), dashed("c4"));
    wave.label(() => [378, bound() + way * apart()], text, { color: "soft", anchorX: "left" });
  }
  const title = "curvature <b>u</b>ᵀ<i>H</i><b>u</b> against the angle of <b>u</b>";
  wave.label([8, 8], title, { color: "soft", anchorX: "left" });
}

function shape({ kind, low, high }) {
  const round = high - low < 1e-9 * Math.max(-low, high);
  if (kind === "minimum") return `${round ? "A round" : "An oblong"} bowl (minimum)`;
  if (kind === "maximum") return `${round ? "A round" : "An oblong"} hill (maximum)`;
  if (kind === "saddle") return "A saddle";
  const shape = high > -low ? "A channel with a whole line of minima" : "A ridge with a whole line of maxima";
  return `${low === high ? "A level plane" : shape} (undecided by the Hessian alone)`;
}

function sentence({ a, b, c, u, low, high, kind, curvature }) {
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
  const plan = { name: "Level curves of a quadratic with its eigenvectors", ratio: 1, equal: true };
  const boards = [
    { ...plan, box: [-1.7, 1.7, 1.7, -1.7] },
    { name: "The curvature in each direction", ratio: 1.25, box: [-45, 9, 436, -9] },
  ];
  explore(root, {
    controls,
    main: "b",
    boards,
    look,
    draw,
    sentence,
    play: { label: "Turn b from 0 to 3", act: turn },
  });
}

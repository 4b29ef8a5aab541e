// The directional derivative: how does the slope depend on the direction in which one leaves a point?

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed } from "../../explorable/numbers.js";
import { dotted, line, thin } from "../../explorable/pens.js";
import { levelCurve, sampled } from "../../mathematics/contours.js";
import { angleBetween, directionalDerivative, SURFACES, unitVector } from "../../mathematics/directions.js";
import { clamp, placed, spaced } from "../../mathematics/intervals.js";
import { shifted } from "../../mathematics/paths.js";

const MAP = [-3.6, 3.6, 3.6, -3.6];
const CIRCLE = [-180, 8, 180, -8];
const FAR = 2.5;
const SCALE = 0.3; // of the gradient's arrow, so that it stays on the map
const LEVELS = {
  bowl: [0.5, 2, 5, 9, 14, 20],
  saddle: [-10, -6, -3, -1, 0, 1, 3, 6, 10],
  hill: [3.5, 2.5, 1, -1, -4, -8, -12],
};

const controls = [
  choice("surface", {
    label: "<i>f</i>(<i>x</i>, <i>y</i>) =",
    options: { bowl: "x² + y², a bowl", saddle: "x² − y², a saddle", hill: "4 − x²/4 − y², a hill" },
    start: "bowl",
  }),
  slider("phi", {
    label: "direction of <b><i>u</i></b>",
    min: -180,
    max: 180,
    step: 1,
    start: 45,
    format: (phi) => `${fixed(phi, 1)}°`,
  }),
  slider("x", { label: "<i>x</i>", min: -FAR, max: FAR, step: 0.1, start: 1, format: (x) => fixed(x) }),
  slider("y", { label: "<i>y</i>", min: -FAR, max: FAR, step: 0.1, start: 2, format: (y) => fixed(y) }),
];

/** Return all that is to be seen at a state. Where the gradient is zero, there is no angle: it is NaN. */
function look({ surface, x, y, phi }) {
  const { value, gradient } = SURFACES[surface];
  const [at, u] = [[x, y], unitVector(phi)];
  const uphill = gradient(at);
  return {
    at,
    height: value(at),
    uphill,
    steepest: Math.hypot(...uphill),
    u,
    slope: directionalDerivative(uphill, u),
    theta: angleBetween(uphill, u),
  };
}

function draw([map, circle], now, set) {
  drawMap(map, now, set);
  drawCircle(circle, now, set);
}

function drawMap(map, now, set) {
  const ticks = [-3, -2, -1, 0, 1, 2, 3];
  drawAxes(map, { frame: MAP, x: { name: "<i>x</i>", ticks }, y: { name: "<i>y</i>", ticks }, grid: "" });
  const { surface } = now();
  const heights = sampled(SURFACES[surface].value, MAP);
  const levels = LEVELS[surface].flatMap((height) => levelCurve(heights, height));
  map.path(levels, thin("c0", { width: 1 }));
  map.path(() => levelCurve(heights, now().height), line("c0", { width: 2.6 }));
  map.path(() => between(now()), thin("c4", { width: 1.4 }));
  drawArrows(map, now);
  map.handle(
    () => now().at,
    ([x, y]) => set({ x: placed(x, 2, -FAR, FAR), y: placed(y, 2, -FAR, FAR) }),
    { fields: ["x", "y"], color: "c1" },
  );
  const turnedTo = ([x, y]) => set({ phi: turned(now(), [x - now().x, y - now().y]) });
  map.handle(() => tip(now()), turnedTo, { fields: ["phi"], color: "c2", size: 6 });
}

/** Draw the gradient, u, and how much of the gradient lies along u. */
function drawArrows(map, now) {
  const here = () => now().at;
  const uphill = () => shifted(now().at, now().uphill, SCALE);
  const foot = () => shifted(now().at, now().u, SCALE * now().slope);
  const isFlat = () => now().steepest === 0;
  const side = () => (now().theta < 0 ? 1 : -1);
  map.path(() => [here(), foot()], line("c2", { width: 8, opacity: 0.3 }));
  map.path(() => [uphill(), foot()], dotted("c4"));
  map.arrow(here, uphill, { color: "c1", width: 2.4, head: "plain" });
  map.path(() => [here(), tip(now())], line("c2"));
  map.label(uphill, () => (isFlat() ? "<b>∇<i>f</i> = 0</b>" : `<b>∇<i>f</i></b> × ${SCALE}`), {
    color: "c1",
    beside: () => (isFlat() ? [0, 16] : apart(now().uphill, side())),
    inside: MAP,
  });
  map.label(() => tip(now()), "<b><i>u</i></b>", {
    color: "c2",
    beside: () => [21 * now().u[0] + 6 * side() * now().u[1], 21 * now().u[1] - 6 * side() * now().u[0]],
    inside: MAP,
    room: [8, 8],
  });
}

function drawCircle(circle, now, set) {
  drawAxes(circle, {
    frame: CIRCLE,
    x: {
      name: "angle <i>θ</i> from ∇<i>f</i> to <i>u</i>",
      ticks: [-180, -90, 0, 90, 180],
      format: (angle) => `${fixed(angle, 0)}°`,
    },
    y: { name: "slope along <i>u</i>", ticks: [-8, -4, 0, 4, 8] },
    grid: "xy",
  });
  const place = () => [now().theta || 0, now().slope];
  const top = () => [0, now().steepest];
  circle.path(() => spaced(-180, 180, 120).map((t) => [t, now().steepest * unitVector(t)[0]]), line("c0"));
  const guide = () => [[place()[0], 0], place(), [-180, now().slope]];
  circle.path(guide, dotted("c2", { width: 1.4, cap: "round" }));
  circle.dot(top, { color: "c1" });
  circle.label(top, () => `‖∇<i>f</i>\u2009‖ = ${fixed(now().steepest)}`, { color: "c1", beside: [0, 15] });
  const moved = ([theta]) => {
    if (now().steepest === 0) return;
    set({ phi: wrapped(angleBetween([1, 0], now().uphill) + snapped(clamp(theta, -180, 180))) });
  };
  circle.handle(place, moved, { fields: ["phi"], color: "c2" });
}

/** Return the tip of the arrow u. */
function tip({ at, u }) {
  return shifted(at, u);
}

/** Return the arc of the angle from the gradient to u, without points if there is none. */
function between({ at, uphill, theta }) {
  if (Number.isNaN(theta)) return [];
  const first = angleBetween([1, 0], uphill);
  return spaced(first, first + theta, 24).map((angle) => shifted(at, unitVector(angle), 0.55));
}

function apart(arrow, side) {
  const [x, y] = arrow.map((part) => part / Math.hypot(...arrow));
  return [24 * x - 40 * side * y, 10 * y + 14 * side * x];
}

/** Return the direction of `arrow` in degrees; one that is nearly along or across the gradient becomes so exactly. */
function turned({ uphill }, arrow) {
  const theta = angleBetween(uphill, arrow);
  const angle = angleBetween([1, 0], arrow);
  if (Number.isNaN(angle)) return 0;
  return wrapped(Number.isNaN(theta) ? angle : angle + snapped(theta) - theta);
}

function snapped(theta) {
  const right = 90 * Math.round(theta / 90);
  return Math.abs(theta - right) < 3 ? right : theta;
}

function wrapped(degrees) {
  return degrees - 360 * Math.round(degrees / 360);
}

function sentence({ at, uphill, steepest, u, slope, theta }) {
  const pair = ([a, b], digits) => `(${fixed(a, digits)}, ${fixed(b, digits)})`;
  const place = `At ${pair(at, 2)}`;
  if (steepest === 0) return `${place} the gradient is zero: in every direction the slope is 0.000. There is no angle.`;
  const gradient = `<b class="nb-c1">∇<i>f</i> = ${pair(uphill, 2)}</b> has length ${fixed(steepest, 3)}`;
  const result = `<b class="nb-c2">${fixed(slope, 3)}</b>`;
  const way = `<b><i>u</i></b> = ${pair(u, 3)} is ${fixed(Math.abs(theta), 1)}° off it`;
  const product = `${fixed(steepest, 3)} · cos ${fixed(Math.abs(theta), 1)}° = ${result}`;
  return `${place}, ${gradient}; ${way}. The slope along <b><i>u</i></b> is ${product}: ${verdict(theta)}.`;
}

function verdict(theta) {
  const size = Math.abs(theta);
  if (size < 0.05) return "no way climbs faster";
  if (size > 179.95) return "no way falls faster";
  if (Math.abs(size - 90) < 0.05) return "we set out along the level curve";
  return size < 90 ? "we climb" : "we fall";
}

function turn({ phi }, set, run) {
  run(8, (part) => set({ phi: wrapped(Number((phi + 360 * part).toFixed(1))) }));
}

export function start(root) {
  const boards = [
    {
      name: "Level curves with a point, its gradient and a direction",
      ratio: 0.95,
      equal: true,
      box: [-4.3, 4.1, 3.9, -4.6],
    },
    { name: "The slope against the angle to the gradient", ratio: 0.95, tight: 1.35, box: [-226, 9.4, 198, -10.6] },
  ];
  const play = { label: "Turn u once around", act: turn };
  explore(root, { controls, main: "phi", boards, anew: ["surface"], look, draw, sentence, play });
}

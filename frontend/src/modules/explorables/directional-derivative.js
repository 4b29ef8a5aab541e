// The directional derivative: how does the slope depend on the direction in which one leaves a point?

import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { drawFrame } from "../../explorable/frame.js";
import { label } from "../../explorable/labels.js";
import { fixed } from "../../explorable/numbers.js";
import { polyline } from "../../explorable/paths.js";
import { levelCurve, sampled } from "../../mathematics/contours.js";
import { angleBetween, directionalDerivative, SURFACES, unitVector } from "../../mathematics/directions.js";

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
  const [uphill, u] = [gradient(x, y), unitVector(phi)];
  return {
    at: [x, y],
    height: value(x, y),
    uphill,
    steepest: Math.hypot(...uphill),
    u,
    slope: directionalDerivative(uphill, u),
    theta: angleBetween(uphill, u),
  };
}

function draw([map, circle], pens, state, set) {
  const views = [drawMap(map, pens, state, set), drawCircle(circle, pens, state, set)];
  return () => {
    const now = look(state);
    for (const show of views) show(now);
  };
}

function drawMap(map, pens, state, set) {
  const ticks = [-3, -2, -1, 0, 1, 2, 3].map((place) => [place, fixed(place, 0)]);
  drawFrame(map, pens, { box: MAP, x: { name: "<i>x</i>", ticks }, y: { name: "<i>y</i>", ticks }, grid: "" });
  let shown = "";
  let heights = null;
  const levels = polyline(map, pens.thin("c0", { strokeWidth: 1 }));
  const level = polyline(map, pens.line("c0", { strokeWidth: 2.6 }));
  const arc = polyline(map, pens.thin("c4", { strokeWidth: 1.4 }));
  let now = look(state);
  drawArrows(map, pens, () => now);
  const point = map.create("point", [...now.at], pens.handle("c1"));
  const hand = map.create("point", along(now.at, now.u, 1), pens.handle("c2", { size: 6 }));
  point.on("drag", () => set({ x: kept(point.X()), y: kept(point.Y()) }));
  hand.on("drag", () => set({ phi: turned(state, [hand.X() - state.x, hand.Y() - state.y]) }));
  return (next) => {
    now = next;
    if (shown !== state.surface) {
      shown = state.surface;
      heights = sampled(SURFACES[shown].value, MAP);
      levels(LEVELS[shown].flatMap((height) => levelCurve(heights, height)));
    }
    level(levelCurve(heights, now.height));
    arc(between(now));
    point.moveTo(now.at);
    hand.moveTo(along(now.at, now.u, 1));
  };
}

/** Draw the gradient, u, and how much of the gradient lies along u, for what `seen` returns. */
function drawArrows(map, pens, seen) {
  const ends = (end) => [() => end(seen())[0], () => end(seen())[1]];
  const here = ends(({ at }) => at);
  const tip = ({ at, uphill }) => along(at, uphill, SCALE);
  const foot = ends(({ at, u, slope }) => along(at, u, SCALE * slope));
  const hand = ({ at, u }) => along(at, u, 1);
  const gone = () => seen().steepest === 0;
  const side = () => (seen().theta < 0 ? 1 : -1);
  map.create("segment", [here, foot], pens.line("c2", { strokeWidth: 8, strokeOpacity: 0.3 }));
  map.create("segment", [ends(tip), foot], pens.thin("c4", { dash: 1 }));
  const arrow = { strokeWidth: 2.4, lineCap: "butt", lastArrow: { type: 1, size: 5 } };
  map.create("arrow", [here, ends(tip)], pens.line("c1", { ...arrow, visible: () => !gone() }));
  map.create("segment", [here, ends(hand)], pens.line("c2"));
  label(map, pens.words("c1"), {
    at: () => tip(seen()),
    text: () => (gone() ? "<b>∇<i>f</i> = 0</b>" : `<b>∇<i>f</i></b> × ${SCALE}`),
    beside: () => (gone() ? [0, 16] : apart(seen().uphill, side())),
    inside: MAP,
  });
  label(map, pens.words("c2"), {
    at: () => hand(seen()),
    text: "<b><i>u</i></b>",
    beside: () => [15 * seen().u[0] + 6 * side() * seen().u[1], 15 * seen().u[1] - 6 * side() * seen().u[0]],
    inside: MAP,
    room: [8, 8],
  });
}

function drawCircle(circle, pens, state, set) {
  const degrees = [-180, -90, 0, 90, 180].map((angle) => [angle, `${fixed(angle, 0)}°`]);
  const slopes = [-8, -4, 0, 4, 8].map((slope) => [slope, fixed(slope, 0)]);
  drawFrame(circle, pens, {
    box: CIRCLE,
    x: { name: "angle <i>θ</i> from ∇<i>f</i> to <i>u</i>", ticks: degrees },
    y: { name: "slope along <i>u</i>", ticks: slopes },
    grid: "xy",
  });
  let now = look(state);
  const place = () => [now.theta || 0, now.slope];
  const wave = polyline(circle, pens.line("c0"));
  const guide = polyline(circle, pens.thin("c2", { dash: 1, strokeWidth: 1.4 }));
  circle.create("point", [0, () => now.steepest], pens.dot("c1"));
  label(circle, pens.words("c1"), {
    at: () => [0, now.steepest],
    text: () => `‖∇<i>f</i>‖ = ${fixed(now.steepest)}`,
    beside: [0, 15],
  });
  const marker = circle.create("point", place(), pens.handle("c2"));
  marker.on("drag", () => {
    if (now.steepest === 0) return set({ phi: state.phi });
    const theta = snapped(Math.min(180, Math.max(-180, marker.X())));
    set({ phi: wrapped(angleBetween([1, 0], now.uphill) + theta) });
  });
  return (next) => {
    now = next;
    wave(Array.from({ length: 121 }, (_, k) => 3 * k - 180).map((t) => [t, now.steepest * unitVector(t)[0]]));
    guide([[place()[0], 0], place(), [-180, now.slope]]);
    marker.moveTo(place());
  };
}

/** Return the arc of the angle from the gradient to u, without points if there is none. */
function between({ at, uphill, theta }) {
  if (Number.isNaN(theta)) return [];
  const first = angleBetween([1, 0], uphill);
  return Array.from({ length: 25 }, (_, k) => along(at, unitVector(first + (theta * k) / 24), 0.55));
}

function along([x, y], [dx, dy], times) {
  return [x + times * dx, y + times * dy];
}

/** Return how many pixels a label stands off the tip of `arrow`, ahead and to its `side` (1 left, −1 right). */
function apart(arrow, side) {
  const [x, y] = arrow.map((part) => part / Math.hypot(...arrow));
  return [24 * x - 40 * side * y, 10 * y + 14 * side * x];
}

function kept(value) {
  return Math.min(FAR, Math.max(-FAR, Number(value.toFixed(2))));
}

/** Return the direction of `arrow` in degrees; one that is nearly along or across the gradient becomes so exactly. */
function turned({ surface, x, y }, arrow) {
  const uphill = SURFACES[surface].gradient(x, y);
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

function sentence(state) {
  const { at, uphill, steepest, u, slope, theta } = look(state);
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
      axes: null,
    },
    { name: "The slope against the angle to the gradient", ratio: 0.95, box: [-226, 9.4, 198, -10.6], axes: null },
  ];
  explore(root, { controls, boards, draw, sentence, play: { label: "Turn u once around", act: turn } });
}

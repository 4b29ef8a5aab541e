// Two moons and a small network that learns their boundary: the boundary and the loss at any epoch of a run.

import { drawAxes } from "../../explorable/axes.js";
import { choice, slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed } from "../../explorable/numbers.js";
import { dashed, line, thin } from "../../explorable/pens.js";
import { levelCurve, sampled } from "../../mathematics/contours.js";
import { placed } from "../../mathematics/intervals.js";
import { logitAt, MOONS, rightOnes, startingNetwork, trained } from "../../mathematics/perceptron.js";

const EPOCHS = 600;
const PLANE = [-1.5, 1.5, 2.6, -1.1];
const COURSE = [0, 0.9, EPOCHS, 0];
const BEST_LINEAR = 0.2738; // the least loss of a logit that is a linear function of the point
const STARTS = { 1: "first", 2: "second", 3: "third" };

const controls = [
  slider("epoch", { label: "epoch", min: 0, max: EPOCHS, step: 10, start: 200, format: String }),
  slider("units", { label: "hidden units", stops: [1, 2, 3, 4, 8, 16], start: 4, format: String }),
  slider("eta", { label: "learning rate <i>η</i>", stops: [0.1, 0.3, 1, 3, 10], start: 1, format: String }),
  choice("start", { label: "random start", options: STARTS, start: "1" }),
  slider("x", { label: "point <i>x</i>", min: -1.5, max: 2.6, step: 0.1, start: 1, format: (x) => fixed(x, 1) }),
  slider("y", { label: "point <i>y</i>", min: -1.1, max: 1.5, step: 0.1, start: 1, format: (y) => fixed(y, 1) }),
];

let known = { key: "", run: null };

/** Return the run of a state's settings; the last one is kept. */
function runOf({ units, eta, start }) {
  const key = [units, eta, start].join();
  if (known.key !== key) known = { key, run: trained(startingNetwork(units, Number(start)), MOONS, eta, EPOCHS) };
  return known.run;
}

function look(state) {
  const { networks, losses } = runOf(state);
  const network = networks[state.epoch];
  const logit = logitAt(network, [state.x, state.y]);
  const heights = sampled((point) => logitAt(network, point), PLANE, 60);
  return { losses, loss: losses[state.epoch], right: rightOnes(network, MOONS), logit, heights };
}

function draw([map, course], now, set) {
  drawAxes(map, {
    frame: PLANE,
    x: { name: "<i>x</i>", ticks: [-1, 0, 1, 2] },
    y: { name: "<i>y</i>", ticks: [-1, 0, 1] },
    grid: "",
  });
  drawAxes(course, {
    frame: COURSE,
    x: { name: "epoch", ticks: [0, 200, 400, 600] },
    y: { name: "loss", ticks: [0, 0.2, 0.4, 0.6, 0.8], format: (loss) => fixed(loss, 1) },
  });
  const level = (height) => () => levelCurve(now().heights, height);
  for (const height of [-2, 2]) map.path(level(height), thin("c4", { width: 1, inside: PLANE }));
  map.path(level(0), line("c5", { width: 2.4, inside: PLANE }));
  for (const [label, color] of ["c0", "c1"].entries()) {
    const places = MOONS.filter((example) => example.label === label).map(({ at }) => at);
    map.dots(places, { color, size: 5, inside: PLANE });
  }
  const moved = ([x, y]) => set({ x: placed(x, 1, -1.5, 2.6), y: placed(y, 1, -1.1, 1.5) });
  map.handle(() => [now().x, now().y], moved, { fields: ["x", "y"], color: "c5" });
  const ends = [
    [0, BEST_LINEAR],
    [EPOCHS, BEST_LINEAR],
  ];
  course.path(ends, dashed("c4", { width: 1.4 }));
  course.path(() => now().losses.map((loss, epoch) => [epoch, loss]), line("c0", { width: 2, inside: COURSE }));
  course.dot(() => [now().epoch, Math.min(now().loss, COURSE[1])], { color: "c0" });
}

function sentence({ epoch, loss, right, x, y, logit }) {
  const share = 1 / (1 + Math.exp(-Math.abs(logit)));
  const [name, color] = logit > 0 ? ["lower", "c1"] : ["upper", "c0"];
  const here = `At (${fixed(x, 1)}, ${fixed(y, 1)}) the logit is ${fixed(logit)}`;
  const told = `<b class="nb-${color}">${name}</b> moon with ${fixed(100 * share, 1)}%`;
  return `After ${epoch} epochs the loss is ${fixed(loss, 4)}, and ${right} of ${MOONS.length} points are right. ${here}: ${told}.`;
}

function train(_, set, run) {
  run(5, (part) => set({ epoch: 10 * Math.round((part * EPOCHS) / 10) }));
}

export function start(root) {
  const boards = [
    { name: "Two moons and the boundary of the network", ratio: 1.25, box: [-2, 1.9, 2.8, -1.6] },
    { name: "Loss over the epochs", ratio: 1.25, tight: 1.75, box: [-85, 1.06, 645, -0.23] },
  ];
  const play = { label: "Train", act: train };
  explore(root, { controls, main: "epoch", boards, look, draw, sentence, play });
}

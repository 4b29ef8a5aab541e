// A computational graph: in which order do values and sensitivities become known, and which of them move with an input?

import { slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed, partial } from "../../explorable/numbers.js";
import { line, thin } from "../../explorable/pens.js";
import { backward, EXAMPLE, forward } from "../../mathematics/graph.js";

const PLACES = { x: [0, 1], y: [0, 0], u: [1, 0], v: [1, 1], f: [2, 0.5] };
const DONE = { u: "<i>u</i> = <i>x</i> + <i>y</i>", v: "<i>v</i> = <i>x</i>²", f: "<i>f</i> = <i>u</i> · <i>v</i>" };
const LOCALS = { xv: "2<i>x</i> = ", uf: "<i>v</i> = ", vf: "<i>u</i> = " };
const RADIUS = 23;

// What happens at each step: a value is computed (and with it the local derivatives of its edges), the result gets its
// sensitivity to itself, a node hands on to its operands.
const STEPS = [
  {},
  { compute: "u" },
  { compute: "v" },
  { compute: "f" },
  { begin: "f" },
  { hand: "f" },
  { hand: "v" },
  { hand: "u" },
];
const LAST = STEPS.length - 1;

const input = (name, start) =>
  slider(name, { label: `<i>${name}</i>`, min: -3, max: 3, step: 0.1, start, format: (value) => fixed(value, 1) });
const controls = [
  input("x", 2),
  input("y", 1),
  slider("step", {
    label: "step",
    min: 0,
    max: LAST,
    step: 1,
    start: LAST,
    format: (step) => `${fixed(step, 0)} of ${LAST}`,
  }),
];

/** Return all numbers, and what is known of them after the step. */
function look({ x, y, step }) {
  const { values, edges } = forward(EXAMPLE, { x, y });
  const { sensitivity, hands } = backward(EXAMPLE, edges);
  const past = STEPS.slice(0, Math.round(step) + 1);
  const computed = (name) => name === "x" || name === "y" || past.some(({ compute }) => compute === name);
  const handed = hands.filter(({ head }) => past.some(({ hand }) => hand === head));
  // What has arrived at a node so far, and whether more is to come.
  const arrived = (name) =>
    name === "f"
      ? past.filter(({ begin }) => begin).map(() => 1)
      : handed.filter(({ tail }) => tail === name).map(({ amount }) => amount);
  const complete = (name) => arrived(name).length >= Math.max(1, hands.filter(({ tail }) => tail === name).length);
  return { values, edges, sensitivity, hands, handed, computed, arrived, complete, event: past.at(-1) };
}

function draw([board], now) {
  for (const { tail, head } of now().edges) drawEdge(board, now, tail, head);
  for (const name of Object.keys(PLACES)) drawNode(board, now, name);
}

/** Draw an edge, the value that flows along it, and what is handed back along it. */
function drawEdge(board, now, tail, head) {
  const [from, to] = [PLACES[tail], PLACES[head]];
  const computing = () => now().event.compute === head;
  const handing = () => now().event.hand === head;
  const arrow = (start, end, style) => board.arrow(start, end, { ...style, gap: RADIUS + 3 });
  arrow(from, to, thin("c4", { visible: () => !computing() && !handing() }));
  arrow(from, to, line("c0", { visible: computing }));
  arrow(to, from, line("c1", { visible: handing }));
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const ofThis = (edge) => edge.tail === tail && edge.head === head;
  const local = () => (LOCALS[tail + head] ? LOCALS[tail + head] + fixed(now().edges.find(ofThis).local) : "1");
  const isKnown = () => now().computed(head);
  board.label(middle, local, { color: "c2", beside: [0, 8], visible: isKnown, plate: true });
  const hand = () => now().handed.find(ofThis);
  const back = () => `← ${fixed(hand()?.amount ?? 0)}`;
  board.label(middle, back, { color: "c1", beside: [0, -9], visible: () => hand() !== undefined, plate: true });
}

/** Draw a node: its value within, its step above or below, and beyond that its sensitivity. */
function drawNode(board, now, name) {
  const at = PLACES[name];
  const side = name === "y" || name === "u" ? -1 : 1;
  const isTold = () => now().arrived(name).length > 0;
  const rings = {
    c4: () => !now().computed(name),
    c0: () => now().computed(name) && !isTold(),
    c1: isTold,
  };
  for (const [ring, visible] of Object.entries(rings)) {
    board.dot(at, { color: "paper", size: RADIUS, ring, width: 2, visible });
  }
  board.label(at, () => (now().computed(name) ? fixed(now().values[name]) : "?"), { color: "ink", size: 13 });
  board.label(at, DONE[name] ?? `<i>${name}</i>`, { color: "ink", beside: [0, side * (RADIUS + 12)], plate: true });
  const sum = () => {
    const { arrived, complete, sensitivity } = now();
    return `${partial("f", name)} = ${complete(name) ? fixed(sensitivity[name]) : `${fixed(arrived(name)[0] ?? 0)} + …`}`;
  };
  board.label(at, sum, { color: "c1", beside: [0, side * (RADIUS + 30)], visible: isTold, plate: true });
}

function sentence({ values, edges, sensitivity, hands, event }) {
  const put = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fixed(value)]));
  if (event.compute) {
    const locals = edges.filter(({ head }) => head === event.compute).map(({ local }) => fixed(local));
    const word = locals.length > 1 ? "derivatives" : "derivative";
    return `Forward: <b class="nb-c0">${DONE[event.compute]} = ${put[event.compute]}</b>. With this step its local ${word}
      <b class="nb-c2">${locals.join("</b> and <b class='nb-c2'>")}</b> ${locals.length > 1 ? "are" : "is"} known.`;
  }
  if (event.begin)
    return "Backward: <i>f</i> moves with itself at the rate <b class='nb-c1'>1</b>. From here we go back.";
  if (event.hand === "u") return summary(hands, sensitivity);
  if (event.hand) return `Backward: ${handing(hands, edges, sensitivity, event.hand)}.${MORE[event.hand]}`;
  return `The inputs are <i>x</i> = ${put.x} and <i>y</i> = ${put.y}. Nothing else is known yet.`;
}

const MORE = { f: "", v: " <i>u</i> has yet to hand its share to <i>x</i>." };

function handing(hands, edges, sensitivity, name) {
  const parts = hands
    .filter(({ head }) => head === name)
    .map(({ tail, amount }) => {
      const { local } = edges.find((edge) => edge.tail === tail && edge.head === name);
      return `${fixed(sensitivity[name])} · ${bracketed(local)} = <b class="nb-c1">${fixed(amount)}</b> to <i>${tail}</i>`;
    });
  return `<i>${name}</i> hands ${parts.join(" and ")}`;
}

function summary(hands, sensitivity) {
  const [through, besides] = hands.filter(({ tail }) => tail === "x").map(({ amount }) => bracketed(amount));
  const share = hands.find(({ tail }) => tail === "y").amount;
  return `Backward: <i>x</i> adds what came through <i>v</i> and <i>u</i>: ${partial("f", "x")} = ${through} + ${besides} =
    <b class="nb-c1">${fixed(sensitivity.x)}</b>, and ${partial("f", "y")} = <b class="nb-c1">${fixed(share)}</b>.`;
}

function bracketed(number) {
  return number < 0 ? `(${fixed(number)})` : fixed(number);
}

/** Go through all steps in order. */
function sweep(_, set, run) {
  run(8, (part) => set({ step: Math.min(LAST, Math.floor(part * STEPS.length)) }));
}

export function start(root) {
  const box = [-0.43, 1.6, 2.39, -0.6];
  const boards = [{ name: "The graph of (x + y) x²", ratio: 1.35, box }];
  explore(root, {
    controls,
    main: "step",
    boards,
    look,
    draw,
    sentence,
    play: { label: "Run forward, then backward", act: sweep },
  });
}

// A computational graph: in which order do values and sensitivities become known, and which of them move with an input?

import { slider } from "../../explorable/controls.js";
import { explore } from "../../explorable/explore.js";
import { fixed } from "../../explorable/numbers.js";
import { plate } from "../../explorable/labels.js";
import { drawArrow } from "../../explorable/marks.js";
import { backward, example, forward } from "../../mathematics/graph.js";

const PLACES = { x: [0, 1], y: [0, 0], u: [1, 0], v: [1, 1], f: [2, 0.5] };
const DONE = { u: "<i>u</i> = <i>x</i> + <i>y</i>", v: "<i>v</i> = <i>x</i>²", f: "<i>f</i> = <i>u</i> · <i>v</i>" };
const LOCALS = { xv: "2<i>x</i> = ", uf: "<i>v</i> = ", vf: "<i>u</i> = " };
const RADIUS = 23;

const JOIN = "\u2060"; // no line ends here
const partial = (name) => `∂<i>f</i>/${JOIN}∂<i>${name}</i>`;

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

/** Return all numbers, and what is known of them after the step of `state`. */
function look({ x, y, step }) {
  const { values, edges } = forward(example, { x, y });
  const { sensitivity, hands } = backward(example, edges);
  const past = STEPS.slice(0, Math.round(step) + 1);
  const computed = (name) => name === "x" || name === "y" || past.some(({ compute }) => compute === name);
  const handed = hands.filter(({ head }) => past.some(({ hand }) => hand === head));
  // What has arrived at a node so far, and whether more is to come.
  const arrived = (name) =>
    name === "f"
      ? past.filter(({ begin }) => begin).map(() => 1)
      : handed.filter(({ tail }) => tail === name).map(({ amount }) => amount);
  const complete = (name) => arrived(name).length >= Math.max(1, hands.filter(({ tail }) => tail === name).length);
  return { values, edges, sensitivity, hands, handed, computed, arrived, complete, now: past.at(-1) };
}

function draw([board], pens, state) {
  let seen = look(state);
  for (const { tail, head } of seen.edges) drawEdge(board, pens, () => seen, tail, head);
  for (const name of Object.keys(PLACES)) drawNode(board, pens, () => seen, name);
  return () => {
    seen = look(state);
  };
}

/** Draw an edge, the value that flows along it, and what is handed back along it. */
function drawEdge(board, pens, seen, tail, head) {
  const [from, to] = [PLACES[tail], PLACES[head]];
  const ends = () => rims(board, from, to);
  const computing = () => seen().now.compute === head;
  const handing = () => seen().now.hand === head;
  const known = () => seen().computed(head);
  const start = () => ends()[0];
  const end = () => ends()[1];
  drawArrow(board, start, end, pens.thin("c4"), () => !computing() && !handing());
  drawArrow(board, start, end, pens.line("c0"), computing);
  drawArrow(board, end, start, pens.line("c1"), handing);
  const middle = () => [from[0] + 0.5 * (to[0] - from[0]), from[1] + 0.5 * (to[1] - from[1])];
  const edge = () => seen().edges.find((one) => one.tail === tail && one.head === head);
  const local = () => (LOCALS[tail + head] ? LOCALS[tail + head] + fixed(edge().local) : "1");
  plate(board, middle, local, { ...pens.words("c2"), visible: known }, [0, 8]);
  const hand = () => seen().handed.find((one) => one.tail === tail && one.head === head);
  const back = () => `← ${fixed(hand()?.amount ?? 0)}`;
  plate(board, middle, back, { ...pens.words("c1"), visible: () => hand() !== undefined }, [0, -9]);
}

/** Return where the straight way from one node to another leaves its circle, and where it meets the other. */
function rims(board, from, to) {
  const [dx, dy] = [(to[0] - from[0]) * board.unitX, (to[1] - from[1]) * board.unitY];
  const part = (RADIUS + 3) / Math.hypot(dx, dy);
  const at = (share) => from.map((start, i) => start + share * (to[i] - start));
  return [at(part), at(1 - part)];
}

/** Draw a node: its value within, its step above or below, and beyond that its sensitivity. */
function drawNode(board, pens, seen, name) {
  const at = PLACES[name];
  const side = name === "y" || name === "u" ? -1 : 1;
  const { colors } = pens;
  const circle = { ...pens.dot("c0"), size: RADIUS, fillColor: colors.paper };
  for (const [color, visible] of [
    ["c4", () => !seen().computed(name)],
    ["c0", () => seen().computed(name) && seen().arrived(name).length === 0],
    ["c1", () => seen().arrived(name).length > 0],
  ]) {
    board.create("point", at, { ...circle, strokeColor: colors[color], strokeWidth: 2, visible });
  }
  const value = () => (seen().computed(name) ? fixed(seen().values[name]) : "?");
  board.create("text", [...at, value], { ...pens.words("ink"), fontSize: 13, anchorX: "middle", anchorY: "middle" });
  const words = (text, color, far) => plate(board, () => at, text, pens.words(color), [0, side * far]);
  words(DONE[name] ?? `<i>${name}</i>`, "ink", RADIUS + 12);
  const told = () => seen().arrived(name).length > 0;
  const sum = () => {
    const { arrived, complete, sensitivity } = seen();
    return `${partial(name)} = ${complete(name) ? fixed(sensitivity[name]) : `${fixed(arrived(name)[0] ?? 0)} + …`}`;
  };
  plate(board, () => at, sum, { ...pens.words("c1"), visible: told }, [0, side * (RADIUS + 30)]);
}

function sentence(state) {
  const { values, edges, sensitivity, hands, now } = look(state);
  const put = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fixed(value)]));
  if (now.compute) {
    const locals = edges.filter(({ head }) => head === now.compute).map(({ local }) => fixed(local));
    const word = locals.length > 1 ? "derivatives" : "derivative";
    return `Forward: <b class="nb-c0">${DONE[now.compute]} = ${put[now.compute]}</b>. With this step its local ${word}
      <b class="nb-c2">${locals.join("</b> and <b class='nb-c2'>")}</b> ${locals.length > 1 ? "are" : "is"} known.`;
  }
  if (now.begin)
    return "Backward: <i>f</i> moves with itself at the rate <b class='nb-c1'>1</b>. From here we go back.";
  if (now.hand === "u") return summary(hands, sensitivity);
  if (now.hand) return `Backward: ${handing(hands, edges, sensitivity, now.hand)}.${MORE[now.hand]}`;
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
  return `Backward: <i>x</i> adds what came through <i>v</i> and <i>u</i>: ${partial("x")} = ${through} + ${besides} =
    <b class="nb-c1">${fixed(sensitivity.x)}</b>, and ${partial("y")} = <b class="nb-c1">${fixed(share)}</b>.`;
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
  const boards = [{ name: "The graph of (x + y) x²", ratio: 1.35, box, axes: null }];
  explore(root, { controls, boards, draw, sentence, play: { label: "Run forward, then backward", act: sweep } });
}

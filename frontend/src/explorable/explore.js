// An explorable: a picture to move, above its caption. What moves is said in words, too, and read out.

import { clamp } from "../mathematics/intervals.js";
import { button, element } from "../shared/element.js";
import { makeBoard } from "./board.js";
import { onTheme, prefersStill } from "./ink.js";
import { keepState } from "./state.js";

const READ_OUT_AFTER = 600;
const COPIED_FOR = 2000;

/**
 * Make the figure `root` explorable.
 *
 * `controls` are the fields of the state (see controls.js), and `look(state)` computes what else is seen. `boards` are
 * the pictures side by side: the options of `makeBoard`, and `ratio`, width over height; or a function that returns
 * them for a state. `draw(boards, now, set)` draws on the boards once, and anew after a change of the fields named in
 * `anew`; `now()` returns the values of the state and all that `look` has found, `set` takes over some values.
 * `sentence(seen)` says in words (HTML) what is seen, with its numbers. `play`, if there is one, has a `label` and
 * `act(state, set, run)`, where `run(seconds, at)` calls `at(part)` with part going from 0 to 1.
 */
export function explore(root, { controls, boards, anew = [], look = () => ({}), draw, sentence, play }) {
  const state = keepState(root.id, controls, show);
  const run = player();
  const listed = () => (typeof boards === "function" ? boards(state.values) : boards);
  const plates = listed().map(plate);
  const words = element("p", { class: "nb-readout", "aria-hidden": "true" });
  const spoken = element("p", { class: "nb-spoken", role: "status" });
  const fields = controls.map(({ name, build }) => ({ name, ...build(interrupt) }));
  const panel = element("div", { class: "nb-controls" }, ...fields.map((field) => field.element));
  const actions = element("div", { class: "nb-actions" }, action("Reset", reset), linkButton(state));
  if (play) actions.prepend(action(play.label, () => play.act(state.values, state.set, run.start)));
  const pictures = element("div", { class: "nb-boards" }, ...plates);
  root
    .querySelector("figcaption")
    .before(element("div", { class: "nb-stage" }, pictures, words, spoken, panel, actions));
  root.classList.add("nb-alive");

  let drawn = [];
  let drawnFor = null;
  let seen = {};
  let due = 0;

  /** Take over what a reader changes, which ends what moves by itself. */
  function interrupt(some) {
    run.stop();
    state.set(some);
  }

  function reset() {
    run.stop();
    state.reset();
  }

  function paint() {
    for (const board of drawn) board.remove();
    drawn = listed().map((options, index) => makeBoard(plates[index], options));
    draw(drawn, () => seen, interrupt);
  }

  function show() {
    seen = { ...state.values, ...look(state.values) };
    const kind = anew.map((name) => state.values[name]).join();
    if (kind !== drawnFor) paint();
    drawnFor = kind;
    for (const field of fields) field.show(state.values[field.name], state.values);
    for (const board of drawn) board.update();
    words.innerHTML = sentence(seen);
    clearTimeout(due);
    due = setTimeout(() => {
      spoken.textContent = words.textContent;
    }, READ_OUT_AFTER);
  }

  function repaint() {
    drawnFor = null;
    show();
  }

  show();
  onTheme(repaint);
}

/** Return the place of a board: beside others of the same height, or under them where there is no room. */
function plate({ ratio = 1.5 }) {
  const made = element("div", { class: "nb-board" });
  Object.assign(made.style, { aspectRatio: ratio, flexGrow: 10 * ratio, flexBasis: `${11 * ratio}rem` });
  return made;
}

/** Return what moves a picture over time, one movement at once. A reader who wants stillness sees its end. */
function player() {
  let frame = 0;
  const stop = () => cancelAnimationFrame(frame);
  function start(seconds, at) {
    stop();
    if (prefersStill()) return at(1);
    const began = performance.now();
    const next = (now) => {
      const done = clamp((now - began) / (1000 * seconds), 0, 1);
      at(done);
      if (done < 1) frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
  }
  return { start, stop };
}

function action(label, act) {
  return button(label, "nb-action", act);
}

function linkButton(state) {
  const link = action("Copy link", async () => {
    await navigator.clipboard.writeText(state.address().href);
    link.textContent = "Link copied";
    setTimeout(() => {
      link.textContent = "Copy link";
    }, COPIED_FOR);
  });
  link.hidden = !navigator.clipboard;
  return link;
}

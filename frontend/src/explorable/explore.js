// An explorable: a picture to move, above its caption. What moves is said in words, too, and read out.

import { clamp } from "../mathematics/intervals.js";
import { button, element } from "../shared/element.js";
import { makeBoard } from "./board.js";
import { keepState } from "./state.js";
import { steering } from "./steering.js";

const READ_OUT_AFTER = 600;
const COPIED_FOR = 2000;
const HINT = "A point with a halo can be dragged.";

/**
 * Make the figure `root` explorable.
 *
 * `controls` are the fields of the state (see controls.js), the one named `main` stands right under the picture, and
 * `look(state)` computes what else is seen. `boards` are the pictures side by side: the options of `makeBoard`, and
 * `ratio`, width over height (`tight`: that on a phone); or a function that returns them for a state.
 * `draw(boards, now, set)` draws on the boards once, and anew after a change of the fields named in `anew`; `now()`
 * returns the values of the state and all that `look` has found, `set` takes over some values. `sentence(seen)` says in
 * words (HTML) what is seen, with its numbers. `play`, if there is one, has a `label` and `act(state, set, run)`, where
 * `run(seconds, at)` calls `at(part)` with part going from 0 to 1.
 */
export function explore(root, { controls, main, boards, anew = [], look = () => ({}), draw, sentence, play }) {
  const state = keepState(root.id, controls, show);
  const run = player();
  const listed = () => (typeof boards === "function" ? boards(state.values) : boards);
  const plates = listed().map(plate);
  const hint = element("p", { class: "nb-drag" }, HINT);
  const words = element("p", { class: "nb-readout", "aria-hidden": "true" });
  const spoken = element("p", { class: "nb-spoken", role: "status" });
  const fields = controls.map(({ name, build }) => ({ name, ...build(interrupt) }));
  const elements = (isWanted) => fields.filter(({ name }) => isWanted(name)).map((field) => field.element);
  const actions = element("div", { class: "nb-actions" }, action("Reset", reset), linkButton(state));
  if (play) actions.prepend(action(play.label, () => play.act(state.values, state.set, run.start)));
  const stage = element(
    "div",
    { class: "nb-stage" },
    element("div", { class: "nb-boards" }, ...plates, hint),
    element("div", { class: "nb-main" }, ...elements((name) => name === main)),
    words,
    spoken,
    element("div", { class: "nb-controls" }, ...elements((name) => name !== main)),
    actions,
  );
  root.querySelector("figcaption").before(stage);
  root.classList.add("nb-alive");
  const steered = steering(controls, state.values, interrupt, () => hint.remove());

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
    drawn = listed().map((options, index) => makeBoard(plates[index], { ...options, steering: steered }));
    draw(drawn, () => seen, interrupt);
    if (!drawn.some((board) => board.isHeld)) hint.remove();
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

  show();
}

/** Return the place of a board: beside others of the same height, or under them where there is no room. */
function plate({ ratio = 1.5, tight = ratio }) {
  const made = element("div", { class: "nb-board" });
  for (const [name, value] of Object.entries({ ratio, tight })) made.style.setProperty(`--nb-${name}`, value);
  return made;
}

/** Return what moves a picture over time, one movement at once. A reader who wants stillness sees its end. */
function player() {
  let frame = 0;
  const stop = () => cancelAnimationFrame(frame);
  function start(seconds, at) {
    stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return at(1);
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

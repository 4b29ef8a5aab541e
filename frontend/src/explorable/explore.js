// An explorable: a picture to move, in the place of a figure that stands for it until then, on paper, and without
// JavaScript. What moves is said in words, too, and read out.

import { makeBoard, pens, removeBoard } from "./board.js";
import { onTheme, prefersStill } from "./ink.js";
import { keepState } from "./state.js";

const READ_OUT_AFTER = 600;

/**
 * Make the figure `root` explorable.
 *
 * `controls` are the fields of the state (see controls.js). `boards` are the pictures side by side: the options of
 * `makeBoard`, and `ratio`, width over height; or a function that returns them for a state, when a change of the fields
 * named in `anew` asks for others. `draw(boards, pens, state, set)` puts the elements on the boards, and
 * returns what is to be done after each change. `state` holds the values of now; `set` takes over some new ones.
 * `sentence(state)` says in words (HTML) what is seen, with its numbers. `play`, if there is one, has a `label` and
 * `act(state, set, run)`, where `run(seconds, at)` calls `at(part)` with part going from 0 to 1.
 */
export function explore(root, { controls, boards, anew = [], draw, sentence, play }) {
  const state = keepState(root.id, controls, show);
  const listed = () => (typeof boards === "function" ? boards(state.values) : boards);
  const plates = listed().map(({ ratio = 1.5 }) => {
    const plate = part("div", "nb-board");
    // As wide as it is high times its ratio, beside others of the same height; under them where there is no room.
    Object.assign(plate.style, { aspectRatio: ratio, flexGrow: 10 * ratio, flexBasis: `${11 * ratio}rem` });
    return plate;
  });
  const words = part("p", "nb-readout");
  words.setAttribute("aria-hidden", "true");
  const spoken = part("p", "nb-spoken");
  spoken.setAttribute("role", "status");

  const run = player();
  const fields = controls.filter(({ build }) => build).map(({ name, build }) => ({ name, ...build(interrupt) }));
  const panel = part("div", "nb-controls", ...fields.map(({ element }) => element));
  const actions = part("div", "nb-actions", button("Reset", reset), linkButton(state));
  if (play) actions.prepend(button(play.label, () => play.act(state.values, state.set, run.start)));
  root
    .querySelector("figcaption")
    .before(part("div", "nb-stage", part("div", "nb-boards", ...plates), words, spoken, panel, actions));
  root.classList.add("nb-alive");

  let drawn = [];
  let update = () => {};
  let due = 0;
  let painted = "";
  const kind = () => anew.map((name) => state.values[name]).join();

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
    drawn.forEach(removeBoard);
    painted = kind();
    drawn = listed().map((options, index) => makeBoard(plates[index], options));
    update = draw(drawn, pens(), state.values, interrupt);
    show();
  }

  function show() {
    if (kind() !== painted) return paint();
    for (const { name, show: display } of fields) display(state.values[name], state.values);
    update();
    for (const board of drawn) board.update();
    words.innerHTML = sentence(state.values);
    clearTimeout(due);
    due = setTimeout(() => {
      spoken.textContent = words.textContent;
    }, READ_OUT_AFTER);
  }

  paint();
  onTheme(paint);
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
      const done = Math.min(1, Math.max(0, (now - began) / (1000 * seconds)));
      at(done);
      if (done < 1) frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
  }
  return { start, stop };
}

function linkButton(state) {
  const link = button("Copy link", async () => {
    await navigator.clipboard.writeText(state.address().href);
    link.textContent = "Link copied";
    setTimeout(() => {
      link.textContent = "Copy link";
    }, 2000);
  });
  link.hidden = !navigator.clipboard;
  return link;
}

function part(tag, css, ...children) {
  const element = document.createElement(tag);
  element.className = css;
  element.append(...children);
  return element;
}

function button(label, act) {
  const element = part("button", "nb-action", label);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

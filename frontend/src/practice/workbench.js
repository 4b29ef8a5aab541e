// The parts of a live exercise, before anything has happened.

import { element } from "../shared/element.js";
import { loadingInWords } from "./words.js";

const KEY = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";

/** Return the parts for the exercise `id` named `name`; `root` holds all of them. */
export function workbench(id, name) {
  const button = (text, style) => element("button", { type: "button", class: style }, text);
  const help = element(
    "p",
    { id: `${id}-help`, class: "nb-keys" },
    `${KEY}+Enter checks. Tab indents; Esc, then Tab, leaves the editor.`,
  );
  const bar = element("progress", { "aria-label": "Python being fetched" });
  const amount = element("span");
  const said = element("p", { class: "nb-said", role: "status" });
  const parts = {
    label: `Your answer: ${name}, in Python`,
    editor: element("div", { class: "nb-editor" }),
    help,
    check: button("Check", "nb-check-button"),
    stop: button("Stop", ""),
    reset: button("Reset", ""),
    progress: element("div", { class: "nb-progress", hidden: true }, bar, amount),
    said,
    results: element("div", { class: "nb-results" }),
    showProgress(progress) {
      parts.progress.hidden = !progress;
      if (!progress) return;
      const known = progress.total > 0 && progress.loaded < progress.total;
      if (known) Object.assign(bar, { max: progress.total, value: progress.loaded });
      else bar.removeAttribute("value");
      amount.textContent = progress.total > 0 ? loadingInWords(progress) : "";
    },
    showSolved,
  };
  parts.root = element(
    "div",
    { class: "nb-work" },
    element("p", { class: "nb-label" }, "Your answer"),
    parts.editor,
    element("div", { class: "nb-buttons" }, parts.check, parts.stop, parts.reset, help),
    parts.progress,
    said,
    parts.results,
  );
  return parts;
}

/** Put the mark of a solved exercise beside its name, or take it away. */
function showSolved(box, solved) {
  box.querySelector(".nb-solved")?.remove();
  if (solved) box.querySelector(".nb-name").after(" ", element("span", { class: "nb-solved" }, "Solved"));
}

// The interview bank and the glossary: what of them is shown, by choices that stand in the address, and what the folds hold.

import { fillOnOpening } from "./collection/contents.js";
import { inAddress, keepInAddress } from "./shared/address.js";

/** Let a reader choose among the folds in `root`. */
function start(root) {
  const filters = root.querySelector(".nb-filters");
  const choices = [...filters.querySelectorAll("[data-filter]")];
  const all = filters.querySelector(".nb-all");
  const status = filters.querySelector("[role=status]");
  const folds = [...root.querySelectorAll("details")];
  const groups = [...root.querySelectorAll(".nb-group")];

  function read() {
    for (const choice of choices) {
      const text = inAddress(choice.dataset.filter) ?? "";
      choice.value = !choice.options || [...choice.options].some(({ value }) => value === text) ? text : "";
    }
  }

  function show() {
    for (const fold of folds) fold.hidden = !choices.every((choice) => suits(fold, choice));
    for (const group of groups) group.hidden = !group.querySelector(":scope > details:not([hidden])");
    const shown = folds.filter((fold) => !fold.hidden).length;
    status.textContent = inWords(shown, folds.length, root.dataset.of);
    all.hidden = shown === folds.length;
  }

  function keep() {
    keepInAddress(Object.fromEntries(choices.map((choice) => [choice.dataset.filter, choice.value.trim()])));
  }

  filters.addEventListener("input", show);
  // Not at every letter: browsers refuse an address that changes so often.
  filters.addEventListener("change", keep);
  all.addEventListener("click", () => {
    for (const choice of choices) choice.value = "";
    show();
    keep();
    choices[0].focus();
  });
  addEventListener("popstate", () => {
    read();
    show();
  });
  read();
  show();
  filters.hidden = false;
  folds.forEach(fillOnOpening);
}

/** Return whether a fold has what is chosen: its topic, its level, all of the words. */
function suits(fold, { value, dataset }) {
  if (dataset.filter !== "words") return value === "" || fold.dataset[dataset.filter] === value;
  const text = fold.querySelector(".nb-prompt").textContent.toLowerCase();
  return value
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Return how many are shown of `what`, in words. */
function inWords(shown, all, what) {
  if (shown === all) return `${all} ${what}`;
  return shown === 0 ? `None of the ${what} is like that` : `${shown} of ${all} ${what}`;
}

document.querySelectorAll(".nb-collection").forEach(start);

// The interview bank: which of its questions are shown, by choices that stand in the address, and their answers.

import { answerOnOpening } from "./bank/answers.js";
import { inAddress, keepInAddress } from "./shared/address.js";

/** Let a reader choose among the questions in `root`. */
function start(root) {
  const filters = root.querySelector(".nb-filters");
  const choices = [...filters.querySelectorAll("[data-filter]")];
  const all = filters.querySelector(".nb-all");
  const status = filters.querySelector("[role=status]");
  const questions = [...root.querySelectorAll(".nb-question")];
  const groups = [...root.querySelectorAll(".nb-group")];

  function read() {
    for (const choice of choices) {
      const text = inAddress(choice.dataset.filter) ?? "";
      choice.value = !choice.options || [...choice.options].some(({ value }) => value === text) ? text : "";
    }
  }

  function show() {
    for (const question of questions) question.hidden = !choices.every((choice) => suits(question, choice));
    for (const group of groups) group.hidden = !group.querySelector(".nb-question:not([hidden])");
    const shown = questions.filter((question) => !question.hidden).length;
    status.textContent = inWords(shown, questions.length);
    all.hidden = shown === questions.length;
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
  questions.forEach(answerOnOpening);
}

/** Return whether a question has what is chosen: its topic, its level, all of the words. */
function suits(question, { value, dataset }) {
  if (dataset.filter !== "words") return value === "" || question.dataset[dataset.filter] === value;
  const text = question.querySelector(".nb-prompt").textContent.toLowerCase();
  return value
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Return the number of questions that are shown, in words. */
function inWords(shown, all) {
  if (shown === all) return `${all} questions`;
  return shown === 0 ? "No question is like that" : `${shown} of ${all} questions`;
}

document.querySelectorAll(".nb-bank").forEach(start);

// On paper, what is folded away stands at the end of the page, by numbers: a question is read before its answer, and
// the answer is there. What a reader has opened stands where it is.

import { copyOf, element } from "../shared/element.js";

const ANSWERS = ":not([class]), .nb-question, .nb-hint, .nb-solution";
// Not there on paper by itself.
const ABSENT = ".nb-explorable, details:not([open])";

/** Return what is asked at a fold, for the list at the end. */
function asked(fold) {
  const summary = fold.querySelector(":scope > summary");
  const words = [...(summary.querySelector(".nb-prompt") ?? summary).cloneNode(true).childNodes];
  const name = fold.matches(".nb-hint, .nb-solution") && fold.closest(":has(> .nb-title)")?.querySelector(".nb-name");
  return name ? [...name.cloneNode(true).childNodes, ": ", ...words] : words;
}

/** Return the answer number `number`, which a fold holds. */
function answer(fold, number) {
  const copy = copyOf(fold);
  for (const inner of copy.querySelectorAll("details")) inner.open = true;
  copy.querySelector("summary").remove();
  const title = element("p", { class: "nb-title" }, element("strong", {}, `${number} `, ...asked(fold)));
  return element("div", { class: "nb-on-paper" }, title, ...copy.childNodes);
}

let added = [];
let shut = [];

addEventListener("beforeprint", () => {
  // A class says which folds a reader had left shut.
  shut = [...document.querySelectorAll("article details:not([open])")];
  const folds = shut.filter(
    (fold) => fold.matches(ANSWERS) && !fold.parentElement.closest(ABSENT) && !fold.querySelector(".nb-elsewhere"),
  );
  const answers = folds.map((fold, at) => answer(fold, at + 1));
  for (const fold of shut) fold.classList.add("nb-shut");
  for (const fold of shut) fold.open = true;
  if (folds.length === 0) return;
  const end = element("section", { class: "nb-answers" }, element("h2", {}, "Answers"), ...answers);
  document.querySelector("article").append(end);
  added = [end];
  for (const [at, fold] of folds.entries()) {
    const number = element("span", { class: "nb-number-of-answer" }, ` answer ${at + 1}`);
    fold.querySelector(":scope > summary").append(number);
    added.push(number);
  }
});

addEventListener("afterprint", () => {
  for (const fold of shut) fold.classList.remove("nb-shut");
  for (const fold of shut) fold.open = false;
  for (const part of added) part.remove();
  added = [];
});

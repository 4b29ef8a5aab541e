// Recall, at a lesson's end: what is asked there again is answered by the very block of this page that says it, with the
// figure that its card shows if the lesson has it. Without this script, the link in the fold leads to the block.

import { copyOf, element } from "../shared/element.js";

// What says the name of a block, or how its formula was checked, is no part of the answer.
const AROUND = ".nb-title, .nb-check";

for (const fold of document.querySelectorAll(".nb-prompted")) {
  const link = fold.querySelector(".nb-back");

  /** Put the answer above the link, once, when a reader asks for it; paper opens folds that nobody has. */
  function answer() {
    if (!fold.open || fold.matches(".nb-shut") || link.previousElementSibling.matches(".nb-recalled")) return;
    const block = copyOf(document.getElementById(decodeURIComponent(link.hash.slice(1))));
    for (const part of block.querySelectorAll(AROUND)) part.remove();
    block.className = "nb-recalled";
    const pictures = document.querySelectorAll(`.nb-figure img[src*="/${link.dataset.figure}-"]`);
    if (pictures.length) block.append(element("figure", { class: "nb-figure" }, ...[...pictures].map(copyOf)));
    link.before(block);
  }

  fold.addEventListener("toggle", answer);
  answer();
}

// What is wider than its place scrolls there, and a keyboard can reach it. A table is stacked on a phone instead.

import { element } from "../shared/element.js";

// How wide a table is whose cells lie side by side, by its frame, if that was too wide once
const needed = new WeakMap();

// A cell with more characters is no number: tables of numbers are read down their columns, and scroll.
const NUMBER = 12;

/** Put each row by itself, its cells below each other under the names of their columns, or side by side again. */
function stack(frame) {
  if (![...frame.querySelectorAll("td")].some((cell) => cell.innerText.length > NUMBER)) return;
  if (!frame.classList.contains("nb-stacked") && frame.scrollWidth > frame.clientWidth) {
    if (!needed.has(frame)) {
      nameColumns(frame);
      breakPaths(frame);
    }
    needed.set(frame, frame.scrollWidth);
  }
  frame.classList.toggle("nb-stacked", needed.get(frame) > frame.clientWidth);
}

function nameColumns(frame) {
  const names = [...frame.querySelectorAll("thead th, thead td")];
  for (const row of frame.querySelectorAll("tbody tr")) {
    for (const [i, cell] of [...row.cells].entries()) {
      if (i === 0 || !names[i] || !cell.hasChildNodes()) continue;
      const name = [...names[i].childNodes].map((node) => node.cloneNode(true));
      cell.prepend(element("span", { class: "nb-column", "aria-hidden": "true" }, ...name));
    }
  }
}

/** Let the path of a file that is wider than its cell break behind a slash rather than within a name. */
function breakPaths(frame) {
  for (const code of frame.querySelectorAll("td + td code")) {
    if (code.childElementCount) continue;
    const [first, ...others] = code.textContent.split(/(?<=\/)/);
    code.replaceChildren(first, ...others.flatMap((part) => [element("wbr"), part]));
  }
}

// Whether it scrolls changes with the screen and with the folds.
const wide = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    // In the next frame, since an observer that resizes what it observes is an error.
    if (target.matches(".md-typeset__scrollwrap")) requestAnimationFrame(() => stack(target));
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

// At once, so that what stands below does not move.
document.querySelectorAll("article .md-typeset__scrollwrap").forEach(stack);
for (const place of document.querySelectorAll("article :is(.md-typeset__scrollwrap, pre > code)")) wide.observe(place);

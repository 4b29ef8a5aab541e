// What is wider than its place scrolls there, and a keyboard can reach it.

import { element } from "../shared/element.js";

// Whether it scrolls changes with the screen and with the folds.
const wide = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

for (const table of document.querySelectorAll("article table:not([class])")) {
  const frame = element("div", { class: "md-typeset__scrollwrap" });
  table.replaceWith(frame);
  frame.append(element("div", { class: "md-typeset__table" }, table));
}
for (const place of document.querySelectorAll("article :is(.md-typeset__scrollwrap, pre > code)")) wide.observe(place);

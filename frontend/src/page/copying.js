// A button beside each program that copies it.

import { button, element } from "../shared/element.js";

const SHOWN = 2000;
const dialog = document.querySelector(".md-dialog");
dialog?.setAttribute("role", "status");

let hiding = 0;

/** Say something at the edge of the page, for a moment. */
function say(words) {
  dialog.firstElementChild.textContent = words;
  dialog.classList.add("md-dialog--active");
  clearTimeout(hiding);
  hiding = setTimeout(() => dialog.classList.remove("md-dialog--active"), SHOWN);
}

function buttonFor(code) {
  const copy = button("", "md-code__button", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      say("Copied to clipboard");
    } catch {
      say("The browser does not allow copying");
    }
  });
  copy.title = "Copy to clipboard";
  return copy;
}

// Browsers let pages copy that come over a safe line, or from a folder.
if (navigator.clipboard) {
  for (const code of document.querySelectorAll("article .highlight pre > code")) {
    if (!code.closest(".nb-output")) code.before(element("div", { class: "md-code__nav" }, buttonFor(code)));
  }
}

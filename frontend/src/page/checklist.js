// Checklists that a reader ticks, and that stay ticked in this browser. Without this script they are lists to read.

import { button, element } from "../shared/element.js";
import { keep, readKept } from "../shared/kept.js";
import { page } from "./here.js";

// The number is the form's.
const PREFIX = "nabla.checklist.1.";

/** Let a reader tick what stands in `list`: the items are known by their words, so that new ones are not yet ticked. */
function start(list) {
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const said = element("span", { role: "status" });
  const clear = button("Untick all", "nb-clear", () => {
    for (const box of boxes) box.checked = false;
    save();
    boxes[0].focus();
  });

  function show() {
    const ticked = boxes.filter((box) => box.checked).length;
    said.textContent = ticked === boxes.length ? `All ${ticked} done` : `${ticked} of ${boxes.length} done`;
    clear.hidden = ticked === 0;
  }

  function save() {
    const elsewhere = Object.entries(readKept(PREFIX + page)).filter(([name]) => !names.includes(name));
    const here = boxes.map((box, at) => [names[at], box.checked]);
    keep(PREFIX + page, Object.fromEntries([...elsewhere, ...here]));
    show();
  }

  function read() {
    const kept = readKept(PREFIX + page);
    for (const [at, box] of boxes.entries()) box.checked = kept[names[at]] === true;
    show();
  }

  const names = boxes.map(label);
  list.after(element("p", { class: "nb-ticked" }, said, clear));
  list.addEventListener("change", save);
  addEventListener("storage", read);
  read();
}

/** Let the words beside `box` be its label, and return them, less the formulas, which may be set otherwise one day. */
function label(box) {
  const control = box.closest("label");
  const words = [...control.parentElement.childNodes].filter((node) => node !== control);
  box.disabled = false;
  box.removeAttribute("aria-label");
  control.append(element("span", {}, ...words));
  const said = control.cloneNode(true);
  for (const formula of said.querySelectorAll("nb-math")) formula.remove();
  return said.textContent.replace(/\s+/g, " ").trim();
}

document.querySelectorAll("article .task-list").forEach(start);

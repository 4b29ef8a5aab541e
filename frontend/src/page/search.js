// The search field and its keys. The search itself (search.js) and its index come when a reader turns to the field: as
// scripts, which a page read from a folder may load, too.

import { highlight } from "../search/highlight.js";
import { inAddress } from "../shared/address.js";

const here = document.currentScript.src;
const search = document.querySelector(".md-search");
// The theme's switch: while it is on, its styles show the results.
const toggle = document.getElementById("__search");

let asked = false;

/** Load the search and its index, once; the search waits for the index. */
function load() {
  if (asked) return;
  asked = true;
  for (const source of ["../../../search/index.js", "search.js"]) {
    const script = Object.assign(document.createElement("script"), { src: new URL(source, here), async: false });
    script.addEventListener("error", () => {
      search.querySelector("[role=status]").textContent = "The search cannot be loaded";
    });
    document.head.append(script);
  }
}

function open(wanted) {
  if (toggle.checked !== wanted) toggle.click();
}

function start() {
  const field = search.querySelector("input");
  const output = search.querySelector(".md-search__output");
  const links = () => [...output.querySelectorAll("a")];

  const keys = {
    Escape: () => open(false),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: (event) => (event.target === field ? links()[0]?.click() : event.target.click()),
  };

  /** Move to the next or the previous of the field and the results, around the end. */
  function step(by) {
    const stops = [field, ...links()];
    stops.at((stops.indexOf(document.activeElement) + by) % stops.length).focus();
  }

  toggle.addEventListener("change", () => {
    output.inert = !toggle.checked;
    document.documentElement.classList.toggle("nb-searching", toggle.checked);
    if (toggle.checked) field.focus();
    else if (search.contains(document.activeElement)) document.activeElement.blur();
  });
  search.addEventListener("focusin", ({ target }) => {
    load();
    if (target === field) open(true);
  });
  search.addEventListener("pointerover", load, { once: true, passive: true });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !search.contains(relatedTarget)) open(false);
  });
  search.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.isComposing) return;
    event.preventDefault();
    keys[event.key](event);
  });
  addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable=true]");
    if (writing || event.ctrlKey || event.metaKey || event.altKey || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    open(true);
  });
  if (inAddress("q")) {
    field.value = inAddress("q");
    open(true);
  }
}

if (search && toggle) start();
highlight((inAddress("h") ?? "").split(" "));

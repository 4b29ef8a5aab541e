// The choices on a page that collects blocks of all topics. They stand in the address.

import { inAddress, keepInAddress } from "./shared/address.js";

/** Let a reader choose in the collection `root`. */
function start(root) {
  const filters = root.querySelector(".nb-filters");
  const choices = [...filters.querySelectorAll("select")];
  const status = filters.querySelector("[role=status]");
  const items = [...root.querySelectorAll("[data-topic]")];

  function read() {
    for (const choice of choices) {
      const text = inAddress(choice.dataset.filter) ?? "";
      choice.value = [...choice.options].some(({ value }) => value === text) ? text : "";
    }
  }

  function show() {
    for (const item of items) item.hidden = !choices.every((choice) => suits(item, choice));
    // A heading stays as long as something below it does.
    let heading = null;
    for (const child of root.children) {
      if (child.tagName === "H2") {
        heading = child;
        heading.hidden = true;
      } else if (heading && items.includes(child) && !child.hidden) heading.hidden = false;
    }
    const shown = items.filter((item) => !item.hidden).length;
    status.textContent = shown === items.length ? `all ${shown} shown` : `${shown} of ${items.length} shown`;
  }

  filters.addEventListener("change", () => {
    keepInAddress(Object.fromEntries(choices.map((choice) => [choice.dataset.filter, choice.value])));
    show();
  });
  addEventListener("popstate", () => {
    read();
    show();
  });
  read();
  show();
  filters.hidden = false;
}

/** Return whether an item has the value that is chosen; the empty choice suits all. */
function suits(item, { value, dataset }) {
  return value === "" || item.dataset[dataset.filter] === value;
}

document.querySelectorAll(".nb-collection").forEach(start);

// On pages that collect blocks of all topics. A choice stands in the address, so that it can be kept and sent.

/** Return whether `facts` (name: value) hold all that is `wanted` (name: value); an empty value wants nothing. */
export function suits(facts, wanted) {
  return Object.entries(wanted).every(([name, value]) => value === "" || facts[name] === value);
}

/** Return how many of how many are shown, in words. */
export function shownInWords(shown, total) {
  return shown === total ? `all ${total} shown` : `${shown} of ${total} shown`;
}

/** Give the collection `root` its choices. */
function start(root) {
  const filters = root.querySelector(".nb-filters");
  const choices = [...filters.querySelectorAll("select")];
  const status = filters.querySelector("[role=status]");
  const items = [...root.querySelectorAll("[data-topic]")];

  const wanted = () => Object.fromEntries(choices.map((choice) => [choice.dataset.filter, choice.value]));

  function read() {
    const query = new URLSearchParams(location.search);
    for (const choice of choices) {
      const value = query.get(choice.dataset.filter) ?? "";
      choice.value = [...choice.options].some((option) => option.value === value) ? value : "";
    }
  }

  function write() {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(wanted())) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  }

  function show() {
    for (const item of items) item.hidden = !suits(item.dataset, wanted());
    // A heading stays as long as something below it does.
    let heading = null;
    for (const child of root.children) {
      if (child.tagName === "H2") {
        heading = child;
        heading.hidden = true;
      } else if (heading && items.includes(child) && !child.hidden) heading.hidden = false;
    }
    status.textContent = shownInWords(items.filter((item) => !item.hidden).length, items.length);
  }

  filters.addEventListener("change", () => {
    write();
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

if (typeof document !== "undefined") document.querySelectorAll(".nb-collection").forEach(start);

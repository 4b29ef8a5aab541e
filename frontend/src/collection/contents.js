// What the folds of a collection hold, taken from the pages where it stands.

import { copyOf, element } from "../shared/element.js";

const pages = new Map();

/** Return the page at `address`, fetched once; a page that cannot be had is asked for again the next time. */
function pageAt(address) {
  if (!pages.has(address)) {
    const page = fetch(address)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`status ${answer.status}`))))
      .then((html) => new DOMParser().parseFromString(html, "text/html"));
    page.catch(() => pages.delete(address));
    pages.set(address, page);
  }
  return pages.get(address);
}

/** Return the address of the page to which the link `way` leads. */
function homeOf(way) {
  const home = new URL(way.href);
  home.hash = "";
  return home.href;
}

/** Return what a block at its home holds: the answer of a question, and of a box all but its title. */
function contentsOf(block) {
  const answer = block.querySelector(".nb-answer");
  if (answer) return document.adoptNode(copyOf(answer));
  const [, ...rest] = document.adoptNode(copyOf(block)).children;
  const link = document.adoptNode(copyOf(block.querySelector(".nb-title .headerlink")));
  return element("div", { class: "nb-answer" }, ...rest, element("p", { class: "nb-home" }, link));
}

/** Return the contents of the block to which the link `way` leads, as a part of this page; their links lead on from there. */
async function contentsAt(way) {
  const home = homeOf(way);
  const page = await pageAt(home);
  const found = contentsOf(page.getElementById(decodeURIComponent(way.hash.slice(1))));
  for (const name of ["href", "src"]) {
    for (const one of found.querySelectorAll(`[${name}]`)) {
      one.setAttribute(name, new URL(one.getAttribute(name), home).href);
    }
  }
  const link = found.querySelector(".nb-home a");
  link.textContent = "↗";
  link.title = "Where it stands in the course";
  link.setAttribute("aria-label", link.getAttribute("aria-label").replace(/^[^:]+/, link.title));
  return found;
}

/**
 * Put its contents into `fold` when a reader opens it, and ask for them as soon as one turns to it. Without them, as on a
 * page read from a folder, the link to their home stays.
 */
export function fillOnOpening(fold) {
  const way = fold.querySelector(".nb-elsewhere a");
  const summary = fold.querySelector("summary");
  if (location.protocol === "file:") return;

  const ask = () => pageAt(homeOf(way)).catch(() => {});
  summary.addEventListener("pointerenter", ask, { once: true, passive: true });
  summary.addEventListener("focus", ask, { once: true });
  async function fill() {
    // What is open for paper alone (page/paper.js), nobody has asked for.
    if (!fold.open || !way.isConnected || fold.matches(".nb-shut")) return;
    const place = way.closest(".nb-answer");
    place.setAttribute("aria-busy", "true");
    try {
      place.replaceWith(await contentsAt(way));
    } catch {
      place.removeAttribute("aria-busy");
    }
  }
  fold.addEventListener("toggle", fill);
  fill();
}

// Answers of the interview bank, taken from the pages of their topics.

import { copyOf } from "../shared/element.js";

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

/** Return the address of the page on which the answer stands to which the link `way` leads. */
function homeOf(way) {
  const home = new URL(way.href);
  home.hash = "";
  return home.href;
}

/** Return the answer to which the link `way` leads, as a part of this page; its own links lead on from there. */
async function answerAt(way) {
  const home = homeOf(way);
  const page = await pageAt(home);
  const id = decodeURIComponent(way.hash.slice(1));
  const found = document.adoptNode(copyOf(page.getElementById(id).querySelector(".nb-answer")));
  for (const name of ["href", "src"]) {
    for (const element of found.querySelectorAll(`[${name}]`)) {
      element.setAttribute(name, new URL(element.getAttribute(name), home).href);
    }
  }
  const link = found.querySelector(".nb-home a");
  link.textContent = "↗";
  link.title = "Where it stands in the course";
  link.setAttribute("aria-label", link.getAttribute("aria-label").replace(/^[^:]+/, link.title));
  return found;
}

/**
 * Put the answer into `question` when a reader opens it, and ask for it as soon as one turns to it. Without it, as on a
 * page read from a folder, the link to it stays.
 */
export function answerOnOpening(question) {
  const way = question.querySelector(".nb-elsewhere a");
  const summary = question.querySelector("summary");
  if (location.protocol === "file:") return;

  const ask = () => pageAt(homeOf(way)).catch(() => {});
  summary.addEventListener("pointerenter", ask, { once: true, passive: true });
  summary.addEventListener("focus", ask, { once: true });
  async function answer() {
    if (!question.open || !way.isConnected) return;
    const place = way.closest(".nb-answer");
    place.setAttribute("aria-busy", "true");
    try {
      place.replaceWith(await answerAt(way));
    } catch {
      place.removeAttribute("aria-busy");
    }
  }
  question.addEventListener("toggle", answer);
  answer();
}

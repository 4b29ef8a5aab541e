// The contents of the page follow its reader: the section that is read is marked and in view there, and in the address.

import { bringIntoView } from "./panels.js";

const REST = 250;

const links = [...document.querySelectorAll(".nb-contents a")];
const named = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
const linksOf = new Map(links.map((link) => [named(link), link]));
const sections = [...linksOf.keys()].filter(Boolean);

let current = null;
let resting = 0;

/** Return the section that is read: the last whose heading is above the upper part of the window. */
function read() {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1) return sections.at(-1);
  const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 24;
  return sections.findLast((section) => section.getBoundingClientRect().top <= edge) ?? null;
}

function mark(section) {
  if (section === current) return;
  linksOf.get(current)?.removeAttribute("aria-current");
  current = section;
  const link = linksOf.get(current);
  if (!link) return;
  link.setAttribute("aria-current", "location");
  bringIntoView(link);
}

function keepInAddress() {
  const { pathname, search, hash } = location;
  const wanted = current ? `#${current.id}` : "";
  if (wanted !== hash) history.replaceState(history.state, "", pathname + search + wanted);
}

let asked = false;

function follow() {
  asked = false;
  mark(read());
}

function onScroll() {
  if (!asked) requestAnimationFrame(follow);
  asked = true;
  clearTimeout(resting);
  resting = setTimeout(keepInAddress, REST);
}

if (sections.length > 0) {
  requestAnimationFrame(follow);
  addEventListener("scroll", onScroll, { passive: true });
}

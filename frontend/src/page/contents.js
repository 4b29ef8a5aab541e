// The contents of the page follow its reader: the section that is read is marked and in view there, and in the address.

const REST = 250;

const links = [...document.querySelectorAll("[data-md-component=toc] a")];
const named = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
const sections = [...new Set(links.map(named).filter(Boolean))];
const linksOf = new Map(sections.map((section) => [section, links.filter((link) => named(link) === section)]));

let current = null;
let resting = 0;

/** Return the section that is read: the last whose heading is above the upper part of the window. */
function read() {
  const { scrollTop, clientHeight, scrollHeight } = document.documentElement;
  if (scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1) return sections.at(-1);
  const edge = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 24;
  return sections.findLast((section) => section.getBoundingClientRect().top <= edge) ?? null;
}

/** Bring `link` into view where its list scrolls, without moving the page. */
function show(link) {
  const list = link.closest(".md-sidebar__scrollwrap");
  const [inner, outer] = [link, list].map((element) => element.getBoundingClientRect());
  if (inner.top < outer.top || inner.bottom > outer.bottom) {
    list.scrollTop += (inner.top + inner.bottom - outer.top - outer.bottom) / 2;
  }
}

function mark(section) {
  if (section === current) return;
  for (const link of linksOf.get(current) ?? []) link.classList.remove("md-nav__link--active");
  current = section;
  for (const link of linksOf.get(current) ?? []) {
    link.classList.add("md-nav__link--active");
    if (link.offsetParent) show(link);
  }
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

const marked = [...document.querySelectorAll("[data-md-type=navigation] .md-nav__link--active")];
const here = marked.find((link) => link.offsetParent);
if (here) requestAnimationFrame(() => show(here));
if (sections.length > 0) {
  requestAnimationFrame(follow);
  addEventListener("scroll", onScroll, { passive: true });
}

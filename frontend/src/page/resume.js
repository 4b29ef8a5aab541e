// Where a reader of the lessons was, as this browser keeps it: the home page and the topic's front page lead back there.

import { element } from "../shared/element.js";
import { keep, readKept } from "../shared/kept.js";
import { addressOf, below, page } from "./here.js";

// The number is the form's.
const PLACE = "nabla.place.1";
const folder = (name) => name.replace(/[^/]*$/, "");

if (document.querySelector(".nb-where")) {
  keep(PLACE, { page, title: document.querySelector("article h1").firstChild.textContent.trim() });
  const next = document.querySelector(".md-footer__link--next");
  if (next) new IntersectionObserver(goOn).observe(next);
} else {
  const place = readKept(PLACE);
  const start = document.querySelector("article .nb-start");
  const isHome = page === "index.html";
  if (start && place.page && place.page !== page && (isHome || folder(page) === folder(place.page))) {
    const link = element("a", { href: addressOf(place.page) }, place.title);
    start.closest("p").after(element("p", { class: "nb-resume" }, element("span", {}, "You were at ", link)));
  }
}

/** Who has come to the end of a page goes on with the next, if that is a page of lessons. */
function goOn([{ isIntersecting, target }]) {
  const to = below(target.href);
  const title = target.querySelector(".md-ellipsis").textContent.trim();
  if (isIntersecting && to.startsWith("topics/")) keep(PLACE, { page: to, title });
}

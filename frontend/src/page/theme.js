// What the theme leaves unsaid to a screen reader, or out of reach of a keyboard.

function amend() {
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
  for (const nav of document.querySelectorAll("nav[data-md-level]")) {
    const title = nav.querySelector(":scope > .md-nav__title")?.textContent.trim();
    if (title) nav.setAttribute("aria-label", title);
    if (title) nav.removeAttribute("aria-labelledby");
  }
  // The contents stand in the drawer of a phone, too.
  document.querySelector(".md-nav--primary .md-nav--secondary")?.setAttribute("aria-label", "On this page");
  for (const buttons of document.querySelectorAll("nav.md-code__nav")) buttons.setAttribute("role", "presentation");
  for (const table of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }
}

// The theme adds much at once, and measuring tables is slow, so all of it is amended together.
let due = 0;

function amendSoon() {
  clearTimeout(due);
  due = setTimeout(amend, 100);
}

new MutationObserver(amendSoon).observe(document.body, { childList: true, subtree: true });
addEventListener("resize", amendSoon, { passive: true });
amendSoon();

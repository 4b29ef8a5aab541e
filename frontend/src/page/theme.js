// Amends the theme: names for screen readers, and tables that a keyboard can scroll.

for (const nav of document.querySelectorAll("nav[data-md-level]")) {
  const title = nav.querySelector(":scope > .md-nav__title")?.textContent.trim();
  if (title) nav.setAttribute("aria-label", title);
  if (title) nav.removeAttribute("aria-labelledby");
}
// The contents stand in the drawer of a phone, too.
document.querySelector(".md-nav--primary .md-nav--secondary")?.setAttribute("aria-label", "On this page");

// A table that scrolls can be reached by keyboard; whether it scrolls changes with the screen and with the folds.
const tables = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

/** Amend what the theme's script has added to the page below `root`. */
function amend(root) {
  for (const buttons of root.querySelectorAll("nav.md-code__nav")) buttons.setAttribute("role", "presentation");
  for (const table of root.querySelectorAll(".md-typeset__scrollwrap")) tables.observe(table);
}

new MutationObserver((changes) => {
  for (const { target } of changes) amend(target);
}).observe(document.body, { childList: true, subtree: true });
amend(document);

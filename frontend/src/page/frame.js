// What stands around the text: the drawer of a phone, the title in the header, names for screen readers.

const header = document.querySelector(".md-header");
const drawer = document.getElementById("__drawer");

for (const nav of document.querySelectorAll("nav[data-md-level]")) {
  const title = nav.querySelector(":scope > .md-nav__title")?.textContent.trim();
  if (title) nav.setAttribute("aria-label", title);
  if (title) nav.removeAttribute("aria-labelledby");
}
// The contents stand in the drawer of a phone, too.
document.querySelector(".md-nav--primary .md-nav--secondary")?.setAttribute("aria-label", "On this page");

// A section of this page is seen once the drawer is out of its way.
document.querySelector(".md-sidebar--primary")?.addEventListener("click", ({ target }) => {
  if (target.closest("a")?.hash) drawer.checked = false;
});

// A label that the keyboard reaches does on Enter what it does on a click.
addEventListener("keydown", ({ key, target }) => {
  if (key === "Enter" && target instanceof HTMLLabelElement) target.click();
});

// The header names the page once its heading is out of sight.
const heading = document.querySelector("article h1");
if (heading && header) {
  const title = header.querySelector(".md-header__title");
  const beneath = { rootMargin: `-${header.offsetHeight}px 0px 0px` };
  new IntersectionObserver(([{ boundingClientRect, isIntersecting, rootBounds }]) => {
    const gone = !isIntersecting && boundingClientRect.top < (rootBounds?.top ?? 0);
    title.classList.toggle("md-header__title--active", gone);
  }, beneath).observe(heading);
}

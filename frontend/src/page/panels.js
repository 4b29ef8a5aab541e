// The panels beside the text: the course and the contents of this page. On a small screen buttons of the header open
// them, which needs no script; this shows where one is in them, and puts them away when they have been of use.

/** Bring `link` into view where its panel scrolls, without moving the page. */
export function bringIntoView(link) {
  const panel = link.closest(".nb-panel");
  const [inner, outer] = [link, panel].map((one) => one.getBoundingClientRect());
  if (inner.top < outer.top || inner.bottom > Math.min(outer.bottom, innerHeight)) {
    panel.scrollTop += (inner.top + inner.bottom - outer.top - outer.bottom) / 2;
  }
}

const KNOWN = "popover" in HTMLElement.prototype;

for (const panel of document.querySelectorAll(".nb-panel")) {
  const show = () => panel.querySelectorAll("[aria-current]").forEach(bringIntoView);
  requestAnimationFrame(show);
  if (KNOWN) {
    panel.addEventListener("toggle", ({ newState }) => newState === "open" && show());
    panel.addEventListener("click", ({ target }) => {
      if (target.closest("a") && panel.matches(":popover-open")) panel.hidePopover();
    });
  } else {
    // Browsers before 2024: the panels stand below the text (navigation.css).
    const opener = document.querySelector(`[popovertarget=${panel.id}]`);
    opener?.addEventListener("click", () => panel.scrollIntoView());
  }
}

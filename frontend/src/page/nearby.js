// Loads the module that an element names in `data-module`, when a reader comes near the element. Until the module is
// there, and where modules cannot be loaded (a page read from a folder), what the element holds stands in for it, or,
// where nothing can (a picture to move), the stylesheet hides it from a page that is `nb-still`.

const AHEAD = "600px";
const here = document.currentScript.src;

async function load(element) {
  const { start } = await import(new URL(`../modules/${element.dataset.module}.js`, here));
  await start(element);
}

if (location.protocol !== "file:") {
  const approached = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        approached.unobserve(target);
        load(target);
      }
    },
    { rootMargin: AHEAD },
  );
  for (const element of document.querySelectorAll("[data-module]")) approached.observe(element);
} else {
  document.documentElement.classList.add("nb-still");
}

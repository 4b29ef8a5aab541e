// The header names the page once its heading is out of sight.

const header = document.querySelector(".md-header");
const heading = document.querySelector("article h1");

function watch() {
  const title = header.querySelector(".md-header__title");
  const beneath = { rootMargin: `-${header.offsetHeight}px 0px 0px` };
  new IntersectionObserver(([{ boundingClientRect, isIntersecting, rootBounds }]) => {
    const gone = !isIntersecting && boundingClientRect.top < (rootBounds?.top ?? 0);
    title.classList.toggle("md-header__title--active", gone);
  }, beneath).observe(heading);
}

// With the first frame: a height asked for now would lay the page out once more.
if (heading && header) requestAnimationFrame(watch);

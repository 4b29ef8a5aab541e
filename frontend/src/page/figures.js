// Figures wait until they come near (loading="lazy"), so that a first visit is light. When the page is there and the
// network rests, the figures of the reader's theme are fetched ahead: scrolling then never meets an empty frame.

const AFTER = 1000;

function shown(image) {
  return image.offsetParent !== null;
}

function fetchAhead() {
  if (navigator.connection?.saveData) return;
  for (const image of document.querySelectorAll('.nb-figure img[loading="lazy"]')) {
    if (shown(image)) image.loading = "eager";
  }
}

addEventListener("load", () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(fetchAhead), AFTER));

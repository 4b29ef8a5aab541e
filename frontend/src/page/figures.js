// Fetches the figures of the reader's theme ahead, when the page is there and the network rests, so that scrolling
// never meets an empty frame. By themselves they wait until they come near (loading="lazy"), so that a first visit is
// light.

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

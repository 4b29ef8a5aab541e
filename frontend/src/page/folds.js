// Opens folds: the one that a link leads to, and all of them on paper.

const folds = () => document.querySelectorAll("article details");

/** Open the fold that the address names, and those around it. */
function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = [];
  for (let fold = named?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    if (!fold.open) closed.push(fold);
  }
  for (const fold of closed) fold.open = true;
  if (closed.length > 0) named.scrollIntoView();
}

addEventListener("hashchange", openNamed);
openNamed();

let opened = [];

addEventListener("beforeprint", () => {
  opened = [...folds()].filter((fold) => !fold.open);
  for (const fold of opened) fold.open = true;
});

addEventListener("afterprint", () => {
  for (const fold of opened) fold.open = false;
});

// Opens the fold that a link leads to.

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

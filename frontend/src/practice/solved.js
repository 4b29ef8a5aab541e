// The number of solved exercises, above the first exercise of the page.

import { element } from "../shared/element.js";

/** Show the number of solved exercises, and keep it current. */
export function showSolved(store) {
  const place = document.getElementById(store.ids[0]);
  if (!place) return;
  const line = element("p", { class: "nb-count" });
  place.before(line);
  const show = () => {
    const solved = store.ids.filter((id) => store.get(id).solved).length;
    line.textContent = `${solved} of ${store.ids.length} solved`;
  };
  store.subscribe((_, state, before) => state.solved !== before.solved && show());
  show();
}

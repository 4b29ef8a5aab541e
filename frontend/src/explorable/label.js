// Words in a picture: HTML above the drawing, so that mathematics is set as in the text.

import { clamp } from "../mathematics/intervals.js";
import { element } from "../shared/element.js";
import { value } from "./given.js";

const EVERYWHERE = [-Infinity, Infinity, Infinity, -Infinity];
const SHARES = { left: 0, middle: -50, right: -100, top: 0, bottom: -100 };

/**
 * Make a label with `text` (HTML) at a place, `beside` it by pixels ([right, up]); its anchors say which of its sides is
 * there. With `inside`, a box, it stays in there, with `room` around its middle ([half its width, half its height] in
 * pixels). On a `plate` of paper it stays legible on lines. Returns its `element` and `show`. What is a function
 * changes.
 */
export function makeLabel(view, at, text, { color, beside = [0, 0], inside = EVERYWHERE, room = [34, 10], ...more }) {
  const { size = 14, anchorX = "middle", anchorY = "middle", visible = true, plate } = more;
  const made = element("span", { class: plate ? "nb-tag nb-plate" : "nb-tag" });
  made.style.fontSize = `${size}px`;
  made.style.color = `var(--nb-${color})`;
  const anchored = `translate(${SHARES[anchorX]}%, ${SHARES[anchorY]}%)`;
  let written;

  function show() {
    made.hidden = !value(visible);
    if (made.hidden) return;
    const words = value(text);
    if (words !== written) made.innerHTML = words;
    written = words;
    const [[x, y], [right, up]] = [view.place(value(at)), value(beside)];
    const [[left, top], [far, low]] = [view.place(inside.slice(0, 2)), view.place(inside.slice(2))];
    const across = clamp(x + right, left + room[0], far - room[0]);
    const down = clamp(y - up, top + room[1], low - room[1]);
    made.style.transform = `translate(${across.toFixed(1)}px, ${down.toFixed(1)}px) ${anchored}`;
  }

  return { element: made, show };
}

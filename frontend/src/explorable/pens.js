// Styles of lines, for a board (see board.js): what differs from what it takes by itself.

/** Return the style of a curve that is looked at. */
export function line(color, more = {}) {
  return { color, width: 2.2, cap: "round", ...more };
}

/** Return the style of a thin curve. */
export function thin(color, more = {}) {
  return { color, width: 1.2, ...more };
}

/** Return the style of a dotted line, along which a value is read off. */
export function dotted(color, more = {}) {
  return { color, width: 1.2, dash: "dotted", cap: "butt", ...more };
}

/** Return the style of a dashed line, which marks a value. */
export function dashed(color, more = {}) {
  return { color, width: 1.2, dash: "dashed", cap: "butt", ...more };
}

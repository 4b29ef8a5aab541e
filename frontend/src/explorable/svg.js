// Elements of SVG, whose attributes are touched only when they change.

const known = new WeakMap();

/** Return an SVG element with these attributes. */
export function svg(tag, attributes = {}) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  known.set(made, new Map());
  change(made, attributes);
  return made;
}

/** Give an element of `svg` these attributes; null takes one away. */
export function change(made, attributes) {
  const before = known.get(made);
  for (const [name, value] of Object.entries(attributes)) {
    if (before.get(name) === value) continue;
    before.set(name, value);
    if (value === null) made.removeAttribute(name);
    else made.setAttribute(name, value);
  }
}

/** Return a color of the theme by its name in the stylesheet, which follows the theme by itself. */
export function paint(color) {
  return `var(--nb-${color})`;
}

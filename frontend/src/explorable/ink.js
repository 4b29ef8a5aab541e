// What a picture must know of its reader: the colors of the theme, since it cannot use the stylesheet, and whether
// things may move.

const NAMES = ["paper", "sunk", "ink", "soft", "faint", "rule", "rule-strong", "c0", "c1", "c2", "c3", "c4", "c5"];

/** Return the colors by name, as #rrggbb. `c0` to `c5` are those of the figures. */
export function ink() {
  const style = getComputedStyle(document.body);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--nb-${name}`).trim()]));
}

/** Call `act` whenever the reader changes the theme. */
export function onTheme(act) {
  new MutationObserver(act).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}

/** Return whether the reader asked for little movement. */
export function prefersStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

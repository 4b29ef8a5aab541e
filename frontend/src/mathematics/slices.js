// Surfaces with their partial derivatives. Tested against snippets/partial_derivatives_and_jacobians.

import { clamp } from "./intervals.js";

/** sin x · cos y, a sheet with hills and hollows. */
const ripple = {
  value: ([x, y]) => Math.sin(x) * Math.cos(y),
  partials: ([x, y]) => [Math.cos(x) * Math.cos(y), -Math.sin(x) * Math.sin(y)],
};

/** xy/(x² + y²), and 0 at the origin: each ray from the origin has a height of its own. */
const staircase = {
  value: ([x, y]) => (x === 0 && y === 0 ? 0 : (x * y) / (x ** 2 + y ** 2)),
  partials([x, y]) {
    if (x === 0 && y === 0) return [0, 0];
    const steep = (y ** 2 - x ** 2) / (x ** 2 + y ** 2) ** 2;
    return [y * steep, -x * steep];
  },
};

export const SURFACES = { ripple, staircase };

/**
 * Return both ends of the tangent with this `slope` through (at, height), `half` long to either side, as far as it lies
 * between `first` and `last`.
 */
export function tangent(at, height, slope, half, [first, last]) {
  const reach = half / Math.hypot(1, slope);
  const ends = [at - reach, at + reach].map((place) => clamp(place, first, last));
  return ends.map((place) => [place, height + slope * (place - at)]);
}

// Gradients and slopes in a direction. Tested against snippets/derivatives_and_gradients/gradients.py.

import { onCircle } from "./paths.js";

export const SURFACES = {
  bowl: { value: ([x, y]) => x ** 2 + y ** 2, gradient: ([x, y]) => [2 * x, 2 * y] },
  saddle: { value: ([x, y]) => x ** 2 - y ** 2, gradient: ([x, y]) => [2 * x, -2 * y] },
  hill: { value: ([x, y]) => 4 - x ** 2 / 4 - y ** 2, gradient: ([x, y]) => [-x / 2, -2 * y] },
};

/** Return the slope in the direction of an arrow of any length but 0, for which it is NaN. */
export function directionalDerivative(gradient, direction) {
  return (gradient[0] * direction[0] + gradient[1] * direction[1]) / Math.hypot(...direction);
}

/** Return the angle in degrees from arrow `a` to arrow `b`, left is positive; NaN if one of them has no direction. */
export function angleBetween(a, b) {
  if (Math.hypot(...a) === 0 || Math.hypot(...b) === 0) return Number.NaN;
  const across = a[0] * b[1] - a[1] * b[0];
  return (Math.atan2(across, a[0] * b[0] + a[1] * b[1]) * 180) / Math.PI;
}

/** Return the arrow of length 1 at `degrees`, counted from the x axis to the left. */
export function unitVector(degrees) {
  return onCircle((degrees * Math.PI) / 180);
}

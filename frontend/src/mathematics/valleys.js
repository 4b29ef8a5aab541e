// Descent in a valley with two curvatures: plain, and with momentum.

import { spaced } from "./intervals.js";
import { GAP } from "./paths.js";

/**
 * Return the path of descent from `start`: steps + 1 points. With `beta` above 0 it is Polyak's heavy ball, which adds
 * beta times the step before to each step downhill.
 */
export function descentPath(gradient, start, steps, { rate, beta = 0 }) {
  const path = [start];
  for (let k = 0; k < steps; k++) {
    const [here, before, slopes] = [path[k], path[Math.max(k - 1, 0)], gradient(path[k])];
    path.push(here.map((place, i) => place - rate * slopes[i] + beta * (place - before[i])));
  }
  return path;
}

/** Return the valley with the curvatures `flat` along x and `steep` along y: its loss, and its gradient. */
export function valley(steep, flat = 1) {
  return {
    loss: ([x, y]) => (flat * x ** 2 + steep * y ** 2) / 2,
    gradient: ([x, y]) => [flat * x, steep * y],
  };
}

/** Return the path of a valley's level ellipses, as far as the corners of a frame; kappa is the quotient of curvatures. */
export function levelEllipses(kappa, [, top, right]) {
  const corner = Math.hypot(right, Math.sqrt(kappa) * top);
  const points = [];
  for (let r = 0.15; r < corner; r *= 1.6) {
    const angles = spaced(0, 2 * Math.PI, 96);
    points.push(...angles.map((angle) => [r * Math.cos(angle), (r / Math.sqrt(kappa)) * Math.sin(angle)]), GAP);
  }
  return points;
}

/** Return the learning rate from which on plain descent (beta = 0), or momentum, converges no more. */
export function rateLimit(steep, beta = 0) {
  return (2 * (1 + beta)) / steep;
}

/** Return the constant settings with the smallest worst factor on curvatures 1 to kappa, without and with momentum. */
export function bestSettings(kappa) {
  const root = Math.sqrt(kappa);
  return {
    plain: { rate: 2 / (1 + kappa), factor: (kappa - 1) / (kappa + 1) },
    momentum: { rate: (2 / (1 + root)) ** 2, beta: ((root - 1) / (root + 1)) ** 2, factor: (root - 1) / (root + 1) },
  };
}

/** Return after how many steps a path is first within a thousandth of its first distance from 0, or null. */
export function arrival(path) {
  const near = Math.hypot(...path[0]) / 1000;
  const step = path.findIndex((place) => Math.hypot(...place) <= near);
  return step < 0 ? null : step;
}

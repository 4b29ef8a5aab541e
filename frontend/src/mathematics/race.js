// A race of optimizers: its courses, when a path has arrived, and the rate that is best for a method.

import { optimizerPath } from "./optimizers.js";

// RMSProp makes the last bit of what it begins with a step more or less: so these are rounded, here as in the snippets.
const rounded = (value) => Math.round(value * 1e12) / 1e12;

/** Learning rates that are tried: ten for each power of ten, from 0.0001 to 2. */
export const RATES = Array.from({ length: 44 }, (_, k) => rounded(10 ** ((k - 40) / 10)));

/** The courses: loss, gradient, lowest value, the usual start, and for how many steps one is tuned. */
export const COURSES = {
  valley: (degrees) => ({ ...turnedValley(50, degrees), least: 0, start: [1, 0.3], steps: 300 }),
  bent: () => ({
    loss: ([x, y]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: ([x, y]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
    least: 0,
    start: [-1.2, 1],
    steps: 1500,
  }),
  saddle: () => ({
    loss: ([x, y]) => x ** 2 / 2 - y ** 2 / 2 + y ** 4 / 4,
    gradient: ([x, y]) => [x, y ** 3 - y],
    least: -0.25,
    start: [1, 0.01],
    steps: 200,
  }),
};

function turnedValley(kappa, degrees) {
  const angle = (degrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [a, b, d] = [kappa - (kappa - 1) * c * c, -(kappa - 1) * c * s, kappa - (kappa - 1) * s * s].map(rounded);
  return {
    loss: ([x, y]) => (a * x * x + 2 * b * x * y + d * y * y) / 2,
    gradient: ([x, y]) => [a * x + b * y, b * x + d * y],
  };
}

/** Return how far the loss is above the least at each place of a path. */
export function gapsOf(path, { loss, least }) {
  return path.map((place) => loss(place) - least);
}

/**
 * Return the first step from which on the gap is at most a thousandth of the first one, or null. A path that broke off
 * before it had done its `steps` has not arrived.
 */
export function arrival(gaps, steps = gaps.length - 1) {
  if (gaps.length <= steps) return null;
  const last = gaps.findLastIndex((gap) => !(gap <= gaps[0] / 1000));
  return last + 1 < gaps.length ? last + 1 : null;
}

/** Return the rate of RATES with which a method is down first, or else has least left, and the step at which it is. */
export function tuned(method, course, start) {
  let best = { rate: Number.NaN, steps: null, key: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] };
  for (const rate of RATES) {
    const gaps = gapsOf(optimizerPath(method, course.gradient, start, rate, course.steps), course);
    const steps = arrival(gaps, course.steps);
    const end = gaps.length > course.steps ? gaps.at(-1) : Number.POSITIVE_INFINITY;
    const key = steps === null ? [course.steps + 1, end] : [steps, 0];
    const isBetter = key[0] < best.key[0] || (key[0] === best.key[0] && key[1] < best.key[1]);
    if (isBetter || Number.isNaN(best.rate)) best = { rate, steps, key };
  }
  return best;
}

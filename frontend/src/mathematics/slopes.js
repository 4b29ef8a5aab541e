// Difference quotients and their errors. Tested against snippets/derivatives_and_gradients.

/** Return the slope of the secant of `f` through x and x + h: the forward difference. */
export function secantSlope(f, x, h) {
  return (f(x + h) - f(x)) / h;
}

/** Return the slope of the secant of `f` through x − h and x + h: the central difference. */
export function centralDifference(f, x, h) {
  return (f(x + h) - f(x - h)) / (2 * h);
}

/**
 * Return the errors of both differences at x, [forward, central], where `slope` is the true one. `store` rounds to the
 * numbers that a machine can hold: `Math.fround` for single precision.
 */
export function differenceErrors(f, slope, x, h, store = (value) => value) {
  const stored = (where) => store(f(store(where)));
  const [place, step] = [store(x), store(h)];
  return [secantSlope, centralDifference].map((difference) => Math.abs(difference(stored, place, step) - slope));
}

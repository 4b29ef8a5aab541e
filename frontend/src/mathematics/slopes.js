// Slopes from two values of a function. Tested against snippets/derivatives_and_gradients.

/** Return the slope of the secant of `f` through x and x + h: the forward difference. */
export function secantSlope(f, x, h) {
  return (f(x + h) - f(x)) / h;
}

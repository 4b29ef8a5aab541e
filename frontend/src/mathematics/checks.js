// One neuron's slope, claimed and measured: how far a check finds the two apart, for each step.

/** The neuron's input, bias and target, and the weight at which its slope is checked. */
export const NEURON = { x: 1.5, b: -0.5, y: 1, w: 0.6875 };

/** Return the squared error of the tanh neuron at the weight w, each result rounded by `store`. */
export function neuronLoss(w, store = (value) => value) {
  const z = store(store(NEURON.x * w) + NEURON.b);
  const miss = store(store(Math.tanh(z)) - NEURON.y);
  return store(miss * miss);
}

/** Return its derivative with respect to w, exact up to rounding in double precision. */
export function neuronSlope(w) {
  const a = Math.tanh(NEURON.x * w + NEURON.b);
  return 2 * (a - NEURON.y) * (1 - a ** 2) * NEURON.x;
}

/** Return the central difference with the step h in numbers rounded by `store`. */
export function centralSlope(w, h, store = (value) => value) {
  const [ahead, behind] = [neuronLoss(store(w + h), store), neuronLoss(store(w - h), store)];
  return store(store(ahead - behind) / store(2 * h));
}

/** Return the forward difference with the step h in numbers rounded by `store`. */
export function forwardSlope(w, h, store = (value) => value) {
  return store(store(neuronLoss(store(w + h), store) - neuronLoss(store(w), store)) / store(h));
}

/** Return the slope by a complex step: the imaginary part of the loss at w + ih, divided by h. */
export function complexSlope(w, h, store = (value) => value) {
  const [u, v] = [store(NEURON.x * w + NEURON.b), store(NEURON.x * h)];
  // tanh(u + iv), without the overflow of cosh
  const [t, s] = [Math.tanh(u), Math.tan(v)];
  const below = 1 + (t * s) ** 2;
  const [real, imaginary] = [store((t * (1 + s ** 2)) / below), store((s * (1 - t ** 2)) / below)];
  return store(store(2 * store(real - NEURON.y) * imaginary) / store(h));
}

/** Return the distance of two numbers, divided by the larger one in size. */
export function relativeError(claimed, measured) {
  const size = Math.max(Math.abs(claimed), Math.abs(measured));
  return size === 0 ? 0 : Math.abs(claimed - measured) / size;
}

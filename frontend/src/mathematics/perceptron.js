// A small network trained on two moons: forward, backward and steps of gradient descent on the mean log loss.
//
// A network is { w, b, v, c }: hidden unit j has the weights w[j] (one for each input) and the bias b[j], and goes into
// the logit with the weight v[j]; c is the logit's own bias. An example is { at: [x, y], label: 0 or 1 }.

// Coordinates of the points, x and y in turn.
const PLACES = [
  1.31, -0.38, 0.06, 0.41, 0.93, 0.05, -0.3, 0.38, 0.86, 0.66, 0.05, 0.29, 0.93, 0.14, -0.13, 0.2, 1.02, 0.28, 0.2,
  0.15, 0.92, 0.62, 0.16, 0.03, 0.86, 0.55, 0.4, -0.01, 0.81, 0.68, 0.02, -0.08, 0.93, 0.69, 0.21, 0, 0.32, 0.82, 0.11,
  -0.41, 0.73, 0.83, 0.24, -0.38, 0.64, 0.77, 0.58, -0.16, 0.6, 0.99, 0.4, -0.46, 0.59, 0.95, 0.47, -0.48, 0.46, 0.53,
  0.67, -0.33, 0.11, 0.94, 0.5, -0.32, -0.03, 0.82, 0.83, -0.29, -0.12, 0.91, 0.85, -0.57, 0.36, 0.81, 0.93, -0.65,
  0.25, 1, 0.9, -0.76, 0.21, 1.11, 1.15, -0.33, -0.07, 0.9, 1, -0.61, 0.01, 0.76, 1.11, -0.53, -0.24, 1.05, 1.09, -0.72,
  -0.36, 1.12, 1.47, -0.4, -0.48, 0.95, 1.39, -0.28, -0.62, 0.89, 1.48, -0.28, -0.53, 1.21, 1.79, -0.1, -0.94, 0.72,
  1.54, -0.19, -1.03, 0.9, 1.85, -0.42, -0.9, 0.54, 1.76, -0.07, -0.49, 0.57, 1.91, -0.08, -0.58, 0.65, 2.05, -0.2,
  -0.91, 0.34, 2.11, 0.13, -0.97, 0.32, 1.99, 0, -1.09, 0.39, 2.32, 0.15, -1.05, 0.06, 1.77, 0.34, -0.86, 0.16, 2.04,
  0.36, -0.98, -0.15, 1.93, 0.44, -1.12, -0.07, 1.88, 0.45,
];

/** The 80 points of both moons; those at even places belong to the upper one, with the label 0. */
export const MOONS = Array.from({ length: PLACES.length / 2 }, (_, k) => ({
  at: PLACES.slice(2 * k, 2 * k + 2),
  label: k % 2,
}));

/** Return random numbers between 0 and 1, the same for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Return a network of so many hidden units with random weights, of the size of the root of 1/inputs, and biases 0. */
export function startingNetwork(units, seed) {
  const random = generator(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const w = Array.from({ length: units }, () => [normal() / Math.SQRT2, normal() / Math.SQRT2]);
  const v = Array.from({ length: units }, () => normal() / Math.sqrt(units));
  return { w, b: w.map(() => 0), v, c: 0 };
}

/** Return the outputs of the hidden units at a point. */
function hiddenAt({ w, b }, [x, y]) {
  return w.map(([wx, wy], j) => Math.tanh(wx * x + wy * y + b[j]));
}

/** Return the logit at a point. */
export function logitAt(network, point) {
  return hiddenAt(network, point).reduce((sum, a, j) => sum + network.v[j] * a, network.c);
}

/** Return the mean log loss over the examples, and its gradient in the form of a network. */
export function lossAndGradient(network, examples) {
  const gradient = { w: network.w.map(() => [0, 0]), b: network.b.map(() => 0), v: network.v.map(() => 0), c: 0 };
  let loss = 0;
  for (const { at, label } of examples) {
    const hidden = hiddenAt(network, at);
    const z = hidden.reduce((sum, a, j) => sum + network.v[j] * a, network.c);
    const small = Math.exp(-Math.abs(z));
    loss += Math.max(z, 0) - label * z + Math.log1p(small);
    const delta = ((z > 0 ? 1 : small) / (1 + small) - label) / examples.length;
    gradient.c += delta;
    for (const [j, a] of hidden.entries()) {
      const down = delta * network.v[j] * (1 - a * a);
      gradient.v[j] += delta * a;
      gradient.b[j] += down;
      gradient.w[j][0] += down * at[0];
      gradient.w[j][1] += down * at[1];
    }
  }
  return { loss: loss / examples.length, gradient };
}

/** Return the network after a step against the gradient. */
function stepped({ w, b, v, c }, gradient, rate) {
  return {
    w: w.map(([x, y], j) => [x - rate * gradient.w[j][0], y - rate * gradient.w[j][1]]),
    b: b.map((bias, j) => bias - rate * gradient.b[j]),
    v: v.map((weight, j) => weight - rate * gradient.v[j]),
    c: c - rate * gradient.c,
  };
}

/** Return the networks before and after each of so many epochs, and their losses: epochs + 1 of each. */
export function trained(start, examples, rate, epochs) {
  const networks = [start];
  const losses = [];
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const { loss, gradient } = lossAndGradient(networks[epoch], examples);
    losses.push(loss);
    if (epoch < epochs) networks.push(stepped(networks[epoch], gradient, rate));
  }
  return { networks, losses };
}

/** Return how many of the examples have their logit on the right side of 0. */
export function rightOnes(network, examples) {
  return examples.filter(({ at, label }) => logitAt(network, at) > 0 === (label === 1)).length;
}

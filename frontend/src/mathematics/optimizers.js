// Gradient descent, plain and with a memory: momentum, Adam. A method takes its settings and returns what turns each
// gradient into a step; between the steps it remembers what it needs.

const METHODS = {
  plain:
    ({ rate }) =>
    (gradient) =>
      gradient.map((part) => -rate * part),

  // Polyak's heavy ball: a step is β times the one before, and a step downhill on top of it.
  momentum: ({ rate, beta }) => {
    let step = [0, 0];
    return (gradient) => {
      step = gradient.map((part, i) => beta * step[i] - rate * part);
      return step;
    };
  },

  // Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), Algorithm 1. Both means begin at 0 and are too
  // small at first, which the divisions by 1 - β^t undo.
  adam: ({ rate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }) => {
    let [mean, square, t] = [[0, 0], [0, 0], 0];
    return (gradient) => {
      t += 1;
      mean = gradient.map((part, i) => beta1 * mean[i] + (1 - beta1) * part);
      square = gradient.map((part, i) => beta2 * square[i] + (1 - beta2) * part ** 2);
      const corrected = square.map((part) => Math.sqrt(part / (1 - beta2 ** t)));
      return mean.map((part, i) => (-rate * (part / (1 - beta1 ** t))) / (corrected[i] + epsilon));
    };
  },
};

/** Return the path that the method named `method` takes from `start`: steps + 1 points. */
export function optimizerPath(method, gradient, start, steps, settings) {
  const next = METHODS[method](settings);
  const path = [start];
  for (let k = 0; k < steps; k++) {
    const step = next(gradient(path[k]));
    path.push(path[k].map((part, i) => part + step[i]));
  }
  return path;
}

/** Return the valley ½(x² + κy²), with curvatures 1 and κ, and its gradient. */
export function valley(kappa) {
  return {
    loss: ([x, y]) => (x ** 2 + kappa * y ** 2) / 2,
    gradient: ([x, y]) => [x, kappa * y],
  };
}

/** Return the learning rate from which on plain descent (β = 0), or momentum, converges no more on curvatures to κ. */
export function rateLimit(kappa, beta = 0) {
  return (2 * (1 + beta)) / kappa;
}

/** Return the constant settings with the smallest worst factor on curvatures 1 to κ: of plain descent, and momentum. */
export function bestSettings(method, kappa) {
  if (method === "plain") return { rate: 2 / (1 + kappa) };
  const root = Math.sqrt(kappa);
  return { rate: (2 / (1 + root)) ** 2, beta: ((root - 1) / (root + 1)) ** 2 };
}

/** Return after how many steps a path is first within a thousandth of its first distance from 0, or null. */
export function arrival(path) {
  const near = Math.hypot(...path[0]) / 1000;
  const step = path.findIndex((place) => Math.hypot(...place) <= near);
  return step < 0 ? null : step;
}

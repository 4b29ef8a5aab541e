// Optimizers, as rules for one coordinate: each remembers a little, and says how far to go down a slope.

const BETA = 0.9;
const BETA_SQUARES = 0.999;

/** For each method a function that returns a rule, with a memory of its own: (slope, rate) => step. */
export const RULES = {
  plain: () => (g, rate) => rate * g,
  momentum: () => {
    let m = 0;
    return (g, rate) => {
      m = BETA * m + g;
      return rate * m;
    };
  },
  nesterov: () => {
    let m = 0;
    return (g, rate) => {
      m = BETA * m + g;
      return rate * (g + BETA * m);
    };
  },
  adagrad: (eps = 1e-10) => {
    let v = 0;
    return (g, rate) => {
      v += g * g;
      return (rate * g) / (Math.sqrt(v) + eps);
    };
  },
  rmsprop: (eps = 1e-8) => {
    let v = 0;
    return (g, rate) => {
      v = BETA * v + (1 - BETA) * (g * g);
      return (rate * g) / (Math.sqrt(v) + eps);
    };
  },
  adam: (eps = 1e-8) => {
    let [m, v, k] = [0, 0, 0];
    return (g, rate) => {
      k += 1;
      m = BETA * m + (1 - BETA) * g;
      v = BETA_SQUARES * v + (1 - BETA_SQUARES) * (g * g);
      return (rate * (m / (1 - BETA ** k))) / (Math.sqrt(v / (1 - BETA_SQUARES ** k)) + eps);
    };
  },
};

/** Return the path of a method from `start`, at most steps + 1 points: it ends where it is infinitely far away. */
export function optimizerPath(method, gradient, start, rate, steps) {
  const rules = start.map(() => RULES[method]());
  const path = [start];
  for (let k = 0; k < steps; k++) {
    const [here, slopes] = [path[k], gradient(path[k])];
    const next = here.map((place, i) => place - rules[i](slopes[i], rate));
    if (!next.every(Number.isFinite)) break;
    path.push(next);
  }
  return path;
}

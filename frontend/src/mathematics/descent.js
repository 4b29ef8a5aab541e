// Gradient descent in one variable. Tested against snippets/derivatives_and_gradients/descent.py.

/** Return all places visited, the start first: steps + 1 numbers. */
export function gradientDescent(slope, start, learningRate, steps) {
  const path = [start];
  for (let k = 0; k < steps; k++) path.push(path[k] - learningRate * slope(path[k]));
  return path;
}

/** Two losses, with their first and second derivatives. */
export const LOSSES = {
  // (w - 3)²: one minimum, at 3.
  parabola: {
    loss: (w) => (w - 3) ** 2,
    slope: (w) => 2 * (w - 3),
    curvature: () => 2,
  },
  // The same with two dips in its walls, of which the right one is the narrower.
  bumpy: {
    loss: (w) => (w - 3) ** 2 - 30 * left(w) - 20 * right(w),
    slope: (w) => 2 * (w - 3) + 20 * (w + 3) * left(w) + 80 * (w - 8) * right(w),
    curvature: (w) => 2 + 20 * (1 - (2 / 3) * (w + 3) ** 2) * left(w) + 80 * (1 - 4 * (w - 8) ** 2) * right(w),
  },
};

function left(w) {
  return Math.exp(-((w + 3) ** 2) / 3);
}

function right(w) {
  return Math.exp(-2 * (w - 8) ** 2);
}

const PATIENCE = 5000;
const LOST = 1e6;
const SAME = 1e-7;
const SEEN = 1e-3;

/**
 * Return where descent ends up: { kind: "rests", at }, { kind: "swings", between } (two places in turn),
 * { kind: "wanders" } (still on its way after thousands of steps) or { kind: "escapes" }.
 */
export function fate({ slope }, start, learningRate) {
  let [before, here] = [start, start];
  for (let k = 0; k < PATIENCE; k++) {
    const next = here - learningRate * slope(here);
    if (!(Math.abs(next) < LOST)) return { kind: "escapes" };
    // It stands when neither the step nor the way that is left is to be seen.
    if (Math.abs(next - here) < SAME * learningRate) return { kind: "rests", at: next };
    const turns = Math.abs(next - here) > SEEN && Math.abs(next - before) < SAME * learningRate;
    if (k > 0 && turns) {
      return { kind: "swings", between: [Math.min(here, next), Math.max(here, next)] };
    }
    [before, here] = [here, next];
  }
  return { kind: "wanders" };
}

// Activations with their slopes. Tested against snippets/losses_and_activations/activations.py.

export const LEAK = 0.1; // so that it is seen

export function sigmoid(z) {
  const small = Math.exp(-Math.abs(z));
  return z >= 0 ? 1 / (1 + small) : small / (1 + small);
}

function sigmoidSlope(z) {
  return sigmoid(z) * sigmoid(-z);
}

/** Return the height of the bell curve of the standard normal distribution. */
function normalDensity(z) {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** Return the share of the standard normal distribution below `z`, by the series of z + z³/3 + z⁵/15 + … . */
function normalShare(z) {
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0;
  let [sum, term] = [0, z];
  for (let k = 1; sum + term !== sum; k++) [sum, term] = [sum + term, (term * z * z) / (2 * k + 1)];
  return 0.5 + normalDensity(z) * sum;
}

/**
 * Each activation's `value(z)` and `slope(z)`. One with a `kink` has no slope at 0: `slope` gives that from the left, which
 * PyTorch returns.
 */
export const ACTIVATIONS = {
  sigmoid: { value: sigmoid, slope: sigmoidSlope },
  tanh: { value: Math.tanh, slope: (z) => 4 * sigmoidSlope(2 * z) },
  relu: { value: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0), kink: true },
  leaky: { value: (z) => Math.max(z, LEAK * z), slope: (z) => (z > 0 ? 1 : LEAK), kink: true },
  gelu: { value: (z) => z * normalShare(z), slope: (z) => normalShare(z) + z * normalDensity(z) },
  silu: { value: (z) => z * sigmoid(z), slope: (z) => sigmoid(z) + z * sigmoidSlope(z) },
  softplus: { value: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))), slope: sigmoid },
};

// A deep stack of random layers: what a gradient goes through on its way down, and the singular values of its Jacobian.
// Tested against snippets/gradient_pathologies/stacks.py.

import { sigmoid } from "./activations.js";

/** Each activation's `value(z)` and `slope(z)`. */
export const UNITS = {
  linear: { value: (z) => z, slope: () => 1 },
  relu: { value: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0) },
  tanh: { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  sigmoid: { value: sigmoid, slope: (z) => sigmoid(z) * sigmoid(-z) },
};

/** Return a function that gives normal random numbers, always the same ones for a `seed`. */
export function normals(seed) {
  let state = seed;
  const even = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - even())) * Math.cos(2 * Math.PI * even());
}

/** Return `depth` square matrices, lists of rows, of gain 1: "normal" ones of variance 1/width, or "orthogonal" ones. */
export function drawStack(depth, width, kind, seed = 1) {
  const next = normals(seed);
  const row = () => Array.from({ length: width }, () => next() / Math.sqrt(width));
  return Array.from({ length: depth }, () => {
    const matrix = Array.from({ length: width }, row);
    return kind === "orthogonal" ? orthonormal(matrix) : matrix;
  });
}

const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** Return rows that are perpendicular to each other, of length 1, made of these (Gram and Schmidt, twice over). */
function orthonormal(rows) {
  const found = [];
  for (const row of rows) {
    let left = row;
    for (const done of [...found, ...found]) {
      const along = dot(left, done);
      left = left.map((value, j) => value - along * done[j]);
    }
    const length = Math.hypot(...left);
    found.push(left.map((value) => value / length));
  }
  return found;
}

/** Return the pre-activations of all layers, z_1 = g W_1 x and then z_k = g W_k φ(z_{k-1}), for the gain g. */
export function preActivations(weights, gain, x, unit) {
  const found = [];
  let arriving = x;
  for (const matrix of weights) {
    found.push(matrix.map((row) => gain * dot(row, arriving)));
    arriving = found.at(-1).map(unit.value);
  }
  return found;
}

/** Return the length of δ in each layer, the first layer first, for a last δ of length 1 along `upstream`. */
export function deltaLengths(weights, gain, zs, unit, upstream) {
  const whole = Math.hypot(...upstream);
  let delta = upstream.map((value) => value / whole);
  const lengths = [Math.hypot(...delta)];
  for (let k = weights.length - 2; k >= 0; k--) {
    const above = delta;
    delta = zs[k].map(
      (z, j) => unit.slope(z) * gain * weights[k + 1].reduce((sum, row, i) => sum + row[j] * above[i], 0),
    );
    lengths.unshift(Math.hypot(...delta));
  }
  return lengths;
}

/** Return the Jacobian of the last layer's z with respect to the first one's, as a list of rows. */
export function stackJacobian(weights, gain, zs, unit) {
  const size = zs[0].length;
  let product = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => Number(i === j)));
  for (let k = 1; k < weights.length; k++) {
    const slopes = zs[k - 1].map(unit.slope);
    const below = product.map((row, i) => row.map((value) => slopes[i] * value));
    product = weights[k].map((row) =>
      below[0].map((_, j) => gain * row.reduce((sum, w, i) => sum + w * below[i][j], 0)),
    );
  }
  return product;
}

/** Return by what each layer should multiply, on its way down: the gain times the root mean square of the slopes. */
export function expectedLengths(weights, gain, zs, unit) {
  const lengths = [1];
  for (let k = weights.length - 2; k >= 0; k--) {
    const square = zs[k].reduce((sum, z) => sum + unit.slope(z) ** 2, 0) / zs[k].length;
    lengths.unshift(lengths[0] * gain * Math.sqrt(square));
  }
  return lengths;
}

/** Return the singular values of a matrix, largest first: its columns, turned in pairs until all are perpendicular. */
export function singularValues(rows) {
  const columns = rows[0].map((_, j) => rows.map((row) => row[j]));
  for (let sweep = 0; sweep < 30; sweep++) {
    let turned = false;
    for (let p = 0; p < columns.length; p++) {
      for (let q = p + 1; q < columns.length; q++) turned = turnPair(columns, p, q) || turned;
    }
    if (!turned) break;
  }
  return columns.map((column) => Math.hypot(...column)).sort((a, b) => b - a);
}

/** Turn two columns until they are perpendicular; tell whether they had to be (one-sided rotations of Jacobi). */
function turnPair(columns, p, q) {
  const [a, b] = [columns[p], columns[q]];
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.abs(ab) <= 1e-13 * Math.sqrt(aa * bb)) return false;
  const half = (bb - aa) / (2 * ab);
  const tangent = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  columns[p] = a.map((value, i) => cosine * value - sine * b[i]);
  columns[q] = a.map((value, i) => sine * value + cosine * b[i]);
  return true;
}

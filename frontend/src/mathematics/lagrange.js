// Three problems of constrained minimization: the least f among the points with h = 0. The constraint is also a path to
// walk along. Tested against snippets/constrained_optimization.
//
// A problem has `value` and `gradient` of f, `constraint` and `constraintGradient` of h, `at`, the point at a part from
// 0 to 1 of the way along the constraint, and `nearest`, the part at which the way comes nearest to a point. `flat` are
// the parts where the level curve of f touches the constraint. `level(c)` is the path f = c, and `lower(c)` the outline
// of all that is below c, as far as a picture shows it.

import { clamp, spaced } from "./intervals.js";
import { GAP, onCircle, shifted } from "./paths.js";

const TURN = 2 * Math.PI;
const FAR = 9;

/** The error after x days of labeling and y of correcting, with six days in all. */
const budget = {
  value: ([x, y]) => 4 / x + 1 / y,
  gradient: ([x, y]) => [-4 / x ** 2, -1 / y ** 2],
  constraint: ([x, y]) => x + y - 6,
  constraintGradient: () => [1, 1],
  at: (part) => [0.8 + 4.8 * part, 5.2 - 4.8 * part],
  nearest: ([x, y]) => clamp(((x - y + 6) / 2 - 0.8) / 4.8, 0, 1),
  closed: false,
  flat: [3.2 / 4.8],
  // The two terms share c: 4/x = cu and 1/y = c(1 − u).
  level: (c) => path((u) => [4 / (c * u), 1 / (c * (1 - u))], 4 / (c * FAR), 1 - 1 / (c * FAR)),
  lower: (c) => [...budget.level(c), [FAR, FAR]],
};

/** x + 2y on the circle with radius √5. */
const circle = {
  value: ([x, y]) => x + 2 * y,
  gradient: () => [1, 2],
  constraint: ([x, y]) => x ** 2 + y ** 2 - 5,
  constraintGradient: ([x, y]) => [2 * x, 2 * y],
  ...round(Math.sqrt(5)),
  flat: [Math.atan2(2, 1) / TURN, Math.atan2(2, 1) / TURN + 0.5],
  level: (c) => path((t) => [c / 5 + 2 * t, (2 * c) / 5 - t], -FAR, FAR, 1),
  lower: (c) => [...circle.level(c), [FAR, -3 * FAR], [-3 * FAR, -FAR]],
};

/** Minus the variance along w, with the covariance rows (5, 2) and (2, 2), on the unit circle. */
const variance = {
  value: ([x, y]) => -(5 * x ** 2 + 4 * x * y + 2 * y ** 2),
  gradient: ([x, y]) => [-(10 * x + 4 * y), -(4 * x + 4 * y)],
  constraint: ([x, y]) => x ** 2 + y ** 2 - 1,
  constraintGradient: ([x, y]) => [2 * x, 2 * y],
  ...round(1),
  flat: [0, 0.25, 0.5, 0.75].map((part) => Math.atan2(1, 2) / TURN + part),
  // The axes of the ellipses are the eigenvectors (2, 1) and (−1, 2), with the eigenvalues 6 and 1.
  level: (c) =>
    path(
      (t) => {
        const [along, across] = [Math.sqrt(-c / 6) * Math.cos(t), Math.sqrt(-c) * Math.sin(t)];
        return [(2 * along - across) / Math.sqrt(5), (along + 2 * across) / Math.sqrt(5)];
      },
      0,
      TURN,
    ),
  // All but the ellipse: an outline that runs the other way round.
  lower: (c) => [...variance.level(c), GAP, [FAR, FAR], [FAR, -FAR], [-FAR, -FAR], [-FAR, FAR]],
};

export const PROBLEMS = { budget, circle, variance };

function round(radius) {
  return {
    at: (part) => onCircle(TURN * part, radius),
    nearest: ([x, y]) => (Math.atan2(y, x) / TURN + 1) % 1,
    closed: true,
  };
}

function path(at, first, last, steps = 120) {
  return spaced(first, last, steps).map(at);
}

/**
 * Return what a problem says at one of its points: the `value` of f, both gradients, their `angle` in degrees, `along`,
 * the vector that is the part of ∇f along the constraint, and the `multiplier` λ for which ∇f + λ∇h is shortest.
 */
export function tension(problem, point) {
  const gradient = problem.gradient(point);
  const normal = problem.constraintGradient(point);
  const multiplier = -dot(gradient, normal) / dot(normal, normal);
  const cosine = dot(gradient, normal) / Math.hypot(...gradient) / Math.hypot(...normal);
  const angle = (Math.acos(clamp(cosine, -1, 1)) * 360) / TURN;
  return {
    value: problem.value(point),
    gradient,
    normal,
    multiplier,
    along: shifted(gradient, normal, multiplier),
    angle,
  };
}

function dot([a, b], [c, d]) {
  return a * c + b * d;
}

// Quadratics ½ u·Hu with the Hessian rows (a, b) and (b, c). Tested against snippets/hessian_and_critical_points.

import { spaced } from "./intervals.js";
import { GAP, onCircle } from "./paths.js";

/** Return ½ u·Hu for u = [x, y]. */
export function quadratic([a, b, c], [x, y]) {
  return (a * x ** 2 + 2 * b * x * y + c * y ** 2) / 2;
}

/** Return the curvature u·Hu along the unit vector at `angle`, in radians from the first axis. */
export function curvatureAlong(hessian, angle) {
  return 2 * quadratic(hessian, onCircle(angle));
}

/**
 * Return the eigenvalues `low` and `high` of a Hessian, and the angle of the eigenvector of the high one, from −90° to
 * 90° in radians. (That of the low one is at a right angle to it.)
 */
export function eigen([a, b, c]) {
  const [middle, spread] = [(a + c) / 2, Math.hypot((a - c) / 2, b)];
  return { low: middle - spread, high: middle + spread, angle: Math.atan2(2 * b, a - c) / 2 };
}

/** Return what kind of critical point the origin is. Eigenvalues below a billionth of the largest count as zero. */
export function classify(hessian) {
  const { low, high } = eigen(hessian);
  const zero = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  if (low < -zero && high > zero) return "saddle";
  if (low > zero) return "minimum";
  return high < -zero ? "maximum" : "undecided";
}

const FAR = 1e4;
const PARTS = spaced(-1, 1, 80);

/** Return the curve ½ u·Hu = level as a path, as far as `reach` from the origin, or farther. */
export function levelCurve(hessian, level, reach) {
  const { low, high, angle } = eigen(hessian);
  const [cos, sin] = onCircle(angle);
  // With p along the eigenvector of the high eigenvalue and q along the other, it is high p² + low q² = 2 level.
  const points = pieces(high, low, 2 * level, reach).flatMap((piece) => [...piece, GAP]);
  return points.map(([p, q]) => [p * cos - q * sin, p * sin + q * cos]);
}

/** Return the pieces of A p² + B q² = level as lists of [p, q]. */
function pieces(A, B, level, reach) {
  // How far it is to the curve along p and along q; infinite or not a number if the curve is not met there.
  const [p, q] = [Math.sqrt(level / A), Math.sqrt(level / B)];
  if (level === 0) return A * B < 0 ? crossing(Math.sqrt(-B / A), reach) : [];
  if (p < FAR && q < FAR) return [PARTS.map((part) => [p * Math.cos(Math.PI * part), q * Math.sin(Math.PI * part)])];
  if (p < FAR) return branches(p, Math.sqrt(Math.max(0, -B / level)), reach);
  if (q < FAR)
    return branches(q, Math.sqrt(Math.max(0, -A / level)), reach).map((piece) => piece.map(([s, t]) => [t, s]));
  return [];
}

/** Return the two branches with the vertices (±p, 0), p² (1 + (bend q)²) = p², which are straight for the bend 0. */
function branches(p, bend, reach) {
  const along = (part) => part * Math.abs(part) * reach;
  return [-1, 1].map((side) => PARTS.map((part) => [side * p * Math.hypot(1, bend * along(part)), along(part)]));
}

function crossing(slope, reach) {
  const far = Math.min(reach, reach / slope);
  return [-1, 1].map((side) => [-far, far].map((q) => [side * slope * q, q]));
}

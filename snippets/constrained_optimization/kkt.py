"""The Karush-Kuhn-Tucker conditions: a check that names what fails, and a search by cases.

Minimize f(x) subject to g(x) ≤ 0 (m inequalities) and h(x) = 0. With multipliers μ for g and λ for h, the four
conditions at a point are

    stationarity       ∇f + J_gᵀ μ + J_hᵀ λ = 0    no feasible direction improves f, to first order
    primal feasibility g ≤ 0 and h = 0             the point obeys the constraints
    dual feasibility   μ ≥ 0                       a constraint can only push inward
    slackness          μᵢ gᵢ = 0 for each i        an idle constraint costs nothing

Gradients are columns (n,), Jacobians have one row for each constraint, (m, n).
"""

from itertools import combinations

import numpy as np

CONDITIONS = ("stationarity", "primal feasibility", "dual feasibility", "slackness")


# --8<-- [start:kkt_violations]
def kkt_violations(gradient, g, g_rows, mu, h=(), h_rows=(), lam=()):
    """By how much each of the four conditions fails: a dictionary.

    All arguments are values at one point: the gradient of f (n,), the
    constraints g (m,) with their gradients as rows (m, n) and their
    multipliers mu (m,), and the same for equalities h.

    >>> kkt_violations([-1.0, -1.0], [0.0], [[1, 1]], [1.0])["stationarity"]
    0.0
    """
    left = np.array(gradient, dtype=float)
    for rows, multipliers in ((g_rows, mu), (h_rows, lam)):
        for row, multiplier in zip(rows, multipliers, strict=True):
            left += multiplier * np.asarray(row)
    g, mu = np.asarray(g, dtype=float), np.asarray(mu, dtype=float)
    sizes = {
        "stationarity": np.abs(left),
        "primal feasibility": np.concatenate([np.maximum(g, 0), np.abs(h)]),
        "dual feasibility": np.maximum(-mu, 0),
        "slackness": np.abs(mu * g),
    }
    return {name: float(np.max(off, initial=0)) for name, off in sizes.items()}


def kkt_failures(*point, tolerance=1e-6, **equalities):
    """Names of the conditions that fail by more than the tolerance.

    >>> kkt_failures([-1.0, -1.0], [0.0], [[1, 1]], [1.0])
    []
    >>> kkt_failures([1.0, 1.0], [0.0], [[1, 1]], [-1.0])
    ['dual feasibility']
    """
    violations = kkt_violations(*point, **equalities)
    return [name for name, size in violations.items() if size > tolerance]


# --8<-- [end:kkt_violations]


# --8<-- [start:solve_by_cases]
def solve_by_cases(hessian, slope, rows, bounds):
    """Minimize ½ xᵀHx + sᵀx subject to rows @ x ≤ bounds: (x, μ).

    Each set of rows may be the active one. Take it as equations, solve,
    and keep the answer only if it passes all four conditions. H must be
    positive definite; with m rows there are up to 2^m cases.

    >>> x, mu = solve_by_cases(2 * np.eye(2), [-4, -2], [[1, 1]], [2])
    >>> x.round(6).tolist(), mu.round(6).tolist()
    ([1.5, 0.5], [1.0])
    """
    rows = np.asarray(rows, dtype=float)
    bounds = np.asarray(bounds, dtype=float)
    n, m = len(slope), len(bounds)
    for size in range(min(n, m) + 1):
        for active in map(list, combinations(range(m), size)):
            if size and np.linalg.matrix_rank(rows[active]) < size:
                continue
            x, mu = _with_equalities(hessian, slope, rows, bounds, active)
            gradient, g = hessian @ x + slope, rows @ x - bounds
            if not kkt_failures(gradient, g, rows, mu):
                return x, mu
    raise ValueError("no point passes: the constraints contradict each other")


def _with_equalities(hessian, slope, rows, bounds, active):
    """Solve Hx + s + Aᵀμ = 0, Ax = b with the active rows; other μ are 0."""
    n, size = len(slope), len(active)
    corner = np.zeros((size, size))
    block = np.block([[hessian, rows[active].T], [rows[active], corner]])
    right = np.concatenate([np.negative(slope), bounds[active]])
    z = np.linalg.solve(block, right)
    mu = np.zeros(len(bounds))
    mu[active] = z[n:]
    return z[:n], mu


# --8<-- [end:solve_by_cases]

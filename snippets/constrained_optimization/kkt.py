"""The Karush-Kuhn-Tucker conditions: a check that names what fails, and a search by cases.

Minimize f(x) subject to g(x) ≤ 0 (m inequalities) and h(x) = 0. With multipliers μ for g and λ for h, the four
conditions at a point are

    stationarity      ∇f + J_gᵀ μ + J_hᵀ λ = 0     no feasible direction improves f, to first order
    feasibility       g ≤ 0 and h = 0              the rules hold
    sign              μ ≥ 0                        a rule can only push inward
    slackness         μᵢ gᵢ = 0 for each i         an idle rule costs nothing

Gradients are columns (n,), Jacobians have one row for each constraint, (m, n).
"""

from itertools import combinations

import numpy as np

CONDITIONS = ("stationarity", "feasibility", "sign", "slackness")


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
    sizes = (
        np.abs(left),
        np.concatenate([np.maximum(g, 0), np.abs(h)]),
        np.maximum(-mu, 0),
        np.abs(mu * g),
    )
    return {name: float(np.max(s, initial=0)) for name, s in zip(CONDITIONS, sizes, strict=True)}


def kkt_failures(*point, tolerance=1e-6, **equalities):
    """Names of the conditions that fail by more than the tolerance.

    >>> kkt_failures([-1.0, -1.0], [0.0], [[1, 1]], [1.0])
    []
    >>> kkt_failures([1.0, 1.0], [0.0], [[1, 1]], [-1.0])
    ['sign']
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
    H, s, A, b = (np.asarray(part, dtype=float) for part in (hessian, slope, rows, bounds))
    n, m = len(s), len(b)
    for size in range(min(n, m) + 1):
        for active in map(list, combinations(range(m), size)):
            if size and np.linalg.matrix_rank(A[active]) < size:
                continue
            x, mu = _with_equalities(H, s, A, b, active)
            if not kkt_failures(H @ x + s, A @ x - b, A, mu):
                return x, mu
    raise ValueError("no point passes: the rules contradict each other")


def _with_equalities(H, s, A, b, active):
    """Solve Hx + s + Aᵀμ = 0 and Ax = b for the active rows; the other μ are 0."""
    n, size = len(s), len(active)
    corner = np.zeros((size, size))
    block = np.block([[H, A[active].T], [A[active], corner]])
    z = np.linalg.solve(block, np.concatenate([-s, b[active]]))
    mu = np.zeros(len(b))
    mu[active] = z[n:]
    return z[:n], mu


# --8<-- [end:solve_by_cases]

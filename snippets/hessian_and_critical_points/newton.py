"""Newton's method: jump to the flat place of the paraboloid that fits here.

Around x, f is nearly f + g · s + ½ s · H s. That model is flat where g + H s = 0. So s = -H⁻¹ g, found by *solving* the
linear system, never by inverting H. On a quadratic the model is exact, and one step is enough.

The step asks for a flat place, not for a low one. Split along the eigenvectors of H, it is -gᵢ/λᵢ: a negative
curvature turns the step around, uphill. Taking |λᵢ| instead keeps the length and mends the direction (Dauphin et al.
2014 call this saddle-free).
"""

import numpy as np


# --8<-- [start:newton]
def newton_step(gradient, hessian):
    """Step to the flat place of the local paraboloid: solve H s = -g.

    gradient has shape (n,), hessian (n, n). A singular Hessian makes NumPy
    raise LinAlgError.

    >>> newton_step([2, 2000], [[2, 0], [0, 2000]]).tolist()
    [-1.0, -1.0]
    """
    return np.linalg.solve(hessian, -np.asarray(gradient, dtype=float))


def newton(gradient, hessian, start, steps, step=newton_step):
    """All places visited, the start first: shape (steps + 1, n).

    >>> def slope(p):
    ...     return p**2 - 2
    >>> newton(slope, lambda p: np.diag(2 * p), [2], 3).round(6).tolist()
    [[2.0], [1.5], [1.416667], [1.414216]]
    """
    path = [np.asarray(start, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] + step(gradient(path[-1]), hessian(path[-1])))
    return np.array(path)


# --8<-- [end:newton]


# --8<-- [start:saddle_free_step]
def saddle_free_step(gradient, hessian):
    """Newton's step with the size of each curvature instead of its sign.

    >>> newton_step([2, -2], [[2, 0], [0, -2]]).tolist()  # into the saddle
    [-1.0, -1.0]
    >>> saddle_free_step([2, -2], [[2, 0], [0, -2]]).tolist()  # past it
    [-1.0, 1.0]
    """
    curvatures, axes = np.linalg.eigh(hessian)  # axis i: column i
    return -axes @ ((axes.T @ gradient) / np.abs(curvatures))


# --8<-- [end:saddle_free_step]


# --8<-- [start:safe_newton]
def damped_step(gradient, hessian, least):
    """Newton's step after lifting the smallest curvature to `least`.

    >>> damped_step([2, -2], [[2, 0], [0, -2]], 0.5).round(4).tolist()
    [-0.4444, 4.0]
    """
    lift = max(0, least - np.linalg.eigvalsh(hessian)[0])
    return newton_step(gradient, hessian + lift * np.eye(len(hessian)))


def shortened(f, point, step, slope):
    """Half the step, until f falls by a share of what the slope promised.

    >>> shortened(lambda p: p[0] ** 2, np.array([1.0]), np.array([-8]), -16)
    array([-1.])
    """
    while f(point + step) > f(point) + 1e-4 * slope:
        step, slope = step / 2, slope / 2
    return step


def safe_newton(f, gradient, hessian, start, least=0.5, tolerance=1e-6):
    """All places visited, down to one that is flat and has no way down.

    Damped against the wrong direction, shortened against the wrong length;
    from a saddle along the eigenvector of the smallest curvature.
    """
    path = [np.asarray(start, dtype=float)]
    while True:
        here, g, bends = path[-1], gradient(path[-1]), hessian(path[-1])
        curvatures, axes = np.linalg.eigh(bends)
        if np.linalg.norm(g) > tolerance:
            step = damped_step(g, bends, least)
        elif curvatures[0] < 0:
            step = axes[:, 0]
        else:
            return np.array(path)
        path.append(here + shortened(f, here, step, g @ step))


# --8<-- [end:safe_newton]

"""Valleys: gradient descent on a quadratic, taken apart along the eigenvectors of its Hessian.

Let f(x) = ½ x · H x with a positive definite H. The gradient is H x, the minimum is at 0, and a step multiplies x by
the matrix I - ηH. Along an eigenvector with curvature λ that is the plain factor 1 - ηλ. So everything is decided by
the smallest and the largest curvature, and by their ratio, the condition number κ:

    limit      η < 2/λ_max            beyond it the steepest direction runs away
    best rate  η = 2/(λ_min + λ_max)  the two extreme factors are equally bad
    factor     (κ - 1)/(κ + 1)        what is left of the distance, per step
"""

import numpy as np

from snippets.derivatives_and_gradients.descent import gradient_descent


# --8<-- [start:rates]
def condition_number(hessian):
    """Largest curvature divided by the smallest; both must be positive.

    >>> round(condition_number([[5, 4], [4, 5]]), 6)
    9.0
    """
    curvatures = np.linalg.eigvalsh(hessian)
    if curvatures[0] <= 0:
        raise ValueError("the matrix is not positive definite")
    return float(curvatures[-1] / curvatures[0])


def rate_limit(hessian):
    """Learning rate 2/λ_max, at which descent stops converging.

    >>> round(rate_limit([[5, 4], [4, 5]]), 4)  # 2/9
    0.2222
    """
    return float(2 / np.linalg.eigvalsh(hessian)[-1])


def best_rate(hessian):
    """Learning rate with the smallest worst factor, 2/(λ_min + λ_max).

    >>> round(best_rate([[5, 4], [4, 5]]), 4)
    0.2
    """
    curvatures = np.linalg.eigvalsh(hessian)
    return float(2 / (curvatures[0] + curvatures[-1]))


# --8<-- [end:rates]


# --8<-- [start:worst_factor]
def worst_factor(hessian, rate):
    """Largest |1 - rate · λ|: what a step leaves in the worst direction.

    >>> round(worst_factor([[5, 4], [4, 5]], 0.2), 6)  # (9 - 1)/(9 + 1)
    0.8
    """
    return float(np.abs(1 - rate * np.linalg.eigvalsh(hessian)).max())


# --8<-- [end:worst_factor]


# --8<-- [start:measured_factor]
def measured_factor(hessian, rate, start, steps):
    """Factor per step by which descent on ½ x·Hx shrinks the distance to 0.

    Measured over the second half of the steps, when the fast directions are
    done. start has shape (n,).

    >>> round(measured_factor([[5, 4], [4, 5]], 0.2, [1, 0], 100), 6)
    0.8
    """
    hessian = np.asarray(hessian)
    path = gradient_descent(lambda x: hessian @ x, start, rate, steps)
    distance = np.linalg.norm(path[[steps // 2, steps]], axis=1)
    return float((distance[1] / distance[0]) ** (1 / (steps - steps // 2)))


# --8<-- [end:measured_factor]


# --8<-- [start:turned_valley]
def turned_valley(curvatures, rng):
    """Symmetric matrix with these eigenvalues and random eigenvectors.

    >>> hessian = turned_valley([1, 10], np.random.default_rng(0))
    >>> np.linalg.eigvalsh(hessian).round(6).tolist()
    [1.0, 10.0]
    """
    size = len(curvatures)
    axes, _ = np.linalg.qr(rng.normal(size=(size, size)))  # columns: a frame
    return axes @ np.diag(curvatures) @ axes.T


# --8<-- [end:turned_valley]


# --8<-- [start:exact_steps]
def exact_steps(hessian, start, steps):
    """Descent on ½ x·Hx that walks each downhill line to its lowest point.

    The best learning rate of each single step is g·g / g·Hg, with g = Hx.

    >>> exact_steps(np.diag([1, 9]), [9, 1], 2).round(2).tolist()
    [[9.0, 1.0], [7.2, -0.8], [5.76, 0.64]]
    """
    hessian, path = np.asarray(hessian), [np.asarray(start, dtype=float)]
    for _ in range(steps):
        g = hessian @ path[-1]
        path.append(path[-1] - (g @ g) / (g @ hessian @ g) * g)
    return np.array(path)


# --8<-- [end:exact_steps]


# --8<-- [start:heavy_ball]
def heavy_ball(hessian, start, rate, memory, steps):
    """Descent with momentum on ½ x·Hx: a step, plus memory times the last.

    All places visited, the start first: shape (steps + 1, n).

    >>> heavy_ball(np.diag([1, 9]), [9, 1], 0.2, 0, 2).round(2).tolist()
    [[9.0, 1.0], [7.2, -0.8], [5.76, 0.64]]
    """
    hessian, path = np.asarray(hessian), [np.asarray(start, dtype=float)]
    step = np.zeros(len(start))
    for _ in range(steps):
        step = memory * step - rate * hessian @ path[-1]
        path.append(path[-1] + step)
    return np.array(path)


# --8<-- [end:heavy_ball]


# --8<-- [start:off_course]
def off_course(hessian, place):
    """Angle in degrees between straight downhill and the way to 0.

    >>> round(off_course(np.diag([1, 1]), [3, 4]), 6)  # a round bowl
    0.0
    >>> round(off_course(np.diag([1, 9]), [3, 1]), 2)
    53.13
    """
    downhill, home = -np.asarray(hessian) @ place, -np.asarray(place)
    along = downhill @ home
    across = np.sqrt(max(0, downhill @ downhill * (home @ home) - along**2))
    return float(np.degrees(np.arctan2(across, along)))


# --8<-- [end:off_course]

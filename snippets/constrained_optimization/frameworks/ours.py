"""The same numbers by the topic's own programs."""

import numpy as np

from snippets.constrained_optimization.budget import best_split, error_gradient, least_error
from snippets.constrained_optimization.projections import onto_ball, projected_descent, slanted_gradient
from snippets.constrained_optimization.regularization import FEATURES, OUTCOMES, fit_gradient, lasso


def project_after_step():
    """Print the end of projected descent in the unit disk, and the multiplier."""
    w = projected_descent(slanted_gradient, onto_ball, [0, 0], 0.2, 100)[-1]
    print("w", w.tolist())
    print("mu", -slanted_gradient(w) @ w)


def lasso_by_both():
    """Print lasso's weights by proximal steps, and by steps along the slope of the L1 term."""
    w = np.zeros(2)
    for _ in range(100):
        w = w - 0.3 * (fit_gradient(FEATURES, OUTCOMES, w) + 3 * np.sign(w))
    print("proximal", lasso(FEATURES, OUTCOMES, 3).tolist())
    print("slopes", w.tolist())


def descend_and_ascend():
    """Print the best split of six days, and its price: descent in the days, ascent in the multiplier."""
    days = best_split(6)
    print("days", days.tolist())
    print("lambda", -error_gradient(days)[0])


def price_by_backward():
    """Print the slope of the least error in the budget, through every step of the search."""
    for h in (1e-4, 1e-5):
        print((least_error(6 + h) - least_error(6 - h)) / (2 * h))

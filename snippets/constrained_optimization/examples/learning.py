"""Learning: ridge and lasso, maximum entropy, support vectors, principal components."""

import numpy as np

from snippets.constrained_optimization.entropy import FACES, entropy, maximum_entropy, tilted
from snippets.constrained_optimization.margin import LABELS, POINTS, WITH_INTRUDER, soft_street, widest_street
from snippets.constrained_optimization.principal import COVARIANCE, principal_direction, variance_along
from snippets.constrained_optimization.projections import onto_ball, onto_diamond, projected_descent
from snippets.constrained_optimization.regularization import (
    FEATURES,
    OUTCOMES,
    fit_gradient,
    lasso,
    proximal_descent,
    ridge,
)
from snippets.partial_derivatives_and_jacobians.layers import softmax


# --8<-- [start:budgets_and_prices]
def budgets_and_prices():
    """Print weights for a budget of 1, its price, and the weights at that price."""

    def gradient(w):
        return fit_gradient(FEATURES, OUTCOMES, w)

    disk = projected_descent(gradient, onto_ball, [0, 0], 0.2, 300)[-1]
    price = -disk @ gradient(disk)  # from ∇f + μw = 0 and ‖w‖ = 1
    print("disk     w", disk.round(4).tolist(), " price", round(price, 4))
    print("ridge    w", ridge(FEATURES, OUTCOMES, price).round(4).tolist())
    diamond = projected_descent(gradient, onto_diamond, [0, 0], 0.2, 300)[-1]
    price = np.abs(gradient(diamond)).max()  # the strongest pull
    w = np.abs(diamond).round(4).tolist()
    print("diamond  w", w, " price", round(price, 4))
    print("lasso    w", lasso(FEATURES, OUTCOMES, price).round(4).tolist())


# --8<-- [end:budgets_and_prices]


# --8<-- [start:loaded_dice]
def loaded_dice():
    """Print the die with the largest entropy for three means."""
    for mean in (2.5, 3.5, 4.5):
        p, beta = maximum_entropy(FACES, mean)
        faces = " ".join(f"{share:.3f}" for share in p)
        beta = round(beta, 3) + 0  # no minus before a zero
        print(f"mean {mean} {faces}")
        print(f"         β = {beta:6}  H = {entropy(p):.3f}")


# --8<-- [end:loaded_dice]


# --8<-- [start:temperatures]
def temperatures():
    """Print score plus T times entropy: softmax, certain, even."""
    scores, temperature = np.array([2.0, 1.0, 0.0]), 0.5
    even, certain = np.ones(3) / 3, np.array([1.0, 0, 0])
    for p in (softmax(scores / temperature), certain, even):
        value = scores @ p + temperature * entropy(p)
        print(f"p = {p.round(3).tolist()}   {value:.4f}")


# --8<-- [end:temperatures]


# --8<-- [start:street]
def street():
    """Print the widest street between two classes, point by point."""
    w, b, mu = widest_street(POINTS, LABELS, start=[1, 1, -4])
    width = 2 / np.linalg.norm(w)
    print(f"w = {w.round(4).tolist()}, b = {b:.4f}, width {width:.4f}")
    for point, label, price in zip(POINTS, LABELS, mu, strict=True):
        room = label * (w @ point + b) - 1
        x, y = point
        print(f"({x:4}, {y:4})  room {abs(room):.3f}  multiplier {price:.3f}")
    print("sum of μ y x:", (mu * LABELS @ POINTS).round(4).tolist())


# --8<-- [end:street]


# --8<-- [start:principal]
def principal():
    """Print the direction of the largest variance, and what NumPy finds."""
    w = principal_direction(COVARIANCE, start=[0, 1])
    print("direction", w.round(4).tolist())
    print("variance ", round(variance_along(COVARIANCE, w), 4))
    print("S w      ", (COVARIANCE @ w).round(4).tolist())
    print("eigenvalues", np.linalg.eigvalsh(COVARIANCE).round(4).tolist())


# --8<-- [end:principal]


# --8<-- [start:two_ways_to_lasso]
def two_ways_to_lasso():
    """Print the weights of proximal steps beside those of plain ones."""

    def gradient(w):
        return fit_gradient(FEATURES, OUTCOMES, w)

    proximal = proximal_descent(gradient, 3, [0, 0], 1 / 3, 100)
    plain = np.zeros(2)
    print("step  proximal           slope of the whole")
    for step in range(101):
        if step in (0, 1, 2, 5, 99, 100):
            (a, b), (c, d) = proximal[step], plain
            print(f"{step:4}  ({abs(a):.4f}, {abs(b):.4f})   ({c:.4f}, {d:.4f})")
        plain = plain - (gradient(plain) + 3 * np.sign(plain)) / 3


# --8<-- [end:two_ways_to_lasso]


# --8<-- [start:leash]
def leash():
    """Print the best distribution for three prices of divergence."""
    prior, rewards = np.array([0.7, 0.2, 0.1]), np.array([0, 1, 2])
    for beta in (10, 1, 0.3):
        p = tilted(prior, rewards, beta)
        kl = p @ np.log(p / prior)
        print(f"β = {beta:3}  p = {p.round(3).tolist()}")
        print(f"         reward {p @ rewards:.3f}   divergence {kl:.3f}")


# --8<-- [end:leash]


# --8<-- [start:soft_streets]
def soft_streets():
    """Print the street with an intruder for three prices of slack."""
    for cost in (10, 1, 0.2):
        w, b, mu, slack = soft_street(*WITH_INTRUDER, cost)
        width = 2 / np.linalg.norm(w)
        print(f"C = {cost}, width {width:.2f}")
        print(f"   w = {w.round(3).tolist()}, b = {b:.3f}")
        for point, price, short in zip(WITH_INTRUDER[0], mu, slack, strict=True):
            if price > 1e-3:
                x, y = point
                print(f"   ({x:.1f}, {y:.1f})  μ = {price:.3f}  slack {short:.3f}")


# --8<-- [end:soft_streets]

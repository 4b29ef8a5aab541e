"""What the pages print about rates for each weight, Adam and weight decay."""

import numpy as np

from snippets.optimization_algorithms.convergence import log_cosh, log_cosh_slope
from snippets.optimization_algorithms.landscapes import course
from snippets.optimization_algorithms.optimizers import adagrad, adam, adamw, momentum, rmsprop, sgd
from snippets.optimization_algorithms.race import METHODS, arrival, tuned
from snippets.optimization_algorithms.rare_words import WORDS, message_gradients


# --8<-- [start:rare_word]
def rare_word():
    """Print both weights, whose goal is 1, after some messages."""
    print(f"the rare word is in {WORDS[:, 1].sum():.0f} of {len(WORDS)} messages")
    print("                     100        500       2000")
    for name, method, rate in (
        ("plain, 0.01", sgd, 0.01),
        ("plain, 0.1", sgd, 0.1),
        ("AdaGrad, 0.3", adagrad, 0.3),
    ):
        path = method(message_gradients(), [0, 0], rate, 2000)
        shown = (f"{w:6.2f} {v:.2f}" for w, v in path[[100, 500, 2000]])
        print(f"{name:12}", "".join(shown))


# --8<-- [end:rare_word]


# --8<-- [start:same_slope]
def same_slope():
    """Print steps where the slope is always the same, large or small."""
    slopes = np.array([100.0, 0.01])
    for name, method in (("AdaGrad", adagrad), ("RMSProp", rmsprop)):
        path = method(lambda w: slopes, [0, 0], 1, 100)
        steps = -np.diff(path, axis=0)
        for k in (1, 4, 25, 100):
            large, small = steps[k - 1]
            print(f"{name} step {k:3}: {large:.3f} {small:.3f}")


# --8<-- [end:same_slope]


# --8<-- [start:turned_valley_race]
def turned_valley_race():
    """Print steps to a thousandth in one valley at three angles."""
    print("turned by        0°    30°    45°")
    for name, method in METHODS.items():
        steps = []
        for angle in (0, 30, 45):
            loss, gradient, _, least = course("valley", angle)
            turn = np.radians(angle)
            along, across = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
            start = along + 0.3 * across  # the same place in the valley
            steps.append(arrival(tuned(method, loss, gradient, start, least, 300)[1]))
        print(f"{name:12} {steps[0]:6} {steps[1]:6} {steps[2]:6}")


# --8<-- [end:turned_valley_race]


# --8<-- [start:first_steps]
def first_steps():
    """Print Adam on w² from 1: averages as they are and corrected, and w."""
    m, v, w = 0.0, 0.0, 1.0
    print("k       m        v    corrected       w")
    for k in (1, 2, 3):
        m, v = 0.9 * m + 0.1 * 2 * w, 0.999 * v + 0.001 * 4 * w**2
        m_hat, v_hat = m / (1 - 0.9**k), v / (1 - 0.999**k)
        w -= 0.1 * m_hat / v_hat**0.5
        print(f"{k} {m:7.4f} {v:8.5f} {m_hat:6.3f} {v_hat:6.3f} {w:7.4f}")
    path = adam(lambda w: 2 * w, 1.0, 0.1, steps=3)
    print("the same by adam:", path.round(4).tolist())


# --8<-- [end:first_steps]


# --8<-- [start:small_slopes]
def small_slopes():
    """Print Adam's first step with rate 0.001, by size of the slope."""
    for slope in (1e2, 1.0, 1e-4, 1e-8, 1e-10):
        path = adam(lambda w, g=slope: g, 0.0, 0.001, 1)
        print(f"slope {slope:7.0e}: first step {-path[1]:.2e}")


# --8<-- [end:small_slopes]


# --8<-- [start:decays]
def decays():
    """Print the mean of 2000 weights from 1, whose slopes are only noise."""
    sizes, decay = np.repeat([0.1, 1, 10], 2000), 0.1
    rng = np.random.default_rng(0)

    def noise(w):
        return sizes * rng.normal(size=len(w))

    def with_l2(w):
        return noise(w) + decay * w

    start = np.ones(6000)
    print("size of the slopes      0.1      1     10")
    for name, path in (
        ("plain, L2 in the loss ", sgd(with_l2, start, 0.01, 1000)),
        ("Adam, L2 in the loss  ", adam(with_l2, start, 0.01, 1000)),
        ("AdamW                 ", adamw(noise, start, 0.01, 1000, decay=decay)),
    ):
        means = path[-1].reshape(3, 2000).mean(axis=1) + 0.0
        print(name, *(f"{mean:z6.2f}" for mean in means))
    print(f"by the formula        {(1 - 0.01 * decay) ** 1000:6.2f}")


# --8<-- [end:decays]


# --8<-- [start:beta_without_rate]
def beta_without_rate():
    """Print the long-run gap of noisy walks on w², with two memories."""
    for beta, rate in ((0.9, 0.01), (0.99, 0.01), (0.99, 0.001)):
        rng = np.random.default_rng(0)

        def noisy(w, rng=rng):
            return 2 * w + 2 * rng.normal(size=w.shape)

        end = momentum(noisy, np.zeros(2000), rate, 4000, beta)[-1]
        print(f"beta {beta:<4}  rate {rate:<5}  gap {np.mean(end**2):.2f}")


# --8<-- [end:beta_without_rate]


# --8<-- [start:one_large_slope]
def one_large_slope():
    """Print |w| on w² from 1, where the first slope is 100 times too large."""

    def stumbling():
        count = iter(range(10**6))
        return lambda w: 2 * w * (100 if next(count) == 0 else 1)

    for name, method, rate in (
        ("AdaGrad", adagrad, 0.5),
        ("RMSProp", rmsprop, 0.05),
    ):
        for what, slope in (
            ("as it is", lambda w: 2 * w),
            ("stumbling", stumbling()),
        ):
            path = method(slope, 1.0, rate, 300)
            shown = "".join(f"{abs(w):8.3f}" for w in path[[10, 100, 300]])
            print(f"{name}, {what:9}", shown)


# --8<-- [end:one_large_slope]


# --8<-- [start:uncorrected]
def uncorrected():
    """Print steps for a slope of 1 and the rate 0.001, uncorrected and not."""
    m, v = 0.0, 0.0
    print("step   uncorrected   corrected")
    for k in range(1, 3001):
        m, v = 0.9 * m + 0.1, 0.999 * v + 0.001
        if k in (1, 10, 100, 1000, 3000):
            m_hat, v_hat = m / (1 - 0.9**k), v / (1 - 0.999**k)
            raw, right = m / v**0.5, m_hat / v_hat**0.5
            print(f"{k:4} {0.001 * raw:12.5f} {0.001 * right:12.5f}")


# --8<-- [end:uncorrected]


# --8<-- [start:curvature_here]
def curvature_here():
    """Print where a step from 3 leads that trusts the curvature at 3."""
    curvature = 1 - log_cosh_slope(3.0) ** 2
    for name, rate in (
        ("2/(bend here)", 2 / curvature),
        ("1/(bend here)", 1 / curvature),
        ("1/M          ", 1.0),
    ):
        after = 3 - rate * log_cosh_slope(3.0)
        print(f"{name}: {after:7.2f}, f from {log_cosh(3.0):.2f} to {log_cosh(after):.2f}")


# --8<-- [end:curvature_here]

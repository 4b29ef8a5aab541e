# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Lab: how long does a confident mistake last?
#
# A classifier gives an example the score $z$ and the probability $\sigma(z)$. The label is 1 and $z$ is negative: it is
# wrong, and the farther to the left, the more certain. The lessons showed one such walk, from $z = -8$. Here we ask for
# the law:
#
# **If we double the certainty of a mistake, how much longer does gradient descent need to undo it?**
#
# We ask it of two losses, the squared error of the probability and the cross-entropy; first for one score, then for a
# data set with two features, and last in single precision, where something happens that no formula says.
#
# You need Python with NumPy and Matplotlib. Before each plot, write down what you expect.

# %%
import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")
COLORS = {"cross-entropy": "C0", "squared error": "C3"}


def sigmoid(z):
    """1/(1 + e^-z), without overflow for any z."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


def entropy_slope(z, y):
    """Slope of the cross-entropy with respect to z: p - y."""
    return sigmoid(z) - y


def squared_slope(z, y):
    """Slope of (p - y)² with respect to z: 2(p - y)·p·(1 - p)."""
    p = sigmoid(z)
    return 2 * (p - y) * p * (1 - p)


# %% [markdown]
# ## One score
#
# All starts from $-1$ to $-12$ walk at the same time, as one array. We note for each the step at which it crosses 0.


# %% alt="Steps against certainty, logarithmic: squared error a straight line to 81,402, cross-entropy at most 13."
def steps_until_right(slope, starts, rate=1.0, limit=200_000):
    """Number of steps from each start (m,) until z > 0, for the label 1; `limit` where it does not happen."""
    z, steps = starts.copy(), np.full(len(starts), limit)
    for step in range(1, limit + 1):
        walking = steps == limit
        if not walking.any():
            break
        z[walking] -= rate * slope(z[walking], 1)
        steps[walking & (z > 0)] = step
    return steps


starts = -np.arange(1.0, 12.5, 0.5)
entropy, squared = (steps_until_right(slope, starts) for slope in (entropy_slope, squared_slope))

for z, few, many in zip(starts[::4], entropy[::4], squared[::4], strict=True):
    print(f"start {z:5.1f}: cross-entropy {few:3} steps, squared error {many:6,} steps")

fig, ax = plt.subplots()
ax.semilogy(-starts, entropy, "o", label="cross-entropy")
ax.semilogy(-starts, squared, "o", color="C3", label="squared error")
ax.set(xlabel="certainty of the mistake, -z", ylabel="steps until right", title="one score, learning rate 1")
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# The answer of the cross-entropy: twice the certainty, twice the steps, or a little less. That of the squared error: a
# straight line on a logarithmic axis. *Each further unit of certainty multiplies the time by the same factor.*
#
# ## The law
#
# Both can be predicted. For small steps, the walk follows $\frac{\mathrm{d}z}{\mathrm{d}k} = -\eta \cdot \text{slope}$,
# with $k$ the number of steps. So the time is an integral of one over the speed, from the start to 0.
#
# For the cross-entropy the speed is $\eta\,\sigma(-z)$, and $\frac{1}{\sigma(-z)} = 1 + \mathrm{e}^{z}$:
#
# $$k = \frac{1}{\eta} \int_{z_0}^{0} (1 + \mathrm{e}^{z}) \,\mathrm{d}z = \frac{-z_0 + 1 - \mathrm{e}^{z_0}}{\eta}.$$
#
# For the squared error the speed is $2\eta\, p\,(1 - p)^2$. With $\mathrm{d}p = p(1 - p)\,\mathrm{d}z$ the integral can
# be done by partial fractions. Far to the left only one term counts, $\frac{1}{2\eta}\,\mathrm{e}^{-z_0}$: the factor
# per unit is e. Let us not do it by hand, but sum it numerically, and compare.


# %%
def predicted_steps(slope, start, rate=1.0):
    """The integral of 1/speed from the start to 0, by the trapezoidal rule."""
    z = np.linspace(start, 0, 20_001)
    return np.trapezoid(1 / (-rate * slope(z, 1)), z)


for z in (-4.0, -8.0, -12.0):
    at = np.flatnonzero(starts == z)[0]
    print(
        f"start {z:5.1f}: cross-entropy predicted {predicted_steps(entropy_slope, z):5.1f}, counted {entropy[at]:3};"
        f"  squared predicted {predicted_steps(squared_slope, z):8.1f}, counted {squared[at]:6},"
        f"  half of e^-z {np.exp(-z) / 2:8.0f}"
    )

slope, _ = np.polyfit(-starts[8:], np.log(squared[8:]), 1)
print(f"each unit of certainty multiplies the steps of the squared error by {np.exp(slope):.2f}; e is {np.e:.2f}")

# %% [markdown]
# ## A data set
#
# One example is an anecdote. Take 200 points with two features in two clouds, and a linear score
# $z = w \cdot x + b$. We start with weights that point exactly the wrong way, $-s$ times a good direction,
# and make $s$ larger: ever more certain, and wrong on nearly all examples. The gradient is a mean over the examples.


# %% alt="Steps until 90 percent are right, against the start's scale: squared error climbs to 216, the other to 5."
rng = np.random.default_rng(6)
labels = np.repeat([0, 1], 100)
points = rng.normal(size=(200, 2)) + np.where(labels[:, None] == 1, 1.5, -1.5)
design = np.column_stack([points, np.ones(200)])  # a column of ones carries the bias


def steps_until_learned(slope, scale, rate=0.5, limit=20_000):
    """Steps of descent on the mean loss from wrong weights until 90 percent of the examples are right."""
    w = -scale * np.array([1.0, 1.0, 0.0])
    for step in range(limit):
        z = design @ w
        if np.mean((z > 0) == labels) >= 0.9:
            return step
        w -= rate * design.T @ slope(z, labels) / len(labels)
    return limit


scales = np.array([0.5, 1, 1.5, 2, 2.5, 3])
learned = {name: [steps_until_learned(slope, s) for s in scales]
           for name, slope in (("cross-entropy", entropy_slope), ("squared error", squared_slope))}  # fmt: skip

for name, steps in learned.items():
    print(f"{name:14}", steps)

fig, ax = plt.subplots()
for name, steps in learned.items():
    ax.semilogy(scales, steps, "o-", color=COLORS[name], label=name)
ax.set(xlabel="scale of the wrong weights", ylabel="steps until 90 percent are right", title="200 points, two features")
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# The same picture. The examples near the border, on which the classifier is unsure, help the squared error at first:
# they have a gradient. The larger the scale, the fewer of them there are.
#
# ## The mistake that lasts for ever
#
# Now the other side: the label is 0 and the score is positive. In real numbers nothing changes, all is symmetric.
# In single precision something does. $1 - p$ is computed from a $p$ near 1, and beyond $z = 16.64$ the sigmoid is
# rounded to exactly 1. Then $1 - p$ is 0, and with it the slope of the squared error: not small, but zero. We look
# from which score on a step no longer moves it at all.


# %% alt="Slope in single precision against z: cross-entropy level, squared error straight down, ending at 16.65."
z = np.arange(0, 24, 0.05).astype(np.float32)
sizes = {name: np.abs(slope(z, np.float32(0)))
         for name, slope in (("cross-entropy", entropy_slope), ("squared error", squared_slope))}  # fmt: skip

dead = z[sizes["squared error"] == 0]
print(f"squared error: the slope is exactly 0 from z = {dead.min():.2f} on, in {sizes['squared error'].dtype}")
print(f"-ln of the unit roundoff of float32: {-np.log(2.0**-24):.2f}")

fig, ax = plt.subplots(figsize=(7, 5))
for name, size in sizes.items():
    ax.semilogy(z, np.where(size > 0, size, np.nan), color=COLORS[name], label=name)
ax.axvspan(dead.min(), 24, color="C3", alpha=0.12)
ax.text(17, 1e-4, "squared error:\nslope exactly 0", color="C3")
ax.set(xlabel="score z, label 0", ylabel="size of the slope", title="certain and wrong, in single precision")
ax.legend(frameon=False, loc="lower left")
plt.show()

# %% [markdown]
# ## What to take away
#
# | What differs | cross-entropy | squared error of the probability |
# | --- | --- | --- |
# | time to undo a mistake of certainty $-z$ | about $(1 - z)/\eta$ | about $\mathrm{e}^{-z}/(2\eta)$ |
# | one more unit of certainty | one more step (for $\eta = 1$) | 2.7 times as many |
# | in single precision, beyond 16.6, where $p$ is near 1 | the slope is 1 | the slope is 0: for ever |
#
# - The cross-entropy undoes the sigmoid's saturation exactly; the squared error inherits it.
# - A plateau is not a minimum. The loss of the squared error is nearly 1 there, as large as it can get.
# - On the side where $p$ is near 0 single precision would still see a slope, because numbers near 0 have room. The two
#   sides are equal in mathematics, and not in a computer.
#
# ## Your turn
#
# Would a larger learning rate help the squared error? Before you run anything: what would the rate have to be at
# $z = -12$ to get away in ten steps, and what would it do to an example at $z = 0$? Then try it below.
#
# <details><summary>What you should find</summary>
#
# The law says $\mathrm{e}^{12}/(2\eta) \approx 10$, so $\eta$ near 8,000. It does leave the plateau. But at $z = 0$ the
# slope is $-\tfrac{1}{4}$, and the same rate throws the score to 2,000: certain, and if another example with the same
# features has the other label, certain and wrong on a plateau that single precision cannot leave.
#
# </details>

# %%
rate = 1.0  # your choice
print("steps from -12 with the squared error:", steps_until_right(squared_slope, np.array([-12.0]), rate)[0])
print("first step from 0 leads to", float(-rate * squared_slope(np.array(0.0), 1)))

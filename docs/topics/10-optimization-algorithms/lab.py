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
# # Lab: better, or better tuned?
#
# A paper says: our optimizer reaches a lower loss than the others. Before you believe it, you want to know how much
# each was tuned. So this lab asks:
#
# **How does the ranking of optimizers depend on the number of learning rates that one tries?**
#
# We train one small network with five optimizers, at many random learning rates and from many starts, some thousand
# trainings in all. Then we draw lots: what would somebody have reported who tried one rate, two, five, twenty?
#
# You need Python with NumPy and Matplotlib. Guess before each plot.

# %%
import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")
COLORS = {"plain": "C0", "momentum": "C1", "AdaGrad": "C2", "RMSProp": "C4", "Adam": "C3"}

# %% [markdown]
# ## The network, many times
#
# One input, eight tanh units, one output, as in topic 04's lab: 25 weights. It learns a wave from 32 points, of which
# each step sees eight, drawn at random. So that thousands of trainings take seconds, all functions work on a stack of
# networks at once: weights of shape `(many, 25)`.

# %%
X = np.linspace(-2, 2, 32)
Y = np.sin(2.5 * X) + 0.4 * X
UNITS = 8


def predict(theta, x):
    """Predictions (many, n) and hidden values (many, n, 8) for inputs x (many, n)."""
    a, b, c = (theta[:, None, k * UNITS : (k + 1) * UNITS] for k in range(3))
    hidden = np.tanh(a * x[..., None] + b)
    return (hidden * c).sum(-1) + theta[:, -1:], hidden


def loss(theta):
    """Mean squared error on all points: (many,)."""
    return np.mean((predict(theta, np.broadcast_to(X, (len(theta), 32)))[0] - Y) ** 2, axis=1)


def gradient(theta, chosen):
    """Gradient on the chosen points, a row of numbers of points for each network."""
    x, y = X[chosen], Y[chosen]
    predicted, hidden = predict(theta, x)
    error = 2 * (predicted - y)[..., None] / x.shape[1]
    back = error * theta[:, None, 2 * UNITS : -1] * (1 - hidden**2)
    parts = (back * x[..., None]).sum(1), back.sum(1), (error * hidden).sum(1), error.sum(1)
    return np.concatenate(parts, axis=1)


def starts(many, rng):
    """Random weights (many, 25)."""
    return rng.normal(size=(many, 25)) * np.repeat([2, 2, UNITS**-0.5, 0], [UNITS, UNITS, UNITS, 1])


theta, everything = starts(1, np.random.default_rng(0)), np.arange(32)[None]
measured = [(loss(theta + h)[0] - loss(theta - h)[0]) / 2e-6 for h in 1e-6 * np.eye(25)]
print(f"gradient wrong by at most {np.abs(gradient(theta, everything)[0] - measured).max():.0e}")

# %% [markdown]
# ## Five optimizers
#
# Each is a rule for one step: from the gradient, a memory and the number of the step to a direction. All use the same
# falling rate, half a cosine. Adam and RMSProp have their usual settings.


# %%
def plain(g, memory, k):
    """Down the slope."""
    return g


def momentum(g, memory, k):
    """A sum of slopes that fades."""
    memory["m"] = 0.9 * memory.get("m", 0) + g
    return memory["m"]


def adagrad(g, memory, k):
    """Divided by the root of all squares."""
    memory["v"] = memory.get("v", 0) + g**2
    return g / (np.sqrt(memory["v"]) + 1e-10)


def rmsprop(g, memory, k):
    """Divided by the root of a running mean of squares."""
    memory["v"] = 0.99 * memory.get("v", 0) + 0.01 * g**2
    return g / (np.sqrt(memory["v"]) + 1e-8)


def adam(g, memory, k):
    """Two running means, corrected."""
    memory["m"] = 0.9 * memory.get("m", 0) + 0.1 * g
    memory["v"] = 0.999 * memory.get("v", 0) + 0.001 * g**2
    return memory["m"] / (1 - 0.9**k) / (np.sqrt(memory["v"] / (1 - 0.999**k)) + 1e-8)


RULES = {"plain": plain, "momentum": momentum, "AdaGrad": adagrad, "RMSProp": rmsprop, "Adam": adam}


def train(rule, rates, steps=400, seed=0):
    """Final losses (many,) of as many trainings, each with its own rate and start."""
    rng = np.random.default_rng(seed)
    theta, memory = starts(len(rates), rng), {}
    with np.errstate(all="ignore"):
        for k in range(1, steps + 1):
            falling = rates * (1 + np.cos(np.pi * (k - 1) / steps)) / 2
            chosen = rng.integers(0, 32, size=(len(rates), 8))
            theta = theta - falling[:, None] * rule(gradient(theta, chosen), memory, k)
        end = loss(theta)
    return np.where(np.isfinite(end), np.minimum(end, 2), 2)


# %% [markdown]
# ## One rate for all
#
# First the usual mistake: a single learning rate for everybody, 40 starts each.

# %%
for rate in (0.001, 0.01, 0.1):
    ends = {name: np.median(train(rule, np.full(40, rate))) for name, rule in RULES.items()}
    print(f"rate {rate:5}:", "  ".join(f"{name} {end:.3f}" for name, end in ends.items()))

# %% [markdown]
# Three rates, and each has another winner or another gap. None of the rows says which method is better.
#
# ## A thousand rates
#
# Now 1,000 trainings for each method, with rates drawn at random between 0.0001 and 3, evenly on a logarithmic axis.
# Every dot is one training. Where is each method's hollow, how deep is it, and how wide?

# %% alt="Final loss against the learning rate for five methods, each a cloud with a hollow at its own place."
rng = np.random.default_rng(1)
RATES = 10 ** rng.uniform(-4, np.log10(3), size=1000)
ENDS = {name: train(rule, RATES, seed=2) for name, rule in RULES.items()}

fig, axes = plt.subplots(5, 1, figsize=(6.4, 9), sharex=True, sharey=True)
for ax, (name, ends) in zip(axes, ENDS.items(), strict=True):
    ax.loglog(RATES, ends, ".", color=COLORS[name], markersize=3, alpha=0.5)
    ax.set(ylabel="loss")
    ax.set_title(name)
axes[-1].set(xlabel="learning rate")
fig.tight_layout()
plt.show()

for name, ends in ENDS.items():
    good = (ends < 0.02).mean()
    print(f"{name:9} best {ends.min():.5f}   below 0.02: {100 * good:.0f}% of all rates")

# %% [markdown]
# Two numbers for each method, and they measure different things: how low it can come, and on what share of the rates it
# comes below 0.02. The second is what somebody feels who has little time.
#
# ## What would have been reported?
#
# Somebody tries $k$ random rates for each method and reports the best. On average, which loss? We need no new training:
# sort a method's 1,000 results, and the chance that the best of $k$ draws is the one in place $i$ is known.
# With $n$ results in rising order, the best of $k$ independent draws is beyond place $i$ with probability
# $(1 - i/n)^k$.


# %% alt="Expected best loss against the number of tries for five methods, falling curves that cross."
def expected_best(ends, tries):
    """Mean of the best of so many random results."""
    n = len(ends)
    beyond = (1 - np.arange(n + 1) / n) ** tries
    return np.sort(ends) @ (beyond[:-1] - beyond[1:])


tries = np.arange(1, 61)
fig, ax = plt.subplots()
for name, ends in ENDS.items():
    ax.loglog(tries, [expected_best(ends, k) for k in tries], color=COLORS[name], label=name)
ax.set(xlabel="rates that are tried", ylabel="expected best loss", title="The same trainings, another budget")
ax.legend()
plt.show()

for k in (1, 2, 5, 20, 60):
    order = sorted(ENDS, key=lambda name: expected_best(ENDS[name], k))
    word = "try:  " if k == 1 else "tries:"
    print(f"{k:2} {word}", ", ".join(f"{name} {expected_best(ENDS[name], k):.4f}" for name in order))

# %% [markdown]
# Read the printed lines from top to bottom: the order changes, and so do the distances. Nothing about the methods has
# changed, only the effort. A sentence such as "A beats B" is not wrong or right before it says *after how many tries*,
# and from which range the rates were drawn.
#
# ## What to take away
#
# - A method has a depth (its best result) and a width (how many rates get near it). With few tries the width decides,
#   with many the depth.
# - One learning rate for all compares nothing.
# - Reporting the expected best of $k$ tries costs no extra training, once the results are kept.
#
# What this does not say: one network, one task, 400 steps, one schedule. For yours, the curves look different. That
# they can cross, you have seen.
#
# ## Your turn
#
# The range of rates is a choice, too: 0.0001 to 3 for everybody. Give each method a range of two powers of ten around
# *its* hollow, and draw the last picture again. Before you do: whose curve moves most, and at which end?
#
# <details><summary>What you should find</summary>
#
# The methods with a rate for each weight gain most, at the left end: in a range that suits them one try is nearly
# enough. Plain descent and momentum gain little there, because a part of their range lies beyond the wall, where
# trainings escape. With twenty tries all come close together. Much of what had looked like the quality of an optimizer
# was knowing where to look, and how much it forgives.
#
# </details>

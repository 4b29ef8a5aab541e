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
# # Lab: how much network does a spiral need?
#
# Two moons were easy: three straight pieces, and the boundary was there. Two spirals that wind around each other are
# not. They are a classic test of small networks, because the boundary has to turn all the time.
#
# **How many hidden units does it take, and do two layers do better than one with as many parameters?**
#
# We write the network once more, shorter than on the page, check its gradient, and then train many. You need Python
# with NumPy and Matplotlib. Guess before each plot.

# %%
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")

# %% [markdown]
# ## The spirals
#
# A point of the first spiral has the angle $\varphi$ and a distance from the middle that grows with it. The second one
# is the first, turned by half a circle. Ours wind twice around the middle.


# %% alt="Two spirals of 150 points each, dots and triangles, each winding twice around the middle."
def spirals(count, turns, noise, rng):
    """Points (count, 2) and labels (count, 1); odd places belong to the second spiral."""
    part = np.sqrt(np.repeat(np.linspace(0.02, 1, count // 2), 2))
    second = np.arange(count) % 2
    angle = 2 * np.pi * turns * part + np.pi * second
    points = 2 * part[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return points + noise * rng.normal(size=(count, 2)), second[:, None].astype(float)


def draw_points(ax, x, y):
    """Draw both classes."""
    for label, marker, color in ((0, "o", "C0"), (1, "^", "C1")):
        ax.plot(*x[y.ravel() == label].T, marker, color=color, markersize=4, markeredgewidth=0)
    ax.set_aspect("equal")


x, y = spirals(300, 2, 0.04, np.random.default_rng(0))
fresh, fresh_y = spirals(1000, 2, 0.04, np.random.default_rng(1))
fig, ax = plt.subplots(figsize=(5, 5))
draw_points(ax, x, y)
plt.show()

# %% [markdown]
# ## The network
#
# A list of pairs (weights, bias), tanh between the layers, one logit at the end. `forward` keeps the input of every
# layer: the cache. `backward` walks the list from its end. The three lines in its loop are the three products of the
# lesson on batches.


# %%
def network(sizes, rng):
    """Random weights of the size of the root of 1/n, biases 0."""
    return [[rng.normal(size=(m, n)) / np.sqrt(n), np.zeros(m)] for n, m in pairwise(sizes)]


def forward(layers, x):
    """Inputs of all layers, and the logits at the end."""
    kept = [x]
    for number, (weights, bias) in enumerate(layers, 1):
        z = kept[-1] @ weights.T + bias
        kept.append(z if number == len(layers) else np.tanh(z))
    return kept


def loss_and_delta(z, y):
    """Mean log loss, and its gradient with respect to the logits."""
    loss = np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z))))
    return loss, (0.5 * (1 + np.tanh(z / 2)) - y) / len(y)


def backward(layers, kept, delta):
    """Gradients in the form of the layers."""
    gradients = []
    for (weights, _), a in zip(layers[::-1], kept[-2::-1], strict=True):
        gradients.append([delta.T @ a, delta.sum(axis=0)])
        delta = (delta @ weights) * (1 - a**2)
    return gradients[::-1]


# %% [markdown]
# The last line of the loop also multiplies by $1 - a^2$ at the data, where no tanh has been. Does it matter? No: that
# `delta` is never used. But before anything is trained, we check the gradient, in a random direction: the loss a
# little ahead, minus the loss a little behind, against the dot product of gradient and direction.

# %%
rng = np.random.default_rng(2)
layers = network([2, 5, 4, 1], rng)
direction = [[rng.normal(size=p.shape) for p in layer] for layer in layers]


def loss_at(t):
    """Loss when all parameters have moved by t times the direction."""
    moved = [[p + t * d for p, d in zip(*pair, strict=True)] for pair in zip(layers, direction, strict=True)]
    return loss_and_delta(forward(moved, x)[-1], y)[0]


kept = forward(layers, x)
gradient = backward(layers, kept, loss_and_delta(kept[-1], y)[1])
slope = sum((g * d).sum() for pair in zip(gradient, direction, strict=True) for g, d in zip(*pair, strict=True))
print(f"by the gradient {slope:.8f}, measured {(loss_at(1e-5) - loss_at(-1e-5)) / 2e-5:.8f}")

# %% [markdown]
# ## One run
#
# Plain descent is slow on a boundary that turns, so we use the memory of topic 04: each step adds 0.9 of the step
# before. Guess: how long is the plateau this time?


# %% alt="Left, the spirals with the network's boundary, which winds between them. Right, the loss against the epoch."
def train(sizes, seed, epochs=2500, rate=0.2, memory=0.9):
    """A trained network and its losses."""
    layers = network(sizes, np.random.default_rng(seed))
    steps = [[np.zeros_like(p) for p in layer] for layer in layers]
    losses = []
    for _ in range(epochs):
        kept = forward(layers, x)
        loss, delta = loss_and_delta(kept[-1], y)
        losses.append(loss)
        for layer, step, g in zip(layers, steps, backward(layers, kept, delta), strict=True):
            for k in (0, 1):
                step[k] = memory * step[k] - rate * g[k]
                layer[k] = layer[k] + step[k]
    return layers, losses


def right(layers, points, labels):
    """Share of points on the right side."""
    return np.mean((forward(layers, points)[-1] > 0) == (labels == 1))


def draw_boundary(ax, layers):
    """Draw where the logit is 0, over the plane of the spirals."""
    plane = np.array(np.meshgrid(np.linspace(-2.4, 2.4, 121), np.linspace(-2.4, 2.4, 121)))
    z = forward(layers, plane.reshape(2, -1).T)[-1].reshape(121, 121)
    ax.contour(*plane, z, levels=[0], colors="C2", linewidths=2)


layers, losses = train([2, 16, 16, 1], seed=0)
fig, (left, beside) = plt.subplots(1, 2, figsize=(8.6, 4.2), layout="constrained")
draw_points(left, x, y)
draw_boundary(left, layers)
beside.semilogy(losses)
beside.set(xlabel="epoch", ylabel="loss")
plt.show()
print(f"right: {right(layers, x, y):.3f} of the data, {right(layers, fresh, fresh_y):.3f} of fresh points")

# %% [markdown]
# ## Wide or deep?
#
# Now the question. One hidden layer of $m$ units has $4m + 1$ parameters, two of $m$ units have $m^2 + 5m + 1$. We
# train both kinds in several sizes, three starts each, and plot the share of fresh points that are right against the
# number of parameters.

# %%
PLANS = {
    "one hidden layer": [[2, m, 1] for m in (2, 4, 8, 16, 32, 64)],
    "two hidden layers": [[2, m, m, 1] for m in (2, 3, 4, 6, 9, 14)],
}
found = {}
for name, plans in PLANS.items():
    print(name)
    for sizes in plans:
        runs = [train(sizes, seed) for seed in (0, 1, 2)]
        count = sum(p.size for layer in runs[0][0] for p in layer)
        shares = [right(layers, fresh, fresh_y) for layers, _ in runs]
        found.setdefault(name, []).append((count, shares))
        print(f"  {sizes!s:15} {count:4} parameters, right {' '.join(f'{share:.3f}' for share in shares)}")

# %% alt="Share of fresh points right against the number of parameters, for one and for two hidden layers."
fig, ax = plt.subplots()
for (name, runs), color in zip(found.items(), ("C0", "C1"), strict=True):
    counts, shares = zip(*runs, strict=True)
    ax.semilogx(counts, np.median(shares, axis=1), color=color, label=name)
    for start in range(3):
        ax.semilogx(counts, [s[start] for s in shares], "o", color=color, alpha=0.5, markeredgewidth=0)
ax.set(xlabel="parameters", ylabel="fresh points right", ylim=(0.4, 1.03))
ax.legend()
plt.show()

# %% [markdown]
# Look at the dots before you look at the lines. For the smallest networks all three starts fail, for the largest ones
# all three succeed. In between, the *same* network, two layers of four units, gets more than nine in ten of the fresh
# points right from one start and two in three from another. What it can draw is the same both times. What it has
# found is not.
#
# So "how much is enough?" has two answers. *Enough to represent* the boundary is a property of the network. *Enough to
# learn it* depends on the start, the steps and their number as well, and takes more. That is one reason why networks
# are made larger than they would have to be.
#
# And wide or deep? With as many parameters the two kinds are close here, and where they differ, the spread between
# starts is as large as the difference. This experiment does not decide it.
#
# ## What the units draw
#
# At last, what depth does. In the first hidden layer a unit is a soft step along a straight line. In the second one a
# unit is a soft step along a line *in the space of the first layer's outputs*, which in the plane is a curve. Here are
# the zero lines of all units of a network with two layers of nine.

# %% alt="Left, straight zero lines of nine units of the first layer. Right, curved ones of nine of the second."
layers, _ = train([2, 9, 9, 1], seed=0)
plane = np.array(np.meshgrid(np.linspace(-2.4, 2.4, 161), np.linspace(-2.4, 2.4, 161)))
kept = forward(layers, plane.reshape(2, -1).T)
fig, axes = plt.subplots(1, 2, figsize=(8.6, 4.4), sharey=True)
for ax, values, title in zip(axes, kept[1:3], ("first layer", "second layer"), strict=True):
    draw_points(ax, x, y)
    for unit in values.T:
        ax.contour(*plane, unit.reshape(161, 161), levels=[0], colors="C2", linewidths=1.2)
    ax.set_title(title)
plt.show()

# %% [markdown]
# The second layer bends what the first one cut. The boundary is put together of these curves.
#
# ## What to take away
#
# - The whole network, with its gradient, is some twenty lines; a check in one direction costs two values of the loss.
# - A network that can represent a boundary may still fail to learn it. Look at several starts before you judge a size.
# - Width and depth were both enough here. What depth buys in large networks is a question for other data.
#
# What this does not say: full batches, one rate, one memory, 2,500 epochs, two inputs. With other steps (topic 10) the
# dots in the middle move.
#
# ## Your turn
#
# Double the number of epochs, then double the number of `turns` instead. Before you do: which dots will move up?
#
# <details><summary>What you should find</summary>
#
# With twice as many epochs hardly a dot moves, and the best start of two layers of four even loses what it had found:
# more of the same steps is not what was missing. With twice as many turns the picture is another one. One hidden
# layer, even of 64 units, does no better than a coin, and two layers of 14, with about as many parameters, get most
# points right from each start. For that boundary, with these steps, depth does decide.
#
# </details>

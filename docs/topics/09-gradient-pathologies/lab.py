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
# # Lab: how deep can a plain network be trained?
#
# No residual paths, no normalization, no gates: tanh layers in a row, with random weights of variance $g^2/n$. The
# gain $g$ is the only thing that we choose. **For which gains and which depths does training work, and can one know
# it before training?**
#
# We first *calculate*, with a model of infinitely wide layers in which nothing is trained. Then we *measure*
# gradients in layers of width 20. Then we *train* a few hundred networks, and lay the calculation over the result.
# Schoenholz, Gilmer, Ganguli and Sohl-Dickstein (*Deep information propagation*, ICLR 2017) did this for large
# networks.
#
# You need Python with NumPy and Matplotlib. Guess before each plot.

# %%
import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")
rng = np.random.default_rng(9)

# %% [markdown]
# ## The calculation
#
# In a very wide layer the pre-activations are nearly normal, with mean 0 and a variance $q$. The next layer has $q' =
# g^2 \operatorname{E}[\tanh^2(\sqrt{q}\, t)]$ with a standard normal $t$. After some layers $q$ no longer changes.
# There, a layer multiplies the mean square of a gradient by
#
# $$\chi = g^2 \operatorname{E}\left[ \tanh'(\sqrt{q}\, t)^2 \right] .$$
#
# Below 1 gradients vanish, above 1 they explode. A mean over a normal distribution is a weighted sum over a few
# points (Gauss–Hermite quadrature), so this takes no random numbers at all.

# %%
POINTS, SHARES = np.polynomial.hermite_e.hermegauss(101)
SHARES = SHARES / SHARES.sum()


def resting_variance(gain, rounds=4000):
    """The variance of the pre-activations at which a layer leaves it unchanged."""
    q = 1.0
    for _ in range(rounds):
        q = gain**2 * SHARES @ np.tanh(np.sqrt(q) * POINTS) ** 2
    return q


def chi(gain):
    """By what a layer multiplies the mean square of a gradient there."""
    slopes = 1 / np.cosh(np.sqrt(resting_variance(gain)) * POINTS) ** 2
    return gain**2 * SHARES @ slopes**2


print("gain  variance    chi")
for gain in (0.5, 0.9, 1.0, 1.1, 1.5, 2.0, 4.0):
    print(f"{gain:4} {resting_variance(gain):9.4f} {chi(gain):7.4f}")

# %% [markdown]
# Up to $g = 1$ the signal dies out, all units are near 0, and $\chi = g^2$. Above 1 the signal lives, at a variance
# of its own, and gradients explode, more slowly than $g^2$ would have it: saturated units take a part. So $g = 1$ is
# the border between two kinds of death.
#
# ## The measurement
#
# A stack of width 20 is far from infinitely wide. Does it do what the calculation says? We stack 40 layers and look
# by what factor the mean square of a gradient changes per layer, over many draws.

# %%
WIDTH = 20


def measured_chi(gain, depth=40, draws=200):
    """Factor per layer of the mean logarithm of a gradient's square, once the signal rests."""
    weights = gain / np.sqrt(WIDTH) * rng.normal(size=(depth, draws, WIDTH, WIDTH))
    z, zs = rng.normal(size=(draws, WIDTH, 1)), []
    for layer in weights:
        z = layer @ np.tanh(z) if zs else layer @ z
        zs.append(z)
    delta, logs = rng.normal(size=(draws, WIDTH, 1)), []
    for layer, z in zip(weights[:0:-1], zs[-2::-1], strict=True):
        delta = (layer.transpose(0, 2, 1) @ delta) / np.cosh(z) ** 2
        logs.append(np.log((delta**2).sum(axis=(1, 2))).mean())
    return np.exp(np.polyfit(np.arange(20), logs[:20], 1)[0])


gains = np.array([0.5, 0.7, 0.85, 1.0, 1.15, 1.3, 1.6, 2.0, 2.5, 3.0, 4.0])
found = np.array([measured_chi(gain) for gain in gains])
smooth = np.linspace(0.4, 4, 80)

# %% alt="Factor per layer against the gain: the calculated curve crosses 1 at gain 1; measured dots lie below it."
fig, ax = plt.subplots()
ax.plot(smooth, [chi(gain) for gain in smooth], label="calculated, infinite width")
ax.plot(gains, found, "o", label=f"measured, width {WIDTH}")
ax.axhline(1, color="C4", linewidth=1)
ax.set(xlabel="gain", ylabel="factor per layer, mean square", title="What a layer does to a gradient")
ax.legend()
plt.show()

# %% [markdown]
# The dots lie below the curve. Two reasons: the curve is a mean, and the dots are typical draws, which are shorter
# than the mean; and 20 is not infinite. The shape is right: a steep rise up to 1, then a slow one.
#
# ## From a factor to a depth
#
# If a layer multiplies by $\chi$, the length of a gradient has changed by a factor of 1,000 after
# $K = 2 \ln 1000 / |\ln \chi|$ layers. Near $g = 1$ that is a large number.

# %%
for gain in (0.5, 0.8, 0.95, 1.05, 1.5, 3.0):
    print(f"gain {gain:4}: a factor 1000 after {2 * np.log(1000) / abs(np.log(chi(gain))):6.0f} layers")

# %% [markdown]
# ## The training
#
# The task: two inputs, a point on a circle; one output, $\sin 3\alpha$ of its angle. (It is odd, as every network of
# tanh without biases.) 24 examples, full batch, 150 steps of plain descent. First and last map are fixed, the tanh
# layers learn. Each network gets three learning rates, and the best counts, so that a network is not called
# untrainable because of a bad rate. All gains and rates of one depth are trained side by side, as one stack of
# arrays.

# %%
ANGLE = 2 * np.pi * np.arange(24) / 24
X, T = np.stack([np.cos(ANGLE), np.sin(ANGLE)]), np.sin(3 * ANGLE)
RATES = np.array([0.01, 0.1, 1.0])


def train(gains, depth, steps=150, seed=0):
    """Lowest loss that each gain reaches with one of the rates: shape (gains,)."""
    draw = np.random.default_rng(seed)
    start, end = draw.normal(size=(WIDTH, 2)), draw.normal(size=WIDTH) / np.sqrt(WIDTH)
    base = draw.normal(size=(depth, WIDTH, WIDTH)) / np.sqrt(WIDTH)
    scale = np.repeat(gains, len(RATES))[:, None, None]
    rate = np.tile(RATES, len(gains))[:, None, None]
    weights = [scale * layer for layer in base]
    best = np.full(len(scale), np.inf)
    for _ in range(steps):
        signals = [np.tanh(start @ X) * np.ones_like(scale)]
        for layer in weights:
            signals.append(np.tanh(layer @ signals[-1]))
        error = (end @ signals[-1] - T) / len(T)
        best = np.fmin(best, len(T) * (error**2).sum(axis=1) / 2)
        u = end[:, None] * error[:, None, :]
        for k in reversed(range(depth)):
            u = u * (1 - signals[k + 1] ** 2)
            slope = u @ signals[k].transpose(0, 2, 1)
            u = weights[k].transpose(0, 2, 1) @ u
            weights[k] = weights[k] - rate * slope
    return best.reshape(len(gains), len(RATES)).min(axis=1)


grid = np.array([0.4, 0.6, 0.8, 0.9, 1.0, 1.15, 1.3, 1.6, 2.0, 2.5, 3.0, 4.0])
depths = np.array([1, 2, 4, 8, 16, 32])
losses = np.array([np.mean([train(grid, depth, seed=s) for s in (0, 1)], axis=0) for depth in depths])
print(f"loss of a network that answers 0: {(T**2).mean() / 2:.2f}")
print("depth  gain 0.4     1.0     2.0     4.0")
for depth, row in zip(depths, losses, strict=True):
    print(f"{depth:5} {row[0]:9.4f} {row[4]:7.4f} {row[8]:7.4f} {row[11]:7.4f}")

# %% [markdown]
# A network that always answers 0 has the loss 0.25. Whatever stays there has not learned. Now the map, with the
# calculated border: the depth at which a gradient has changed by a factor of 1,000.

# %% alt="Map of the loss over gain and depth. Shallow networks train for all gains, deep ones in a band."
fig, ax = plt.subplots(figsize=(8.6, 5.2))
mesh = ax.pcolormesh(np.arange(len(grid)), np.arange(len(depths)), np.log10(losses), shading="nearest")
fig.colorbar(mesh, ax=ax, label="loss after training, power of ten")
fine = np.interp(np.linspace(0, len(grid) - 1, 400), np.arange(len(grid)), grid)
border = [2 * np.log(1000) / max(abs(np.log(chi(gain))), 1e-6) for gain in fine]
height = np.interp(np.log(border), np.log(depths), np.arange(len(depths)), right=np.nan)
ax.plot(np.linspace(0, len(grid) - 1, 400), height, color="C3", linewidth=3)
ax.set_xticks(np.arange(len(grid)), grid)
ax.set_yticks(np.arange(len(depths)), depths)
ax.set(xlabel="gain", ylabel="layers", title="Where training works, and the calculated border")
plt.show()

# %% [markdown]
# On the left the calculated border is where training ends: a gradient that has lost a factor of 1,000 trains nothing.
# It was found without training a single network.
#
# On the right, where gradients explode, the border is not as sharp. A gradient that is too long can be met by a
# smaller rate, one that is too short by a larger one only as far as the last layers bear it.
#
# ## What to take away
#
# - Two deaths, with a border at $g = 1$ between them: below it gradients vanish, above it they explode.
# - How deep one can go is a number that follows from the factor per layer, before any training.
# - Near the border there is room for depth, even without residual paths. Xavier's start, $g = 1$ for square layers,
#   is the border.
#
# What this does not say: one small task, width 20, plain descent, 150 steps, two seeds. Biases, other activations,
# Adam or a longer training would move the border. Residual paths with small branches move it far out.
#
# ## Your turn
#
# Replace the random matrices in `train` by orthogonal ones: `np.linalg.qr` of each layer of `base`. Before you run
# it: at which gain will the deepest networks train best, and how much wider will the band be?
#
# <details><summary>What you should find</summary>
#
# The border on the left hardly moves: there the factor per layer is what counts, and it is the same. Inside the band
# the deep networks train better: at 32 layers and gain 1.6 the loss falls below 0.0001, where it was some thousandths,
# since no direction of the gradient is lost. (How many thousandths is up to rounding: there, a change in the
# fifteenth digit of the weights changes the result several times over.) On the far right nothing is gained: the units
# are saturated whatever the matrices.
#
# </details>

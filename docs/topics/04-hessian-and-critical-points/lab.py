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
# # Lab: the saddles of a small network
#
# Newton's method has a bug: it goes to the next flat place, be it a minimum or a saddle. Here the bug is a feature. We
# want to *see* the saddles of a loss, so we let a method of Newton's kind hunt for flat places of every kind, and ask:
#
# **Do critical points with a high loss have more directions that lead down than critical points with a low loss?**
#
# Dauphin and coauthors (*Identifying and attacking the saddle point problem in high-dimensional non-convex
# optimization*, 2014) asked this of networks on images. Ours has 13 parameters, so that its Hessian is small enough
# to be looked at whole, thousands of times.
#
# You need Python with NumPy and Matplotlib. Guess before each plot.

# %%
import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")
rng = np.random.default_rng(4)

# %% [markdown]
# ## The network
#
# One input, four hidden units, one output: $\hat y = c_1 \tanh(a_1 x + b_1) + \dots + c_4 \tanh(a_4 x + b_4) + d$.
# That makes 13 parameters $\theta = (a, b, c, d)$. The loss is half the mean squared error on 20 points of a wave,
# plus a little weight decay, $0.0005\,\|\theta\|^2$. The decay keeps flat directions from being *exactly* flat:
# without it, a unit with $c = 0$ could change its $a$ and $b$ at no cost, and the Hessian would have zeros.
#
# All functions take a whole stack of parameter vectors, shape `(many, 13)`. The gradient is the chain rule by hand; we
# check it before we use it.

# %%
X = np.linspace(-2, 2, 20)
Y = np.sin(2 * X) + 0.3 * X
DECAY = 0.001


def predict(theta):
    """Predictions (..., 20) and hidden values (..., 20, 4) for parameters (..., 13)."""
    a, b, c = (theta[..., None, 4 * k : 4 * k + 4] for k in range(3))
    hidden = np.tanh(a * X[:, None] + b)
    return (hidden * c).sum(-1) + theta[..., -1:], hidden


def loss(theta):
    """Half the mean squared error plus decay: (...,)."""
    error = predict(theta)[0] - Y
    return (error**2).mean(-1) / 2 + DECAY / 2 * (theta**2).sum(-1)


def gradient(theta):
    """Gradient of the loss: the shape of theta."""
    predicted, hidden = predict(theta)
    error = (predicted - Y)[..., None] / len(X)
    back = error * theta[..., None, 8:12] * (1 - hidden**2)  # to the argument of tanh
    parts = [(back * X[:, None]).sum(-2), back.sum(-2), (error * hidden).sum(-2), error.sum(-2)]
    return np.concatenate(parts, axis=-1) + DECAY * theta


def hessian(theta, h=1e-5):
    """Hessians (..., 13, 13) by central differences of the gradient."""
    steps = h * np.eye(theta.shape[-1])
    ahead, behind = gradient(theta[..., None, :] + steps), gradient(theta[..., None, :] - steps)
    rows = (ahead - behind) / (2 * h)
    return (rows + rows.swapaxes(-1, -2)) / 2


theta = rng.normal(size=13)
measured = [(loss(theta + s) - loss(theta - s)) / 2e-5 for s in 1e-5 * np.eye(13)]
print(f"gradient wrong by at most {np.abs(gradient(theta) - measured).max():.0e}")

# %% [markdown]
# ## Two plateaus
#
# First plain gradient descent, from a start close to zero. Guess what the loss curve looks like.

# %% alt="Loss against the step, both logarithmic: a plateau at 0.33, a fall, a long plateau at 0.015, a last fall."
theta = 0.0003 * np.random.default_rng(2).normal(size=13)
curve, walk = [], []
for _ in range(45_000):
    curve.append(loss(theta))
    walk.append(theta)
    theta = theta - 0.2 * gradient(theta)

fig, ax = plt.subplots()
ax.loglog(np.arange(1, 45_001), curve)
ax.set(xlabel="step", ylabel="loss", title="Gradient descent from a small start")
plt.show()
for k in (20, 200, 2000, 6000, 15_000, 30_000, 44_999):
    bends = np.linalg.eigvalsh(hessian(walk[k]))
    slope = np.linalg.norm(gradient(walk[k]))
    print(f"step {k:5}   loss {curve[k]:.4f}   gradient {slope:.5f}   smallest curvature {bends[0]:7.4f}")

# %% [markdown]
# At the start the loss stays at 0.332 for some sixty steps, and then falls. From step 4,000 on it stands at 0.015.
# Ten thousand steps later, twenty thousand, nothing has happened. Who would not stop here? But the smallest curvature
# in the last column is negative: this is no minimum. After more than 30,000 steps the walk finds the way out.
#
# So both plateaus should be the neighborhoods of saddles. Let us find these exactly.
#
# ## The hunt
#
# We want $\nabla L = 0$, whatever the kind. So we make $\tfrac12\|\nabla L\|^2$ small. Its gradient is
# $\mathbf{H}\,\nabla L$, and a damped step of Newton's kind is
#
# $$\mathbf{s} = -(\mathbf{H}^2 + \mu \mathbf{I})^{-1}\, \mathbf{H}\, \nabla L .$$
#
# With $\mu = 0$ it is Newton's step, $-\mathbf{H}^{-1} \nabla L$. With large $\mu$ it is a short step of descent on
# $\|\nabla L\|^2$. A step that helps is accepted and $\mu$ shrinks; one that does not is refused and $\mu$ grows. The
# hunt can end in a place where $\|\nabla L\|$ has a minimum that is not 0; such ends we throw away.


# %%
def hunt(theta, steps=90):
    """From starts (many, 13), the critical points found: (fewer, 13)."""
    theta, damping, slope = theta.copy(), np.full(len(theta), 1e-3), gradient(theta)
    for _ in range(steps):
        bend = hessian(theta)
        system = bend @ bend + damping[:, None, None] * np.eye(13)
        move = -np.linalg.solve(system, bend @ slope[..., None])[..., 0]
        ahead = gradient(theta + move)
        better = (ahead**2).sum(-1) < (slope**2).sum(-1)
        theta[better] += move[better]
        slope[better] = ahead[better]
        damping = np.clip(np.where(better, damping / 4, damping * 3), 1e-14, 1e4)
    return theta[np.linalg.norm(slope, axis=1) < 1e-8]


def ways_down(theta):
    """Number of negative curvatures: (...,)."""
    return (np.linalg.eigvalsh(hessian(theta)) < 0).sum(-1)


plateaus = hunt(np.array([walk[20], walk[15_000]]))
for point in plateaus:
    print(f"loss {loss(point):.4f}, ways down {ways_down(point)}")

# %% [markdown]
# From the first plateau the hunt finds a saddle with four ways down, from the second a saddle with two, both at the
# very height of the plateau. And the lesson on saddles can say how long the second one holds: with curvature $-0.001$
# and rate 0.2 the distance from the saddle grows by a factor 1.0002 per step. To grow a thousandfold takes $\ln 1000
# / 0.0002 \approx 35{,}000$ steps.
#
# ## Many hunts
#
# Two points are an anecdote. Now 240 random networks, each trained by gradient descent for a random number of
# steps, then shaken. (The paper starts its hunts from the paths of training, too.)

# %%
MANY = 240
theta = rng.normal(size=(MANY, 13))
stop = np.exp(rng.uniform(0, np.log(2000), size=MANY))
for step in range(2000):
    training = stop > step
    theta[training] -= 0.2 * gradient(theta[training])
points = hunt(theta + 0.1 * rng.normal(size=theta.shape))
heights, down = loss(points), ways_down(points)
print(f"{len(points)} of {MANY} hunts ended at a critical point")
print(f"the curvature closest to zero is {np.abs(np.linalg.eigvalsh(hessian(points))).min():.4f} in size")

# %% [markdown]
# No curvature is zero up to rounding, so each of these points is *decided*: we can count its negative curvatures and
# trust the count. It is called the *index* of the point. Index 0 is a minimum.

# %%
print("ways down   points   lowest loss   median   highest")
for index in range(down.max() + 1):
    here = heights[down == index]
    if len(here):
        print(f"{index:9} {len(here):8} {here.min():13.4f} {np.median(here):8.4f} {here.max():9.4f}")

# %% [markdown]
# Read the column of medians downward: it only rises. Now the picture: each dot a critical point, and beside it the
# descent from before, with the heights of its two saddles.

# %% alt="Left, loss of critical points against their ways down, rising. Right, plateaus at the height of two saddles."
fig, (left, right) = plt.subplots(1, 2, figsize=(8.6, 4.6), sharey=True)
jitter = rng.uniform(-0.18, 0.18, size=len(down))
left.semilogy(down + jitter, heights, "o", markersize=6, alpha=0.55, markeredgewidth=0)
left.set(xlabel="ways down (negative curvatures)", ylabel="loss", title="Critical points")
left.set_xticks(range(down.max() + 1))
for point, color in zip(plateaus, ("C3", "C1"), strict=True):
    left.semilogy(ways_down(point), loss(point), "D", color=color, markersize=9)
    right.axhline(loss(point), color=color, linewidth=1.2, linestyle="--")
right.loglog(np.arange(1, 45_001), curve)
right.set(xlabel="step", title="Gradient descent")
fig.tight_layout()
plt.show()

# %% [markdown]
# The higher the loss, the more ways down. The diamonds are the two saddles of the descent, and they fit in: they are
# not special, there are many like them. The dashed lines carry their heights over to the plateaus.
#
# One can even name them. The highest one is the network that has given up: all weights zero, its output a constant.
# Each of the four units could begin to help, and that makes four ways down. One stair below, the network uses *one*
# shape of tanh only: a unit, or several that do the same.


# %%
def best_with(index):
    """Parameters of the lowest critical point with this many ways down."""
    return points[down == index][np.argmin(heights[down == index])]


for index in range(down.max(), -1, -1):
    a, b, c = np.split(best_with(index)[:12].round(2) + 0.0, 3)
    units = sorted(zip(a.tolist(), b.tolist(), c.tolist(), strict=True), key=lambda unit: -abs(unit[2]))
    print(f"{index} ways down:", "  ".join(f"{c:5.2f}·tanh({a:5.2f}x{b:+.2f})" for a, b, c in units))

# %% [markdown]
# ## What to take away
#
# - On this network the count holds: minima are low, and the high critical points are saddles with several ways out. A
#   loss that has stalled high is, here, a reason to wait or to push, not a reason to despair.
# - A plateau shows in the Hessian: small gradient, clearly negative smallest curvature.
# - The saddles have a meaning. They are smaller networks inside the larger one, with units that are off or twins.
#
# What this does not say: one network, one data set, 13 parameters, and hunts that find some critical points and not
# all. Nothing here tells how many there are of each kind. In large networks the whole Hessian is out of reach, and one
# works with Hessian–vector products.
#
# ## Your turn
#
# Set `DECAY = 0` and run all cells again. Before you do: what will the smallest curvature in size be, and what
# happens to the word "decided"?
#
# <details><summary>What you should find</summary>
#
# Curvatures that are zero up to rounding appear. Where a unit has $c = 0$ its $a$ and $b$ do not matter, and where
# two units are twins, what one does can be shared between them in many ways. The critical points are no longer points
# but whole curves and surfaces, and the count of negative curvatures depends on rounding.
#
# </details>

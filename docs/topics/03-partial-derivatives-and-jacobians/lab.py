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
# # Lab: where do the points go?
#
# Throw 400,000 points at the plane, normally distributed around the origin: a round cloud, thick in the middle. Then
# bend the plane, as one bends a rubber sheet. The cloud is bent with it. Where the sheet is stretched, the points get
# farther apart; where it is squeezed, they crowd.
#
# **Can we say how thick the bent cloud is at every place, without counting points?**
#
# The lesson has the answer in one line: divide the old density by $|\det J|$, the factor by which the map changes small
# areas. Here we check it against a count, then build a map of many layers whose determinant costs nothing, and at the
# end we run it backward and ask how probable a point is.
#
# You need Python with NumPy and Matplotlib. Stop to guess before each plot.

# %%
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LinearSegmentedColormap

plt.style.use("snippets.style.lab")
INK = LinearSegmentedColormap.from_list("ink", ["#2a857f00", "#2a857f"])  # the more, the less paper

rng = np.random.default_rng(1)
MANY = 400_000
cloud = rng.standard_normal((2, MANY))  # one column for each point


def normal_density(x):
    """Density of the standard normal distribution in the plane at points of shape (2, …)."""
    return np.exp(-(x[0] ** 2 + x[1] ** 2) / 2) / (2 * np.pi)


# %% [markdown]
# ## One bend
#
# We begin with the simplest bend: every point keeps its first coordinate, and the second one is lifted by an amount
# that depends on the first,
#
# $$f(x_1, x_2) = (x_1,\; x_2 + x_1^2 / 2).$$
#
# The rows of the Jacobian are $(1, 0)$ and $(x_1, 1)$, and the determinant is 1 everywhere. So this bend should change
# *no* area and no density: it only moves them, like a deck of cards on edge, each card pushed up by its own amount.
#
# Does it? We count the points in a small box of the bent plane and compare with the density at the place where the box
# came from.


# %%
def lift(x):
    """Move the second coordinate up by half the square of the first one."""
    return np.array([x[0], x[1] + x[0] ** 2 / 2])


def counted_density(points, center, side=0.2):
    """Fraction of points in a box around the center, divided by the area of the box."""
    inside = (np.abs(points[0] - center[0]) < side / 2) & (np.abs(points[1] - center[1]) < side / 2)
    return inside.mean() / side**2


print("from              to               predicted   counted")
for x in ([0.0, 0.0], [1.0, 0.0], [-1.0, 1.0], [1.5, -1.0]):
    x = np.array(x)
    y = lift(x)
    print(f"{x!s:16}  {np.round(y, 3)!s:16} {normal_density(x):8.4f}  {counted_density(lift(cloud), y):8.4f}")

# %% [markdown]
# The two columns agree as well as a count can tell: a count of $k$ points is uncertain by about $\sqrt{k}$. At the
# first place $k$ is about 2,500, so 2 percent; at the last one it is 500, so 4 to 5 percent. A gap of
# twice that is nothing unusual.
#
# ## A bend that squeezes
#
# Now the first coordinate also decides how much the second one is *stretched*:
#
# $$f(x_1, x_2) = (x_1,\; \mathrm{e}^{s(x_1)}\, x_2 + t(x_1)).$$
#
# Whatever $s$ and $t$ are, the Jacobian has the rows $(1, 0)$ and $(\text{something},\; \mathrm{e}^{s(x_1)})$. It is
# *triangular*, so the something does not matter for the determinant, which is $\mathrm{e}^{s(x_1)}$. Its logarithm is
# $s(x_1)$. We need not differentiate $s$ or $t$, and we need not even be able to.
#
# This is a *coupling layer*, the building block of a normalizing flow called Real NVP (Dinh, Sohl-Dickstein and Bengio,
# 2017). There, $s$ and $t$ are networks that learn. Ours are fixed by hand.
#
# Guess before you look at the plot: with $s(x_1) = 0.8 \sin(2 x_1)$ and $t = 0$, where is the cloud wider than before,
# and where narrower? At which places is it thicker?


# %% alt="A round cloud, and the same cloud stretched and squeezed along its second coordinate, with contour lines."
def couple(x, scale, shift, keep):
    """Coupling layer: coordinate `keep` stays and decides scale and shift of the other. Returns ln |det J|, too."""
    y = x.copy()
    other = 1 - keep
    y[other] = np.exp(scale(x[keep])) * x[other] + shift(x[keep])
    return y, scale(x[keep])


def squeeze(x):
    """One coupling layer that stretches and squeezes without a shift."""
    return couple(x, lambda a: 0.8 * np.sin(2 * a), lambda a: 0 * a, keep=0)


grid = np.array(np.meshgrid(np.linspace(-3, 3, 201), np.linspace(-3, 3, 201)))
fig, axes = plt.subplots(1, 2, figsize=(7, 5), sharex=True, sharey=True, layout="constrained")
for ax, points, title in ((axes[0], cloud, "before"), (axes[1], squeeze(cloud)[0], "after")):
    ax.hist2d(*points, bins=120, range=[[-3, 3], [-5, 5]], cmap=INK)
    ax.set(title=title, xlabel="first coordinate", aspect="equal")
axes[0].set_ylabel("second coordinate")
moved, log_det = squeeze(grid)
levels = [0.01, 0.03, 0.06, 0.1, 0.15]
axes[0].contour(*grid, normal_density(grid), levels=levels, colors="C1", linewidths=1)
axes[1].contour(*moved, normal_density(grid) / np.exp(log_det), levels=levels, colors="C1", linewidths=1)
plt.show()

# %% [markdown]
# The shading is a count of points. The orange lines are *not*: they are drawn from $p(x)/|\det J|$ alone. They follow
# the shading.
#
# Had we forgotten the determinant, we would have drawn the lines of $p(x)$ at the moved places. The next cell measures
# how wrong that is. It adds up the density over the plane. A density must add up to 1.

# %%
cell = (grid[0, 0, 1] - grid[0, 0, 0]) ** 2  # area of a cell of the grid before the map
area = cell * np.exp(log_det)  # and after it
inside = normal_density(grid)
print(f"with the determinant:    {np.sum(inside / np.exp(log_det) * area):.4f}")
print(f"without the determinant: {np.sum(inside * area):.4f}")

# %% [markdown]
# With the determinant the sum is 0.995. What is missing is the probability outside the square from −3 to 3, about half
# a percent. Without it the sum is 1.16, which is not a probability.
#
# ## A deep map
#
# One coupling layer leaves a coordinate alone, so it cannot do much. But we may stack them, and swap the roles. The
# chain rule says that the Jacobians multiply. The determinant of a product is the product of the determinants, so the
# logarithms *add*. For each point we keep one running sum, and that is all the calculus there is.
#
# Six layers, three that keep the first coordinate and three that keep the second one:

# %%
LAYERS = [
    (lambda a: -0.5 + 0 * a, lambda a: 0.7 * a**2 - 0.7, 0),
    (lambda a: 0.3 * np.tanh(a), lambda a: 0.5 * np.sin(a), 1),
    (lambda a: -0.2 * np.cos(a), lambda a: 0.25 * np.sin(2 * a), 0),
    (lambda a: 0.25 * np.sin(a), lambda a: 0.2 * a, 1),
    (lambda a: -0.3 + 0.2 * np.tanh(2 * a), lambda a: 0.3 * np.sin(2 * a), 0),
    (lambda a: 0.15 * np.cos(2 * a), lambda a: -0.15 * a, 1),
]


def flow(x, layers=LAYERS):
    """Send points of shape (2, …) through all layers; return them with the sum of ln |det J|."""
    total = np.zeros(x.shape[1:])
    for scale, shift, keep in layers:
        x, log_det = couple(x, scale, shift, keep)
        total = total + log_det
    return x, total


def numerical_log_det(f, x, h=1e-5):
    """Logarithm of |det J| at one point of shape (2,), from central differences: an independent judge."""
    columns = [(f(x + h * e) - f(x - h * e)) / (2 * h) for e in np.eye(2)]
    return np.log(abs(np.linalg.det(np.stack(columns, axis=1))))


print("point              sum of six terms   measured")
for x in rng.standard_normal((4, 2)):
    measured = numerical_log_det(lambda p: flow(p)[0], x)
    print(f"{np.round(x, 3)!s:18} {flow(x)[1]:15.6f}  {measured:9.6f}")

# %% [markdown]
# The sum of six numbers is the logarithm of the determinant of the whole map. The plain way would multiply six
# Jacobians for each point and take a determinant at the end. In the plane that is cheap; for an image of $n$ = 3,072
# numbers ($32 \times 32$ pixels in three colors) a determinant by elimination takes about $n^3/3$, or 10 billion,
# multiplications, and the sum takes no multiplication at all.
#
# ## Backward
#
# A coupling layer can be undone without solving anything: the kept coordinate is still there, so $s$ and $t$ can be
# computed again, and the other coordinate is $(y_2 - t)\,\mathrm{e}^{-s}$. So we can take any place $y$ of the bent
# plane, ask where it came from, and get its density exactly.


# %%
def unflow(y, layers=LAYERS):
    """Undo the flow; return the points before it and the sum of ln |det J| of the flow there."""
    x, total = y.copy(), np.zeros(y.shape[1:])
    for scale, shift, keep in layers[::-1]:
        other = 1 - keep
        x[other] = (x[other] - shift(x[keep])) * np.exp(-scale(x[keep]))
        total = total + scale(x[keep])
    return x, total


there = flow(cloud)[0]
back = unflow(there)[0]
print(f"largest error of there and back: {np.abs(back - cloud).max():.0e}")

# %% [markdown]
# ## The picture
#
# Left, the points: 400,000 of them, counted in small boxes. Right, the prediction: for every pixel of the picture we go
# back through six layers, look up the normal density there, and divide by the determinant. No point was used for it.

# %% alt="Left, 400,000 counted points in the shape of a crooked ribbon. Right, the predicted density, the same shape."
box = [[-3.2, 3.2], [-2.2, 3.2]]
ys = np.array(np.meshgrid(np.linspace(*box[0], 240), np.linspace(*box[1], 240)))
xs, log_det = unflow(ys)
predicted = normal_density(xs) / np.exp(log_det)

counts, x_edges, y_edges = np.histogram2d(*there, bins=120, range=box)
box_area = (x_edges[1] - x_edges[0]) * (y_edges[1] - y_edges[0])
counted = counts.T / MANY / box_area

fig, axes = plt.subplots(1, 2, figsize=(8.4, 4.1), sharex=True, sharey=True, layout="constrained")
look = {"origin": "lower", "extent": (*box[0], *box[1]), "cmap": INK, "vmin": 0, "vmax": predicted.max()}
axes[0].imshow(counted, **look)
image = axes[1].imshow(predicted, **look)
axes[0].set(title="counted", xlabel="first coordinate", ylabel="second coordinate")
axes[1].set(title="predicted by the Jacobian", xlabel="first coordinate")
fig.colorbar(image, ax=axes, label="density", shrink=0.85)
plt.show()

# %%
centers = np.array(np.meshgrid((x_edges[1:] + x_edges[:-1]) / 2, (y_edges[1:] + y_edges[:-1]) / 2))
xs, log_det = unflow(centers)
claim = normal_density(xs) / np.exp(log_det)
enough = claim * MANY * box_area > 100  # boxes in which more than 100 points are expected
off = (counted - claim)[enough] / np.sqrt(claim[enough] / (MANY * box_area))
print(f"boxes: {enough.sum()}, gap in units of the expected noise: {np.sqrt(np.mean(off**2)):.2f}")

# %% [markdown]
# If the prediction is right, the gap between count and prediction is noise of counting alone, and in units of that
# noise its root mean square is about 1. It is. (A little more than 1 would come from boxes so large that the density
# is not constant in them.)
#
# ## What to take away
#
# - A map moves probability, and $|\det J|$ says how much it is spread. Without it, what one draws is not a density.
# - Determinants of a chain multiply, so their logarithms add: the chain rule for volumes.
# - A triangular Jacobian makes the determinant a product of diagonal entries, and the rest of the Jacobian need not
#   even be known. Here, too, one never builds the matrix.
#
# What this does not say: that such a map can become any shape. It is continuous and can be undone, so it cannot tear
# the cloud into two separate pieces; it can draw a thin thread between them at best.
#
# ## Your turn
#
# Take `LAYERS[:k]` for $k$ = 1 to 6 and draw the predicted density after each layer. Which layer does most?
# Then replace the first layer's shift by $0.7 |a|$. The map then has a kink at $a = 0$, and no derivative there. Does
# the prediction break?
#
# <details><summary>What you should find</summary>
#
# The first layer does most: it squeezes the second coordinate and lifts both ends. The others bend what is there.
# With the kink the prediction does not break: the shift never enters the determinant, and the points with $a = 0$
# exactly have probability 0. The picture gets a crease.
#
# </details>

# %% alt="The predicted density after the first layer, six times: the exercise is to change that."
fig, axes = plt.subplots(2, 3, figsize=(8.4, 5), sharex=True, sharey=True, layout="constrained")
for k, ax in enumerate(axes.flat, start=1):
    xs, log_det = unflow(ys, LAYERS[:1])  # replace LAYERS[:1] by LAYERS[:k]
    ax.imshow(normal_density(xs) / np.exp(log_det), origin="lower", extent=(*box[0], *box[1]), cmap=INK)
    ax.set_title(f"layers: {k}")
plt.show()

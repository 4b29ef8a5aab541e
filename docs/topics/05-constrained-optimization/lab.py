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
# # Lab: what is one more unit of budget worth?
#
# Ridge and lasso give the weights of a model a budget, and the multiplier of the budget is its price: by how much the
# training error falls per unit of budget. But nobody trains for the training error. So we ask:
#
# **How much is one more unit of weight budget worth, to the training error and to the error on new data?**
#
# The first can be read off a single solution, without solving again. The second cannot be read off the training data at
# all, and we shall see the two part ways.
#
# You need Python with NumPy and Matplotlib. Stop to guess before each plot.

# %%
import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")

rng = np.random.default_rng(11)
MEASUREMENTS, FEATURES = 40, 30
TRUE = np.zeros(FEATURES)
TRUE[:5] = [1.0, -0.8, 0.6, -0.5, 0.4]  # 25 features have nothing to do with the outcome
X = rng.standard_normal((MEASUREMENTS, FEATURES))
y = X @ TRUE + rng.standard_normal(MEASUREMENTS)  # noise with standard deviation 1


def training_error(w):
    """Mean squared error on the forty measurements."""
    return np.mean((X @ w - y) ** 2)


def gradient(w):
    """Gradient of the training error."""
    return 2 / MEASUREMENTS * X.T @ (X @ w - y)


def error_on_new_data(w):
    """Expected squared error on a new measurement: noise 1, plus what the weights are wrong by.

    The features are independent with variance 1, so no test set is needed: this is exact.
    """
    return 1 + np.sum((w - TRUE) ** 2)


free = np.linalg.lstsq(X, y, rcond=None)[0]
print(f"least squares: training error {training_error(free):.3f}, on new data {error_on_new_data(free):.3f}")
print(f"true weights:  training error {training_error(TRUE):.3f}, on new data {error_on_new_data(TRUE):.3f}")

# %% [markdown]
# With thirty weights and forty measurements, least squares fits much of the noise. Its training error is a fraction of
# the noise, and its error on new data is several times the noise. It has too much freedom, so we give it a budget.
#
# ## Two budgets, two projections
#
# A *disk* budget bounds the length of the weights, $\|w\| \le B$ (ridge). A *diamond* budget bounds the sum of their
# sizes, $\sum |w_j| \le B$ (lasso). Projected gradient descent needs the nearest point of each set.


# %%
def onto_disk(w, budget):
    """Shorten to the budget, or keep."""
    return w * min(1, budget / max(np.linalg.norm(w), 1e-12))


def onto_diamond(w, budget):
    """Take the same amount off each size, and cut at 0."""
    sizes = np.abs(w)
    if sizes.sum() <= budget:
        return w
    largest = np.sort(sizes)[::-1]
    shifts = (np.cumsum(largest) - budget) / np.arange(1, len(w) + 1)
    shift = shifts[np.nonzero(largest > shifts)[0][-1]]
    return np.sign(w) * np.maximum(sizes - shift, 0)


RATE = 1 / np.linalg.eigvalsh(2 / MEASUREMENTS * X.T @ X).max()


def best_within(project, budget, start, steps=800):
    """Weights of the least training error within the budget."""
    w = start
    for _ in range(steps):
        w = project(w - RATE * gradient(w), budget)
    return w


def all_budgets(project, budgets):
    """Solutions for growing budgets, each started from the one before: (k, FEATURES)."""
    found = [np.zeros(FEATURES)]
    for budget in budgets:
        found.append(best_within(project, budget, found[-1]))
    return np.array(found[1:])


disk_budgets = np.linspace(0.05, 1.0, 60) * np.linalg.norm(free)
diamond_budgets = np.linspace(0.05, 1.0, 60) * np.abs(free).sum()
disk, diamond = all_budgets(onto_disk, disk_budgets), all_budgets(onto_diamond, diamond_budgets)

# %% [markdown]
# ## The price, read off one solution
#
# For the disk with $g(w) = \|w\| - B$ Lagrange's condition is $\nabla f + \mu\, w/\|w\| = 0$. So the price is the
# *length* of the gradient. For the diamond, all weights that are not 0 feel the same pull, and that pull is the
# price: the *largest component* of the gradient. Each is one number, computed at one solution.
#
# Now the test. We solve with a little less and a little more budget, and measure the slope of the training error.
# Does it agree?


# %%
def measured_worth(project, budget, start):
    """How fast the training error falls with the budget, from two more solutions."""
    h = 0.002 * budget
    less, more = (best_within(project, b, start, steps=3000) for b in (budget - h, budget + h))
    return (training_error(less) - training_error(more)) / (2 * h)


print("          budget   price    measured slope")
for k in (5, 15, 30, 45):
    w = best_within(onto_disk, disk_budgets[k], disk[k], 3000)
    slope = measured_worth(onto_disk, disk_budgets[k], w)
    print(f"disk     {disk_budgets[k]:7.3f}  {np.linalg.norm(gradient(w)):.4f}   {slope:.4f}")
for k in (5, 15, 30, 45):
    w = best_within(onto_diamond, diamond_budgets[k], diamond[k], 3000)
    slope = measured_worth(onto_diamond, diamond_budgets[k], w)
    print(f"diamond  {diamond_budgets[k]:7.3f}  {np.abs(gradient(w)).max():.4f}   {slope:.4f}")

# %% [markdown]
# The price agrees with the measured slope in every digit printed, and it cost nothing.
#
# ## Training error and new data
#
# Before the next plot, guess: how will the error on new data depend on the budget, and where will it be least,
# compared with the place where the price becomes zero?

# %% alt="Errors against the share of the budget: training errors fall all the way, new-data errors have a minimum."
share = np.linspace(0.05, 1.0, 60)
fig, ax = plt.subplots()
for name, found, color in (("disk", disk, "C0"), ("diamond", diamond, "C1")):
    fresh = np.array([error_on_new_data(w) for w in found])
    ax.plot(share, [training_error(w) for w in found], color=color, linestyle="--", label=f"{name}, training")
    ax.plot(share, fresh, color=color, label=f"{name}, new data")
    ax.plot(share[fresh.argmin()], fresh.min(), "o", color=color)
    print(f"{name}: least error on new data {fresh.min():.3f} at {share[fresh.argmin()]:.2f} of the full budget")
ax.axhline(1, color="C4", linestyle=":")
ax.set(xlabel="budget, as a share of what least squares uses", ylabel="mean squared error", ylim=(0, None))
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# The dashed lines, training, fall all the way: more budget never hurts there, and the price is positive until the
# budget is as large as least squares wants it. The solid lines, new data, turn up after a fraction of that. The
# dotted line is the noise: no model gets below it.
#
# ## What the diamond bought
#
# At its best budget, which features did the diamond keep?

# %% alt="Weights against the diamond budget. The five true features start first and grow; the others enter later."
best = np.argmin([error_on_new_data(w) for w in diamond])
print("weights that are not 0 at the best budget:", int(np.sum(diamond[best] != 0)), "of", FEATURES)
print("of these among the five true ones:        ", int(np.sum(diamond[best][:5] != 0)))
print("the same for the disk:                    ", int(np.sum(disk[best] != 0)))

fig, ax = plt.subplots()
ax.plot(share, diamond[:, 5:], color="C4", linewidth=0.8)
lines = ax.plot(share, diamond[:, :5], color="C1")
ax.axvline(share[best], color="C0", linestyle=":")
ax.plot([], [], color="C4", label="features without any influence")
lines[0].set_label("the five true features")
ax.set(xlabel="diamond budget, as a share of what least squares uses", ylabel="weight", ylim=(-1.6, 1.1))
ax.legend(frameon=False, loc="lower right")
plt.show()

# %% [markdown]
# At a small budget only the strongest pulls are served. The first five features to enter are the five true ones; all
# that enter later are noise. The dotted line is the best budget. Even there some gray lines have entered: the price
# can tell strong pulls from weak ones, but not true ones from accidents.
#
# ## What a unit is worth
#
# Last, both answers in one picture. The *price* of the diamond budget is what a unit is worth to the training error.
# The slope of the error on new data, with a minus, is what a unit is *really* worth.

# %% alt="Worth of a unit of budget: the price falls and stays positive; the true worth crosses zero early."
prices = np.array([np.abs(gradient(w)).max() for w in diamond])
fresh = np.array([error_on_new_data(w) for w in diamond])
worth = -np.gradient(fresh, diamond_budgets)
crossing = share[np.argmax(worth < 0)]

fig, ax = plt.subplots(figsize=(7, 5))
ax.axhline(0, color="C4", linewidth=1)
ax.plot(share, prices, color="C1", label="to the training error: the multiplier")
ax.plot(share, worth, color="C0", label="to the error on new data")
ax.fill_between(
    share, prices, worth, where=worth < 0, color="C3", alpha=0.12, label="training buys what the truth refuses"
)
ax.set(xlabel="diamond budget, as a share of what least squares uses", ylabel="worth of one more unit of budget")
ax.set_title("A price is only as good as what it is a price of")
ax.legend(frameon=False)
plt.show()

price_there = np.interp(crossing, share, prices)
print(f"the true worth is negative from {crossing:.2f} of the budget on, where the price is still {price_there:.3f}")

# %% [markdown]
# ## What to take away
#
# - The multiplier is the slope of the optimum against the budget. It can be read off one solution: the length of the
#   gradient for the disk, its largest component for the diamond.
# - It answers exactly the question that was asked: *how much better on this objective, with these data?* The training
#   error always pays for more budget.
# - Whether a unit is worth it on new data is another question. In regularization one therefore chooses the budget (or
#   its price) with data that the fit has not seen.
#
# What this does not say: that lasso beats ridge. Here five of thirty features mattered, which suits the diamond. Make
# all thirty weights equally important and try again.
#
# ## Your turn
#
# Set `TRUE` to thirty equal weights with the same length, and run everything again. Before you do: which of the two
# budgets will have the smaller error on new data, and what will become of the last picture?
#
# <details><summary>What you should find</summary>
#
# The disk wins now: spreading its budget over all weights is what it does best, while the diamond leaves many at 0
# that should not be. The picture of the price hardly changes, since the training error does not know what is true.
# The curve of the true worth does, and it still crosses zero before the price does.
#
# </details>

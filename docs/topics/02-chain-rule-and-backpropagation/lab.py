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
# # Lab: at which end to begin?
#
# The lessons say: a derivative is a sum over paths, and it matters where one begins to multiply. For one output, begin
# at the output. Here we take that claim apart with a counter.
#
# **For which shapes of a calculation is it cheapest to begin at the input, for which at the output, and is there a
# shape for which both are the wrong end?**
#
# We do not measure time, which depends on the machine, but count multiplications. A count comes out the same on
# every run and on every machine, and it can be predicted with a pencil. Do predict, before each plot. You need Python
# with NumPy and Matplotlib.

# %%
from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import ListedColormap, to_rgba

plt.style.use("snippets.style.lab")


class Counted(float):
    """A number that counts all multiplications of its kind."""

    total = 0

    def __mul__(self, other):
        Counted.total += 1
        return Counted(float(self) * float(other))

    def __add__(self, other):
        return Counted(float(self) + float(other))

    __rmul__, __radd__ = __mul__, __add__


def count(run, *arguments):
    """What `run(*arguments)` returns, and how many multiplications it took."""
    Counted.total = 0
    result = run(*arguments)
    return result, Counted.total


print(count(lambda x: x * x * x + x, Counted(3)))

# %% [markdown]
# ## One output: the long product
#
# A function with one output and $n$ inputs whose derivatives are easy to check:
# $f(x_1, \ldots, x_n) = x_1 x_2 \cdots x_n$. Its value takes $n - 1$ multiplications. Its derivative with respect to
# $x_i$ is the product of all the others.
#
# Three ways to all $n$ derivatives:
#
# - **central differences**: two values of $f$ for each input;
# - **forward mode**: dual numbers, one run for each input. A product $(a + b\varepsilon)(c + d\varepsilon)$ takes three
#   multiplications, $ac$, $ad$ and $bc$;
# - **reverse mode**: one run that keeps the partial products, then one sweep back. Each product has two edges.
#
# How many multiplications will each take, as a formula in $n$?


# %%
def product(factors):
    """The value alone."""
    value = factors[0]
    for x in factors[1:]:
        value = value * x
    return value


def by_differences(factors, h=1e-5):
    """Move each factor to both sides."""
    gradient = []
    for i, x in enumerate(factors):
        ahead, behind = ([*factors[:i], x + step, *factors[i + 1 :]] for step in (h, -h))
        gradient.append((float(product(ahead)) - float(product(behind))) / (2 * h))
    return gradient


def by_forward_mode(factors):
    """One run of dual numbers for each input; the pair (value, rate) is a dual number."""
    gradient = []
    for i in range(len(factors)):
        duals = [(x, Counted(i == j)) for j, x in enumerate(factors)]
        value, rate = duals[0]
        for x, dx in duals[1:]:
            value, rate = value * x, value * dx + rate * x
        gradient.append(float(rate))
    return gradient


def by_reverse_mode(factors):
    """Keep the partial products, then go back: sensitivity times the other factor."""
    partial = [factors[0]]
    for x in factors[1:]:
        partial.append(partial[-1] * x)
    gradient, sensitivity = [0.0] * len(factors), Counted(1)
    for i in reversed(range(1, len(factors))):
        gradient[i] = float(sensitivity * partial[i - 1])
        sensitivity = sensitivity * factors[i]
    gradient[0] = float(sensitivity)
    return gradient


rng = np.random.default_rng(2)
some = [Counted(x) for x in rng.uniform(0.5, 1.5, 6)]
for way in (by_differences, by_forward_mode, by_reverse_mode):
    gradient, price = count(way, some)
    print(f"{way.__name__:16}", np.round(gradient, 8).tolist(), price, "multiplications")

# %% [markdown]
# Same numbers, 60, 90 and 15 multiplications. (The value alone takes 5.) Now for many $n$. Both axes of the plot are
# logarithmic, so the slope of a line is the power of $n$. We print the slopes, fitted to the last points.

# %% alt="Multiplications against n: two lines of slope 2 for differences and forward mode, one of slope 1 for reverse."
numbers = np.unique(np.logspace(0.5, 2.5, 13).astype(int))
prices = {way: [] for way in (by_forward_mode, by_differences, by_reverse_mode, product)}
for n in numbers:
    factors = [Counted(x) for x in rng.uniform(0.9, 1.1, n)]
    for way, price in prices.items():
        price.append(count(way, factors)[1])

fig, ax = plt.subplots()
for way, price in prices.items():
    slope = np.polyfit(np.log(numbers[-5:]), np.log(price[-5:]), 1)[0]
    ratio = price[-1] / prices[product][-1]
    print(f"{way.__name__:16} slope {slope:.2f}, at n = {numbers[-1]} the price of {ratio:5.1f} values")
    ax.loglog(numbers, price, "o-", markersize=4, label=way.__name__.replace("_", " "))
ax.set(xlabel="number of inputs n", ylabel="multiplications", title="All derivatives of a product")
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# The reverse line runs parallel to that of the value, three times as high, for every $n$. The other two have slope 2:
# ten times the inputs cost a hundred times as much. So far this is what the lessons say. Now for more than one output.
#
# ## Many outputs: a chain of matrices
#
# A calculation with $n$ inputs, some layers in between and $m$ outputs has a Jacobian that is a product of matrices.
# Suppose that these are there, as numbers in memory, and that the whole Jacobian is wanted. We use matrices of counted
# numbers and multiply them beginning at the input, as forward mode would, and beginning at the output, as reverse mode
# would. Beside that we compute the least price of *all* orders. It is found by a classical recursion: the last product
# of all splits the chain in two somewhere, and both parts must be multiplied in their own best order.


# %%
def multiply(left, right):
    """Matrix product by the schoolbook rule, for lists of rows."""
    columns = list(zip(*right, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in left]


def chain(sizes):
    """Jacobians of random counted numbers, the first one first; number k has the shape (sizes[k], sizes[k - 1])."""
    return [[[Counted(x) for x in row] for row in rng.normal(size=(m, n))] for n, m in pairwise(sizes)]


def from_the_input(jacobians):
    """Forward mode: the first Jacobian, then every further one from the left."""
    result = jacobians[0]
    for jacobian in jacobians[1:]:
        result = multiply(jacobian, result)
    return result


def from_the_output(jacobians):
    """Reverse mode: the last Jacobian, then every earlier one from the right."""
    result = jacobians[-1]
    for jacobian in reversed(jacobians[:-1]):
        result = multiply(result, jacobian)
    return result


def best_price(sizes):
    """The least number of multiplications over all orders of brackets."""
    last = len(sizes) - 1
    best = np.zeros((last + 1, last + 1), dtype=int)  # best[i, j]: all Jacobians after level i, up to level j
    for width in range(2, last + 1):
        for i in range(last - width + 1):
            j = i + width
            best[i, j] = min(best[i, s] + best[s, j] + sizes[i] * sizes[s] * sizes[j] for s in range(i + 1, j))
    return int(best[0, last])


print("sizes                 from input  from output  best order")
for shape in ([20, 8, 8, 1], [1, 8, 8, 20], [12, 12, 12, 12], [20, 20, 1, 20, 20]):
    jacobians = chain(shape)
    forward, price_in = count(from_the_input, jacobians)
    reverse, price_out = count(from_the_output, jacobians)
    assert np.allclose(np.array(forward, float), np.array(reverse, float))
    print(f"{shape!s:22}{price_in:10,} {price_out:12,} {best_price(shape):11,}")

# %% [markdown]
# With these widths: for one output from the output, for one input from the input, and with all widths the same it makes
# no difference. But look at the last row. There is a *waist* of width 1 in the middle, and both ends are the wrong
# place to begin. The best order is cheaper by a factor of seven.
#
# ## A map
#
# Where does that begin? We let everything pass through a waist of width 4: the sizes are $n, 64, 4, 64, m$. With pencil
# and paper, the three sensible orders cost
#
# $$\begin{aligned}
# \text{forward: } &512\,n + 64\,nm, \\
# \text{reverse: } &64\,nm + 512\,m, \\
# \text{at the waist: } &256\,n + 256\,m + 4\,nm.
# \end{aligned}$$
#
# Reverse and meeting cost the same where $60\,nm + 256\,m = 256\,n$. For large $n$ that is at $m = 256/60 = 4.3$:
# hardly wider than the waist. By symmetry the border to forward mode, for large $m$, is at $n = 4.3$. So the
# prediction: as soon as *both* ends are wider than the waist, neither of them is the place to begin.
#
# The map below knows nothing of this. For each pair of $n$ and $m$ it asks for the best of all orders, and colors by
# who reaches it. The dashed lines are at 256/60. Look at the corner, too, where both ends are narrower than the waist:
# there the mixed order keeps a strip along the diagonal. For $n = m$ it costs $512\,n + 4\,n^2$ and the two ends
# $512\,n + 64\,n^2$ each, so on the diagonal it wins for every width.


# %% alt="Map of cheapest orders: forward in a strip at few inputs, reverse in a strip at few outputs, mixed elsewhere."
def end_prices(sizes):
    """Multiplications from the input and from the output, by formula."""
    pairs = [a * b for a, b in pairwise(sizes)]
    return sizes[0] * sum(pairs[1:]), sizes[-1] * sum(pairs[:-1])


widths = np.unique(np.logspace(0, 3, 46).astype(int))
winner, saving = np.empty((2, len(widths), len(widths)))
for row, m in enumerate(widths):
    for column, n in enumerate(widths):
        shape = [int(n), 64, 4, 64, int(m)]
        forward, reverse = end_prices(shape)
        best = best_price(shape)
        winner[row, column] = 0 if forward == best else 1 if reverse == best else 2
        saving[row, column] = min(forward, reverse) / best

fig, ax = plt.subplots(figsize=(6.4, 5.6))
tints = ListedColormap([to_rgba(color, 0.3) for color in ("C2", "C0", "C1")])
ax.pcolormesh(widths, widths, winner, cmap=tints, shading="nearest")
for line in (ax.axhline, ax.axvline):
    line(256 / 60, color="C4", linestyle="--", linewidth=1)
ax.text(2, 60, "forward", ha="center", rotation=90)
ax.text(60, 1.8, "reverse", ha="center")
ax.text(60, 60, "meet at the waist", ha="center")
ax.set(xscale="log", yscale="log", xlabel="inputs n", ylabel="outputs m")
ax.set_title("Cheapest order for the sizes n, 64, 4, 64, m")
plt.show()
print(f"largest saving over the better end: {saving.max():.1f} times, at n = m = {widths[-1]}")
print(f"one output, 1000 inputs: {saving[0, -1]:.1f} times, that is, nothing")

# %% [markdown]
# ## What to take away
#
# - With one output, beginning at the output costs a small multiple of the value, for any number of inputs. This is the
#   bottom edge of the map, and it is where training lives: a loss is one number.
# - With few inputs and many outputs, begin at the input. That is the left edge: sensitivities of a simulation to a
#   handful of parameters.
# - If both ends are wide and the calculation has a waist, begin at both ends and meet there. Near the upper right
#   corner this saves a factor of fourteen over the better of the two ends.
# - So "reverse mode is cheap" is not a law about directions. As a rule of thumb: *what is narrow should be multiplied
#   through first.* Only the count decides. With the sizes 2, 1000, 1, 1 there is one output, and yet the input side is
#   cheaper, 2,002 multiplications against 3,000.
#
# What this does not say: that one should look for the best order in practice. We counted dense matrices in a chain,
# for which the best order is found quickly. A general graph has many more ways to be cut up, and there the search
# itself is hard. And training multiplies no two Jacobians: a sweep carries one vector, and counted in sweeps one output
# takes one, whatever the widths. The count also leaves out memory: forward mode keeps nothing, reverse mode keeps the
# values.
#
# ## Your turn
#
# An autoencoder squeezes 784 pixels through layers of 128 and 16 numbers and back: sizes 784, 128, 16, 128, 784. (1)
# Before you run anything: how many multiplications does its Jacobian take from either end, and how many in the best
# order? (2) For training one needs the gradient of a loss on top of it, so the sizes end with 1. Does the waist still
# help? Change the cell below and see.
#
# <details><summary>What you should find</summary>
#
# (1) From either end 784 · (128 · 16 + 16 · 128 + 128 · 784) = 81.9 million. In the best order the two halves are
# multiplied first, 784 · 128 · 16 = 1.6 million each, and then 784 · 16 · 784 = 9.8 million: together 13.0 million.
# (2) No. With one output the reverse order takes 205 thousand, a single row all the way, and nothing beats it.
#
# </details>

# %%
shape = [784, 128, 16, 128, 784]
print("ends", end_prices(shape), "best", best_price(shape))

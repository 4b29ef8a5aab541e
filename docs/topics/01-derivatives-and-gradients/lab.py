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
# # Lab: how small should h be?
#
# A program that needs a slope without a formula for it divides a difference by a small step $h$. The definition of
# the derivative says: the smaller, the better. The lesson showed that a computer disagrees below some $h$. Here we ask
# for more than "about $10^{-5}$":
#
# **Given how noisy the values of a function are, which $h$ is best, and how many digits of the slope are left then?**
#
# Noise can be the rounding of double, single or half precision, or real noise, such as a loss that is averaged over a
# random batch. We shall see that one law covers all of them, over thirteen decades.
#
# You need Python with NumPy and Matplotlib. Stop to guess before each plot.

# %%
import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")


def forward(f, x, h):
    """Look ahead only: (f(x + h) - f(x)) / h."""
    return (f(x + h) - f(x)) / h


def central(f, x, h):
    """Look both ways: (f(x + h) - f(x - h)) / 2h."""
    return (f(x + h) - f(x - h)) / (2 * h)


# %% [markdown]
# ## A function with nothing to hide
#
# We take $f(x) = \mathrm{e}^x$. It is its own derivative, and its own second and third. So if we measure every error
# *relative* to $f(x)$, the function drops out of the formulas, and only $h$ and the noise remain.
#
# One point would be an anecdote: rounding can be lucky there. We take 400 points between 1 and 1.3 and look at the
# root mean square (RMS) of their relative errors.
#
# A detail that matters: $x + h$ is rounded too, so the step really taken is not the $h$ we asked for. The line
# `taken = (x + h) - x` recovers it, without error. Without that line the place would be off by up to $u\,|x|$, with
# the unit roundoff $u$, and the value by $u\,|x f'(x)|$: for $\mathrm{e}^x$ and our points that is as much as the
# rounding of the value itself, and up to 1.3 times as much. With it only the noise of $f$ is left, and that is what we
# want to study.

# %% alt="Error against h: two V shapes. Forward is lowest near h = 1e-8, central, far lower, near h = 1e-5."
points = np.linspace(1, 1.3, 400)
steps = np.logspace(-15, -0.5, 117)  # eight to a decade


def exp(x):
    """Powers of e, worked out in double precision and rounded once to the number type of x."""
    return np.exp(x.astype(np.float64)).astype(x.dtype)


def rms_error(difference, h, number=np.float64):
    """RMS relative error of a difference for exp at the points, computed in the number type `number`."""
    x = points.astype(number)
    taken = (x + number(h)) - x
    with np.errstate(divide="ignore", invalid="ignore"):
        slope = difference(exp, x, taken).astype(np.float64)
    return np.sqrt(np.mean((slope / np.exp(x.astype(np.float64)) - 1) ** 2))


print("       h    forward    central")
for h in (1e-2, 1e-5, 1e-8, 1e-11):
    print(f"{h:8.0e}   {rms_error(forward, h):.1e}    {rms_error(central, h):.1e}")

fig, ax = plt.subplots()
for difference in (central, forward):
    ax.loglog(steps, [rms_error(difference, h) for h in steps], label=difference.__name__)
ax.set(xlabel="step h", ylabel="relative error (RMS)", title="exp in double precision")
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# In the table the forward difference is best at $10^{-8}$ and the central one at $10^{-5}$. The plot has more steps.
#
# Both its axes are logarithmic. From right to left, the forward error falls along a line of slope 1, the central error
# along a steeper line of slope 2. Each then turns and climbs to the left with slope $-1$: there rounding errors are
# divided by an ever smaller $h$. These two branches nearly coincide; the central one is lower by a factor of two,
# since it divides by $2h$. The forward difference turns near $h = 10^{-8}$ with an error of $10^{-8}$, the central one
# near $5 \cdot 10^{-6}$ with an error of $10^{-11}$.

# %% [markdown]
# ## Fewer digits
#
# Neural networks run in single precision (about 7 digits) or half precision (about 3). What becomes of the best $h$?
#
# The plot below shows the central difference in three precisions. The right-hand branch is the same for all:
# truncation knows nothing of rounding. The left-hand branch moves up with every digit lost, so the lowest point moves
# up *and to the right*: from about $5 \cdot 10^{-6}$ (double) to 0.004 (single) to 0.1 (half). The dotted line marks
# $h = 10^{-5}$. Excellent in double precision, it gives in single precision an error of 0.16 percent, hundreds of times
# the error at that precision's best step. In half precision it gives nothing: the next number after 1 is 1.00098, so
# below $h = 0.0005$ the sum $x + h$ is $x$ again, the quotient is $0/0$, and the curve ends.

# %% alt="Error against h in three precisions: the fewer digits, the higher and farther right the lowest point."
fig, ax = plt.subplots()
for number, name in ((np.float64, "double"), (np.float32, "single"), (np.float16, "half")):
    error = np.array([rms_error(central, h, number) for h in steps])
    ax.loglog(steps[error > 0], error[error > 0], label=name)
ax.axvline(1e-5, color="C4", linestyle=":")
ax.set(xlabel="step h", ylabel="relative error (RMS)", title="central difference in three precisions", ylim=(1e-12, 10))
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# ## Noise that is not rounding
#
# Let every value of $f$ come with a relative error of its own, independent and normally distributed with standard
# deviation $\varepsilon$: we see $f(x)\,(1 + \varepsilon z)$ instead of $f(x)$. For such noise we can work out what to
# expect.
#
# **Forward.** The secant is off by $\tfrac{1}{2} h f''$, here a relative error of $h/2$. Two noisy values are
# subtracted, which makes $\sqrt{2}\,\varepsilon$, and divided by $h$. One error is fixed, the other random with mean
# zero, so their squares add:
#
# $$\text{error}^2 \approx \frac{h^2}{4} + \frac{2\varepsilon^2}{h^2}.$$
#
# The derivative with respect to $h$ is zero where $h/2 = 4\varepsilon^2/h^3$, that is at
# $h = 8^{1/4}\,\varepsilon^{1/2}$.
#
# **Central.** Now $\tfrac{1}{6} h^2 f'''$ gives $h^2/6$, and the noise is divided by $2h$:
#
# $$\text{error}^2 \approx \frac{h^4}{36} + \frac{\varepsilon^2}{2h^2}.$$
#
# The derivative is zero where $h^3/9 = \varepsilon^2/h^3$, that is at $h = (3\varepsilon)^{1/3}$.
#
# So the best step should be a *power* of the noise: a square root forward, a cube root central. That is a prediction.
# Let us try to break it.

# %%
rng = np.random.default_rng(1)
MANY = 400  # noisy measurements for each step


def noisy_errors(noise, h):
    """RMS relative errors (forward, central) at x = 1 for an array of steps h, with fresh noise of this level."""
    behind, here, ahead = (np.exp(1 + shift) for shift in (-h, 0 * h, h))
    z = rng.standard_normal((3, MANY, 1))  # the same draws for every h, so that the curve is smooth in h
    behind, here, ahead = behind * (1 + noise * z[0]), here * (1 + noise * z[1]), ahead * (1 + noise * z[2])
    slopes = (ahead - here) / h, (ahead - behind) / (2 * h)
    return [np.sqrt(np.mean((slope / np.e - 1) ** 2, axis=0)) for slope in slopes]


fine = np.logspace(-8, 0, 641)
noise = 1e-6
predictions = 8**0.25 * noise ** (1 / 2), (3 * noise) ** (1 / 3)
for name, error, predicted in zip(("forward", "central"), noisy_errors(noise, fine), predictions, strict=True):
    print(f"{name}: best h {fine[error.argmin()]:.1e}, predicted {predicted:.1e}, error there {error.min():.1e}")

# %% [markdown]
# One noise level is one point. Now the whole range: 25 levels from $10^{-13}$ to $10^{-3}$, each with noise of its own,
# and the best step of each measured without any help from the formula. Then a straight line is fitted to the
# logarithms. If the law holds, its slopes are $1/2$ and $1/3$.

# %%
levels = np.logspace(-13, -3, 25)
measured = np.array([[fine[error.argmin()] for error in noisy_errors(level, fine)] for level in levels]).T

for name, best, exponent in zip(("forward", "central"), measured, (1 / 2, 1 / 3), strict=True):
    slope, _ = np.polyfit(np.log10(levels), np.log10(best), 1)
    print(f"{name}: fitted slope {slope:.3f}, predicted {exponent:.3f}")

# %% [markdown]
# ## One law for all of them
#
# Last, we put the three precisions into the same picture. How noisy is `np.exp` in each? Half and single precision we
# compare with double. For double precision there is nothing finer at hand on every machine, so we reckon: rounding to
# numbers with spacing $s$ is wrong by up to $s/2$ to either side, all values about equally likely, and that has the
# standard deviation $s/\sqrt{12}$. Nothing is fitted.
#
# The plot shows the best step against the noise level. The dots, measured with random noise, lie on the predicted
# lines, the upper one with slope $1/3$ (central), the lower one with slope $1/2$ (forward). The diamonds are half,
# single and double precision, from right to left. They lie on the same lines, though rounding is neither random nor
# normally distributed.


# %% alt="Best h against noise: dots and diamonds on two straight lines, of slope 1/2 (forward) and 1/3 (central)."
def noise_of_exp(number):
    """Relative standard deviation of exp from the true value, at the points, in the number type `number`."""
    x = points.astype(number)
    true = np.exp(x.astype(np.float64))
    if number is np.float64:
        return np.mean(np.spacing(true) / true) / np.sqrt(12)
    return np.std(exp(x).astype(np.float64) / true - 1)


fig, ax = plt.subplots(figsize=(7, 5.2))
line = np.logspace(-16.5, -2.5, 2)
laws = [("forward, slope 1/2", 8**0.25 * line ** (1 / 2), "C1"), ("central, slope 1/3", (3 * line) ** (1 / 3), "C0")]
for (label, law, color), best, difference in zip(laws, measured, (forward, central), strict=True):
    ax.loglog(line, law, color=color, linewidth=1)
    ax.loglog(levels, best, "o", color=color, markersize=5, label=label)
    for number, name in ((np.float64, "double"), (np.float32, "single"), (np.float16, "half")):
        error = [rms_error(difference, h, number) for h in steps]
        diamond = noise_of_exp(number), steps[np.nanargmin(error)]
        ax.loglog(*diamond, "D", color=color, markersize=9, markeredgecolor="C4")
        if difference is forward:
            ax.annotate(name, diamond, (9, -12), textcoords="offset points")
ax.set(xlabel="relative noise of f", ylabel="best step h", xlim=(1e-17, 1e-2), ylim=(1e-9, 1))
ax.set_title("The best step is a power of the noise")
ax.legend(frameon=False)
plt.show()

# %% [markdown]
# ## What to take away
#
# | noise of $f$ | forward: best $h$ | digits left | central: best $h$ | digits left |
# | --- | --- | --- | --- | --- |
# | $\varepsilon$ | about $\varepsilon^{1/2}$ | half of them | about $\varepsilon^{1/3}$ | two thirds |
# | $4 \cdot 10^{-17}$ (double) | $10^{-8}$ | 8 | $5 \cdot 10^{-6}$ | 11 |
# | $2 \cdot 10^{-8}$ (single) | $2.5 \cdot 10^{-4}$ | 3 to 4 | $4 \cdot 10^{-3}$ | 5 |
# | $10^{-3}$ (a noisy loss) | 0.05 | 1 | 0.14 | 2 |
#
# - The noisier the function, the *larger* the step. A small step does not see finer, it magnifies the noise.
# - A numerical derivative is never as good as the function it is made of. The central difference keeps a sixth of the
#   digits more, for one more value of $f$ per slope once $f(x)$ is known.
# - To check a gradient, compute in double precision, with $h$ near $10^{-5}$.
# - All of this is for the step really taken. Whoever divides by $h$ itself adds the rounding of $x + h$ to the noise.
#
# What this does not say: our $f$ changes by a factor e over a length of 1, and we measured errors relative to it. A
# function that changes over a length $L$ wants a step $L$ times as long: for $\sin(1000x)$ divide the $h$ above by
# 1000. And where a function has a kink, as $|x|$ at 0, there is no slope for any $h$ to find; the central difference
# answers 0 all the same.
#
# ## Your turn
#
# Five points on a line see still farther. The difference
#
# $$\begin{aligned}
# \frac{1}{12 h} \bigl( &f(x - 2h) - 8 f(x - h) \\
# &{} + 8 f(x + h) - f(x + 2h) \bigr)
# \end{aligned}$$
#
# leaves out only $\tfrac{1}{30} h^4 f^{(5)}$. Before you run anything: which power of the noise is its best step? How
# many of 16 digits are left? Then put the formula into the cell below in place of the central difference and see.
#
# <details><summary>What you should find</summary>
#
# The error is about $h^4/30$ plus a multiple of $\varepsilon/h$. The two are of one size where $h^5$ is of the size of
# $\varepsilon$, so the best step goes with $\varepsilon^{1/5}$ and is near $10^{-3}$ in double precision. The error
# there goes with $\varepsilon^{4/5}$: about 13 of 16 digits. From order 1 to 2 we won 3 digits, from 2 to 4 only 2.
#
# </details>


# %%
def mine(f, x, h):
    """Replace this by the five-point formula."""
    return (f(x + h) - f(x - h)) / (2 * h)


error = np.array([rms_error(mine, h) for h in steps])
print(f"double precision: best h {steps[np.nanargmin(error)]:.0e}, error there {np.nanmin(error):.0e}")

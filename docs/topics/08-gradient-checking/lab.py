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
# # Lab: eleven programs, ten bugs
#
# Eleven programs compute the gradient of one network. Ten of them have a bug, each another one; one is innocent. They
# are numbered, the numbers are shuffled, and nobody tells which is which. All run without an error, and all return
# arrays of the right shapes.
#
# **Can we name all ten bugs without reading the programs, from outside, by experiments alone?**
#
# The experiments are those of this topic: a check for each parameter, a second call, the best factor, another batch
# size, parts of the network switched off. At the end we write the reasoning down as a program, a detective, and open
# the envelope.
#
# You need Python with NumPy and Matplotlib. Before each table is read, write down your suspicion.

# %%
import matplotlib.pyplot as plt
import numpy as np

plt.style.use("snippets.style.lab")

# %% [markdown]
# ## The network
#
# Three inputs, two layers of six tanh neurons, four classes. The first layer's values are *centered*: each neuron's
# mean over the batch is subtracted, as batch normalization does. The second layer adds to what it gets, a *residual
# connection*. The loss is a mean of cross-entropies plus a penalty on the weights.
#
# Every part has a switch, for later. The sizes 20, 3, 6 and 4 are nearly all different. The two layers of six are not,
# and the matrix between them is square: one of the bugs needs that.

# %%
SWITCHES = {"tanh": True, "centering": True, "residual": True, "penalty": True}
DECAY = 0.003


def bend(z, on):
    """tanh, or nothing where it is switched off."""
    return np.tanh(z) if on else z


def forward(w, x, on):
    """All intermediate values of the network, by name."""
    v = {"a": bend(x @ w["W1"].T + w["b1"], on["tanh"])}
    v["c"] = v["a"] - v["a"].mean(axis=0) if on["centering"] else v["a"]
    v["t"] = bend(v["c"] @ w["W2"].T + w["b2"], on["tanh"])
    v["r"] = v["t"] + v["c"] if on["residual"] else v["t"]
    scores = v["r"] @ w["W3"].T + w["b3"]
    top = scores.max(axis=1, keepdims=True)
    v["logs"] = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    return v


def loss(w, x, y, on=SWITCHES):
    """Mean cross-entropy, plus the penalty."""
    decay = DECAY if on["penalty"] else 0
    penalty = sum((w[name] ** 2).sum() for name in ("W1", "W2", "W3"))
    return -forward(w, x, on)["logs"][np.arange(len(x)), y].mean() + decay / 2 * penalty


def case(n=20, seed=8):
    """Random parameters, none of them 0, and a random batch of n examples."""
    rng = np.random.default_rng(seed)
    shapes = {"W1": (6, 3), "b1": (6,), "W2": (6, 6), "b2": (6,), "W3": (4, 6), "b3": (4,)}
    w = {name: rng.normal(size=shape) / np.sqrt(shape[-1]) for name, shape in shapes.items()}
    return w, rng.normal(size=(n, 3)), rng.integers(0, 4, size=n)


# %% [markdown]
# ## The programs
#
# The right backward pass, with ten places at which it can go wrong. You may read this cell: what you do not know is
# which number has which bug.

# %%
BUGS = ["none", "sign", "factor", "path", "mode", "stale", "in place", "broadcast", "sum", "axis", "transpose"]
ENVELOPE = dict(enumerate(np.random.default_rng(1889).permutation(BUGS).tolist(), start=1))
KEPT = {}


def program(number, w, x, y, on=SWITCHES):
    """The gradient as program `number` computes it, by name."""
    bug, n, v = ENVELOPE[number], len(x), forward(w, x, on)
    c = KEPT.setdefault(number, v["c"]) if bug == "stale" else v["c"]
    d_s = (np.exp(v["logs"]) - np.eye(4)[y]) / (1 if bug == "sum" else n)
    d_s = -d_s if bug == "sign" else d_s
    d_r = d_s @ w["W3"]
    slope_2 = 1 - v["t"] ** 2 if on["tanh"] else 1
    d_t = np.multiply(d_r, slope_2, out=d_r if bug == "in place" else None)
    d_c = d_t @ (w["W2"].T if bug == "transpose" else w["W2"])
    if on["residual"] and bug != "path":
        d_c = d_c + d_r
    d_a = d_c
    if on["centering"] and bug != "mode":
        d_a = d_c - (d_c.mean(axis=1, keepdims=True) if bug == "axis" else d_c.mean(axis=0))
    slope_1 = 1 - v["a"] ** (1 if bug == "factor" else 2) if on["tanh"] else 1
    d_z = d_a * slope_1
    decay = DECAY if on["penalty"] else 0
    slopes = {"W1": d_z.T @ x + decay * w["W1"], "b1": d_z.sum(axis=0)}
    slopes |= {"W2": d_t.T @ c + decay * w["W2"], "b2": d_t.sum(axis=0)}
    slopes |= {"W3": d_s.T @ v["r"] + decay * w["W3"], "b3": d_s.sum(axis=0)}
    if bug == "broadcast":
        slopes["b2"] = np.full(6, d_t.sum())
    return slopes


# %% [markdown]
# ## Tool 1: the check, parameter by parameter
#
# Central differences in every entry, and one relative error for each parameter array.


# %%
def measured(w, x, y, on=SWITCHES, h=1e-5):
    """Central differences of the loss, by name."""
    slopes = {name: np.zeros(value.shape) for name, value in w.items()}
    for name, value in w.items():
        for place in np.ndindex(value.shape):
            old = value[place]
            value[place] = old + h
            ahead = loss(w, x, y, on)
            value[place] = old - h
            slopes[name][place] = (ahead - loss(w, x, y, on)) / (2 * h)
            value[place] = old
    return slopes


def errors(claimed, true):
    """Relative error of each parameter array, by name."""

    def error(a, m):
        longer = max(np.linalg.norm(a), np.linalg.norm(m))
        return np.linalg.norm(a - m) / longer if longer > 1e-9 else 0.0

    return {name: error(claimed[name], true[name]) for name in true}


def table(found):
    """Print a table of relative errors; a dot is right."""
    print("    " + "".join(f"{name:>7}" for name in next(iter(found.values()))))
    for number, row in found.items():
        print(f"{number:3} " + "".join(f"{'.' if e < 1e-7 else f'{e:.2g}':>7}" for e in row.values()))


w, x, y = case()
true = measured(w, x, y)
KEPT.clear()
first = {number: errors(program(number, w, x, y), true) for number in ENVELOPE}
table(first)

# %% [markdown]
# Nine programs are wrong at once. Two look innocent, and one of them is not.
#
# Read the rows from right to left, from the loss down. Two programs are wrong everywhere: the bug sits at the loss. Six
# are wrong in the first layer alone: their bug sits between it and the second. One is wrong in a single array, `b2`:
# its own line.
#
# ## Tool 2: once more, somewhere else
#
# One step of descent, with the measured gradient, and the check again.

# %%
later = {name: value - 0.5 * true[name] for name, value in w.items()}
true_later = measured(later, x, y)
second = {number: errors(program(number, later, x, y), true_later) for number in ENVELOPE}
suspicious = [number for number in ENVELOPE if max(first[number].values()) < 1e-7]
table({number: second[number] for number in suspicious})

# %% [markdown]
# One of the two has kept something from its first call, and only `W2` uses it: the input of the second layer. The other
# one is acquitted.
#
# ## Tool 3: a factor, and another batch
#
# For the programs that are wrong at the loss: is the last bias a multiple of the measured one? Biases have no
# penalty, so a factor is pure there. And does it depend on the number of examples?


# %%
def factor(claimed, true):
    """The factor that brings the measured gradient nearest, and the share that is left over."""
    c = (claimed * true).sum() / (true**2).sum()
    return c, np.linalg.norm(claimed - c * true) / np.linalg.norm(claimed)


at_the_loss = [number for number in ENVELOPE if first[number]["b3"] > 1e-7]
for number in at_the_loss:
    for n in (5, 20):
        c, left = factor(program(number, *case(n))["b3"], measured(*case(n))["b3"])
        print(f"program {number:2}, {n:2} examples: factor {c:6.2f}, left over {left:.0e}")

# %% [markdown]
# A sign, and a sum in the place of a mean.
#
# ## Tool 4: switching parts off
#
# Now the seven that are right in the last layer and wrong below. If a bug vanishes when a part of the network is
# switched off, it sits in that part's backward pass. The table shows the largest error over all arrays, with each
# part off.

# %%
inner = [number for number in ENVELOPE if number not in suspicious + at_the_loss]
healed = {}
for number in inner:
    healed[number] = {}
    for part in SWITCHES:
        on = SWITCHES | {part: False}
        found = errors(program(number, w, x, y, on), measured(w, x, y, on))
        healed[number]["no " + part] = max(found.values())
print("    " + "".join(f"{part:>15}" for part in healed[inner[0]]))
for number, row in healed.items():
    print(f"{number:3} " + "".join(f"{'healed' if e < 1e-7 else f'{e:.2g}':>15}" for e in row.values()))

# %% [markdown]
# Seven programs, and the table nearly sorts them. Read it by columns:
#
# - without the centering, two are healed: their bug is in the way back through the mean;
# - without the residual connection, two: in the sum of its two ways. Without tanh, two: in its slope. One program
#   stands in both columns. Where tanh has the slope 1 it does no harm, and where nobody needs the second way it does
#   none either: something is *overwritten* by the slope before the second way uses it;
# - two are healed by nothing. One of them is wrong in `b2` alone, a line of its own. The other is wrong below the
#   matrix `W2`, and there is no part left that it could be in, but that matrix.
#
# ## Tool 5: two experiments for what is left
#
# *The matrix.* If it is multiplied the wrong way around, a symmetric matrix does not notice.
#
# *The two behind the centering.* With tanh off, a bias of the first layer cannot change anything: its effect is
# subtracted with the mean. So the true gradient of `b1` is 0. What do the two claim? If a mean is taken over the
# *units*, what is handed back adds up to 0 over the units, for every example.

# %%
symmetric = w | {"W2": (w["W2"] + w["W2"].T) / 2}
true_symmetric = measured(symmetric, x, y)
found = {number: max(errors(program(number, symmetric, x, y), true_symmetric).values()) for number in inner}
print("healed by a symmetric W2:", [number for number, error in found.items() if error < 1e-7])

for number in (number for number in inner if healed[number]["no centering"] < 1e-7):
    claimed = program(number, w, x, y, SWITCHES | {"tanh": False})["b1"]
    print(f"program {number}: length of b1 {np.linalg.norm(claimed):.3f}, sum over the units {claimed.sum():z.3f}")

# %% [markdown]
# ## The detective
#
# All that was said, as a program. It sees errors and factors, and never a line of code.


# %%
def detective(number):
    """Name the bug of a program from the evidence."""
    wrong = {name for name, error in first[number].items() if error > 1e-7}
    if not wrong:
        return "stale" if max(second[number].values()) > 1e-7 else "none"
    if "b3" in wrong:
        c, _ = factor(program(number, w, x, y)["b3"], true["b3"])
        return "sign" if c < 0 else "sum"
    if wrong == {"b2"}:
        return "broadcast"
    heals = {part for part, error in healed[number].items() if error < 1e-7}
    if "no centering" in heals:
        claimed = program(number, w, x, y, SWITCHES | {"tanh": False})["b1"]
        return "axis" if abs(claimed.sum()) < 1e-9 else "mode"
    if heals == {"no tanh", "no residual"}:
        return "in place"
    return "factor" if heals == {"no tanh"} else "path" if heals else "transpose"


verdicts = {number: detective(number) for number in ENVELOPE}
for number, name in verdicts.items():
    print(f"program {number:2}: {name:10} {'right' if ENVELOPE[number] == name else 'WRONG'}")

# %% [markdown]
# The envelope is open, and all eleven verdicts are right. Here is the evidence in one picture: a row for each
# program, now with its name, a column for each experiment.

# %% alt="Eleven programs by eleven experiments, a shade for each error; only sign and sum, mode and axis look alike."
columns = [*w, "2nd call", "no tanh", "no center.", "no resid.", "sym. W2"]
names = sorted(verdicts, key=lambda number: BUGS.index(verdicts[number]))
off = {part: SWITCHES | {part: False} for part in ("tanh", "centering", "residual")}
true_off = {part: measured(w, x, y, on) for part, on in off.items()}
rows = []
for number in names:
    row = [*first[number].values(), max(second[number].values())]
    for part, on in off.items():
        row.append(max(errors(program(number, w, x, y, on), true_off[part]).values()))
    row.append(max(errors(program(number, symmetric, x, y), true_symmetric).values()))
    rows.append(row)

fig, ax = plt.subplots(figsize=(8.2, 5.6))
image = ax.imshow(np.log10(np.maximum(rows, 1e-9)), aspect="auto", vmin=-9, vmax=0.4)
ax.set_xticks(range(len(columns)), columns, rotation=45, ha="right")
ax.set_yticks(range(len(names)), [verdicts[number] for number in names])
ax.tick_params(length=0)
ax.grid(visible=False)
ax.set_title("Relative error")
fig.colorbar(image, label="power of ten")
fig.tight_layout()
plt.show()

# %% [markdown]
# ## Would anybody have noticed?
#
# Now the usual test: train, and see whether the loss falls. One batch of 20, plain descent with the rate 0.3, 1,000
# steps. Guess first: how many of the ten end above the loss of the untrained network?

# %% alt="Loss on the batch against the step for eleven programs: the sign climbs out of the picture, most others fall."
fig, ax = plt.subplots(figsize=(8.2, 4.8))
shown = {"none": "C0", "sign": "C3", "sum": "C1", "transpose": "C2", "broadcast": "C5"}
KEPT.clear()
last = {}
for number in names:
    here, curve = {name: value.copy() for name, value in w.items()}, []
    for _ in range(1000):
        curve.append(loss(here, x, y))
        slopes = program(number, here, x, y)
        here = {name: value - 0.3 * slopes[name] for name, value in here.items()}
    name = verdicts[number]
    last[name] = curve[-1]
    ax.semilogx(np.arange(1, 1001), curve, color=shown.get(name, "C4"), linewidth=2.6 if name == "none" else 1.3)
ax.set(xlabel="step", ylabel="loss on the batch", ylim=(0, 2.5), title="Eleven programs learn one batch by heart")
for (name, color), height in zip(shown.items(), (2.3, 2.15, 2.0, 1.85, 1.7), strict=True):
    ax.text(1.2, height, name, color=color)
plt.show()
print(f"at the start {loss(w, x, y):.3f}")
for name, value in sorted(last.items(), key=lambda item: item[1]):
    print(f"{name:10} {value:8.3f}")

# %% [markdown]
# Seven of the ten wrong gradients learn the batch: from 1.404 to below 0.24, like the right one. Two of them, the
# in-place edit and the mean that is taken for a constant, even end below it. Only the sign, the sum with its
# twentyfold steps, and the missing square give themselves away.
#
# ## What to take away
#
# - A gradient check names more than right and wrong. *Which* arrays are wrong, at which call, by which factor, for
#   which batch, with which part switched off: eleven programs, eleven fingerprints.
# - Switches are cheap, and they are the best tool here. A network whose parts can be switched off can be searched
#   like a row of lamps.
# - That the loss falls says little about the gradient. On this batch seven bugs of ten cannot be told from the right
#   program by looking at the loss.
#
# What this does not say: one network, one batch, one place, and one bug at a time. Two bugs make a pattern that the
# detective does not know. And a bug in the *loss* would have been confirmed by every tool here.
#
# ## Your turn
#
# Add an eleventh bug to `program`: the gradient of `W1` is added to what the last call returned (somebody forgot to
# set it to zero). Which of the tools sees it, and what does the detective say?
#
# <details><summary>What you should find</summary>
#
# At the first call there is nothing to add to: all dots, as with the stale value. At the second call `W1` is wrong, and
# only `W1`. The detective says "stale", as its rule asks only whether the second call is wrong. The two are told
# apart by a third call at the *same* place: a stale value returns the same again, a growing one grows.
#
# </details>

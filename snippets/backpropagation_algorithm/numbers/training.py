"""The numbers on the pages about the run on two moons and about frameworks: the run written out once more, SciPy."""

import math
from functools import cache
from pathlib import Path

import numpy as np
from scipy import optimize

from snippets.backpropagation_algorithm import network
from snippets.backpropagation_algorithm.data import page_data, page_network
from snippets.backpropagation_algorithm.moons import two_moons
from snippets.backpropagation_algorithm.network import perceptron

PARAMETERS = 8 * 2 + 8 + 1 * 8 + 1
LINES = len(Path(network.__file__).read_text(encoding="utf-8").splitlines())
X, U = np.array([1.0, 7, 9, 15]), np.array([1, 2, 0, 1])
NORMAL = (X - 8) / 5
TO_X = (U - 1 - NORMAL * (U @ NORMAL) / 4) / 5


def _score(parameters, x):
    w, b, v, c = parameters
    return np.tanh(x @ w.T + b) @ v.T + c


def _measures(parameters, x, y):
    """Mean log loss, and the share of points that are right."""
    score = _score(parameters, x)
    return float(np.mean(np.logaddexp(0, score) - y * score)), float(np.mean((score > 0) == (y == 1)))


def _walked(parameters, x, y, rate, epochs):
    """Parameters of a network with one hidden layer after so many steps of descent, everything written out."""
    w, b, v, c = (p.copy() for p in parameters)
    for _ in range(epochs):
        a = np.tanh(x @ w.T + b)
        d = (1 / (1 + np.exp(-(a @ v.T + c))) - y) / len(x)
        down = d * v * (1 - a * a)
        w, b, v, c = w - rate * down.T @ x, b - rate * down.sum(0), v - rate * (d * a).sum(0), c - rate * d.sum(0)
    return w, b, v, c


@cache
def _at(epoch):
    """Parameters of the page's network after so many epochs."""
    x, y, *_ = page_data()
    return _walked(page_network().parameters, x, y, 1.0, epoch)


@cache
def _run(epochs):
    """Loss, share right and share right among fresh points of the page's network after so many epochs."""
    x, y, fresh, fresh_y = page_data()
    return *_measures(_at(epochs), x, y), _measures(_at(epochs), fresh, fresh_y)[1]


def _bent(epoch):
    """Percent of the variance of the logits that the best linear function of the points leaves."""
    x = page_data()[0]
    score = _score(_at(epoch), x)
    columns = np.hstack([x, np.ones((len(x), 1))])
    return 100 * np.var(score - columns @ np.linalg.pinv(columns) @ score) / np.var(score)


def _unit(epoch):
    """Length of the incoming weights of the unit that has the longest ones at epoch 300."""
    return np.linalg.norm(_at(epoch)[0][np.argmax(np.linalg.norm(_at(300)[0], axis=1))])


def _fresh_loss():
    """Loss of the page's network on the fresh points, at the end of its run."""
    _, _, fresh, fresh_y = page_data()
    return _measures(_at(1500), fresh, fresh_y)[0]


@cache
def _linear():
    """Loss of the best linear score for the page's points, and its share right among fresh ones, by SciPy."""
    x, y, fresh, fresh_y = page_data()

    def loss(v):
        score = x @ v[:2, None] + v[2]
        return np.mean(np.logaddexp(0, score) - y * score)

    best = optimize.minimize(loss, np.zeros(3), tol=1e-10)
    return best.fun, float(np.mean((fresh @ best.x[:2, None] + best.x[2] > 0) == (fresh_y == 1)))


def _uniform(seed):
    """The random numbers of the explorable: mulberry32."""
    state, mask = seed, 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & mask
        mixed = (state ^ (state >> 15)) * (1 | state) & mask
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (61 | mixed) & mask)) & mask
        yield ((mixed ^ (mixed >> 14)) & mask) / 2**32


@cache
def _course(units, start, rate):
    """Loss and number of right points of the explorable's network before each of 600 epochs, and after them."""
    numbers = _uniform(start)

    def normal():
        return math.sqrt(-2 * math.log(1 - next(numbers))) * math.cos(2 * math.pi * next(numbers))

    w = np.array([[normal(), normal()] for _ in range(units)]) / math.sqrt(2)
    v = np.array([[normal() for _ in range(units)]]) / math.sqrt(units)
    x, y = two_moons(80, 0.15, np.random.default_rng(3))
    here, course = (w, np.zeros(units), v, np.zeros(1)), []
    for _ in range(601):
        loss, right = _measures(here, x.round(2), y)
        course.append((loss, 80 * right))
        here = _walked(here, x.round(2), y, rate, 1)
    return course


def _moons(units, start, rate, epochs):
    """Loss and number of right points of the explorable's network after so many epochs."""
    return _course(units, start, rate)[epochs]


def _first_below(losses, least):
    return next(epoch for epoch, loss in enumerate(losses) if loss < least)


@cache
def _shares(units):
    """Share of the page's points that a network with so many units gets right after the run, from ten starts."""
    x, y, *_ = page_data()
    starts = [perceptron([2, units, 1], np.random.default_rng(start)).parameters for start in range(1, 11)]
    return [_measures(_walked(start, x, y, 1.0, 1500), x, y)[1] for start in starts]


def index_the_top_of_the_page():
    """The top of the page."""
    yield "loss, and from 33", PARAMETERS
    yield "program. **How do 150", LINES
    yield "Topics 01 to 06", ..., ...


def index_key_takeaways():
    """Key takeaways."""
    yield r"out of the gradient, and (for $\varepsilon = 0$)", ...
    yield "Checkpoints: $n/k + k - 1$", ...


def index_checklist():
    """Checklist."""
    yield "explain checkpointing with 100", ...


def networks_in_frameworks_the_same_step_three_times():
    """The same step, three times."""
    yield "ours, too: `nn.Linear(2, 2)`", ..., ...


def networks_in_frameworks_modes():
    """Modes."""
    yield r"gradient $(1, 2, 0, 1)^\T$", *4 * [...]
    yield "our $-0.028$, $0.196$, $-0.196$, $0.028$", *TO_X
    yield "gradients, 1 to 2 to 0 to 1", *U
    yield r"*momentum* 0.1 that PyTorch has by default: a tenth of the batch's mean, $0.1 \cdot 8$", ..., ..., ...
    yield (
        r"variance $0.9 \cdot 1 + 0.1 \cdot 33.3333 = 4.2333$",
        ...,
        ...,
        ...,
        np.var(X, ddof=1),
        0.9 + 0.1 * np.var(X, ddof=1),
    )


def networks_in_frameworks_counted_and_recomputed():
    """Counted and recomputed."""
    yield "layers, 20–30–30–10, batch 8", *5 * [...]
    yield "Twice 14,400 and twice 28,800", 8 * (20 * 30 + 30 * 30 + 30 * 10), 16 * (20 * 30 + 30 * 30 + 30 * 10)
    yield r"out: $2 \cdot 8 \cdot 20 \cdot 30 = 9600$", *4 * [...], 57_600 - 48_000
    yield "before it is compiled. Both say 8", 2 * 4
    yield r"would be $4 + 4 - \frac{4}{2} = 6$", ..., ..., ..., 4 + 4 - 4 // 2


def networks_in_frameworks_what_the_one_line_does_not_do():
    """What the one line does not do."""
    yield "and in our 150", LINES


def training_two_moons_the_top_of_the_page():
    """The top of the page."""
    yield "A network of 33", PARAMETERS
    yield "layer, `perceptron([2, 1], …)`", ..., ...
    yield "points it gets 876", 1000 * _linear()[1]
    yield "right, 989 of 1,000", 1000 * _run(1500)[2], ...


def training_two_moons_epoch_by_epoch():
    """Epoch by epoch."""
    yield "After 10 epochs it is a nearly straight line between the moons, after 100", ..., ...
    yield "After 200 it begins to bend, after 300 it follows both tips, after 1,500", ..., ..., ...
    yield "is 0. The thin lines are the logits ±2, where the network gives 88%", ..., ..., 100 / (1 + math.exp(-2))
    yield (
        "from 0.83 to 0.28 within 35 epochs, stays close to a dashed line at 0.2726",
        _run(0)[0],
        _run(35)[0],
        ...,
        _linear()[0],
    )
    yield (
        "epoch 120, then falls again and reaches 0.0065 after 1,500",
        round(_first_below([_run(epoch)[0] for epoch in range(200)], _linear()[0]), -1),
        _run(1500)[0],
        ...,
    )
    yield "at 0.125 in between and then goes to 0", 1 - _run(100)[1], 1 - _run(1500)[1]
    yield "In the first 30", ...
    yield "At epoch 100 the linear function that fits the network's 200 logits best leaves 0.7%", ..., ..., _bent(100)
    yield "variance; at epoch 300 it leaves 19%", ..., _bent(300)
    yield "Between epochs 30 and 100 the loss moved by 0.0057", ..., ..., _run(30)[0] - _run(100)[0]
    yield "weights was 0.70 at epoch 30 and 0.87 at epoch 100", _unit(30), ..., _unit(100), ...
    yield "At epoch 200 it was 2.35 and at epoch 300 3.71", ..., _unit(200), ..., _unit(300)
    yield (
        r"it lies where ==2:$z = 0$==, since there both classes have the probability $\frac{1}{2}$",
        ...,
        1 / (1 + math.exp(0)),
    )
    yield "how many of the 33 are clearly negative", PARAMETERS
    yield "what is missing at epoch 60", ...


def training_two_moons_what_the_hidden_units_do():
    """What the hidden units do."""
    yield r"line $\vect{w} \cdot \vect{x} + b = 0$", ...
    yield "eight lines after 1,500", ...
    yield (
        "ten random starts, 1,500 epochs each, a network of two units never got beyond 90.5%",
        ...,
        100 * max(_shares(2)),
    )
    assert min(_shares(3)) == 1, "the page says that three units got all points right every time"


def training_two_moons_watch_it_learn():
    """Watch it learn."""
    yield "units, trained on 80", ...
    yield "units, the rate 1", ...
    yield (
        "gets there at epoch 39, and from epoch 40 to epoch 120 it falls by only 0.015",
        _first_below([loss for loss, _ in _course(4, 1, 1.0)], 0.2738),
        ...,
        ...,
        _moons(4, 1, 1.0, 40)[0] - _moons(4, 1, 1.0, 120)[0],
    )
    yield "nearly straight: at epoch 100", ...
    yield (
        "is 0.263, and 71 of 80 points are right. At epoch 200",
        _moons(4, 1, 1.0, 100)[0],
        _moons(4, 1, 1.0, 100)[1],
        ...,
        ...,
    )
    yield "epoch 600 the loss is 0.047, with 79", ..., _moons(4, 1, 1.0, 600)[0], _moons(4, 1, 1.0, 600)[1]
    yield (
        "rate 1 each start ends with 71 of 80 right and a loss of 0.266",
        ...,
        _moons(1, 1, 1.0, 600)[1],
        ...,
        _moons(1, 2, 1.0, 600)[0],
    )
    yield "rate 1 the three starts end with 76, 78 and 78", ..., *[_moons(2, start, 1.0, 600)[1] for start in (1, 2, 3)]
    yield "picture, to nearly 3", (max(loss for loss, _ in _course(4, 3, 10)[100:]), 3.05)


def training_two_moons_what_the_numbers_do_not_say():
    """What the numbers do not say."""
    yield "a noise of 0.15", ...
    yield "The loss on the 200 points, 0.0065", ..., _run(1500)[0]
    yield "on the 1,000 fresh points it is 0.0259", ..., _fresh_loss()
    yield "and 1.1% of them are wrong", 100 * (1 - _run(1500)[2])
    yield "after 500 epochs the accuracy on the data is 0.995", ..., _run(500)[1]
    yield "large? One of 200", ...
    yield "at −20 adds $20/200 = 0.1$", ..., ..., ...
    yield "whose loss is 0.2726", _linear()[0]
    yield "to 0.0065, with 989 of 1,000", _run(1500)[0], 1000 * _run(1500)[2], ...


def lab_the_lab():
    """The lab."""
    yield "Two spirals of 150", ...
    yield "each step adds 0.9", ...
    yield "even of 64 units, does no better than a coin, and two layers of 14", ..., ...
    yield "has $4m + 1$ parameters, two of $m$ units have $m^2 + 5m + 1$", *5 * [...]
    yield "rate, one memory, 2,500", ...

"""The numbers on the pages about shared weights, dropout and batch norm, by SymPy, SciPy and plain sums."""

import numpy as np
import sympy as sp
from scipy import signal

X, U = np.array([1.0, 7, 9, 15]), np.array([1, 2, 0, 1])
OTHERS = np.array([1.0, 7, 2, 2])


def _normalized(x):
    return (x - x.mean()) / x.std()


NORMAL = _normalized(X)
# The Jacobian of the normalization, as a matrix, transposed and applied.
JACOBIAN = (np.eye(4) - np.ones((4, 4)) / 4 - np.outer(NORMAL, NORMAL) / 4) / X.std()
TO_X = JACOBIAN.T @ U


def _slides():
    """Gradients of the page's convolution by SciPy: those of the weights, and that of the input."""
    w, x, delta = np.array([1, -1]), np.array([1, 2, 0, 3]), np.array([1, 3, 2])
    return signal.correlate(x, delta, "valid"), signal.convolve(delta, w)


def dropout_and_batch_norm_dropout_the_same_mask_both_ways():
    """Dropout: the same mask both ways."""
    yield "each number to 0", ...
    yield "Networks from Overfitting*, 2014)", ...
    yield "where $c_i$ is 0", ...
    yield r"mask $\vect{m}$, 1 where a number is kept and 0", ..., ...
    yield "pass, 1 where a number was kept and 0", ..., ...
    yield r"gradient, $0 \le p < 1$", ..., ...
    yield r"With $p = \frac{1}{4}$ what is kept is multiplied by $\frac{4}{3}$", ..., 1 / (1 - sp.Rational(1, 4))
    yield r"variance $\frac{p}{1-p} \sum_i w_i^2 x_i^2$", ..., ..., ...
    yield r"$x_1 = x_2$: with the weights $(1, 0)$", ..., ...
    yield "it has with $(0.5, 0.5)$, and", *2 * [sp.sqrt(sp.Rational(1, 2) / 2)]
    yield r"is $\frac{x}{1-p}$ with probability $1 - p$ and 0", ..., ..., ...
    yield r"At $p = \frac{1}{2}$", ...


def dropout_and_batch_norm_batch_norm_forward():
    """Batch norm: forward."""
    yield "Internal Covariate Shift*, 2015)", ...
    yield (
        r"examples: $\vect{x} = (1, 7, 9, 15)^\T$. The mean is $\mu = 8$. The deviations are $(-7, -1, 1, 7)$",
        *4 * [...],
        np.mean(X),
        *(X - np.mean(X)),
    )
    yield (
        r"is $s = 5$ (with ε left out). Normalized, $\hat{\vect{x}} = (-1.4, -0.2, 0.2, 1.4)^\T$",
        np.std(X),
        *NORMAL,
    )


def dropout_and_batch_norm_batch_norm_three_ways_back():
    """Batch norm: three ways back."""
    yield (
        r"rate $-c_i / s^2 = -\hat{x}_i / s$. So $\frac{\partial L}{\partial s} = -\frac{1}{s} \sum_k v_k \hat{x}_k$",
        ...,
        ...,
    )
    yield r"because $s^2 = \frac{1}{B} \sum_k c_k^2 + \varepsilon$", ..., ..., ...
    yield (
        r"Together: $-\frac{\hat{x}_i}{s} \cdot \frac{1}{B} \sum_k v_k \hat{x}_k$, which is $-\frac{1}{s}\, \hat{x}_i$",
        ...,
        ...,
    )
    yield r"is 0, since the $\hat{x}_i$ add up to 0", *2 * [round(np.sum(NORMAL), 12)]
    yield "values, $s > 0$", ...
    yield r"with $\gamma = 1$ and $\vect{u} = (1, 2, 0, 1)^\T$. The mean of $\vect{u}$ is 1", *5 * [...], np.mean(U)
    yield "are $-1.4, -0.4, 0, 1.4$, with the mean $-0.1$", *(U * NORMAL), np.mean(U * NORMAL)
    yield r"to 0, and their dot product with $\hat{\vect{x}}$ is 0", round(np.sum(TO_X), 12), round(TO_X @ NORMAL, 12)
    yield "(exactly so if ε is 0)", ...
    yield "its mean, minus (if ε is 0)", ...
    yield "Example 3 had the upstream gradient 0", ..., U[2]


def dropout_and_batch_norm_after_training():
    """After training."""
    yield (
        "rows, 1 and 7, come out as $-1.4$ and $-0.2$ in one batch, as $-0.85$",
        ...,
        ...,
        *NORMAL[:2],
        _normalized(OTHERS)[0],
    )
    yield "as $-0.85$ and $1.71$", *_normalized(OTHERS)[:2]
    yield (
        r"not 25: like the frameworks, the layer collects $\frac{1}{B-1} \sum (x_i - \mu)^2$",
        np.var(X),
        ...,
        ...,
        ...,
    )
    yield "set 8 and 25", np.mean(X), np.var(X)
    yield "feature, ε = 0", ...
    yield "are $-1$ and $1$", *_normalized(np.array([2.0, 5.0]))


def dropout_and_batch_norm_common_mistakes():
    """Common mistakes."""
    yield "The mean of the first line, 0.2, pushes", np.mean(U / X.std())
    yield "the batch's mean, minus (if ε is 0)", ...


def dropout_and_batch_norm_exercises():
    """Exercises."""
    yield r"its factor is 0, or $\frac{1}{1-p}$", ..., ..., ...


def shared_and_added_the_top_of_the_page():
    """The top of the page."""
    yield "out. Only question 2", ...


def shared_and_added_a_convolution_in_one_dimension():
    """A convolution, in one dimension."""
    yield "from 0 to $K - 1$", ..., ...
    yield r"With $\vect{w} = (1, -1)^\T$, $\vect{x} = (1, 2, 0, 3)^\T$", *6 * [...]
    yield r"gradient $\vect{\delta} = (1, 3, 2)^\T$", ..., ..., ...
    (first, second), back = _slides()
    yield r"numbers, $1 \cdot 1 + 3 \cdot 2 + 2 \cdot 0 = 7$", *6 * [...], first
    yield r"and $1 \cdot 2 + 3 \cdot 0 + 2 \cdot 3 = 8$", *6 * [...], second
    yield "by $y_{j-1}$ with $w_1$, by $y_{j-2}$", ..., ...
    yield r"$\delta_i$ counts as 0", ...
    yield r"$1 \cdot 3 - 1 \cdot 1 = 2$ (counted from 0)", *4 * [...], back[1], ...


def shared_and_added_a_table_that_is_looked_up():
    """A table that is looked up."""
    yield "with 1,000 different words out of 50,000, 98%", ..., ..., 100 * (1 - 1000 / 50_000)


def shared_and_added_one_matrix_two_jobs():
    """One matrix, two jobs."""
    yield "Improve Language Models*, 2017)", ...
    yield "the shape $(n, 1)$", ...


def shared_and_added_added_residual_connections():
    """Added: residual connections."""
    yield "is lost in 20", ...
    yield "(1, 0), (2, −1) and (0, 4)", *6 * [...]
    yield r"add up: $(3, 3)^\T$", 1 + 2 + 0, 0 - 1 + 4


def shared_and_added_exercises():
    """Exercises."""
    yield "own: `[[0.0] * n] * rows`", ...
    yield "Their gradient is 0", ...


def shared_and_added_a_common_mistake():
    """A common mistake."""
    yield "words 2, 0, 2, and the upstream gradients 1, 10 and 100", *6 * [...]
    yield r"For $\vect{w} = (1, -1)^\T$ and three outputs that was $(7, 8)^\T$", ..., ..., *_slides()[0]
    yield r"and $(1, 2, -1, -2)^\T$", *_slides()[1]

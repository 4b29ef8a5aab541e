"""The chain rule in one variable: rates multiply, each taken at the place where its link really is.

A composition f₃(f₂(f₁(x))) is a chain of links. A number goes in at one end; every link passes a new number on to the
next. If the input moves a little, the first link stretches the movement by its slope, the second stretches what it
receives, and so on. So the rate of the whole is the product of the slopes.

Where is each slope taken? At the number that *arrives* at the link. The second slope is taken at f₁(x), not at x. That
is why the values have to be known first: one walk along the chain for the values, then the slopes.
"""

from math import prod, sqrt


def chain_values(links, x):
    """The input x, and the number after each link: a list.

    >>> chain_values([abs, lambda u: u + 1], -3)
    [-3, 3, 4]
    """
    values = [x]
    for f in links:
        values.append(f(values[-1]))
    return values


def chain_slopes(links, slopes, x):
    """Slope of each link, taken at the number that arrives there.

    >>> square, double = (lambda x: x**2), (lambda x: 2 * x)
    >>> chain_slopes([square, square], [double, double], 3)  # at 3, at 9
    [6, 18]
    """
    arriving = chain_values(links, x)[:-1]
    return [slope(u) for slope, u in zip(slopes, arriving, strict=True)]


def chain_derivative(links, slopes, x):
    """Rate of the whole chain at x: the product of its slopes.

    >>> square, double = (lambda x: x**2), (lambda x: 2 * x)
    >>> chain_derivative([square, square], [double, double], 3)  # 4x³
    108
    """
    return prod(chain_slopes(links, slopes, x))


# --8<-- [start:root_chain]
# √(3x² + 1), link by link: square, then stretch and shift, then root.
ROOT_CHAIN = [lambda x: x**2, lambda u: 3 * u + 1, lambda v: sqrt(v)]
ROOT_SLOPES = [lambda x: 2 * x, lambda u: 3, lambda v: 1 / (2 * sqrt(v))]
# --8<-- [end:root_chain]


# --8<-- [start:both_orders]
def from_the_input(slopes):
    """Products begun at the input: how fast each value moves with x.

    >>> from_the_input([2, 3, 0.25])
    [2, 6, 1.5]
    """
    return [prod(slopes[: k + 1]) for k in range(len(slopes))]


def from_the_output(slopes):
    """Products begun at the output: how fast y moves with each value.

    >>> from_the_output([2, 3, 0.25])
    [1.5, 0.75, 0.25]
    """
    return [prod(slopes[k:]) for k in range(len(slopes))]


# --8<-- [end:both_orders]

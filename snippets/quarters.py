"""Numbers for cases: multiples of a quarter, so that what is 0 on paper is 0 in the computer."""


def quarter(random):
    """A number that is not 0, a multiple of a quarter from -3 to 3.

    >>> from random import Random
    >>> quarter(Random(1))
    -2.5
    """
    return random.choice([-1, 1]) * random.randrange(1, 13) / 4


def quarters(random, n):
    """A list of n such numbers.

    >>> from random import Random
    >>> len(quarters(Random(1), 3))
    3
    """
    return [quarter(random) for _ in range(n)]

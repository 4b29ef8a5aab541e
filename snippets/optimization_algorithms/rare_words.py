"""A word that is in every message and one that is in one of a hundred: two weights with very different news.

A message's slope with respect to a weight is 0 if the word does not occur in it. So the weight of a rare word hears
seldom, and one rate for both weights is too small for it or too large for the other.
"""

import numpy as np

# --8<-- [start:stream]
_RNG = np.random.default_rng(0)
WORDS = np.stack([np.ones(2000), _RNG.random(2000) < 0.01], axis=1)
SCORES = WORDS @ [1, 1] + 0.1 * _RNG.normal(size=2000)


def message_gradients():
    """Gradient for one message after another: a function that is asked anew.

    >>> slope = message_gradients()
    >>> slope(np.zeros(2)).round(2).tolist()  # the rare word is not in it
    [-2.31, -0.0]
    """
    messages = zip(WORDS, SCORES, strict=True)

    def slope(weights):
        words, score = next(messages)
        return 2 * (words @ weights - score) * words

    return slope


# --8<-- [end:stream]

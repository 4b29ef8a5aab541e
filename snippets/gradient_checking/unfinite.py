"""Where was the NaN born? Record what every step of a program gives, and look for the first that is not finite.

A NaN is born from ∞ - ∞, 0 · ∞, 0/0, ∞/∞, or outside a domain (√ of a negative number), and then it spreads: whatever
is computed from it is NaN. So the place where it is seen is not the place where it was born. The first step with
infinities in its output and none in its input is.
"""

import numpy as np


# --8<-- [start:first_unfinite]
def first_unfinite(trace):
    """Name of the first entry of a trace that is not finite, or None.

    >>> trace = {"z": np.array([800.0]), "power": np.array([np.inf])}
    >>> first_unfinite(trace | {"p": np.array([np.nan])})
    'power'
    """
    for name, value in trace.items():
        if not np.isfinite(value).all():
            return name
    return None


# --8<-- [end:first_unfinite]


# --8<-- [start:traced_head]
def traced_head(scores, label):
    """A softmax head as people write it first, all its values in order."""
    trace = {"scores": np.asarray(scores, dtype=float)}
    with np.errstate(all="ignore"):
        trace["powers"] = np.exp(trace["scores"])
        trace["p"] = trace["powers"] / trace["powers"].sum()
        trace["loss"] = -np.log(trace["p"][label])
        chosen = np.arange(len(scores)) == label
        trace["d_p"] = np.where(chosen, -1 / trace["p"], 0)
        pulled = trace["p"] @ trace["d_p"]
        trace["d_scores"] = trace["p"] * (trace["d_p"] - pulled)
    return trace


# --8<-- [end:traced_head]


# --8<-- [start:chosen_root]
def chosen_root_slope(x):
    """What the chain rule makes of where(x > 0, sqrt(x), 0), branch by branch.

    Both branches are differentiated, and the one that was not chosen gets the
    upstream gradient 0. At x = 0 its slope is infinite: 0 · ∞.

    >>> chosen_root_slope(np.array([4.0, 0.0])).tolist()
    [0.25, nan]
    """
    upstream = np.where(x > 0, 1.0, 0.0)
    with np.errstate(all="ignore"):
        return upstream * (0.5 / np.sqrt(x))


def guarded_root_slope(x):
    """The same with a harmless number put in before the root is taken.

    >>> guarded_root_slope(np.array([4.0, 0.0])).tolist()
    [0.25, 0.0]
    """
    upstream, safe = np.where(x > 0, 1.0, 0.0), np.where(x > 0, x, 1.0)
    return upstream * (0.5 / np.sqrt(safe))


# --8<-- [end:chosen_root]

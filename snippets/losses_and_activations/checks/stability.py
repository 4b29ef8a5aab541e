r"""Check of the shift that keeps the logarithm of a sum of powers from overflowing."""

import mpmath
import numpy as np


def log_sum_exp_shift(random):
    r"""$$\ln \sum_{j=1}^{K} \e^{z_j} = m + \ln \sum_{j=1}^{K} \e^{z_j - m}$$

    m the largest of four scores: three close together around 1000, whose e^z no double can hold, and one 1000 below. The
    right side in doubles, against the left side with 50 digits and no shift.
    """
    z = np.array([1000, 1000, 1000, 0]) + random.normal(size=4)
    m = np.max(z)
    with mpmath.workdps(50):
        measured = float(mpmath.log(sum(mpmath.exp(mpmath.mpf(float(s))) for s in z)))
    return m + np.log(np.sum(np.exp(z - m))), measured, 1e-12

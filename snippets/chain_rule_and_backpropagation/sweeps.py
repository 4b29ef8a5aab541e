"""A calculation run by hand in both directions: all values forward, then all sensitivities backward.

`u_bar` is the sensitivity of the result to u. Each backward line multiplies by one local derivative. A value
that was used twice receives twice, and adds.
"""


# --8<-- [start:sweeps]
def two_sweeps(x, y):
    """Values of x, y, u, v, f = (x + y)·x², and the sensitivities of f.

    >>> two_sweeps(2, 1)
    ([2, 1, 3, 4, 12], [16, 4, 4, 3, 1])
    """
    # forward: values, and the local derivatives that need them
    u = x + y
    v = x**2
    f = u * v
    # backward: from the result to the inputs, += for a second user
    f_bar = 1
    u_bar = f_bar * v
    v_bar = f_bar * u
    x_bar = v_bar * 2 * x
    x_bar += u_bar * 1
    y_bar = u_bar * 1
    return [x, y, u, v, f], [x_bar, y_bar, u_bar, v_bar, f_bar]


# --8<-- [end:sweeps]

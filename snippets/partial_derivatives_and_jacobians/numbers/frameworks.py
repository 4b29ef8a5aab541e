"""Numbers of the section on frameworks."""


def products_without_matrix_in_your_framework():
    """In your framework. The step is the default of `torch.autograd.gradcheck`."""
    slope = ((1 + 1e-6) ** 2 - (1 - 1e-6) ** 2) / 2e-6
    yield "is $2x u$, and then one that has lost its factor 2", round(slope, 6), round(slope, 6)
    yield "with steps of $10^{-6}$", ...

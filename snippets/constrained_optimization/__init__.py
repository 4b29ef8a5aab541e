"""Topic 05, constrained optimization: the code of its page, its figures, its exercises and its checks."""

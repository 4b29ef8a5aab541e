"""Topic 01, derivatives and gradients: the code of its page, its figures, its exercises and its checks."""

"""Topic 06, losses and activations: the code of its page, its figures, its exercises and its checks."""

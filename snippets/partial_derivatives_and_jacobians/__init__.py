"""Topic 03, partial derivatives and Jacobians: the code of its page, its figures, its exercises and its checks."""

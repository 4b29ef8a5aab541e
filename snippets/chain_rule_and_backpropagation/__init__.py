"""Topic 02, the chain rule and backpropagation: the code of its pages, its figures, its exercises and its checks."""

"""Topic 09: gradients that vanish, explode, die, tremble or lie, and what helps."""

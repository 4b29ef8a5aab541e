"""Topic 07, the backpropagation algorithm: layers forward and back, batches, a network from scratch, its memory."""

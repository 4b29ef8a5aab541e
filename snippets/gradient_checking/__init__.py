"""Topic 08: gradients checked, and bugs found."""

"""Topic 04: the Hessian, critical points, valleys, Newton's method."""

"""A formula in numbers, without any rule of calculus: points of its domain, values there, whether sides agree."""

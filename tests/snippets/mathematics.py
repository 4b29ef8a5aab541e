"""The modules of mathematics of all topics."""

import importlib
import inspect

import numpy as np

from scripts.course.plan import read_plan
from scripts.foundation.paths import HERE
from snippets.hessian_and_critical_points.saddles import random_symmetric

# What a topic's package has besides: a kind with many subjects is a package of modules named by subject; what belongs
# to its exercises is a file beside theirs.
PACKAGES = ("examples", "figures", "checks", "numbers")
FILES = ("exercises", "cases", "wrong_answers")


def modules():
    """Return the modules of mathematics with the numbers of their topics, in course order."""
    for topic in read_plan().topics:
        for path in sorted((HERE.snippets / topic.package).glob("*.py")):
            if path.stem not in (*FILES, "__init__"):
                yield topic.number, importlib.import_module(f"snippets.{topic.package}.{path.stem}")


def functions(module):
    """Return the public functions that a module defines, by name."""
    defined = {name: value for name, value in vars(module).items() if inspect.isfunction(value)}
    return {
        name: value
        for name, value in defined.items()
        if value.__module__ == module.__name__ and not name.startswith("_")
    }


def random_hessians(size, count=30, seed=0):
    """Random symmetric matrices, as a list."""
    return list(random_symmetric(size, count, np.random.default_rng(seed)))

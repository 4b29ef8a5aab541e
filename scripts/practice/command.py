"""Work on the exercises: blanks, checks, hints, solutions. They are worked in `practice/` of this checkout."""

import sys

from scripts.course.model import load_course
from scripts.foundation.mistakes import Mistakes
from scripts.foundation.paths import ROOT
from scripts.practice.exercises import exercises_of
from scripts.practice.runner import main as run


def main(argv: list[str]) -> int:
    """Run `python -m scripts practice`."""
    try:
        exercises = [exercise.as_data() for exercise in exercises_of(load_course())]
    except Mistakes as mistakes:
        print(mistakes, file=sys.stderr)
        return 1
    return run(argv, exercises, ROOT / "practice", "python -m scripts practice")

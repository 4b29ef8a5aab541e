"""The exercises of the course, put together once for all tests that ask for them."""

from scripts.course.model import load_course
from scripts.foundation.steady import standing_still
from scripts.practice.exercises import exercises_of

COURSE = load_course()
with standing_still():
    EXERCISES = exercises_of(COURSE)

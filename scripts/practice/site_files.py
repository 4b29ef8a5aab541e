"""What the site needs for practice: each topic's exercises as data for the page, and as a zip to take along."""

import json

from scripts.course.model import Course
from scripts.foundation.files import forget, write
from scripts.practice.bundle import zipped_exercises
from scripts.practice.exercises import exercises_of
from scripts.practice.python_files import OURS
from scripts.practice.snippets_zip import zipped_snippets


def write_practice(course: Course) -> int:
    """Write exercises, zips and what checks them on the page; return how many exercises there are."""
    exercises = exercises_of(course)
    folder = course.places.generated / "practice"
    made = {folder / path.name: path.read_bytes() for path in OURS}
    for topic in course.topics:
        made[folder / f"{topic.planned.slug}-snippets.zip"] = zipped_snippets(topic, course.places.snippets)
        own = [exercise for exercise in exercises if exercise.topic == topic.planned.slug]
        if own:
            data = {exercise.id: exercise.as_data() for exercise in own}
            made[folder / f"{topic.planned.slug}.json"] = json.dumps(data, ensure_ascii=False).encode()
            made[folder / f"{topic.planned.slug}.zip"] = zipped_exercises(topic, own)
    for path, content in made.items():
        write(path, content)
    forget(path for path in folder.glob("*") if path not in made)
    return len(exercises)

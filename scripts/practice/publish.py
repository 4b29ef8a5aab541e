"""What the site needs for practice: each topic's exercises as data for the page, and as a zip to take along."""

import json
from pathlib import Path

from scripts.course.model import Course, Topic
from scripts.foundation.files import forget, write
from scripts.foundation.paths import GENERATED
from scripts.practice.bundle import zipped_exercises
from scripts.practice.exercises import exercises_of
from scripts.practice.python_files import OURS

PRACTICE = GENERATED / "practice"


def zip_file(topic: Topic) -> Path:
    """Return where a topic's zip goes."""
    return PRACTICE / f"{topic.planned.slug}.zip"


def publish_practice(course: Course) -> int:
    """Write exercises, zips and what checks them on the page; return how many exercises there are."""
    exercises = exercises_of(course)
    made = {PRACTICE / path.name: path.read_bytes() for path in OURS}
    for topic in course.topics:
        own = [exercise for exercise in exercises if exercise.topic == topic.planned.slug]
        if own:
            data = {exercise.id: exercise.as_data() for exercise in own}
            made[PRACTICE / f"{topic.planned.slug}.json"] = json.dumps(data, ensure_ascii=False).encode()
            made[zip_file(topic)] = zipped_exercises(topic, own)
    for path, content in made.items():
        write(path, content)
    forget(path for path in PRACTICE.glob("*") if path not in made)
    return len(exercises)

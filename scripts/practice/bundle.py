"""The exercises of a topic as one zip that runs with plain Python, nothing installed."""

import json
from pathlib import Path
from types import ModuleType

from scripts.course.model import Topic
from scripts.foundation.zips import zipped
from scripts.practice import checker, runner, values
from scripts.practice.exercises import Exercise

_START = '''"""Practice {title}: python practice.py start, then check, hint, solution, list."""

import json
import sys
from pathlib import Path
from types import ModuleType

from nabla_practice.runner import main

here = Path(__file__).resolve().parent
exercises = json.loads((here / "nabla_practice" / "exercises.json").read_text(encoding="utf-8"))
sys.exit(main(sys.argv[1:], exercises, here, "python practice.py"))
'''

_READ_ME = """\
Exercises of the Nabla course: {number:02} {title}

The blanks are in the folder {folder}. Write the bodies with any editor, then run

    python practice.py check                  check all answers
    python practice.py check {first}          check one
    python practice.py check --watch          check whenever you save
    python practice.py hint {first}           a hint (--number 2 for the second, too)
    python practice.py solution {first}       the worked solution
    python practice.py list                   your progress

Python 3.10 or newer is enough. Nothing has to be installed.
"""


def zipped_exercises(topic: Topic, exercises: list[Exercise]) -> bytes:
    """Return the zip of a topic's exercises, the same bytes every time."""
    planned = topic.planned
    root = f"nabla-{planned.folder}"
    data = [exercise.as_data() for exercise in exercises]
    words = {"number": planned.number, "title": planned.title, "folder": planned.folder, "first": exercises[0].name}
    files = {
        "README.txt": _READ_ME.format(**words),
        "practice.py": _START.format(**words),
        "nabla_practice/__init__.py": "",
        **{f"nabla_practice/{Path(str(m.__file__)).name}": _source(m) for m in (values, checker, runner)},
        "nabla_practice/exercises.json": json.dumps(data, ensure_ascii=False, indent=1),
        **{f"{planned.folder}/{exercise.name}.py": exercise.blank for exercise in exercises},
    }
    return zipped({f"{root}/{name}": text.encode() for name, text in sorted(files.items())})


def _source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")

"""The text of the benchmark of builds: lessons of prose, formulas, programs, links, definitions, for either program."""

import json
import re
import shutil
from pathlib import Path

from scripts.foundation.paths import HERE, Places

_TOPIC = 10  # lessons in each
# What `make_assets` has made of this course.
_ASSETS = ("fonts", "katex-fonts", "js", "modules", "nabla.css")

_TEXT = """
The loss went *up* after a step downhill. How can that be? The step was {n} times as long as the slope allowed, and so
the point at $w = {n}$ came to lie **beyond** the valley, on the other side.

{definition}

With $f(w) = (w - {n})^2$ the error $e_k = w_k - {n}$ after $k$ steps is

$$
e_{{k}} = (1 - 2\\eta)^{{k}} \\, e_0, \\qquad \\frac{{e_{{k+1}}}}{{e_{{k}}}} = 1 - 2\\eta + \\sum_{{i=1}}^{{{n}}} 0 .
$$

| step | factor | what is seen |
| --- | --- | --- |
| 0.1 | 0.8 | it crawls |
| 0.9 | −0.8 | it zigzags |
| 1.1 | −1.2 | it escapes |

```python
def descend(slope, start, step={n}):
    \"\"\"Follow the slope downhill from the start.\"\"\"
    place = start
    for _ in range({n}):
        place -= step * slope(place)
    return place
```

1. One variable has one curvature.
2. In a valley with two, the steep one sets the limit, and the flat one pays: {link}.
"""
_WORDS = "The number by which an error is multiplied at every step, here $1 - 2\\eta$."


def lesson(number: int, definition: str, link: str) -> str:
    """Return a lesson: five sections, each with a definition and a link."""
    parts = [f"# Lesson {number}\n"]
    for part in range(1, 6):
        n = 10 * number + part
        parts.append(
            f"\n## Section {part} of {number}\n" + _TEXT.format(n=n, definition=definition.format(n=n), link=link)
        )
    return "".join(parts)


def write_ours(root: Path, size: int) -> None:
    """Write a course of so many lessons."""
    places, topics = Places(root), -(-size // _TOPIC)
    plan = ['title = "Bench"', 'subtitle = "Bench"', 'repository = ""', "[[phases]]", "number = 1", 'title = "One"']
    nav = ["nav:", "  - Home: index.md", "  - Topics:"]
    block = "/// definition | Factor {n}\n    id: factor-{n}\n    prompt: What is factor {n}?\n\n" + _WORDS + "\n///"
    _write(places.docs / "index.md", "# Bench\n\n/// topic-list\n///\n")
    for topic in range(1, topics + 1):
        numbers = range((topic - 1) * _TOPIC + 1, min(topic * _TOPIC, size) + 1)
        names = [f"lesson-{number}" for number in numbers]
        plan += ["[[topics]]", f"number = {topic}", "phase = 1", f'slug = "topic-{topic}"', f'title = "Topic {topic}"']
        plan += ['summary = "Bench"', f"lessons = {json.dumps(names)}"]
        folder = f"topics/{topic:02}-topic-{topic}"
        nav += [f"      - Topic {topic}:", *(f"          - {folder}/{name}.md" for name in ("index", *names))]
        head = f"---\ntitle: Topic {topic}\ndescription: Bench\nprerequisites: []\n---\n\n# Topic {topic}\n"
        _write(places.docs / folder / "index.md", f"{head}\n/// lessons\n///\n")
        for number, name in zip(numbers, names, strict=True):
            head = f"---\ntitle: Lesson {number}\ndescription: Bench\nquestion: Why {number}?\n---\n\n"
            text = lesson(number, block, f"[see there](#factor-{10 * number + 1})")
            _write(places.docs / folder / f"{name}.md", head + text)
    _write(places.plan, "\n".join(plan) + "\n")
    config = re.sub(r"^nav:\n.*", "", HERE.config.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    _write(places.config, config + "\n".join(nav) + "\n")
    (places.docs / "theme").symlink_to(HERE.docs / "theme")
    places.generated.mkdir(parents=True)
    for name in _ASSETS:
        path = HERE.generated / name
        (shutil.copytree if path.is_dir() else shutil.copy)(path, places.generated / name)
    for path in (HERE.docs / "assets").iterdir():
        if path.name != "generated":
            (places.docs / "assets" / path.name).symlink_to(path)
    places.snippets.mkdir()


def write_theirs(root: Path, size: int) -> None:
    """Write the same text for Sphinx."""
    block = "(factor-{n})=\n:::{{admonition}} Factor {n}\n" + _WORDS + "\n:::"
    names = [f"lesson-{number}" for number in range(1, size + 1)]
    for number, name in enumerate(names, start=1):
        _write(root / f"{name}.md", lesson(number, block, f"[see there](#factor-{10 * number + 1})"))
    _write(root / "index.md", "# Bench\n\n```{toctree}\n" + "\n".join(names) + "\n```\n")
    settings = ['extensions = ["myst_nb"]', 'myst_enable_extensions = ["dollarmath", "colon_fence", "smartquotes"]']
    settings += ['html_theme = "pydata_sphinx_theme"', 'nb_execution_mode = "off"', 'project = "Bench"']
    _write(root / "conf.py", "\n".join(settings) + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")

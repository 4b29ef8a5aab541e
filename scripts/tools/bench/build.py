"""`python -m scripts bench build`: how long a site takes, beside Sphinx with MyST-NB on the same text.

Both build 10, 100 and 1,000 lessons of prose, formulas, programs, links and definitions, which for Sphinx are
admonitions; ours with its rules, search, stylesheets and followed links, and nothing kept from an earlier build. What
only we do (running snippets, decks, exercises, labs) is set aside. Each build is a process of its own. The processor's
time is that of all its processes, the memory that of the first; a busy machine disturbs the clock.
"""

import argparse
import ctypes
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from scripts.foundation.paths import HERE, ROOT, Places

SIZES = (10, 100, 1_000)
PEER = HERE.build / "peer"
PINNED = ("sphinx==9.0.4", "myst-nb==1.4.0", "pydata-sphinx-theme==0.16.1")
_TOPIC = 10  # lessons in each
_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER

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
    nav = ["nav:", "  - Home: index.md"]
    block = "/// definition | Factor {n}\n    id: factor-{n}\n    prompt: What is factor {n}?\n\n" + _WORDS + "\n///"
    _write(places.docs / "index.md", "# Bench\n\n/// topic-list\n///\n")
    for topic in range(1, topics + 1):
        numbers = range((topic - 1) * _TOPIC + 1, min(topic * _TOPIC, size) + 1)
        names = [f"lesson-{number}" for number in numbers]
        plan += ["[[topics]]", f"number = {topic}", "phase = 1", f'slug = "topic-{topic}"', f'title = "Topic {topic}"']
        plan += ['summary = "Bench"', f"lessons = {json.dumps(names)}"]
        folder = f"topics/{topic:02}-topic-{topic}"
        nav += [f"  - Topic {topic}:", *(f"      - {folder}/{name}.md" for name in ("index", *names))]
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
    (places.docs / "assets").mkdir()
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


def build_ours(root: Path) -> None:
    """Build the pages of the course at `root`, with what belongs to every build of pages."""
    from scripts.course.model import load_course
    from scripts.foundation.mistakes import collecting
    from scripts.foundation.steady import standing_still
    from scripts.pages.rules.blocks import mistakes_in
    from scripts.site.build import render
    from scripts.site.links import broken_links

    with standing_still(), collecting() as found:
        course = load_course(Places(root))
        mistakes_in(course)
        render(course, root / "site")
        links = list(broken_links(root / "site", course))
    if found:
        print(found[0], len(links), file=sys.stderr)


WAYS: dict[str, tuple[Callable[[Path, int], None], Callable[[Path], list[str]]]] = {
    "Nabla": (write_ours, lambda root: [sys.executable, "-m", "scripts.tools.bench.build", "--one", str(root)]),
    "Sphinx + MyST-NB": (
        write_theirs,
        lambda root: [str(_python()), "-m", "sphinx", "-q", "-j", "auto", str(root), str(root / "_site")],
    ),
}


def main(argv: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts bench build", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="how many lessons")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.one:
        build_ours(args.one)
        return 0
    _install_peer()
    print(f"{'lessons':>7}  {'':<18} {'time':>9} {'processor':>10} {'peak':>8} {'each lesson':>12}")
    for size in args.sizes:
        for name, (write, command) in WAYS.items():
            with tempfile.TemporaryDirectory() as folder:
                write(Path(folder), size)
                one = _measured(command(Path(folder)))
            each = f"{1000 * one['busy'] / size:9.0f} ms"
            row = f"{one['seconds']:>7.1f} s {one['busy']:>8.1f} s {one['peak']:>5.0f} MB {each:>12}"
            print(f"{size:>7}  {name:<18} {row}", flush=True)
    return 0


def _measured(command: list[str]) -> dict[str, Any]:
    """Run a build; return its time, the processor's time with that of all it starts, and its memory in MB."""
    if sys.platform == "linux":  # what outlives who has started it, as Node does, is ours to wait for
        ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise RuntimeError(f"{' '.join(command)} fails")
    with suppress(ChildProcessError):
        while True:
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": seconds, "busy": busy, "peak": used.ru_maxrss / 1024}


def _python() -> Path:
    return PEER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _install_peer() -> None:
    """Install the other program into an environment of its own, below `build/`."""
    if not _python().is_file():
        venv.create(PEER, with_pip=True)
    subprocess.run([_python(), "-m", "pip", "install", "--quiet", *PINNED], check=True)


if __name__ == "__main__":
    sys.exit(main())

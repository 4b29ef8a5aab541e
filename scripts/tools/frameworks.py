"""Run the programs for PyTorch and JAX, and compare what they print with what pages show.

The frameworks are installed into an environment of their own, at the versions of 'frameworks.txt'; building and reading
the site need none of them. What a program prints must be what is recorded, and have the numbers that our own snippets
give ('frameworks/ours.py'), up to the rounding of single precision. '--record' takes what they print now for right;
'--with torch==2.9.1' tries another version and records nothing.
"""

import argparse
import json
import re
import subprocess
import sys
import venv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts.course.plan import PlannedTopic, read_plan
from scripts.course.programs import Program
from scripts.foundation.files import digest_of_text, write
from scripts.foundation.paths import HERE, ROOT, shown
from scripts.foundation.programs import python_in
from scripts.run.frameworks import FRAMEWORKS, OURS, RECORD, digest_of, program_of, programs, read_record

REQUIREMENTS = ROOT / "frameworks.txt"
# Single precision keeps 7 digits, of which a few operations cost one or two.
CLOSE = 1e-4
_NUMBER = re.compile(r"-?(?:\d+\.?\d*(?:e[+-]?\d+)?|\binf\b|\bnan\b)")
# What each program prints, from JSON to JSON; each has names of its own.
_RUN = """
import contextlib, io, json, sys, traceback
printed = {}
for name, program in json.load(sys.stdin).items():
    with contextlib.redirect_stdout(io.StringIO()) as out:
        try:
            exec(program, {"__name__": "__main__"})
        except Exception as error:
            print(*traceback.format_exception_only(error))
    printed[name] = out.getvalue().rstrip()
print(json.dumps(printed))
"""
_VERSION = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))"
_DISTRIBUTIONS = {"pytorch": "torch", "jax": "jax"}


def main(argv: Sequence[str] = ()) -> int:
    """Run `python -m scripts frameworks`. Returns 1 if something is printed that should not be."""
    parser = argparse.ArgumentParser(prog="python -m scripts frameworks", description=__doc__)
    parser.add_argument("topics", nargs="*", help="numbers of topics, such as 06; all of them otherwise")
    parser.add_argument("--record", action="store_true", help="write down what is printed now")
    parser.add_argument("--with", dest="others", action="append", default=[], metavar="NAME==VERSION")
    args = parser.parse_args(argv)
    if args.record and args.others:
        parser.error("--record keeps what the versions of frameworks.txt print; leave out --with")
    python = _environment(args.others)
    wanted = {int(number) for number in args.topics}
    found = []
    for topic in read_plan().topics:
        if topic.written and (not wanted or topic.number in wanted):
            found += list(_examine(topic, python, record=args.record))
    print("\n".join(found) or "All print what the pages show.")
    return int(bool(found))


def _environment(others: Sequence[str] = ()) -> Path:
    """Return the Python of an environment with the frameworks, made if there is none yet."""
    pinned = [line for line in REQUIREMENTS.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    replaced = {other.partition("==")[0] for other in others}
    wanted = [*(line for line in pinned if line.partition("==")[0] not in replaced), *others]
    folder = HERE.build / "frameworks" / digest_of_text(sys.version, *wanted)[:12]
    python, stamp = python_in(folder), folder / "whole"
    if not stamp.is_file():
        print(f"Installing {', '.join(wanted)} …", flush=True)
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *wanted], check=True)
        stamp.touch()
    return python


def _examine(topic: PlannedTopic, python: Path, *, record: bool) -> Iterator[str]:
    """Run a topic's programs; yield what is wrong with what they print, each with its place."""
    package = HERE.snippets / topic.package
    before, now = read_record(package), dict[str, object]()
    ours = run(Path(sys.executable), {name: program_of(own) for name, own in programs(package, OURS).items()})
    for framework, title in FRAMEWORKS.items():
        found = {name: program_of(function) for name, function in programs(package, framework).items()}
        known = before.get(framework, {}).get("programs", {})
        prints = run(python, found)
        for name, program in found.items():
            says = f"{shown(program.path)}:{program.line}: '{name}' prints in {title}\n{prints[name]}\n"
            if name in ours and not alike(prints[name], ours[name]):
                yield f"{says}  and our snippets print\n{ours[name]}"
            page = known[name]["prints"] if name in known else ""
            if not record and not (words(prints[name]) == words(page) and alike(prints[name], page)):
                yield f"{says}  where the page shows\n{page}"
        kept = {name: {"program": digest_of(program), "prints": prints[name]} for name, program in found.items()}
        if found:
            now[framework] = {"version": version(python, framework), "programs": kept}
    if record and now:
        write(package / RECORD, json.dumps(now, indent=1, ensure_ascii=False) + "\n")
        print(f"{shown(package / RECORD)} is written.")


def run(python: Path, found: Mapping[str, Program]) -> dict[str, str]:
    """Return what each of some programs prints, each by itself; for one that fails, with the last line of its error."""
    if not found:
        return {}
    asked = json.dumps({name: program.text for name, program in found.items()})
    command = [str(python), "-W", "ignore", "-c", _RUN]
    done = subprocess.run(command, cwd=ROOT, input=asked, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    printed: dict[str, str] = json.loads(done.stdout)
    return printed


def version(python: Path, framework: str) -> str:
    """Return a framework's version, without what names its build."""
    command = [str(python), "-c", _VERSION, _DISTRIBUTIONS[framework]]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip().partition("+")[0]


def numbers(text: str) -> list[float]:
    """Return the numbers of a text in their order.

    >>> numbers("tensor([2., 4.e-1]), nan")
    [2.0, 0.4, nan]
    """
    return [float(number) for number in _NUMBER.findall(text)]


def words(text: str) -> list[str]:
    """Return a text without its numbers and spaces.

    >>> words("slope 2.0, 3")
    ['slope', ',']
    """
    return _NUMBER.sub(" ", text).split()


def alike(one: str, other: str) -> bool:
    """Return whether two texts have the same numbers, up to rounding.

    >>> alike("[2. 0.3333333]", "2.0 0.33333333"), alike("1 2", "2 1")
    (True, False)
    """
    pairs = zip(numbers(one), numbers(other), strict=False)
    close = all(a == b or abs(a - b) <= CLOSE * max(1, abs(a), abs(b)) or (a != a and b != b) for a, b in pairs)
    return close and len(numbers(one)) == len(numbers(other))

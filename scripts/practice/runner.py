"""Practicing on one's own machine: blanks to fill in, checks with the messages of the page, hints one by one.

Only the standard library is used: this file also lies in the zip that the site offers. An answer runs in a process of
its own, with a limit of time, so that an endless loop or a crash in it ends only itself.
"""

import argparse
import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from .checker import Exercise, Result, unfinished

SECONDS = 10.0
_PROGRESS = "progress.json"
# The checker in a Python of its own, found by the package that holds both, wherever it lies.
_PACKAGE = __name__.rpartition(".")[0]
_ROOT = Path(__file__).resolve().parents[len(_PACKAGE.split("."))]
_CHECK = f"import sys; sys.path[0] = {str(_ROOT)!r}; from {_PACKAGE}.checker import main; main()"


class Practice:
    """The exercises (as data) and the learner's folder."""

    def __init__(self, exercises: list[Exercise], folder: Path) -> None:
        self.exercises = exercises
        self.folder = folder

    def file(self, exercise: Exercise) -> Path:
        """Return the learner's file for an exercise."""
        return self.folder / f"{exercise['number']:02}-{exercise['topic']}" / f"{exercise['name']}.py"

    def select(self, words: str) -> list[Exercise]:
        """Return the exercises that `words` name: an exercise, a topic (slug or number), or nothing for all."""
        if not words:
            return self.exercises
        chosen = [
            e
            for e in self.exercises
            if words in (e["name"], e["id"], e["topic"], str(e["number"]), f"{e['number']:02}")
        ]
        if not chosen:
            raise SystemExit(f"There is no exercise or topic '{words}'. See 'list'.")
        return chosen

    def start(self, words: str) -> None:
        """Write the blanks that are not there yet; never touch what is."""
        for exercise in self.select(words):
            path = self.file(exercise)
            if path.exists():
                print(f"  kept   {path}")
                continue
            write_whole(path, exercise["blank"])
            print(f"  new    {path}")

    def check(self, words: str) -> int:
        """Check the answers that are there; return how many do not pass."""
        chosen = [exercise for exercise in self.select(words) if self.file(exercise).exists()]
        if not chosen:
            print("There is nothing to check yet. Write the blanks with 'start'.")
            return 1
        failed = 0
        for exercise in chosen:
            result = run_apart(exercise, self.file(exercise).read_text(encoding="utf-8", errors="replace"))
            print(told(exercise, result))
            self._note(exercise, "passed" if result["passed"] else "tried")
            failed += not result["passed"]
        if len(chosen) > 1:
            print(f"{len(chosen) - failed} of {len(chosen)} pass.")
        return failed

    def watch(self, words: str) -> None:
        """Check again whenever a file is saved, until interrupted."""
        seen: dict[Path, int] = {}
        print("Watching for changes; end with Ctrl+C.")
        while True:
            for exercise in self.select(words):
                path = self.file(exercise)
                changed = path.stat().st_mtime_ns if path.exists() else None
                if changed and seen.get(path) != changed:
                    seen[path] = changed
                    self.check(exercise["name"])
            time.sleep(0.5)

    def hint(self, words: str, number: int) -> None:
        """Show the hints up to `number`."""
        for exercise in self.select(words):
            for count, hint in enumerate(exercise["hints"][:number], start=1):
                print(f"Hint {count} of {len(exercise['hints'])}: {' '.join(hint.split())}")

    def solution(self, words: str) -> None:
        """Show the worked solution."""
        for exercise in self.select(words):
            print(exercise["solution"])

    def show(self, words: str) -> None:
        """Show the exercises with the learner's progress."""
        progress = self._progress()
        chosen = self.select(words)
        for exercise in chosen:
            state = progress.get(exercise["id"], "started" if self.file(exercise).exists() else "")
            print(f"  {exercise['number']:02}  {exercise['name']:<28} {state}")
        done = sum(progress.get(exercise["id"]) == "passed" for exercise in chosen)
        print(f"{done} of {len(chosen)} passed.")

    def _progress(self) -> dict[str, str]:
        try:
            return dict(json.loads((self.folder / _PROGRESS).read_text(encoding="utf-8")))
        except (OSError, ValueError):
            # None yet, or a file cut short: the next check writes it anew.
            return {}

    def _note(self, exercise: Exercise, state: str) -> None:
        progress = self._progress() | {exercise["id"]: state}
        write_whole(self.folder / _PROGRESS, json.dumps(progress, indent=1, sort_keys=True))


def write_whole(path: Path, text: str) -> None:
    """Write a file at once or not at all, so that a full disk leaves no half of it, and the old one as it was."""
    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise SystemExit(f"{path} cannot be written: {error.strerror}. What was there is still there.") from None


def run_apart(exercise: Exercise, code: str, seconds: float = SECONDS) -> Result:
    """Check an answer in a process of its own and return the result; one that does not come back gets an error."""
    asked = json.dumps({"exercise": exercise, "code": code})
    command = [sys.executable, "-c", _CHECK]
    try:
        done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", timeout=seconds, check=False)
        return dict(json.loads(done.stdout))
    except subprocess.TimeoutExpired:
        message = f"It ran for {seconds:g} seconds without an end. Is there a loop that never stops?"
    except ValueError:
        message = f"Python itself stopped: {done.stderr.strip().splitlines()[-1:] or done.returncode}"
    return unfinished({"message": message, "line": None})


def told(exercise: Exercise, result: Result) -> str:
    """Return a result as text."""
    cases = result["cases"]
    lines = [f"{'✓' if result['passed'] else '✗'} {exercise['name']}"]
    if result["error"]:
        line = f" (line {result['error']['line']})" if result["error"]["line"] else ""
        lines.append(f"    {result['error']['message']}{line}")
    failed = [example for example in result["examples"] if not example["ok"]]
    if cases["total"] and result["passed"]:
        lines[0] += f"  (and {cases['total']} more inputs)"
    elif cases["first"] and not failed:
        differing = cases["total"] - cases["passed"]
        does = "does" if differing == 1 else "do"
        lines.append(f"    The examples pass, but {differing} of {cases['total']} more inputs {does} not:")
        failed = [cases["first"]]
    for example in failed:
        lines += ["    " + "\n    ".join(f">>> {example['source']}".split("\n"))]
        lines += [f"      expected {example['want']}", f"      got      {example['got']}"]
    if result["sentence"]:
        lines.append(f"    {result['sentence']}")
    if result["printed"]:
        lines.append("    you printed: " + result["printed"].rstrip().replace("\n", "\n      "))
    return "\n".join(lines)


def main(argv: list[str], exercises: list[Exercise], folder: Path, program: str) -> int:
    """Run the command line with these exercises in this folder. Returns an exit code."""
    parser = argparse.ArgumentParser(prog=program, description=(__doc__ or "").split("\n\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    for name, words in (
        ("start", "write the blanks of a topic, or of all; what is there is kept"),
        ("check", "check answers"),
        ("hint", "show a hint"),
        ("solution", "show a worked solution"),
        ("list", "show the exercises and your progress"),
    ):
        command = commands.add_parser(name, help=words, description=words)
        wanted = None if name in ("hint", "solution") else "?"
        command.add_argument("name", nargs=wanted, default="", help="an exercise, or a topic by slug or number")
        if name == "check":
            command.add_argument("--watch", action="store_true", help="check again whenever a file is saved")
        if name == "hint":
            command.add_argument("--number", type=int, default=1, help="how many hints (default: the first)")
    args = parser.parse_args(argv)
    practice = Practice(exercises, folder)
    try:
        return _run(practice, args)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 0 if getattr(args, "watch", False) else 130


def _run(practice: Practice, args: argparse.Namespace) -> int:
    if args.command == "check" and args.watch:
        practice.watch(args.name)
    if args.command == "check":
        return 1 if practice.check(args.name) else 0
    if args.command == "hint":
        practice.hint(args.name, args.number)
    else:
        {"start": practice.start, "solution": practice.solution, "list": practice.show}[args.command](args.name)
    return 0

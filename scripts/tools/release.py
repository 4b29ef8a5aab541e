"""See that a tag is the version of everything, before it is published.

The project, its citation and its cards must name the version of the tag, as in `python -m scripts release v1.2.0`.

The release workflow asks before anything is tested or published. Only the standard library is used, so that this needs
no set-up.
"""

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Sequence

from scripts.decks.lock_file import LOCK
from scripts.foundation.paths import ROOT, shown

PROJECT = ROOT / "pyproject.toml"
CITATION = ROOT / "CITATION.cff"


def main(argv: Sequence[str] = ()) -> int:
    """Run the command line `argv`; return 1 if the names differ."""
    parser = argparse.ArgumentParser(prog="python -m scripts release", description=__doc__)
    parser.add_argument("tag", help="the tag that is to be released, as v1.2.0")
    tag = parser.parse_args(argv).tag
    differences = other_versions(tag.removeprefix("v")) if tag.startswith("v") else [f"{tag}: a tag begins with v"]
    for line in differences:
        print(line, file=sys.stderr)
    if not differences:
        print(f"{tag} is the version of the project, its citation and its cards")
    return 1 if differences else 0


def other_versions(version: str) -> list[str]:
    """Return where another version than `version` stands, each with the remedy."""
    remedies = {
        PROJECT: (project_version(), f'set version = "{version}"'),
        CITATION: (cited_version(), f"set version: {version}"),
        LOCK: (last_release(), f"run python -m scripts decks --release {version}, and commit the lock"),
    }
    return [
        f"{shown(path)}: it says {named or 'nothing'}, the release {version}; {remedy}"
        for path, (named, remedy) in remedies.items()
        if named != version
    ]


def project_version() -> str:
    """Return the version that the project has: the last one released, or the one that is being prepared."""
    return str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"])


def cited_version() -> str:
    """Return the version that people are asked to cite."""
    match = re.search(r"^version: *(\S+)$", CITATION.read_text(encoding="utf-8"), re.MULTILINE)
    return match[1] if match else ""


def last_release() -> str:
    """Return under which name the cards were last released; nothing if they never were."""
    releases = json.loads(LOCK.read_text(encoding="utf-8"))["releases"]
    times = {name: time for name, time in releases.items() if isinstance(time, int)}  # the last entry ends the list
    return max(times, key=lambda name: times[name], default="")

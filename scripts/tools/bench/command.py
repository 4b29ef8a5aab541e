"""Measure builds and decks beside other programs; pages and the preview in a browser.

No test asserts a time.
"""

import importlib
import sys

BENCHMARKS = {name: f"scripts.tools.bench.{name}" for name in ("build", "decks", "pages", "practice", "serve")}


def main(argv: list[str]) -> int:
    """Run a benchmark. Returns its exit code."""
    if not argv or argv[0] not in BENCHMARKS:
        print(f"python -m scripts bench <what>; what: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 0 if argv and argv[0] in ("-h", "--help") else 2
    return int(importlib.import_module(BENCHMARKS[argv[0]]).main(argv[1:]))
